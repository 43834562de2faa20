import type { Locale } from '../../../../text/numbers.ts'
import { plansWords } from '../../../../text/web/plans.ts'
import { go } from '../../state/address.ts'
import type { Document } from '../../state/api.ts'
import { ApiProblem, problemOf } from '../../state/api.ts'
import { newDraft } from '../../state/draft.ts'

/** Opens a workbook or a scenario as a plan of this computer; throws an ApiProblem in words. */
export async function takeFile(file: File, locale: Locale): Promise<void> {
  const words = plansWords[locale].start
  const unread = new ApiProblem(422, { title: words.imported, detail: words.notAPlan })
  const isBook = /\.xlsx$/i.test(file.name)
  const document = isBook ? await takeBook(file, locale) : await takeJson(file)
  if (document === undefined) throw unread
  go({ plan: newDraft(document), view: 'summary', own: {} })
}

async function takeBook(file: File, locale: Locale): Promise<Document> {
  const answer = await fetch('/v1/import', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'accept-language': locale },
    body: file,
  })
  if (!answer.ok) throw await problemOf(answer)
  return ((await answer.json()) as { scenario: Document }).scenario
}

async function takeJson(file: File): Promise<Document | undefined> {
  try {
    const read: unknown = JSON.parse(await file.text())
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Document) : undefined
  } catch {
    return undefined
  }
}
