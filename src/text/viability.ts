import { plain as decimal, millions, percent } from './numbers.ts'

/** A sentence in the two languages. */
export interface Sentence {
  readonly es: string
  readonly en: string
}

/** What a test of viability found, for its sentence. */
export interface Found {
  readonly value: number
  readonly limit: number
  readonly year: number | null
}

type Say = (found: Found) => Sentence

const both = (es: string, en: string): Sentence => ({ es, en })
const m = (x: number, locale: 'es' | 'en') => millions(x, locale)

interface TestWords {
  readonly passed: Say
  readonly failed: Say
  readonly missing: Sentence
}

/** The sentences of each test: good, what would mend it, and what is missing to judge. */
export const viabilityWords: Readonly<Record<string, TestWords>> = Object.freeze({
  cash: {
    passed: ({ value, year }) =>
      both(
        `La caja nunca es negativa: su menor saldo es ${m(value, 'es')} millones (${year}).`,
        `Cash is never negative: its lowest balance is ${m(value, 'en')} million (${year}).`,
      ),
    failed: ({ value, year }) =>
      both(
        `La caja cae a ${m(value, 'es')} millones en ${year}. Consiga aportes o un crédito por ese valor, o aplace inversiones.`,
        `Cash falls to ${m(value, 'en')} million in ${year}. Find grants or a loan for that amount, or put off investments.`,
      ),
    missing: both('No hay caja que evaluar.', 'There is no cash to judge.'),
  },
  planNpv: {
    passed: ({ value }) =>
      both(
        `El valor presente del plan con sus aportes es ${m(value, 'es')} millones.`,
        `The plan's present value with its contributions is ${m(value, 'en')} million.`,
      ),
    failed: ({ value }) =>
      both(
        `El valor presente del plan es ${m(value, 'es')} millones. Faltan ingresos o aportes por ese valor, en pesos del año base.`,
        `The plan's present value is ${m(value, 'en')} million. Income or contributions of that amount are lacking, in base-year pesos.`,
      ),
    missing: both('No se puede calcular el valor presente.', 'The present value cannot be computed.'),
  },
  debtServiceCover: {
    passed: ({ value, limit, year }) =>
      both(
        `La caja de operación cubre al menos ${decimal(value, 2, 'es')} veces el servicio de la deuda (${year}); se piden ${decimal(limit, 2, 'es')}.`,
        `Operating cash covers debt service at least ${decimal(value, 2, 'en')} times (${year}); ${decimal(limit, 2, 'en')} is asked.`,
      ),
    failed: ({ value, limit, year }) =>
      both(
        `En ${year} la caja de operación cubre ${decimal(value, 2, 'es')} veces el servicio de la deuda y se piden ${decimal(limit, 2, 'es')}. Alargue el plazo, baje el crédito o suba los ingresos.`,
        `In ${year} operating cash covers debt service ${decimal(value, 2, 'en')} times and ${decimal(limit, 2, 'en')} is asked. Lengthen the term, lower the loan or raise income.`,
      ),
    missing: both('No hay servicio de deuda que cubrir.', 'There is no debt service to cover.'),
  },
  subsidyFunding: {
    passed: () =>
      both('El déficit de subsidios queda financiado todos los años.', 'The subsidy deficit is funded every year.'),
    failed: ({ value, year }) =>
      both(
        `En ${year} quedan ${m(value, 'es')} millones de subsidios sin financiar. Aumente el giro del FSRI o ajuste los factores.`,
        `In ${year}, ${m(value, 'en')} million of subsidies are left unfunded. Raise the fund's transfer or adjust the factors.`,
      ),
    missing: both('No hay subsidios que evaluar.', 'There are no subsidies to judge.'),
  },
  affordability: {
    passed: ({ value, limit, year }) =>
      both(
        `La tarifa llega a lo sumo a ${percent(value, 'es')} del ingreso del hogar (${year}); el límite es ${percent(limit, 'es')}.`,
        `The tariff reaches at most ${percent(value, 'en')} of household income (${year}); the limit is ${percent(limit, 'en')}.`,
      ),
    failed: ({ value, limit, year }) =>
      both(
        `En ${year} la tarifa llega a ${percent(value, 'es')} del ingreso del hogar; el límite es ${percent(limit, 'es')}. Baje costos o aumente subsidios.`,
        `In ${year} the tariff reaches ${percent(value, 'en')} of household income; the limit is ${percent(limit, 'en')}. Lower costs or raise subsidies.`,
      ),
    missing: both('Faltan los ingresos de los hogares por estrato.', 'Household incomes by stratum are missing.'),
  },
  landfill: {
    passed: () =>
      both(
        'Hay sitio de disposición para todos los años del plan.',
        'There is a disposal site for every year of the plan.',
      ),
    failed: ({ value, year }) =>
      both(
        `En ${year} faltan ${decimal(value, 0, 'es')} m³ de relleno. Agregue un sitio o aproveche más.`,
        `In ${year}, ${decimal(value, 0, 'en')} m³ of landfill are lacking. Add a site or recover more.`,
      ),
    missing: both('La alternativa no tiene sitios de disposición.', 'The alternative has no disposal sites.'),
  },
  licensedDisposal: {
    passed: () =>
      both(
        'Ninguna tonelada va a un botadero ni queda fuera de una licencia declarada.',
        'No tonne goes to a dump or past a stated licence.',
      ),
    failed: ({ value, year }) =>
      both(
        `En ${year} van ${decimal(value, 0, 'es')} t a un botadero o fuera de la licencia. Use un sitio licenciado o prorrogue la licencia.`,
        `In ${year}, ${decimal(value, 0, 'en')} t go to a dump or past a licence. Use a licensed site or extend the licence.`,
      ),
    missing: both('La alternativa no tiene sitios de disposición.', 'The alternative has no disposal sites.'),
  },
  costsFunded: {
    passed: ({ value, limit }) =>
      both(
        `Los ingresos y aportes (${m(value, 'es')} millones, valor presente) cubren los costos (${m(limit, 'es')}).`,
        `Income and contributions (${m(value, 'en')} million, present value) cover the costs (${m(limit, 'en')}).`,
      ),
    failed: ({ value, limit }) =>
      both(
        `Los ingresos y aportes valen ${m(value, 'es')} millones y los costos ${m(limit, 'es')}: faltan ${m(limit - value, 'es')} de valor presente. Suba la tarifa o consiga aportes.`,
        `Income and contributions are worth ${m(value, 'en')} million and costs ${m(limit, 'en')}: ${m(limit - value, 'en')} of present value are lacking. Raise the tariff or find grants.`,
      ),
    missing: both('No se puede calcular el valor presente.', 'The present value cannot be computed.'),
  },
})

/** What the legal-limits test says of the worst factor. */
export function legalLimitSentence(
  found: Found & { userClass: string; municipality: string; article: string; upper: boolean },
): Sentence {
  const { value, limit, year, userClass, municipality, article, upper } = found
  const [es, en] = upper ? ['no puede pasar de', 'may not exceed'] : ['debe ser al menos', 'must be at least']
  return both(
    `En ${year} el factor de ${userClass} en ${municipality} es ${percent(value, 'es')} y ${es} ${percent(limit, 'es')} (${article}).`,
    `In ${year} the factor of ${userClass} in ${municipality} is ${percent(value, 'en')} and ${en} ${percent(limit, 'en')} (${article}).`,
  )
}

export const legalLimitsKept: Sentence = both(
  'Todos los factores están dentro de los límites legales de cada año.',
  "Every factor is within each year's legal limits.",
)
export const legalLimitsMissing: Sentence = both(
  'No hay límites legales vigentes para esos años.',
  'No legal limits are in force for those years.',
)
