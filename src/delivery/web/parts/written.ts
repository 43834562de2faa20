import type { Locale } from '../../../text/numbers.ts'
import { millions, money, percent, plain } from '../../../text/numbers.ts'
import { unitInWords } from '../../../text/units.ts'

export type Way = 'millions' | 'pesos' | 'percent' | 'year' | 'times' | 'count' | 'tenths' | 'small'

const times: ReadonlySet<string> = new Set([
  'benefitCostRatio',
  'debtServiceCover',
  'currentRatio',
  'operatingCoefficient',
  'inflationIndex',
])
const years: ReadonlySet<string> = new Set(['paybackYear', 'landfillEndYear', 'nextSiteStartYear'])

/** How a line's numbers are read: money in millions, tariffs in pesos, shares as percentages. */
export function wayOf(id: string, unit: string): Way {
  if (years.has(id)) return 'year'
  if (times.has(id)) return 'times'
  if (unit === 'COP' || unit === 'COP/year') return 'millions'
  if (unit.startsWith('COP')) return 'pesos'
  if (unit === 'share') return 'percent'
  return unit === 'year' || unit === 'years' ? 'tenths' : 'count'
}

const minus = (value: number, digits: number): number => (Math.abs(value) < 0.5 / 10 ** digits ? 0 : value)

export function written(value: number | null | undefined, way: Way, locale: Locale): string {
  if (value === null || value === undefined) return plain(null, 0, locale)
  if (way === 'millions') return millions(minus(value / 1e6, 1) * 1e6, locale)
  if (way === 'pesos') return money(minus(value, 0), locale)
  if (way === 'percent') return percent(minus(value * 100, 1) / 100, locale)
  if (way === 'year') return String(Math.round(value))
  if (way === 'times') return plain(minus(value, 2), 2, locale)
  if (way === 'tenths') return plain(minus(value, 1), 1, locale)
  if (way === 'small') return plain(minus(value, 4), 4, locale)
  return plain(minus(value, 0), 0, locale)
}

/** The unit as it stands in a head. */
export function unitOf(way: Way, unit: string, locale: Locale): string {
  if (way === 'millions') return locale === 'es' ? 'millones' : 'million'
  if (way === 'percent' || way === 'year') return ''
  if (way === 'times') return locale === 'es' ? 'veces' : 'times'
  return unitInWords(unit, locale)
}
