import { users } from '../../model/1-projections/users.ts'
import { factor, fundTransfer, tariffEntitlement } from '../../model/4-tariffs/billing.ts'
import { bounds } from '../../scenario/fields.ts'
import type { Path } from '../../scenario/path.ts'
import { expandPath } from '../../scenario/path.ts'
import { factorBounds, isContributor } from '../legal-limits.ts'
import type { AlternativeRun } from '../run.ts'
import { rowsOf, series } from '../run.ts'
import type { Movable } from './least-change.ts'
import { leastChange } from './least-change.ts'

/** What the council may decide; all else is the law's or the plan's. */
export interface BalanceOptions {
  readonly municipality: string
  /** Most that the Solidarity Fund pays, COP a year; the plan's own transfer of the year where absent. */
  readonly fundLimit?: Path | undefined
  /** Highest contribution factor; only the law's maximum, where there is one, if absent. */
  readonly maximumContribution?: number | undefined
  /** Lowest subsidy that a class keeps, as a positive share; none where absent. */
  readonly minimumSubsidy?: Readonly<Record<string, number>> | undefined
}

/** One class and zone in a year: the plan's factor, and the one that closes the balance. */
export interface SolvedFactor {
  readonly userClass: string
  readonly zone: string
  readonly users: number
  readonly plan: number
  readonly factor: number
}

export type Blocker =
  | 'noTariff'
  | 'fundLimit'
  | 'legalMaximum'
  | 'maximumContribution'
  | 'noContributors'
  | 'minimumSubsidy'

/** A limit that keeps a year from closing, with its figure and, where it is the law's, its article. */
export interface Block {
  readonly limit: Blocker
  readonly value: number | null
  readonly article: string | null
  readonly userClass: string | null
}

/** A year of the balance, COP a year: contributions + fundTransfer + unfunded = subsidies + surplus. */
export interface BalanceYear {
  readonly year: number
  readonly feasible: boolean
  readonly changed: boolean
  readonly factors: readonly SolvedFactor[]
  readonly subsidies: number
  readonly contributions: number
  readonly fundLimit: number
  readonly fundTransfer: number
  readonly surplus: number
  readonly unfunded: number
  readonly blockedBy: readonly Block[]
}

interface Row extends SolvedFactor {
  /** Pesos a year at full cost: what one whole unit of factor is worth. */
  readonly worth: number
  /** The least subsidy that may be left, and the highest contribution. */
  readonly mildest: number
  readonly highest: number
  /** Of the law that sets the highest contribution, where the law does. */
  readonly article: string | null
}

const tolerance = 1
const sameFactor = 1e-12
const negligible = 1e-12

/**
 * Equilibrio de subsidios y contribuciones [5.5.2 b.3, 10.1] of a municipality for each year t = 1..H.
 *
 * Factors outside the law are first brought to its nearest value. Then the fund pays up to its limit; what is still
 * lacking comes from contributions (least Σ users · change²) up to their maximum, and last from the subsidies of strata
 * 1 to 3 (likewise). What contributions bring beyond subsidies goes to the fund.
 */
export function solveBalance(of: AlternativeRun, options: BalanceOptions): BalanceYear[] {
  const { baseYear, horizon } = of.scenario
  const transfer = series(of, fundTransfer, { municipality: options.municipality })
  const limits =
    options.fundLimit === undefined
      ? transfer
      : expandPath(options.fundLimit, { baseYear, length: horizon.financial + 1 }, 'zero')
  return Array.from({ length: horizon.financial }, (_, i) => {
    const t = i + 1
    return solveYear(rowsIn(of, t, options), { year: baseYear + t, fundLimit: limits[t] as number })
  })
}

function rowsIn(of: AlternativeRun, t: number, options: BalanceOptions): Row[] {
  return rowsOf(of, factor)
    .filter(({ at }) => at.municipality === options.municipality)
    .map(({ at, values }) => {
      const userClass = at.userClass as string
      const { lower, upper } = factorBounds(userClass, of.scenario.baseYear + t, of.scenario.norm)
      const plan = values[t] as number
      const legal = Math.min(upper?.value ?? bounds.factor.max, Math.max(lower?.value ?? bounds.factor.min, plan))
      const asked = options.maximumContribution ?? bounds.factor.max
      const kept = options.minimumSubsidy?.[userClass] ?? 0
      const byLaw = upper !== undefined && upper.value <= asked
      return {
        userClass,
        zone: at.zone as string,
        users: series(of, users, at)[t] as number,
        worth: series(of, tariffEntitlement, at)[t] as number,
        plan,
        factor: legal,
        mildest: Math.max(legal, Math.min(0, -kept)),
        highest: Math.max(legal, byLaw ? upper.value : asked),
        article: byLaw ? `${upper.norm}, ${upper.article}` : null,
      }
    })
}

function solveYear(rows: readonly Row[], { year, fundLimit }: { year: number; fundLimit: number }): BalanceYear {
  const deficit = (all: readonly Row[]) => all.reduce((sum, row) => sum - row.worth * row.factor, 0)
  const contributing = (row: Row) => isContributor(row.userClass)
  const subsidized = (row: Row) => row.factor < 0 && !contributing(row)
  const raised = moved(rows, deficit(rows) - fundLimit, (row) => (contributing(row) ? row.highest - row.factor : 0))
  const solved = moved(raised, deficit(raised) - fundLimit, (row) => (subsidized(row) ? row.mildest - row.factor : 0))
  const lacking = deficit(solved)
  const sum = (sign: 1 | -1) => solved.reduce((total, row) => total + row.worth * Math.max(0, sign * row.factor), 0)
  const unknown = !Number.isFinite(lacking) || !Number.isFinite(fundLimit)
  const unfunded = Math.max(0, lacking - fundLimit)
  const feasible = !unknown && unfunded <= tolerance
  return {
    year,
    feasible,
    changed: solved.some((row) => Math.abs(row.factor - row.plan) > sameFactor),
    factors: solved.map(({ userClass, zone, users: count, plan, factor: own }) => ({
      userClass,
      zone,
      users: count,
      plan,
      factor: own,
    })),
    subsidies: sum(-1),
    contributions: sum(1),
    fundLimit,
    fundTransfer: feasible ? Math.max(0, lacking) : Math.min(Math.max(0, lacking), fundLimit),
    surplus: Math.max(0, -lacking),
    unfunded: feasible ? 0 : unfunded,
    blockedBy: feasible ? [] : blocks(solved, { unknown, fundLimit }),
  }
}

/** The rows with their factors moved up by the least change that brings what is needed. */
function moved(rows: readonly Row[], lacking: number, room: (row: Row) => number): Row[] {
  const turnover = rows.reduce((sum, row) => sum + row.worth * Math.abs(row.factor), 0)
  // what only rounding lacks changes no factor
  const needed = lacking > negligible * turnover ? lacking : 0
  const movable: Movable[] = rows.map((row) => ({ worth: row.worth, users: row.users, room: room(row) }))
  const moves = leastChange(movable, needed)
  return rows.map((row, i) => ({ ...row, factor: row.factor + (moves[i] as number) }))
}

function blocks(rows: readonly Row[], { unknown, fundLimit }: { unknown: boolean; fundLimit: number }): Block[] {
  const none = { value: null, article: null, userClass: null }
  if (unknown) return [{ ...none, limit: 'noTariff' }]
  const contributor = rows.find((row) => isContributor(row.userClass) && row.worth > 0)
  const ofContributions: Blocker =
    contributor === undefined ? 'noContributors' : contributor.article ? 'legalMaximum' : 'maximumContribution'
  const kept = new Map(
    rows.filter((row) => row.factor < 0 && row.worth > 0).map((row) => [row.userClass, -row.factor] as const),
  )
  return [
    { ...none, limit: 'fundLimit', value: fundLimit },
    {
      ...none,
      limit: ofContributions,
      value: contributor?.highest ?? null,
      article: contributor?.article ?? null,
    },
    ...[...kept].map(([userClass, value]): Block => ({ ...none, limit: 'minimumSubsidy', value, userClass })),
  ]
}
