import type { Patch } from '../../scenario/document/plan.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { adjustmentSentence, leverProblems } from '../../text/studies/adjustment.ts'
import type { Sentence } from '../../text/viability.ts'
import { runAlternative } from '../run.ts'
import type { ViabilityTest } from '../viability.ts'
import type { Chosen } from './alternative.ts'
import { alternativeOf, patchBetween } from './alternative.ts'
import { cheapest, costOf, rangeOf } from './joint.ts'
import type { Lever, LeverAsked, LeverId } from './levers.ts'
import { readLevers } from './levers.ts'
import type { Way } from './search.ts'
import { nearest, usualRings } from './search.ts'
import type { Bench, Trial } from './trial.ts'
import { benchOf, moved } from './trial.ts'

export interface AdjustmentAsked {
  /** Id of the alternative. */
  readonly alternative: string
  readonly levers: readonly LeverAsked[]
}

/** How a lever was moved. */
export interface LeverMove {
  readonly lever: LeverId
  readonly item: string | null
  readonly unit: string
  readonly before: number
  readonly after: number
  readonly change: number
  readonly min: number
  readonly max: number
  readonly weight: number
}

/** The least change that makes an alternative viable, or why there is none within the levers' bounds. */
export interface Adjustment {
  readonly alternative: string
  readonly viable: boolean
  /** It was viable before any change. */
  readonly alreadyViable: boolean
  /** Σ weight · |change| / range; null where no change was found. */
  readonly cost: number | null
  readonly levers: readonly LeverMove[]
  /** Applied to the scenario, it makes the alternative viable; empty where nothing is to be changed or can be. */
  readonly patch: Patch
  /** Tests that failed before. */
  readonly before: readonly ViabilityTest[]
  /** Tests that still fail at the tried place with fewest failures. */
  readonly failing: readonly ViabilityTest[]
  /** Tests that failed at every place tried: no lever asked for mends them. */
  readonly unmended: readonly string[]
  /** Pairs of tests that pass one at a time but were never seen to pass together. */
  readonly conflicts: readonly (readonly [string, string])[]
  readonly message: Sentence
}

export type AdjustmentAnswer = { ok: true; adjustment: Adjustment } | { ok: false; problems: Problem[] }

const mostTrials = 400
const mostCombinations = 5000
const fewRings = 2

/**
 * Ajuste de una alternativa hasta lograr la viabilidad [11.3].
 *
 * The least change of one lever, or of several (minimise Σ weight · |change| / range), to one part in 10⁶. Only that
 * alternative is evaluated. Whole-numbered levers are tried from the cheapest combination on; continuous ones together.
 */
export function adjust(scenario: Scenario, asked: AdjustmentAsked): AdjustmentAnswer {
  const index = scenario.alternatives.findIndex((a) => a.id === asked.alternative)
  if (index < 0) return { ok: false, problems: [unknownAlternative(scenario, asked.alternative)] }
  const chosen: Chosen = { scenario, index }
  const { levers, problems } = readLevers(runAlternative(scenario, index), chosen, asked.levers)
  if (problems.length > 0) return { ok: false, problems }
  const many = levers.filter((l) => l.whole).reduce((product, l) => product * (l.max - l.min + 1), 1)
  if (many > mostCombinations) return { ok: false, problems: [tooMany(levers.filter((l) => l.whole).length)] }
  const bench = benchOf(chosen, levers)
  const standing = levers.map((l) => l.before)
  const before = bench.try(standing)
  const found = before.failing.length === 0 ? before : leastOf(bench, standing)
  return { ok: true, adjustment: answer(chosen, { bench, before, found }) }
}

function unknownAlternative(scenario: Scenario, received: string): Problem {
  const known = scenario.alternatives.map((a) => a.id).join(', ')
  return {
    pointer: '/alternative',
    code: 'unknown-alternative',
    es: `La alternativa no existe en el plan; las que hay son ${known}.`,
    en: `The plan has no such alternative; there are ${known}.`,
    received,
  }
}

const tooMany = (received: number): Problem => ({
  pointer: '/levers',
  code: 'levers-too-many',
  ...leverProblems.tooMany,
  received,
})

/** The cheapest viable trial over the combinations of whole-numbered levers, from the cheapest on. */
function leastOf(bench: Bench, standing: readonly number[]): Trial | null {
  const free = bench.levers.flatMap((l, i) => (l.whole ? [] : [i]))
  let best: Trial | null = null
  for (const base of combinations(bench.levers, standing)) {
    const budget: number = best
      ? costOf(bench.levers, best.values) - costOf(bench.levers, base)
      : Number.POSITIVE_INFINITY
    if (budget <= 0 || bench.trials().length > mostTrials) break
    const first = base.every((x, i) => x === standing[i])
    const trial = leastFrom({ bench, base, free, budget, rings: first ? usualRings : fewRings })
    if (trial && (!best || costOf(bench.levers, trial.values) < costOf(bench.levers, best.values))) best = trial
  }
  return best
}

interface Start {
  readonly bench: Bench
  readonly base: readonly number[]
  /** Places of the continuous levers. */
  readonly free: readonly number[]
  /** What these may cost at most; a dearer answer is known already. */
  readonly budget: number
  readonly rings: number
}

function leastFrom({ bench, base, free, budget, rings }: Start): Trial | null {
  const here = bench.try(base)
  if (here.failing.length === 0) return here
  const [only, ...more] = free
  if (only === undefined) return null
  if (more.length > 0) return cheapest({ bench, free, base }, Number.isFinite(budget))
  const lever = bench.levers[only] as Lever
  const within = lever.weight > 0 ? (budget * rangeOf(lever)) / lever.weight : Number.POSITIVE_INFINITY
  return nearest(bench, waysOf(lever, { base, place: only, within }), rings)?.trial ?? null
}

/** Up and down from where a lever stands, no farther than `within`; distances are shares of the longer side. */
function waysOf(
  lever: Lever,
  { base, place, within }: { base: readonly number[]; place: number; within: number },
): Way[] {
  const reach = Math.min(within, Math.max(lever.max - lever.before, lever.before - lever.min))
  const way = (sign: 1 | -1): Way => ({
    at: (distance) => {
      const value = lever.before + sign * distance * reach
      return base.map((x, i) => (i === place ? Math.min(lever.max, Math.max(lever.min, value)) : x))
    },
  })
  return [way(1), way(-1)]
}

/** Every combination of the whole-numbered levers with the others where they stand, the cheapest first. */
function combinations(levers: readonly Lever[], standing: readonly number[]): number[][] {
  const choices = levers.map((lever, i) => {
    if (!lever.whole) return [standing[i] as number]
    const least = Math.ceil(lever.min)
    return Array.from({ length: Math.max(0, Math.floor(lever.max) - least + 1) }, (_, k) => least + k)
  })
  return choices
    .reduce<number[][]>((lists, values) => lists.flatMap((list) => values.map((v) => [...list, v])), [[]])
    .sort((a, b) => costOf(levers, a) - costOf(levers, b))
}

interface Found {
  readonly bench: Bench
  readonly before: Trial
  readonly found: Trial | null
}

function answer(chosen: Chosen, { bench, before, found }: Found): Adjustment {
  const { levers } = bench
  const closest = found ?? closestOf(bench.trials())
  const values = found?.values ?? before.values
  const moves = levers.map((l, i) => moveOf(l, values[i] as number))
  const unmended = found ? [] : before.failing.filter((id) => bench.trials().every((t) => t.failing.includes(id)))
  const conflicts = found ? [] : conflictsOf(bench.trials())
  const failing = closest.tests.filter((t) => t.passed === false)
  return {
    alternative: alternativeOf(chosen).id,
    viable: found !== null,
    alreadyViable: before.failing.length === 0,
    cost: found ? costOf(levers, values) : null,
    levers: moves,
    patch: found ? patchBetween(chosen, moved(chosen, levers, values)) : [],
    before: before.tests.filter((t) => t.passed === false),
    failing,
    unmended,
    conflicts,
    message: adjustmentSentence({
      already: before.failing.length === 0,
      moves: found ? moves : null,
      failing,
      unmended,
      conflicts,
    }),
  }
}

const moveOf = (l: Lever, after: number): LeverMove => ({
  lever: l.id,
  item: l.item ?? null,
  unit: l.unit,
  before: l.before,
  after,
  change: after - l.before,
  min: l.min,
  max: l.max,
  weight: l.weight,
})

/** The trial with fewest failing tests; of those, the first tried. */
const closestOf = (trials: readonly Trial[]): Trial =>
  trials.reduce((a, b) => (b.failing.length < a.failing.length ? b : a))

function conflictsOf(trials: readonly Trial[]): [string, string][] {
  const failed = [...new Set(trials.flatMap((t) => t.failing))]
  const passes = (id: string) => trials.some((t) => !t.failing.includes(id))
  return failed.flatMap((a, i) =>
    failed.slice(i + 1).flatMap((b): [string, string][] => {
      const together = trials.some((t) => !t.failing.includes(a) && !t.failing.includes(b))
      return passes(a) && passes(b) && !together ? [[a, b]] : []
    }),
  )
}
