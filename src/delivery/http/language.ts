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

/** The first of the names that a header of preferences takes; undefined where it takes none. */
export function firstTaken<Name extends string>(header: string, names: readonly Name[]): Name | undefined {
  const entries = preferences(header)
  const qualityOf = (name: string): number | undefined => entries.find((entry) => entry.name === name)?.quality
  return names.find((name) => (qualityOf(name) ?? qualityOf('*') ?? 0) > 0)
}

const families = (type: string): string[] => [type, `${type.split('/')[0]}/*`, '*/*']

/** Whether an Accept header takes one of the types; the most specific entry for a type decides, as RFC 9110 has it. */
export function acceptsAny(header: string | undefined, types: readonly string[]): boolean {
  if (header === undefined || header.trim() === '' || types.includes('*/*')) return true
  const entries = preferences(header)
  const qualityOf = (type: string): number => {
    for (const family of families(type)) {
      const found = entries.filter(({ name }) => name === family).map(({ quality }) => quality)
      if (found.length > 0) return Math.max(...found)
    }
    return 0
  }
  return types.some((type) => qualityOf(type) > 0)
}
