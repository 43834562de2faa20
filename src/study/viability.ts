import { landfillShortfall, siteDisposal, volumePerTonne } from '../model/1-projections/landfill.ts'
import { affordability, unfundedSubsidy } from '../model/4-tariffs/billing.ts'
import { providerCash } from '../model/6-statements/cash.ts'
import { debtServiceCover } from '../model/6-statements/ratios.ts'
import { totalUses } from '../model/6-statements/sources-uses.ts'
import { planNpv, pvCosts, pvFunding, pvUses } from '../model/7-evaluation/figures.ts'
import { negligible } from '../model/constants.ts'
import type { Found, Sentence } from '../text/viability.ts'
import { legalLimitSentence, legalLimitsKept, legalLimitsMissing, viabilityWords } from '../text/viability.ts'
import { breaksLegalLimits, legalBreaches } from './legal-limits.ts'
import type { AlternativeRun } from './run.ts'
import { figureOf, rowsOf, series, totalOf } from './run.ts'

/** One test of viability: its worst value, its limit and what would mend it. */
export interface ViabilityTest {
  readonly id: string
  /** Null where it was not evaluated. */
  readonly passed: boolean | null
  readonly value: number | null
  readonly limit: number | null
  readonly year: number | null
  readonly message: Sentence
}

const relative = negligible.value

/** Viabilidad del plan [11.3]: every test in its order; `viable` is that none fails. */
export function viabilityOf(of: AlternativeRun): ViabilityTest[] {
  return [
    cashTest,
    planNpvTest,
    coverTest,
    subsidyTest,
    legalTest,
    affordabilityTest,
    landfillTest,
    licenceTest,
    fundedTest,
  ].map((test) => test(of))
}

/** The same verdict alone, with no more tests than it takes: a simulation asks for it thousands of times. */
export const isViableIn = (of: AlternativeRun): boolean =>
  cheapestFirst.every((test) => test(of).passed !== false) && !breaksLegalLimits(of)

const cheapestFirst: readonly ((of: AlternativeRun) => ViabilityTest)[] = [
  cashTest,
  planNpvTest,
  fundedTest,
  coverTest,
  subsidyTest,
  landfillTest,
  licenceTest,
  affordabilityTest,
]

export const isViable = (tests: readonly ViabilityTest[]): boolean => tests.every((t) => t.passed !== false)

/**
 * The sentence is worked out when it is read: a simulation judges thousands of draws and says none of them. A getter of
 * the class, because one in each object gives each a shape of its own, and memory fills with them.
 */
class Judged implements ViabilityTest {
  readonly id: string
  readonly passed: boolean
  readonly value: number
  readonly limit: number
  readonly year: number | null

  constructor(id: string, passed: boolean, { value, limit, year }: Found) {
    this.id = id
    this.passed = passed
    this.value = value
    this.limit = limit
    this.year = year
  }

  get message(): Sentence {
    const words = viabilityWords[this.id] as (typeof viabilityWords)[string]
    return this.passed ? words.passed(this) : words.failed(this)
  }
}

const judged = (id: string, passed: boolean, found: Found): ViabilityTest => new Judged(id, passed, found)

const notEvaluated = (id: string, limit: number): ViabilityTest => ({
  id,
  passed: null,
  value: null,
  limit,
  year: null,
  message: (viabilityWords[id] as (typeof viabilityWords)[string]).missing,
})

/** The year of the worst value by `worse`, from `first` on; undefined where no year has a value. */
function worstYear(
  values: ArrayLike<number>,
  first: number,
  worse: (a: number, b: number) => boolean,
): number | undefined {
  let worst: number | undefined
  for (let t = first; t < values.length; t += 1) {
    if (Number.isNaN(values[t])) continue
    if (worst === undefined || worse(values[t] as number, values[worst] as number)) worst = t
  }
  return worst
}

const lower = (a: number, b: number): boolean => a < b
const higher = (a: number, b: number): boolean => a > b

function cashTest(of: AlternativeRun): ViabilityTest {
  const cash = series(of, providerCash)
  const uses = series(of, totalUses)
  const t = worstYear(cash, 0, lower) as number
  const passed = cash.every((c, s) => c >= -relative * Math.max(1, uses[s] as number))
  return judged('cash', passed, { value: cash[t] as number, limit: 0, year: of.scenario.baseYear + t })
}

function planNpvTest(of: AlternativeRun): ViabilityTest {
  const value = figureOf(of, planNpv)
  return judged('planNpv', value >= -relative * Math.max(1, figureOf(of, pvUses)), { value, limit: 0, year: null })
}

function coverTest(of: AlternativeRun): ViabilityTest {
  const limit = of.scenario.economy.minimumDebtServiceCover
  const cover = series(of, debtServiceCover)
  const t = worstYear(cover, 1, lower)
  if (t === undefined) return notEvaluated('debtServiceCover', limit)
  const value = cover[t] as number
  return judged('debtServiceCover', value >= limit - relative * Math.max(1, limit), {
    value,
    limit,
    year: of.scenario.baseYear + t,
  })
}

function subsidyTest(of: AlternativeRun): ViabilityTest {
  const unfunded = totalOf(of, unfundedSubsidy)
  const uses = series(of, totalUses)
  const t = worstYear(unfunded, 1, higher) as number
  const passed = unfunded.every((u, s) => s === 0 || u <= relative * Math.max(1, uses[s] as number))
  return judged('subsidyFunding', passed, { value: unfunded[t] as number, limit: 0, year: of.scenario.baseYear + t })
}

function legalTest(of: AlternativeRun): ViabilityTest {
  const { breaches, judged: hasLimits } = legalBreaches(of)
  const [first] = breaches
  if (!first)
    return {
      id: 'legalLimits',
      passed: hasLimits ? true : null,
      value: null,
      limit: null,
      year: null,
      message: hasLimits ? legalLimitsKept : legalLimitsMissing,
    }
  const worst = breaches.reduce((a, b) => (Math.abs(b.value - b.limit) > Math.abs(a.value - a.limit) ? b : a), first)
  return {
    id: 'legalLimits',
    passed: false,
    value: worst.value,
    limit: worst.limit,
    year: worst.year,
    message: legalLimitSentence(worst),
  }
}

function affordabilityTest(of: AlternativeRun): ViabilityTest {
  const limit = of.scenario.economy.affordabilityLimit
  let value = Number.NaN
  let year: number | null = null
  for (const { values } of rowsOf(of, affordability)) {
    const t = worstYear(values, 1, higher)
    if (t === undefined || (values[t] as number) <= value) continue
    value = values[t] as number
    year = of.scenario.baseYear + t
  }
  if (year === null) return notEvaluated('affordability', limit)
  return judged('affordability', value <= limit + relative, { value, limit, year })
}

function landfillTest(of: AlternativeRun): ViabilityTest {
  if (of.places.alternative.sites.length === 0) return notEvaluated('landfill', 0)
  const { financial } = of.scenario.horizon
  const shortfall = series(of, landfillShortfall).subarray(0, financial + 1)
  const t = worstYear(shortfall, 1, higher) as number
  const value = shortfall[t] as number
  return judged('landfill', value <= relative * Math.max(1, value), { value, limit: 0, year: of.scenario.baseYear + t })
}

/** Tonnes of each year that a site takes as a dump, past its licence's last year or beyond its volume. */
export function unlicensedTonnesOf(
  of: AlternativeRun,
  site: AlternativeRun['places']['alternative']['sites'][number],
): number[] {
  const { baseYear, horizon } = of.scenario
  const tonnes = new Array<number>(horizon.financial + 1).fill(0)
  const placed = series(of, siteDisposal, { site: site.id })
  const perTonne = series(of, volumePerTonne, { site: site.id })[0] as number
  let room = site.licence?.m3 === undefined ? Number.POSITIVE_INFINITY : site.licence.m3 / perTonne
  for (let t = 1; t <= horizon.financial; t += 1) {
    const placedNow = placed[t] as number
    const late = site.kind === 'dump' || baseYear + t > (site.licence?.to ?? Number.POSITIVE_INFINITY)
    tonnes[t] = late ? placedNow : Math.max(0, placedNow - Math.max(0, room))
    room -= placedNow
  }
  return tonnes
}

function unlicensedTonnes(of: AlternativeRun): number[] {
  const tonnes = new Array<number>(of.scenario.horizon.financial + 1).fill(0)
  for (const site of of.places.alternative.sites)
    for (const [t, more] of unlicensedTonnesOf(of, site).entries()) tonnes[t] = (tonnes[t] as number) + more
  return tonnes
}

function licenceTest(of: AlternativeRun): ViabilityTest {
  if (of.places.alternative.sites.length === 0) return notEvaluated('licensedDisposal', 0)
  const tonnes = unlicensedTonnes(of)
  const t = worstYear(tonnes, 1, higher) as number
  const value = tonnes[t] as number
  return judged('licensedDisposal', value <= relative, { value, limit: 0, year: of.scenario.baseYear + t })
}

function fundedTest(of: AlternativeRun): ViabilityTest {
  const [value, limit] = [figureOf(of, pvFunding), figureOf(of, pvCosts)]
  return judged('costsFunded', value >= limit - relative * Math.max(1, limit), { value, limit, year: null })
}
