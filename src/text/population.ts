import { percent, plain } from './numbers.ts'
import type { Sentence } from './viability.ts'

type Zone = 'urban' | 'rural'

const both = (write: (locale: 'es' | 'en') => string): Sentence => ({ es: write('es'), en: write('en') })
const inZone = (zone: Zone, locale: 'es' | 'en'): string =>
  locale === 'en' ? `the ${zone} zone` : zone === 'urban' ? 'la zona urbana' : 'la zona rural'

const methods: Readonly<Record<string, Sentence>> = {
  arithmetic: { es: 'aritmético', en: 'arithmetic' },
  geometric: { es: 'geométrico', en: 'geometric' },
  exponential: { es: 'exponencial', en: 'exponential' },
  wappaus: { es: 'de Wappaus', en: 'Wappaus' },
}
const methodWord = (method: string, locale: 'es' | 'en'): string => methods[method]?.[locale] ?? method

interface Compared {
  readonly zone: Zone
  readonly year: number
  readonly projected: number
  readonly measured: number
}

/** What a planner should check in the population before trusting the rest [6.1]. */
export const populationWords = Object.freeze({
  baseYearCensus: ({ zone, year, projected, measured }: Compared): Sentence =>
    both((locale) => {
      const [p, m, gap] = [
        plain(projected, 0, locale),
        plain(measured, 0, locale),
        percent(projected / measured - 1, locale),
      ]
      return locale === 'es'
        ? `En ${year} la proyección da ${p} habitantes en ${inZone(zone, locale)} y la cifra oficial de ese año es ${m} (${gap}); revise que el año base y su población sean los mismos.`
        : `In ${year} the projection gives ${p} inhabitants in ${inZone(zone, locale)} and the official figure of that year is ${m} (${gap}); check that the base year and its population match.`
    }),
  baseYearUsers: ({ zone, year, projected, measured }: Compared): Sentence =>
    both((locale) => {
      const [p, m, gap] = [
        plain(projected, 0, locale),
        plain(measured, 0, locale),
        percent(projected / measured - 1, locale),
      ]
      return locale === 'es'
        ? `En ${year} la proyección da ${p} habitantes en ${inZone(zone, locale)} y los domicilios por sus personas dan ${m} (${gap}); revise los censos, el año base o «persons».`
        : `In ${year} the projection gives ${p} inhabitants in ${inZone(zone, locale)} and dwellings times persons give ${m} (${gap}); check the censuses, the base year or "persons".`
    }),
  censusRate: (zone: Zone, years: readonly [number, number], rate: number): Sentence =>
    both((locale) => {
      const r = percent(rate, locale)
      return locale === 'es'
        ? `Entre ${years[0]} y ${years[1]} la población de ${inZone(zone, locale)} cambia ${r} al año, fuera de lo usual (de −5 % a +10 %); revise las cifras y sus años.`
        : `Between ${years[0]} and ${years[1]} the population of ${inZone(zone, locale)} changes ${r} a year, outside the usual (−5 % to +10 %); check the figures and their years.`
    }),
  vanishes: (zone: Zone, year: number): Sentence =>
    both((locale) =>
      locale === 'es'
        ? `La proyección deja sin habitantes a ${inZone(zone, locale)} en ${year}; use otro método, por ejemplo «geometric».`
        : `The projection leaves ${inZone(zone, locale)} without inhabitants in ${year}; use another method, for example "geometric".`,
    ),
  steepGrowth: (rate: number): Sentence =>
    both((locale) => {
      const r = percent(rate, locale)
      return locale === 'es'
        ? `El crecimiento es de ${r} al año, fuera de lo usual; las tasas son fracciones: 1,5 % se escribe 0.015.`
        : `The growth is ${r} a year, outside the usual; rates are fractions: 1.5 % is written 0.015.`
    }),
  variant: (end: 'low' | 'high', towns: readonly { name: string; method: string; people: number }[]): Sentence =>
    both((locale) => {
      const list = towns.map(({ name, method, people }) => {
        const m = methodWord(method, locale)
        const p = plain(people, 0, locale)
        return locale === 'es' ? `${name}, método ${m} (${p})` : `${name}, ${m} method (${p})`
      })
      return locale === 'es'
        ? `Este escenario no lo trae el plan: se construyó con el método permitido que da ${end === 'low' ? 'menos' : 'más'} habitantes al horizonte: ${list.join('; ')}.`
        : `This scenario is not the plan's own: it was built with the permitted method that gives the ${end === 'low' ? 'fewest' : 'most'} inhabitants at the horizon: ${list.join('; ')}.`
    }),
  variantNames: {
    low: { es: 'Población baja', en: 'Low population' },
    high: { es: 'Población alta', en: 'High population' },
  },
  noVariants: {
    es: 'No se construyeron escenarios de población: los censos no dan dos métodos permitidos con resultados distintos.',
    en: 'No population scenarios were built: the censuses do not give two permitted methods with different results.',
  },
  ownVariants: {
    es: 'El plan trae sus propios escenarios; no se construyeron los de población.',
    en: 'The plan brings its own scenarios; those of population were not built.',
  },
})
