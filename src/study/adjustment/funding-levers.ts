import type { Grant, Loan } from '../../scenario/document/funding.ts'
import type { Cost, InvestmentAmount } from '../../scenario/document/project.ts'
import { isInvestment } from '../../scenario/document/project.ts'
import { isPathLike, type Path } from '../../scenario/path.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Chosen } from './alternative.ts'
import { alternativeOf, withAlternative } from './alternative.ts'
import { afterBaseYear, financialValues } from './paths.ts'

/** A free id beginning with the words given. */
export function freeId(taken: readonly { readonly id: string }[], wanted: string): string {
  const ids = new Set(taken.map(({ id }) => id))
  let id = wanted
  for (let n = 2; ids.has(id); n += 1) id = `${wanted}-${n}`
  return id
}

/** Aporte anual del municipio [11.3]: a capital grant of the same base-year pesos each year from t = 1. */
export function withContribution(chosen: Chosen, yearly: number): Scenario {
  const { baseYear, horizon } = chosen.scenario
  const { grants } = alternativeOf(chosen)
  if (yearly === 0) return chosen.scenario
  const years = Array.from({ length: horizon.financial }, (_, t) => String(baseYear + 1 + t))
  const grant: Grant = {
    id: freeId(grants, 'aporte-municipal-ajuste'),
    source: 'municipal',
    use: 'capital',
    entity: 'provider',
    index: 'inflation',
    amounts: Object.fromEntries(years.map((year) => [year, yearly])),
  }
  return withAlternative(chosen, { grants: [...grants, grant] })
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** What the first loan draws in all, in pesos of each year; undefined where there is no loan. */
export function loanAmount(chosen: Chosen): number | undefined {
  const [first] = alternativeOf(chosen).loans
  return first && sum(Object.values(first.draws))
}

function withFirstLoan(chosen: Chosen, change: (loan: Loan) => Loan): Scenario {
  const { loans } = alternativeOf(chosen)
  return withAlternative(chosen, { loans: loans.map((l, i) => (i === 0 ? change(l) : l)) })
}

/** The first loan with its draws in proportion to another amount; even where they were all zero. */
export function withLoanAmount(chosen: Chosen, amount: number): Scenario {
  return withFirstLoan(chosen, (loan) => {
    const entries = Object.entries(loan.draws)
    const before = sum(entries.map(([, drawn]) => drawn))
    const share = (drawn: number) => (before === 0 ? 1 / entries.length : drawn / before)
    return { ...loan, draws: Object.fromEntries(entries.map(([year, drawn]) => [year, share(drawn) * amount])) }
  })
}

export const withLoanTerm = (chosen: Chosen, term: number): Scenario =>
  withFirstLoan(chosen, (loan) => ({ ...loan, term }))

function purchaseYears(amount: InvestmentAmount): number[] {
  if (Array.isArray(amount)) return amount.map(({ year }) => year)
  if ('year' in amount) return [amount.year]
  return amount.values.flatMap((value, place) => (value === 0 ? [] : [amount.from + place]))
}

function later(amount: InvestmentAmount, years: number): InvestmentAmount {
  if (Array.isArray(amount)) return amount.map((bought) => ({ ...bought, year: bought.year + years }))
  return 'year' in amount ? { ...amount, year: amount.year + years } : { ...amount, from: amount.from + years }
}

const costsOf = (chosen: Chosen): Cost[] => alternativeOf(chosen).projects.flatMap(({ costs }) => costs)

/** How many years an investment can wait inside the financial horizon; undefined where the id is of none. */
export function delayable(chosen: Chosen, item: string): number | undefined {
  const { baseYear, horizon } = chosen.scenario
  const cost = costsOf(chosen).find(({ id }) => id === item)
  if (!cost || !isInvestment(cost)) return undefined
  return baseYear + horizon.financial - Math.max(...purchaseYears(cost.amount))
}

/** The investment bought some years later. */
export function withDelay(chosen: Chosen, item: string, years: number): Scenario {
  const projects = alternativeOf(chosen).projects.map((project) => ({
    ...project,
    costs: project.costs.map((cost) =>
      cost.id === item && isInvestment(cost) ? { ...cost, amount: later(cost.amount, years) } : cost,
    ),
  }))
  return years === 0 ? chosen.scenario : withAlternative(chosen, { projects })
}

/** Collection efficiency that each municipality plans: the alternative's target, or what was measured. */
function efficiencies(chosen: Chosen): Map<string, Path> {
  const target = alternativeOf(chosen).targets.collectionEfficiency
  return new Map(
    chosen.scenario.territory.municipalities.map((m) => {
      if (target === undefined) return [m.id, m.collectionEfficiency]
      return [
        m.id,
        isPathLike(target) ? (target as Path) : ((target as Record<string, Path>)[m.id] ?? m.collectionEfficiency),
      ]
    }),
  )
}

/** The lowest planned efficiency of the last year. */
export function efficiencyAtHorizon(chosen: Chosen): number {
  const last = [...efficiencies(chosen).values()].map((path) => financialValues(chosen.scenario, path).at(-1) ?? 1)
  return Math.min(...last)
}

/** Collection efficiency moved alike in every year from t = 1, so that the lowest of the last year becomes `value`; never beyond 1. */
export function withEfficiency(chosen: Chosen, value: number): Scenario {
  const rise = value - efficiencyAtHorizon(chosen)
  const { targets } = alternativeOf(chosen)
  const moved = [...efficiencies(chosen)].map(
    ([id, path]) => [id, afterBaseYear(chosen.scenario, path, (x) => Math.min(1, Math.max(0, x + rise)))] as const,
  )
  const [only] = moved
  const collectionEfficiency = moved.length === 1 && only ? only[1] : Object.fromEntries(moved)
  return withAlternative(chosen, { targets: { ...targets, collectionEfficiency } })
}
