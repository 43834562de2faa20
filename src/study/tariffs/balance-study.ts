import { unfundedSubsidy } from '../../model/4-tariffs/billing.ts'
import type { PatchOperation } from '../../scenario/document/plan.ts'
import { applyPatch } from '../../scenario/patch.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { balanceVerdict } from '../../text/tariffs.ts'
import type { Sentence } from '../../text/viability.ts'
import { legalBreaches } from '../legal-limits.ts'
import { readPlan } from '../read-plan.ts'
import type { AlternativeRun } from '../run.ts'
import { runAlternative, totalOf } from '../run.ts'
import { balancePatch } from './balance-patch.ts'
import type { BalanceOptions, BalanceYear } from './balance-solver.ts'
import { solveBalance } from './balance-solver.ts'
import type { CouncilTable } from './council-table.ts'
import { councilTable } from './council-table.ts'

export interface BalanceStudyOptions extends Omit<BalanceOptions, 'municipality'> {
  /** Position of the alternative in the document. */
  readonly alternative: number
  /** Ids of the municipalities to solve for. */
  readonly municipalities: readonly string[]
  /** Year of the council's tables. */
  readonly year: number
}

type Verdict = keyof typeof balanceVerdict

export interface SolvedMunicipality {
  readonly municipality: string
  readonly years: readonly (BalanceYear & { readonly verdict: Verdict; readonly message: Sentence })[]
  readonly infeasibleYears: readonly number[]
  readonly table: { readonly plan: CouncilTable; readonly proposed: CouncilTable }
}

export interface BalanceStudy {
  readonly alternative: string
  readonly municipalities: readonly SolvedMunicipality[]
  readonly patch: readonly PatchOperation[]
  /** What the patched plan evaluates to: the greatest unfunded sum of a year, COP, and whether every factor is legal. */
  readonly evaluated: { readonly unfundedSubsidy: number; readonly legalLimits: boolean | null }
}

/** Balance de subsidios y contribuciones de cada año, its patch, and the council's tables before and after. */
export function balanceStudy(scenario: Scenario, options: BalanceStudyOptions): BalanceStudy {
  const of = runAlternative(scenario, options.alternative)
  const solved = new Map(
    options.municipalities.map((municipality) => [municipality, solveBalance(of, { ...options, municipality })]),
  )
  const patch = balancePatch(of, solved)
  const after = runAlternative(patchedPlan(scenario, patch), options.alternative)
  const { breaches, judged } = legalBreaches(after)
  return {
    alternative: of.id,
    municipalities: [...solved].map(([municipality, years]) => ({
      municipality,
      years: years.map(judgedYear),
      infeasibleYears: years.filter((y) => !y.feasible).map((y) => y.year),
      table: tables({ of, after }, { municipality, year: options.year }),
    })),
    patch,
    evaluated: {
      unfundedSubsidy: Math.max(...totalOf(after, unfundedSubsidy).slice(1)),
      legalLimits: judged ? breaches.length === 0 : null,
    },
  }
}

function judgedYear(year: BalanceYear): SolvedMunicipality['years'][number] {
  const verdict = year.feasible ? (year.changed ? 'adjusted' : 'unchanged') : 'infeasible'
  return { ...year, verdict, message: balanceVerdict[verdict](year) }
}

const tables = (
  { of, after }: { of: AlternativeRun; after: AlternativeRun },
  at: { municipality: string; year: number },
): SolvedMunicipality['table'] => ({ plan: councilTable(of, at), proposed: councilTable(after, at) })

function patchedPlan(scenario: Scenario, patch: PatchOperation[]): Scenario {
  const patched = applyPatch(scenario, patch)
  const read = patched.ok ? readPlan(patched.document) : undefined
  if (!read?.ok) throw new Error(`the patch of the balance does not read: ${read?.problems[0]?.en ?? ''}`)
  return read.scenario
}
