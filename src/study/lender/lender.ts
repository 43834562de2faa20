import {
  loanInterestToDate,
  loanPrincipalToDate,
  providerDebt,
  providerInterest,
  providerPrincipalNext,
} from '../../model/5-funding/lender.ts'
import {
  loanCapitalized,
  loanClosing,
  loanDraw,
  loanFee,
  loanInterest,
  loanOpening,
  loanPrincipal,
} from '../../model/5-funding/loans.ts'
import { providerCash } from '../../model/6-statements/cash.ts'
import { cashForDebtService, debtServiceCover, providerDebtService } from '../../model/6-statements/ratios.ts'
import { irrRoots } from '../../numeric/irr.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { AlternativeRun } from '../run.ts'
import { orNull, runAlternative, series } from '../run.ts'
import type { Covenant, Least } from './covenants.ts'
import { covenantsOf, leastOf } from './covenants.ts'
import type { DebtYears, Sculpted } from './cover.ts'
import { costOfDebt, evenCover, lifeCover, maturityOf, sculpted } from './cover.ts'

/** What a bank asks for; what is left out takes the usual. */
export interface LenderAsked {
  /** Cover of the sculpted schedule; default the plan's minimum. */
  readonly targetCover?: number | undefined
  /** Months of next year's debt service held in reserve; default 6. */
  readonly reserveMonths?: number | undefined
  /** Pesos of the base year, carried by inflation. */
  readonly minimumCash?: number | undefined
  /** Share of assets. */
  readonly maximumIndebtedness?: number | undefined
}

export interface LoanReport {
  readonly id: string
  readonly entity: string
  readonly drawn: number
  readonly interest: number
  readonly principal: number
  readonly fees: number
  /** By year, pesos of each year. */
  readonly interestToDate: readonly number[]
  readonly principalToDate: readonly number[]
  /** Years from draw to repayment, weighted by principal. */
  readonly averageLife: number | null
  /** Effective yearly rate of the borrower's own flow: draws less fees, interest paid and principal. */
  readonly allInCost: number | null
  /** Owed beyond the horizon; counted as repaid in its last year. */
  readonly openAtHorizon: number
}

/** What a bank's analyst reads first; lists run t = 0..H. */
export interface LenderPack {
  readonly alternative: string
  readonly years: readonly number[]
  readonly cashForDebtService: readonly number[]
  readonly debtService: readonly number[]
  readonly debt: readonly number[]
  readonly costOfDebt: readonly number[]
  readonly cover: readonly (number | null)[]
  readonly coverMinimum: Least
  readonly coverAverage: number | null
  readonly loanLifeCover: readonly (number | null)[]
  readonly loanLifeCoverMinimum: Least
  readonly projectLifeCover: readonly (number | null)[]
  readonly projectLifeCoverMinimum: Least
  readonly averageLife: number | null
  readonly loans: readonly LoanReport[]
  readonly reserve: { readonly months: number; readonly required: readonly number[]; readonly cash: readonly number[] }
  readonly covenants: readonly Covenant[]
  readonly sculpted: Sculpted
  /** The even cover that repays the same debt by its maturity. */
  readonly evenCover: number | null
}

const usualReserve = 6
const monthsOfYear = 12

/** Información para el financiador [11.3]: cash, covers, cost and life of the debt, reserve, covenants and a sculpted schedule. */
export function lenderPack(scenario: Scenario, index: number, asked: LenderAsked = {}): LenderPack {
  const of = runAlternative(scenario, index)
  const { baseYear } = scenario
  const debt = debtOf(of)
  const last = maturityOf(debt)
  const horizon = debt.cash.length - 1
  const cover = [...series(of, debtServiceCover)].map((x, t) => (t === 0 ? null : orNull(x)))
  const served = cover.filter((x) => x !== null)
  const opening = (debt.closing[0] as number) - (debt.draws[0] as number)
  const loanLife = lifeCover(debt, last)
  const projectLife = lifeCover(debt, horizon)
  const required = reserveOf(of, debt, asked.reserveMonths ?? usualReserve)
  const loans = loansOf(of)
  const target = asked.targetCover ?? scenario.economy.minimumDebtServiceCover
  return {
    alternative: of.id,
    years: debt.cash.map((_, t) => baseYear + t),
    cashForDebtService: debt.cash,
    debtService: debt.service,
    debt: debt.closing,
    costOfDebt: costOfDebt(debt),
    cover,
    coverMinimum: leastOf(cover, baseYear),
    coverAverage: served.length > 0 ? served.reduce((a, b) => a + b, 0) / served.length : null,
    loanLifeCover: loanLife,
    loanLifeCoverMinimum: leastOf(loanLife, baseYear),
    projectLifeCover: projectLife,
    projectLifeCoverMinimum: leastOf(projectLife, baseYear),
    averageLife: averageOf(loans.filter((l) => l.entity === 'provider')),
    loans,
    reserve: { months: asked.reserveMonths ?? usualReserve, required, cash: [...series(of, providerCash)] },
    covenants: covenantsOf(of, asked, { cover, required }),
    sculpted: sculpted(debt, { cover: target > 0 ? target : 1, last, opening }),
    evenCover: evenCover(debt, { last, opening }),
  }
}

function debtOf(of: AlternativeRun): DebtYears {
  const provider = loanIds(of).filter(({ entity }) => entity === 'provider')
  const horizon = of.scenario.horizon.financial
  const draws = Array.from({ length: horizon + 1 }, (_, t) =>
    provider.reduce((sum, { id }) => sum + (series(of, loanDraw, { loan: id })[t] as number), 0),
  )
  return {
    cash: [...series(of, cashForDebtService)],
    draws,
    interest: [...series(of, providerInterest)],
    closing: [...series(of, providerDebt)],
    service: [...series(of, providerDebtService)],
  }
}

/** Every loan that is ever owed, and whose it is. */
function loanIds(of: AlternativeRun): { id: string; entity: string }[] {
  const { places, run } = of
  const own = new Map(places.alternative.loans.map((l) => [l.id, l.entity]))
  return run.domains.members('loan').map((id) => ({ id, entity: own.get(id) ?? 'provider' }))
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0)

function loansOf(of: AlternativeRun): LoanReport[] {
  return loanIds(of).flatMap(({ id, entity }) => {
    const [opening, drawn, interest, capitalized, principal, fees, closing, interestToDate, principalToDate] = [
      loanOpening,
      loanDraw,
      loanInterest,
      loanCapitalized,
      loanPrincipal,
      loanFee,
      loanClosing,
      loanInterestToDate,
      loanPrincipalToDate,
    ].map((line) => [...series(of, line, { loan: id })]) as [
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
    ]
    const lent = drawn.map((x, t) => x + (t === 0 ? (opening[0] as number) : 0))
    if (sum(lent) === 0) return []
    const openAtHorizon = closing.at(-1) as number
    const repaid = principal.map((x, t) => x + (t === principal.length - 1 ? openAtHorizon : 0))
    const flow = lent.map(
      (x, t) => (repaid[t] as number) + (interest[t] as number) - (capitalized[t] as number) + (fees[t] as number) - x,
    )
    const roots = irrRoots(flow, 'end')
    return [
      {
        id,
        entity,
        drawn: sum(lent),
        interest: sum(interest),
        principal: sum(principal),
        fees: sum(fees),
        interestToDate,
        principalToDate,
        averageLife: centre(repaid) - centre(lent),
        allInCost: roots.length === 1 ? (roots[0] as number) : null,
        openAtHorizon,
      },
    ]
  })
}

/** The year at which sums balance. */
const centre = (values: readonly number[]): number => values.reduce((s, x, t) => s + x * t, 0) / sum(values)

function averageOf(loans: readonly LoanReport[]): number | null {
  const lent = sum(loans.map((l) => l.drawn))
  return lent > 0 ? loans.reduce((s, l) => s + (l.averageLife ?? 0) * l.drawn, 0) / lent : null
}

/** Months of the next year's debt service; the year after the horizon by the schedules and the last cost of debt. */
function reserveOf(of: AlternativeRun, debt: DebtYears, months: number): number[] {
  const next = [...series(of, providerPrincipalNext)]
  const rates = costOfDebt(debt)
  return debt.service.map((_, t) => {
    const owed = debt.closing[t] as number
    const following = debt.service[t + 1] ?? (next[t] as number) + owed * (rates[t] as number)
    return (following * months) / monthsOfYear
  })
}
