import { millions, percent } from './numbers.ts'
import type { Sentence } from './viability.ts'

const locales = ['es', 'en'] as const
type Locale = (typeof locales)[number]

interface YearSums {
  readonly year: number
  readonly contributions: number
  readonly subsidies: number
  readonly fundTransfer: number
  readonly surplus: number
  readonly unfunded: number
}

const both = (write: (locale: Locale) => string): Sentence => ({ es: write('es'), en: write('en') })

function sums({ contributions, subsidies, fundTransfer, surplus }: YearSums, locale: Locale): string {
  const m = (value: number) => millions(value, locale)
  const toFund = surplus > 0
  return locale === 'es'
    ? `subsidios por ${m(subsidies)} millones, contribuciones por ${m(contributions)} y ${toFund ? `${m(surplus)} al` : `${m(fundTransfer)} del`} fondo de solidaridad`
    : `subsidies of ${m(subsidies)} million, contributions of ${m(contributions)} and ${toFund ? `${m(surplus)} to` : `${m(fundTransfer)} from`} the solidarity fund`
}

/** What keeps a year's balance from closing, by the limit's id. */
export interface Limit {
  readonly limit: string
  readonly value: number | null
  readonly article: string | null
  readonly userClass: string | null
}

const named = (userClass: string | null, locale: Locale): string =>
  (userClass ?? '').replace('stratum', locale === 'es' ? 'estrato ' : 'stratum ')

const limitWords: Readonly<Record<string, (of: Limit, locale: Locale) => string>> = {
  noTariff: (_, locale) =>
    locale === 'es' ? 'la tarifa o el giro del fondo no tiene valor' : "the tariff or the fund's transfer has no value",
  fundLimit: ({ value }, locale) =>
    locale === 'es'
      ? `el fondo gira a lo sumo ${millions(value, locale)} millones`
      : `the fund transfers ${millions(value, locale)} million at most`,
  legalMaximum: ({ value, article }, locale) =>
    locale === 'es'
      ? `la contribución no puede pasar de ${percent(value, locale)} (${article})`
      : `the contribution may not exceed ${percent(value, locale)} (${article})`,
  maximumContribution: ({ value }, locale) =>
    locale === 'es'
      ? `la contribución no puede pasar del ${percent(value, locale)} pedido`
      : `the contribution may not exceed the ${percent(value, locale)} asked for`,
  noContributors: (_, locale) => (locale === 'es' ? 'no hay usuarios que contribuyan' : 'no users contribute'),
  minimumSubsidy: ({ value, userClass }, locale) =>
    locale === 'es'
      ? `el subsidio del ${named(userClass, locale)} no baja de ${percent(value, locale)}`
      : `the subsidy of ${named(userClass, locale)} does not fall below ${percent(value, locale)}`,
}

/** The verdict on a year of the balance of subsidies and contributions. */
export const balanceVerdict = Object.freeze({
  unchanged: (of: YearSums): Sentence =>
    both((locale) =>
      locale === 'es'
        ? `En ${of.year} el balance cierra con los factores del plan: ${sums(of, locale)}.`
        : `In ${of.year} the balance closes with the plan's factors: ${sums(of, locale)}.`,
    ),
  adjusted: (of: YearSums): Sentence =>
    both((locale) =>
      locale === 'es'
        ? `En ${of.year} el balance cierra con los factores propuestos: ${sums(of, locale)}.`
        : `In ${of.year} the balance closes with the proposed factors: ${sums(of, locale)}.`,
    ),
  infeasible: (of: YearSums & { readonly blockedBy: readonly Limit[] }): Sentence =>
    both((locale) => {
      const limits = of.blockedBy.map((limit) => limitWords[limit.limit]?.(limit, locale) ?? limit.limit).join('; ')
      return locale === 'es'
        ? `En ${of.year} el balance no cierra y faltan ${millions(of.unfunded, locale)} millones: ${limits}.`
        : `In ${of.year} the balance does not close and ${millions(of.unfunded, locale)} million are lacking: ${limits}.`
    }),
})

/** A grant that pays for what its source may not. */
export const sgpUse = (grant: { id: string; source: 'sgp' | 'royalties'; article: string; uses: string }): Sentence => {
  const { id, source, article, uses } = grant
  return source === 'sgp'
    ? {
        es: `El aporte «${id}» paga operación con recursos del SGP, que solo pueden ir a: ${uses} (${article}). Páselo a «capital», o sosténgalo con tarifas o recursos propios.`,
        en: `The grant "${id}" pays for operation with SGP money, which may only go to: ${uses} (${article}). Make it "capital", or carry it with tariffs or own resources.`,
      }
    : {
        es: `El aporte «${id}» paga operación con regalías; se le piden los mismos usos que al SGP: ${uses} (${article}). Páselo a «capital», o sosténgalo con tarifas o recursos propios.`,
        en: `The grant "${id}" pays for operation with royalties; the same uses are asked of them as of the SGP: ${uses} (${article}). Make it "capital", or carry it with tariffs or own resources.`,
      }
}
