import type { Locale } from '../../text/numbers.ts'

interface Preference {
  name: string
  quality: number
}

/** The entries of an Accept header with their quality, in the order given; malformed ones are left out. */
function preferences(header: string): Preference[] {
  return header.split(',').flatMap((entry) => {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    const given = parameters.find((parameter) => parameter.startsWith('q='))
    const quality = given === undefined ? 1 : Number(given.slice(2))
    return name === '' || !(quality >= 0 && quality <= 1) ? [] : [{ name, quality }]
  })
}

/** The language asked for by Accept-Language; Spanish unless English is preferred. */
export function chooseLocale(header: string | undefined): Locale {
  let best: { locale: Locale; quality: number } = { locale: 'es', quality: 0 }
  for (const { name, quality } of preferences(header ?? '')) {
    const language = name.split('-')[0]
    const locale = language === 'en' ? 'en' : language === 'es' || language === '*' ? 'es' : undefined
    if (locale !== undefined && quality > best.quality) best = { locale, quality }
  }
  return best.locale
}

/** Whether an Accept header lets us answer in JSON; the most specific entry decides, as RFC 9110 has it. */
export function acceptsJson(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true
  const entries = preferences(header)
  const most = (names: readonly string[]): number | undefined => {
    const found = entries.filter(({ name }) => names.includes(name)).map(({ quality }) => quality)
    return found.length === 0 ? undefined : Math.max(...found)
  }
  const quality = most(['application/json', 'application/problem+json']) ?? most(['application/*']) ?? most(['*/*'])
  return (quality ?? 0) > 0
}
