import type { Locale } from '../../../text/numbers.ts'
import { plain } from '../../../text/numbers.ts'

export type Values = readonly (number | null)[]
export type Write = (value: number | null) => string

/** What rounds to nothing carries no minus. */
function rounded(value: number | null, count: number, locale: Locale): string {
  return plain(value !== null && Math.abs(value) < 0.5 / 10 ** count ? 0 : value, count, locale)
}

/** Numbers with so many decimals, multiplied by `scale` (100 for shares in a column of percentages). */
export const decimals =
  (locale: Locale, count: number, scale = 1): Write =>
  (value) =>
    rounded(value === null ? null : value * scale, count, locale)

/** Pesos in, millions with one decimal out. */
export const inMillions = (locale: Locale): Write => decimals(locale, 1, 1e-6)

/** Shares as percentages with one decimal, the sign in the head. */
export const inPercent = (locale: Locale): Write => decimals(locale, 1, 100)

/** A number that stands alone: as many decimals as its size asks for. */
export function readable(value: number | null, locale: Locale): string {
  if (value === null) return plain(null, 0, locale)
  const size = Math.abs(value)
  if (size === 0 || size >= 1000 || (Number.isInteger(value) && size < 1000)) return plain(value, 0, locale)
  const count = size >= 100 ? 1 : size >= 1 ? 2 : Math.min(8, 2 - Math.floor(Math.log10(size)))
  return plain(value, count, locale)
    .replace(/(?<=[.,]\d*?)0+$/u, '')
    .replace(/[.,]$/u, '')
}

/** A year with plain digits; «–» where there is none. */
export const yearText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : String(value)
