import type { Entry, Expr } from '../../../formula/entry.ts'
import { references } from '../../../formula/entry.ts'
import { renderText } from '../../../formula/render.ts'
import { book } from '../../../model/book.ts'
import type { Cell } from '../../../study/explain.ts'
import { explanationWords, functionWord } from '../../../text/cli/explanation.ts'
import type { Locale } from '../../../text/numbers.ts'
import { plain } from '../../../text/numbers.ts'
import { reduce } from './reduce.ts'

/** A number that can be read and still multiplied by hand: decimals as its size asks for. A year keeps its plain digits. */
export function readable(value: number | null, locale: Locale, id = ''): string {
  if (value === null) return explanationWords[locale].noValue
  if (/year$/iu.test(id) && Number.isInteger(value) && value > 1900 && value < 2300) return String(value)
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 1e5) return plain(value, 0, locale)
  if (size >= 100) return plain(value, 2, locale)
  const decimals = size >= 1 ? 4 : Math.min(12, 4 - Math.floor(Math.log10(size)))
  return plain(value, decimals, locale)
    .replace(/(?<=[.,]\d*?)0+$/u, '')
    .replace(/[.,]$/u, '')
}

const exprOf = (id: string): Expr | undefined => {
  const entry = book.byId.get(id)
  return entry?.type === 'line' ? book.formulas.get(entry) : undefined
}

/** The formula of a line with labels for names; empty where it has none. */
export function formulaInWords(id: string, locale: Locale): string {
  const expr = exprOf(id)
  return expr ? render(expr, locale, (entry) => entry[locale]) : ''
}

/** A formula as it ruled at one cell. */
export interface RuledFormula {
  readonly words: string
  readonly numbers: string
  /** It is a part of the line's formula: other branches rule elsewhere. */
  readonly partial: boolean
  /** What the part that ruled does not name: the conditions that chose it. */
  readonly conditions: readonly Cell[]
}

/** The part of a line's formula that ruled at a cell, with labels and with the values of its operands. */
export function ruledFormula(id: string, operands: readonly Cell[], locale: Locale): RuledFormula | undefined {
  const whole = exprOf(id)
  if (!whole) return undefined
  const cells = new Map<string, Cell[]>()
  for (const o of operands) cells.set(o.id, [...(cells.get(o.id) ?? []), o])
  const only = (ref: string): Cell | undefined => (cells.get(ref)?.length === 1 ? cells.get(ref)?.[0] : undefined)
  const expr = reduce(whole, {
    value: (ref) => {
      const cell = only(ref)
      return cell === undefined ? undefined : (cell.value ?? Number.NaN)
    },
    wasRead: (ref) => cells.has(ref),
  })
  const used = new Set(references(expr).map((entry) => entry.id))
  const numbers = render(expr, locale, (entry) => {
    const cell = only(entry.id)
    const count = cells.get(entry.id)?.length ?? 0
    if (cell) return bracketed(readable(cell.value, locale, cell.id), cell.value)
    return count === 0 ? `«${entry[locale]}»` : `«${entry[locale]}» (${explanationWords[locale].values(count)})`
  })
  const alone = /^\((−[^()]+)\)$/u
  const conditions = operands.filter((o) => !used.has(o.id) && o.kind !== 'constant')
  return {
    words: render(expr, locale, (entry) => entry[locale]),
    numbers: numbers.replace(alone, '$1'),
    partial: conditions.length > 0,
    conditions,
  }
}

const bracketed = (text: string, value: number | null): string => (value !== null && value < 0 ? `(${text})` : text)

const symbols: readonly (readonly [RegExp, string])[] = [
  [/ \* /gu, ' × '],
  [/ == /gu, ' = '],
  [/ != /gu, ' ≠ '],
  [/ <= /gu, ' ≤ '],
  [/ >= /gu, ' ≥ '],
  [/-/gu, '−'],
]

/** Names stand as marks while the text is translated, so that no word or number of theirs is touched. */
function render(expr: Expr, locale: Locale, name: (entry: Entry) => string): string {
  const names: string[] = []
  const marked = renderText(expr, (ref) => `⟦${names.push(name(ref)) - 1}⟧`)
  const separated = locale === 'es' ? marked.replaceAll(', ', '; ') : marked
  const said = separated
    .replace(/\b([a-zA-Z]+)\(\)/gu, (_, fn: string) => functionWord(fn, locale))
    .replace(/\b([a-zA-Z]+)\(/gu, (_, fn: string) => `${functionWord(fn, locale)}(`)
    .replace(/ (and|or) /gu, (_, fn: string) => ` ${functionWord(fn, locale)} `)
  return symbols
    .reduce((text, [from, to]) => text.replace(from, to), said)
    .replace(/⟦(\d+)⟧/gu, (_, place: string) => names[Number(place)] ?? '')
}
