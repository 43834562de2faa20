import type { Locale } from '../../../text/numbers.ts'
import { chapterWords } from '../../../text/web/chapter.ts'
import { choiceOf } from '../../../text/web/chapter-choices.ts'
import type { Mark } from './number.ts'
import { fromPercent, markOf, readNumber } from './number.ts'
import type { Node } from './schema.ts'
import { kindOf, resolved, takesNumber, termsOf } from './schema.ts'

/** Cells that a spreadsheet put on the clipboard. */
export const cellsOf = (text: string): string[][] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))

export interface Pasted {
  /** Undefined empties the cell. */
  readonly value?: unknown
  readonly wrong?: true
  readonly twofold?: true
}

interface Reader {
  readonly key: string
  readonly node: Node
}

/** How a pasted block is read: one decimal mark for all of it, if any cell shows which. */
export interface Convention {
  readonly locale: Locale
  readonly mark?: Mark | undefined
}

export const conventionOf = (cells: readonly (readonly string[])[], locale: Locale): Convention => ({
  locale,
  mark: markOf(cells.flat()),
})

/** One pasted cell as a value of its column. */
export function pasted(text: string, { key, node }: Reader, { locale, mark }: Convention): Pasted {
  if (text === '') return {}
  const kind = kindOf(node)
  if (takesNumber(node)) return pastedNumber(text, { node, locale, mark })
  if (kind === 'boolean') return pastedFlag(text)
  if (kind !== 'choice') return { value: text }
  const found = (resolved(node).enum ?? []).find((value) => sounds(text, key, value))
  return found === undefined ? { wrong: true } : { value: found }
}

function pastedNumber(text: string, { node, locale, mark }: Convention & { node: Node }): Pasted {
  const { share } = termsOf(node)
  const read = readNumber(text, { locale, mark })
  if (read.kind === 'empty') return {}
  if (read.kind === 'wrong') return { wrong: true }
  // A sheet that keeps shares as percentages copies them with their sign.
  const value = share ? fromPercent(read.value) : read.value
  return read.kind === 'twofold' ? { value, twofold: true } : { value }
}

function pastedFlag(text: string): Pasted {
  const said = plainText(text)
  const means = (flag: boolean): boolean =>
    (['es', 'en'] as const).some((locale) => plainText(chapterWords[locale][flag ? 'yes' : 'no']) === said)
  if (means(true) || said === 'true' || said === 'x') return { value: true }
  return means(false) || said === 'false' ? { value: false } : { wrong: true }
}

const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}|[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** «Estrato 1», «1», "stratum1", «Urbana»: what planners write for a value of the document. */
function sounds(text: string, key: string, value: string): boolean {
  const said = plainText(text)
  const words = [value, choiceOf(key, value, 'es'), choiceOf(key, value, 'en')].map(plainText)
  if (words.includes(said) || words.some((word) => word.replace(/a$/, 'o') === said)) return true
  return key === 'class' && value === `stratum${said.replace(/^e(strato)?/, '')}`
}
