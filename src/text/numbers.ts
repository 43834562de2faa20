/** The languages in which the house speaks; Spanish as in Colombia unless English is asked for. */
export type Locale = 'es' | 'en'

const tags = { es: 'es-CO', en: 'en-US' } as const
const missing = '–'

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: Locale, decimals: number): Intl.NumberFormat {
  const key = `${locale}${decimals}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(tags[locale], {
    // The default leaves four-digit numbers without a separator in Spanish, so a column would mix 1234 and 12.345.
    useGrouping: 'always',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  })
  formatters.set(key, made)
  return made
}

/** A number with so many decimals, «1.234,5» in Spanish and "1,234.5" in English; what is not a number prints as «–». */
export function plain(value: number | null | undefined, decimals: number, locale: Locale = 'es'): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing
  return formatter(locale, decimals).format(value).replace('-', '−')
}

/** Pesos without decimals and without the unit: «1.234.568». */
export function money(value: number | null | undefined, locale: Locale = 'es'): string {
  return plain(value, 0, locale)
}

/** Millones de pesos: pesos in, millions with one decimal out, «1.234,5». */
export function millions(value: number | null | undefined, locale: Locale = 'es'): string {
  return plain(value === null || value === undefined ? null : value / 1e6, 1, locale)
}

/** A share as a percentage with one decimal: 0.125 gives «12,5 %» in Spanish and "12.5%" in English. */
export function percent(value: number | null | undefined, locale: Locale = 'es'): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing
  return `${plain(value * 100, 1, locale)}${locale === 'es' ? '\u00a0%' : '%'}`
}
