import { isObject } from '../../../scenario/fields.ts'
import { escapeToken } from '../../../scenario/pointer.ts'
import type { Value } from '../cells.ts'

/** How a place of the document stands in the sheet; the words are those of the column «Tipo». */
export const kinds = {
  group: 'grupo',
  list: 'lista',
  text: 'texto',
  json: 'texto JSON',
  number: 'número',
  flag: 'sí/no',
  nothing: 'nulo',
  /** `{values, from}`: a value a year, each under its year. */
  series: 'serie por año',
  /** `{year: value}`, each under its year. */
  years: 'valores por año',
} as const
export type Kind = keyof typeof kinds

/** A place of the document that nobody gave: the default that stands there. */
export const usual = ' (por defecto)'

/** One row of the sheet of assumptions: a place of the document and what stands there. */
export interface DocumentRow {
  readonly pointer: string
  readonly kind: Kind
  readonly value: Value
  /** Values by calendar year, of `series` and `years`. */
  readonly byYear?: ReadonlyMap<number, number>
  readonly isDefault: boolean
}

export interface Span {
  readonly baseYear: number
  readonly length: number
}

/** Every place of a document in its own order, with the defaults that fill it in; a series stands in one row where its years are in the span. */
export function documentRows(document: unknown, filledIn: unknown, span: Span): DocumentRow[] {
  const rows: DocumentRow[] = []
  const walk = (given: unknown, whole: unknown, pointer: string): void => {
    const isDefault = given === undefined
    const here = isDefault ? whole : given
    const inYears = byYearOf(here, span)
    if (inYears !== undefined) rows.push({ pointer, isDefault, ...inYears })
    else if (typeof here !== 'object' || here === null) rows.push({ pointer, isDefault, ...leaf(here) })
    else {
      if (pointer !== '') rows.push({ pointer, kind: Array.isArray(here) ? 'list' : 'group', value: null, isDefault })
      const names = new Set([...Object.keys(here), ...(isObject(whole) && isObject(here) ? Object.keys(whole) : [])])
      for (const name of names) {
        const [mine, filled] = [own(given, name), own(whole, name)]
        if (mine !== undefined || filled !== undefined) walk(mine, filled, `${pointer}/${escapeToken(name)}`)
      }
    }
  }
  walk(document, filledIn, '')
  return rows
}

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

/** What a cell keeps as it is: no control character, no lone half of a pair, no blank at its ends, no more than Excel takes. */
const keepsInCell = (text: string): boolean =>
  /^(?:[^\p{Cc}\p{Cs}\uFFFE\uFFFF]|\n)*$/u.test(text) &&
  text.trim() === text &&
  text !== '' &&
  text.length < 30_000 &&
  !/_x[0-9A-Fa-f]{4}_/.test(text)

function leaf(value: unknown): { kind: Kind; value: Value } {
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'flag', value }
  if (typeof value !== 'string') return { kind: 'nothing', value: null }
  return keepsInCell(value) ? { kind: 'text', value } : { kind: 'json', value: jsonText(value) }
}

/** JSON in plain letters, so that no control character meets the file. */
const jsonText = (text: string): string =>
  JSON.stringify(text).replace(
    /[^\x20-\x7E\u00A0-\uD7FF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function byYearOf(
  value: unknown,
  { baseYear, length }: Span,
): Pick<DocumentRow, 'kind' | 'value' | 'byYear'> | undefined {
  if (!isObject(value)) return undefined
  const inside = (year: number) => Number.isInteger(year) && year >= baseYear && year < baseYear + length
  const numbers = (list: readonly unknown[]): list is readonly number[] => list.every((v) => typeof v === 'number')
  const { values, from } = value
  if (Array.isArray(values) && typeof from === 'number' && Object.keys(value).length === 2) {
    if (values.length === 0 || !numbers(values) || !inside(from) || !inside(from + values.length - 1)) return undefined
    return { kind: 'series', value: from, byYear: new Map(values.map((v, i) => [from + i, v])) }
  }
  const entries = Object.entries(value)
  if (
    entries.length === 0 ||
    !entries.every(([key, v]) => /^\d{4}$/.test(key) && inside(Number(key)) && typeof v === 'number')
  )
    return undefined
  return { kind: 'years', value: null, byYear: new Map(entries.map(([key, v]) => [Number(key), v as number])) }
}
