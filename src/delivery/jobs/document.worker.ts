import { readPlan } from '../../study/read-plan.ts'
import type { Locale } from '../../text/numbers.ts'
import { reportOf } from '../report/report.ts'
import { workbookOf } from '../workbook/plan-workbook.ts'
import type { Answer } from './job.ts'
import type { DocumentRequest } from './kinds/documents.ts'
import { documentTypes } from './kinds/documents.ts'
import type { DocumentTask } from './threads.ts'

/** What a thread does for a document: libro de cálculo o documento del plan, in base64. */
export default async function runDocument({ request, locale }: DocumentTask): Promise<Answer> {
  const { kind, document, asked } = request
  const read = readPlan(document)
  if (!read.ok) throw new Error('a plan that was accepted cannot be read')
  const source = { scenario: read.scenario, document }
  const format = kind === 'workbook' ? 'xlsx' : (asked.format ?? 'pdf')
  const bytes =
    format === 'xlsx' ? await xlsx(source, asked, locale) : await paper(source, { ...asked, format }, locale)
  return { type: documentTypes[format], body: Buffer.from(bytes).toString('base64') }
}

type Source = { readonly scenario: Extract<ReturnType<typeof readPlan>, { ok: true }>['scenario']; document: unknown }

async function xlsx(source: Source, asked: DocumentRequest['asked'], locale: Locale): Promise<Uint8Array> {
  const { alternative, variant, money } = asked
  const book = await workbookOf(source, { alternative, variant, money, locale })
  if (!book.ok) throw new Error(`a workbook that was accepted cannot be made: ${book.field}`)
  return book.bytes
}

async function paper(
  source: Source,
  asked: DocumentRequest['asked'] & { readonly format: 'pdf' | 'docx' },
  locale: Locale,
): Promise<Uint8Array> {
  return await reportOf(source, { ...asked, locale })
}
