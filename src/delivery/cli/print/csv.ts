import type { ResultLine } from '../../../study/result.ts'

/**
 * A text cell of RFC 4180: quoted where it must be, and made harmless where a spreadsheet would take it for a formula
 * (first character = + - @, tab or return), by an apostrophe in front. Numbers never come through here.
 */
export function textCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A number as JSON writes it, with a decimal point; an undefined value is an empty cell. */
export const numberCell = (value: number | null): string => (value === null ? '' : String(value))

const newline = '\r\n'
export const csvHead = 'alternative,variant,line,keys,year,value,unit'

/** What of a result is told in long form. */
export interface LongForm {
  readonly years: { readonly base: number }
  readonly variants: readonly {
    readonly id: string
    readonly alternatives: readonly {
      readonly id: string
      readonly lines?: Readonly<Record<string, ResultLine>> | undefined
    }[]
  }[]
}

/** Every line of a result in long form: alternative, variant, line, keys, year, value, unit; one row a cell. */
export function* csvOf(result: LongForm): Generator<string> {
  yield csvHead + newline
  for (const variant of result.variants)
    for (const alternative of variant.alternatives)
      for (const [id, { unit, rows }] of Object.entries(alternative.lines ?? {}))
        for (const { at, values } of rows) {
          const keys = Object.entries(at).map(([dimension, member]) => `${dimension}=${member}`)
          const before = [alternative.id, variant.id, id, keys.join(';')].map(textCell).join(',')
          const after = textCell(unit)
          yield values.map((v, t) => `${before},${result.years.base + t},${numberCell(v)},${after}${newline}`).join('')
        }
}
