import { pcg32 } from '../../numeric/random/pcg32.ts'
import { simplexPoint } from '../../numeric/random/simplex.ts'
import { fillWorstRows, scaleColumn } from '../../numeric/scale.ts'
import { firstTurn } from '../../numeric/search/first-turn.ts'
import type { Criterion } from '../../scenario/document/ranking.ts'
import { criteria } from '../../scenario/document/ranking.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Contender } from '../ranking.ts'
import { benefits, better, weightsOf } from '../ranking.ts'

/** How often each alternative comes first over weights drawn at random. */
export interface WeightsRegion {
  readonly draws: number
  readonly seed: number
  /** Share of all weights at which each alternative comes first. */
  readonly any: Readonly<Record<string, number>>
  /** The same among weights that fall in the legal order of each group [10.3]. */
  readonly legalOrder: Readonly<Record<string, number>>
  /** Standard error of the greatest of the shares. */
  readonly standardError: number
}

/** Between which weights of a criterion the winner stays first, the others keeping their proportions. */
export interface WeightInterval {
  readonly criterion: Criterion
  /** Its weight inside its own group, which sums 1. */
  readonly weight: number
  readonly from: number
  readonly to: number
}

/** Scores every ranked alternative under some weights, quickly: columns are scaled once. */
interface Scorer {
  readonly ids: readonly string[]
  /** Score of each under weights that sum 1. */
  readonly score: (weights: readonly number[]) => number[]
  /** Which may come first: the viable ones, where the plan asks for it and there is one. */
  readonly eligible: readonly boolean[]
}

const usualDraws = 100_000

/** Región de pesos: share of seeded points of the simplex of weights at which each alternative comes first; null under the lexicographic method. */
export function weightsRegion(
  contenders: readonly Contender[],
  wish: Scenario['ranking'],
  { draws = usualDraws, seed = 1 }: { draws?: number | undefined; seed?: number | undefined } = {},
): WeightsRegion | null {
  const scorer = scorerOf(contenders, wish)
  if (!scorer) return null
  const random = pcg32(seed, 1)
  const [any, legal] = [scorer.ids.map(() => 0), scorer.ids.map(() => 0)]
  for (let k = 0; k < draws; k += 1) {
    const point = simplexPoint(random, criteria.length)
    const groups = [point.slice(0, benefits), point.slice(benefits)]
    count(any, winnerOf(scorer, halved(groups)))
    count(legal, winnerOf(scorer, halved(groups.map((g) => g.toSorted((a, b) => b - a)))))
  }
  const shares = (counts: readonly number[]) =>
    Object.fromEntries(scorer.ids.map((id, i) => [id, (counts[i] as number) / draws]))
  const top = Math.max(0, ...any) / draws
  return {
    draws,
    seed,
    any: shares(any),
    legalOrder: shares(legal),
    standardError: Math.sqrt((top * (1 - top)) / draws),
  }
}

function count(counts: number[], winner: number): void {
  if (winner >= 0) counts[winner] = (counts[winner] as number) + 1
}

/** Each group to a half, as the ranking does with weights that are given. */
const halved = (groups: readonly (readonly number[])[]): number[] =>
  groups.flatMap((g) => {
    const total = g.reduce((a, b) => a + b, 0)
    return g.map((w) => w / total / groups.length)
  })

/** Índices de peso: for each criterion that counts, the interval of its weight in which the winner stays first. */
export function weightIntervals(contenders: readonly Contender[], wish: Scenario['ranking']): WeightInterval[] | null {
  const scorer = scorerOf(contenders, wish)
  if (!scorer) return null
  const weights = weightsOf(wish)
  const winner = winnerOf(scorer, weights)
  if (winner < 0) return []
  return criteria.flatMap((criterion, j): WeightInterval[] => {
    const [start, end] = j < benefits ? [0, benefits] : [benefits, criteria.length]
    const half = weights.slice(start, end).reduce((a, b) => a + b, 0)
    if (half === 0) return []
    const weight = (weights[j] as number) / half
    const at = (move: number): number =>
      leadUnder(scorer, winner, reweighted(weights, { j, start, end, to: weight + move }))
    const turn = (reach: number): number =>
      reach === 0 ? weight : weight + (firstTurn(at, { reach, tolerance: precision }) ?? reach)
    return [{ criterion, weight, from: turn(-weight), to: turn(1 - weight) }]
  })
}

const precision = 1e-9

/** The group with one weight at another value and the rest in their proportions; alike where they had none. */
function reweighted(
  weights: readonly number[],
  { j, start, end, to }: { j: number; start: number; end: number; to: number },
): number[] {
  const half = weights.slice(start, end).reduce((a, b) => a + b, 0)
  const rest = half - (weights[j] as number)
  return weights.map((w, k) => {
    if (k < start || k >= end) return w
    if (k === j) return to * half
    const proportion = rest === 0 ? 1 / (end - start - 1) : w / rest
    return (1 - to) * half * proportion
  })
}

function winnerOf({ score, eligible }: Scorer, weights: readonly number[]): number {
  const scores = score(weights)
  let best = -1
  for (const [i, s] of scores.entries()) {
    if (eligible[i] && (best < 0 || s > (scores[best] as number) + 1e-12)) best = i
  }
  return best
}

function leadUnder({ score, eligible }: Scorer, winner: number, weights: readonly number[]): number {
  const scores = score(weights)
  const others = scores.filter((_, i) => i !== winner && eligible[i])
  return others.length === 0 ? 1 : (scores[winner] as number) - Math.max(...others) + 1e-12
}

function scorerOf(contenders: readonly Contender[], wish: Scenario['ranking']): Scorer | null {
  if (wish.method === 'lexicographic') return null
  const inside = contenders.filter((c) => c.setAside.length === 0)
  const rows = inside.map((c) => criteria.map((name) => c.criteria[name]))
  const someViable = wish.requireViable && inside.some((c) => c.viable)
  return {
    ids: inside.map((c) => c.id),
    eligible: inside.map((c) => !someViable || c.viable),
    score: wish.method === 'topsis' ? closenessScores(rows) : weightedScores(rows),
  }
}

type Rows = readonly (readonly (number | null)[])[]

function weightedScores(rows: Rows): Scorer['score'] {
  const columns = better.map((side, j) =>
    scaleColumn(
      rows.map((r) => r[j] as number | null),
      side,
    ),
  )
  return (weights) =>
    rows.map((_, i) => columns.reduce((sum, column, j) => sum + (column[i] as number) * (weights[j] as number), 0))
}

/** TOPSIS with the distances of each criterion squared once, since weights only multiply them. */
function closenessScores(rows: Rows): Scorer['score'] {
  const filled = fillWorstRows(rows, better)
  const squares = better.map((side, j) => {
    const column = filled.map((r) => r[j] as number)
    const length = Math.hypot(...column) || 1
    const [high, low] = [Math.max(...column), Math.min(...column)]
    const [best, worst] = side === 'higher' ? [high, low] : [low, high]
    return column.map((x) => [((x - best) / length) ** 2, ((x - worst) / length) ** 2] as const)
  })
  return (weights) =>
    rows.map((_, i) => {
      let [toBest, toWorst] = [0, 0]
      for (const [j, column] of squares.entries()) {
        const w = (weights[j] as number) ** 2
        const [a, b] = column[i] as readonly [number, number]
        toBest += w * a
        toWorst += w * b
      }
      const [d, e] = [Math.sqrt(toBest), Math.sqrt(toWorst)]
      return d + e <= 1e-12 ? 1 : e / (d + e)
    })
}
