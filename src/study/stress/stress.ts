import { providerCash } from '../../model/6-statements/cash.ts'
import { debtServiceCover } from '../../model/6-statements/ratios.ts'
import {
  averageTariff,
  costCoverage,
  internalRate,
  planNpv,
  projectNpv,
  pvCosts,
} from '../../model/7-evaluation/figures.ts'
import type { Alternative } from '../../scenario/document/alternative.ts'
import type { Cost, Project } from '../../scenario/document/project.ts'
import { applyPatch } from '../../scenario/patch.ts'
import type { Problem } from '../../scenario/problem.ts'
import { problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { contingencyName, stressNames } from '../../text/studies/stress.ts'
import type { Sentence } from '../../text/viability.ts'
import { freeId } from '../adjustment/funding-levers.ts'
import { readPlan } from '../read-plan.ts'
import type { AlternativeRun } from '../run.ts'
import { figureOf, orNull, runAlternative, series } from '../run.ts'
import type { ViabilityTest } from '../viability.ts'
import { isViable, viabilityOf } from '../viability.ts'
import { stresses } from './stresses.ts'

/** One test before and under a stress. */
export interface StressedTest {
  readonly id: string
  readonly before: boolean | null
  readonly after: boolean | null
  readonly valueBefore: number | null
  readonly valueAfter: number | null
  readonly message: Sentence
}

export interface StressedFigure {
  readonly before: number | null
  readonly after: number | null
  readonly change: number | null
}

export interface StressedAlternative {
  readonly id: string
  readonly viableBefore: boolean
  readonly viableAfter: boolean
  readonly tests: readonly StressedTest[]
  readonly figures: Readonly<Record<string, StressedFigure>>
}

/** What one stress does to every alternative. */
export interface StressRow {
  readonly id: string
  readonly kind: 'stress' | 'contingency'
  readonly name: Sentence
  /** Of a contingency: cost × probability, pesos of the base year, in the budget of each year from t = 1. */
  readonly expectedYearlyCost: number | null
  /** False where nothing of the plan is touched: there is no loan to cost more, no fund to be late. */
  readonly touches: boolean
  readonly alternatives: readonly StressedAlternative[]
}

export interface StressBoard {
  readonly rows: readonly StressRow[]
  /** Σ cost × probability of all contingencies, pesos of the base year a year. */
  readonly expectedContingencyCost: number
}

export type StressAnswer = { ok: true; board: StressBoard } | { ok: false; problems: Problem[] }

/**
 * Tablero de tensiones [11.3, 12]: every built-in stress and every contingency of the plan, one at a time, and which
 * tests of viability each alternative still passes.
 *
 * A contingency has its own change of the plan, where it gives one, and its expected cost of each year in the budget.
 * An alternative that a contingency takes out of the plan is left out of its row.
 */
export function stressBoard(scenario: Scenario): StressAnswer {
  const runs = scenario.alternatives.map((_, i) => runAlternative(scenario, i))
  const before = new Map(runs.map((run) => [run.id, judged(run)]))
  const row = (stressed: Scenario, head: Omit<StressRow, 'alternatives' | 'touches'>): StressRow => {
    const alternatives = stressed.alternatives.flatMap(({ id }, i) => {
      const was = before.get(id)
      return was ? [compared(was, judged(runAlternative(stressed, i)))] : []
    })
    return { ...head, touches: alternatives.some(differs), alternatives }
  }
  const builtIn = Object.entries(stresses).map(([id, stress]) =>
    row(stress(scenario, runs), { id, kind: 'stress', name: stressNames[id] as Sentence, expectedYearlyCost: null }),
  )
  const problems: Problem[] = []
  const contingencies = (scenario.plan?.contingency ?? []).flatMap((contingency, place) => {
    const read = contingency.stress === undefined ? undefined : struck(scenario, contingency.stress)
    if (read && !read.ok) {
      const pointer = `/plan/contingency/${place}`
      problems.push(...read.problems.map((found) => ({ ...found, pointer })))
      return []
    }
    const expected = expectedCost(contingency)
    const { id, threat } = contingency
    const stressed = withExpectedCost(read?.scenario ?? scenario, id, expected)
    return [
      row(stressed, { id, kind: 'contingency', name: contingencyName(threat ?? id), expectedYearlyCost: expected }),
    ]
  })
  if (problems.length > 0) return { ok: false, problems }
  const expectedContingencyCost = (scenario.plan?.contingency ?? []).reduce((sum, c) => sum + expectedCost(c), 0)
  return { ok: true, board: { rows: [...builtIn, ...contingencies], expectedContingencyCost } }
}

type Contingency = NonNullable<Scenario['plan']>['contingency'][number]

const expectedCost = ({ cost, probability }: Contingency): number => (cost ?? 0) * (probability ?? 0)

/** The scenario with the contingency's own change, read again. */
function struck(scenario: Scenario, stress: NonNullable<Contingency['stress']>): ReturnType<typeof readPlan> {
  const patched = applyPatch(scenario, stress)
  if (!patched.ok) return { ok: false, problems: [problem('patch-failed', { pointer: '' }, patched.at)] }
  // as when the document was read: the change speaks of the plan itself, not of its variants and other contingencies
  const document = patched.document as Scenario
  return readPlan({ ...document, variants: [], plan: document.plan && { ...document.plan, contingency: [] } })
}

/** The yearly cost × probability among the running costs of every alternative, in the programme of contingencies. */
function withExpectedCost(scenario: Scenario, id: string, expected: number): Scenario {
  if (expected === 0) return scenario
  return {
    ...scenario,
    alternatives: scenario.alternatives.map((alternative) => ({
      ...alternative,
      projects: [...alternative.projects, contingencyProject(alternative, id, expected)],
    })),
  }
}

function contingencyProject({ projects }: Alternative, id: string, amount: number): Project {
  const taken = projects.flatMap((p) => p.costs)
  const cost: Cost = {
    id: freeId(taken, `contingencia-${id}`),
    category: 'operationMaintenance',
    component: 'general',
    service: 'ordinary',
    entity: 'provider',
    index: 'inflation',
    amount,
    residual: 0,
    replace: false,
    jobs: 0,
  }
  return { id: freeId(projects, `contingencia-${id}`), program: 'contingency', activities: [], costs: [cost] }
}

interface Judged {
  readonly id: string
  readonly tests: readonly ViabilityTest[]
  readonly figures: Readonly<Record<string, number | null>>
}

function judged(of: AlternativeRun): Judged {
  const cover = series(of, debtServiceCover).filter((x, t) => t > 0 && !Number.isNaN(x))
  return {
    id: of.id,
    tests: viabilityOf(of),
    figures: {
      planNpv: orNull(figureOf(of, planNpv)),
      projectNpv: orNull(figureOf(of, projectNpv)),
      irr: orNull(figureOf(of, internalRate)),
      pvCosts: orNull(figureOf(of, pvCosts)),
      costCoverage: orNull(figureOf(of, costCoverage)),
      averageTariff: orNull(figureOf(of, averageTariff)),
      lowestCash: orNull(Math.min(...series(of, providerCash))),
      lowestCover: cover.length > 0 ? Math.min(...cover) : null,
    },
  }
}

function compared(before: Judged, after: Judged): StressedAlternative {
  const figures = Object.entries(before.figures).map(([id, was]) => {
    const is = after.figures[id] ?? null
    return [id, { before: was, after: is, change: was === null || is === null ? null : is - was }] as const
  })
  return {
    id: before.id,
    viableBefore: isViable(before.tests),
    viableAfter: isViable(after.tests),
    tests: before.tests.map((was, i) => {
      const is = after.tests[i] as ViabilityTest
      const { message } = is
      return { id: was.id, before: was.passed, after: is.passed, valueBefore: was.value, valueAfter: is.value, message }
    }),
    figures: Object.fromEntries(figures),
  }
}

const differs = ({ tests, figures }: StressedAlternative): boolean =>
  tests.some((t) => t.before !== t.after || t.valueBefore !== t.valueAfter) ||
  Object.values(figures).some((f) => f.before !== f.after)
