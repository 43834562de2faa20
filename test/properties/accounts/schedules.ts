import { expandPath, type Path } from '../../../src/scenario/path.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'

type Alternative = Scenario['alternatives'][number]
type LoanRate = Alternative['loans'][number]['rate']

/** Yearly effective rates of a loan as the document says them, t = 0..length − 1. */
function ratesOf({ economy, baseYear }: Scenario, rate: LoanRate, length: number): number[] {
  const series = (path: Path) => expandPath(path, { baseYear, length }, 'hold')
  if (typeof rate !== 'object' || !('base' in rate)) return series(rate)
  const inflation = series(economy.inflation)
  const quoted = rate.base === 'inflation' ? economy.inflation : (economy.referenceRates[rate.base] ?? 0)
  const { path, convention } =
    typeof quoted === 'object' && 'rate' in quoted
      ? { path: quoted.rate, convention: quoted.convention }
      : { path: quoted, convention: 'effective' }
  return series(path).map((base, t) => {
    const both = base + rate.spread
    const yearly =
      convention === 'quarterlyInAdvance'
        ? 1 / (1 - both / 4) ** 4
        : convention === 'monthlyInArrears'
          ? (1 + both / 12) ** 12
          : (1 + base) * (1 + rate.spread)
    return (economy.prices === 'constant' ? yearly / (1 + (inflation[t] as number)) : yearly) - 1
  })
}

export interface LoanYear {
  readonly draw: number
  readonly interest: number
  readonly capitalized: number
  readonly principal: number
  readonly fee: number
}

interface Terms {
  readonly rate: LoanRate
  readonly term: number
  readonly amortization: 'french' | 'constant' | 'bullet'
  readonly first: number
  readonly grace: number
  readonly capitalizes: boolean
  readonly fee: number
  readonly draws: ReadonlyMap<number, number>
  readonly balance: number
}

/** Every loan of an alternative, old and new, with its entity and its own years. */
export function loanYears(scenario: Scenario, given: Alternative): { entity: string; years: LoanYear[] }[] {
  const { baseYear } = scenario
  const old = (given.existing ?? scenario.existing).loans.map((l) => {
    const none = { first: 0, grace: 0, capitalizes: false, fee: 0, draws: new Map<number, number>() }
    return { entity: 'provider', years: schedule(scenario, { ...l, ...none, term: l.remainingTerm }) }
  })
  const fresh = given.loans.map((l) => {
    const draws = new Map(Object.entries(l.draws).map(([year, amount]) => [Number(year) - baseYear, amount]))
    const first = Math.min(...draws.keys())
    const terms = { ...l, draws, first, capitalizes: l.graceInterest === 'capitalized', fee: l.feeShare, balance: 0 }
    return { entity: l.entity, years: schedule(scenario, terms) }
  })
  return [...old, ...fresh]
}

/** A loan of the funding waterfall, drawn at the end of one year. */
export const waterfallLoan = (
  scenario: Scenario,
  step: { rate?: LoanRate | undefined; term?: number | undefined; grace?: number | undefined },
  [t, amount]: readonly [t: number, amount: number],
): LoanYear[] =>
  schedule(scenario, {
    ...{ rate: step.rate ?? 0, term: step.term ?? 1, grace: step.grace ?? 0, amortization: 'french' },
    ...{ first: t, draws: new Map([[t, amount]]), balance: 0, capitalizes: false, fee: 0 },
  })

function schedule(scenario: Scenario, loan: Terms): LoanYear[] {
  const rates = ratesOf(scenario, loan.rate, scenario.horizon.financial + 1)
  let balance = loan.balance
  return rates.map((rate, t) => {
    const served = t - loan.first
    const interest = t === 0 ? 0 : balance * rate
    const capitalized = loan.capitalizes && served <= loan.grace ? interest : 0
    const principal = t === 0 ? 0 : principalOf(loan, { balance, rate, served })
    const draw = loan.draws.get(t) ?? 0
    balance += draw + capitalized - principal
    return { draw, interest, capitalized, principal, fee: draw * loan.fee }
  })
}

function principalOf(
  loan: Terms,
  { balance, rate, served }: { balance: number; rate: number; served: number },
): number {
  if (served <= loan.grace || served > loan.term) return 0
  const left = loan.term - served + 1
  if (left === 1) return balance
  if (loan.amortization === 'bullet') return 0
  if (loan.amortization === 'constant' || rate === 0) return balance / left
  const annuity = Array.from({ length: left }, (_, k) => (1 + rate) ** -(k + 1)).reduce((a, b) => a + b, 0)
  return balance / annuity - balance * rate
}

/** Straight lines: every year's purchase gives its share of cost to each of the `life` years after. */
export const vintages = (bought: readonly number[], life: number): number[] =>
  bought.map((_, t) => bought.reduce((sum, cost, s) => sum + (s < t && t <= s + life ? cost / life : 0), 0))

/** Depreciation of what the provider owned before the plan. */
export const oldAssets = (scenario: Scenario, given: Alternative, t: number): number =>
  (given.existing ?? scenario.existing).assets
    .filter((a) => !a.land && t >= 1 && t <= (a.remainingLife ?? 0))
    .reduce((sum, a) => sum + (a.gross - a.accumulated) / (a.remainingLife ?? 1), 0)
