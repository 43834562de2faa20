import { chartWords } from '../../text/charts/words.ts'
import type { Locale } from '../../text/numbers.ts'
import { plain } from '../../text/numbers.ts'
import type { Drawn, Series } from './picture.ts'

/** The text alternative of a chart: its finding, its unit, and where each series begins, ends and turns. */
export function altOf(drawn: Drawn, locale: Locale): string {
  const words = chartWords[locale].alt
  const { categories, series } = drawn
  const opening = words.opening(drawn.title, drawn.subtitle)
  if (series.length === 0) return `${opening} ${chartWords[locale].nothing}`
  const number = (value: number) => plain(value, drawn.decimals, locale)
  const scope = drawn.horizontal ? [] : [words.years(categories[0] ?? '', categories.at(-1) ?? '')]
  const told = series.flatMap((one) => (drawn.horizontal ? ofNames(one) : ofYears(one)))
  return [opening, ...scope, ...told].join(' ')

  function ofNames({ label, values }: Series): string[] {
    return values.flatMap((value, at) =>
      value === null ? [] : [words.single(label, categories[at] ?? '', number(value))],
    )
  }

  function ofYears({ label, values }: Series): string[] {
    const known = values.filter((value) => value !== null)
    const [first, last] = [known[0], known.at(-1)]
    if (first === undefined || last === undefined) return []
    const [least, greatest] = [number(Math.min(...known)), number(Math.max(...known))]
    return [words.series({ label, from: number(first), to: number(last), least, greatest })]
  }
}
