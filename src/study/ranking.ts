import { rankOrderCentroids } from '../numeric/centroids.ts'
import { lexicographic } from '../numeric/lexicographic.ts'
import { paretoFront } from '../numeric/pareto.ts'
import type { Better } from '../numeric/scale.ts'
import { fillWorstRows, scaleColumn } from '../numeric/scale.ts'
import { topsis } from '../numeric/topsis.ts'
import type { Criterion } from '../scenario/document/ranking.ts'
import { criteria } from '../scenario/document/ranking.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Locale } from '../text/numbers.ts'
import { becauseOf } from '../text/studies/ranking.ts'
import type { Ranking } from './result.ts'

/** The first six are benefits, the other four costs, each in the resolution's order of priority [10.3]. */
export const benefits = 6
export const better: readonly Better[] = criteria.map((c, i) =>
  i < benefits || c === 'costCoverage' ? 'higher' : 'lower',
)

/** What the ranking needs of an alternative. */
export interface Contender {
  readonly id: string
  readonly name?: string | undefined
  readonly viable: boolean
  readonly criteria: Readonly<Record<Criterion, number | null>>
  /** Screening answers that set it aside; none lets it in. */
  readonly setAside: readonly string[]
}

type Order = Omit<Ranking['order'][number], 'because'>[]
type MethodId = keyof Ranking['methods'] & Scenario['ranking']['method']
interface Scored {
  readonly score: number
  /** What each criterion adds to the score. */
  readonly parts: readonly number[]
}

/** Jerarquización de alternativas [10.3] by the three methods; those set aside are left out of all. */
export function rank(contenders: readonly Contender[], wish: Scenario['ranking'], locale: Locale = 'es'): Ranking {
  const inside = contenders.filter((c) => c.setAside.length === 0)
  const rows = inside.map((c) => criteria.map((name) => c.criteria[name]))
  const told = (method: MethodId) => explained(inside, { method, order: ordersBy[method](inside, rows, wish) }, locale)
  const methods = {
    prioritized: told('prioritized'),
    lexicographic: told('lexicographic'),
    topsis: told('topsis'),
  }
  return {
    method: wish.method,
    order: methods[wish.method],
    methods,
    sameWinner: new Set(Object.values(methods).map(([first]) => first?.alternative)).size === 1,
    pareto: inside.length === 0 ? [] : paretoFront(rows, better).map((i) => (inside[i] as Contender).id),
    setAside: contenders
      .filter((c) => c.setAside.length > 0)
      .map((c) => ({ alternative: c.id, reasons: [...c.setAside] })),
  }
}

/** The order of the method that the plan asks for, without what is said of it: the same as in `rank`. */
export function orderOf(contenders: readonly Contender[], wish: Scenario['ranking']): Order {
  const inside = contenders.filter((c) => c.setAside.length === 0)
  const rows = inside.map((c) => criteria.map((name) => c.criteria[name]))
  return ordersBy[wish.method](inside, rows, wish)
}

type Orderer = (
  inside: readonly Contender[],
  rows: readonly (readonly (number | null)[])[],
  wish: Scenario['ranking'],
) => Order

const ordersBy: Readonly<Record<MethodId, Orderer>> = {
  prioritized: (inside, rows, wish) =>
    scoredOrder(inside, prioritizedScores(rows, weightsOf(wish)), wish.requireViable),
  lexicographic: (inside, rows, wish) => lexicographicOrder(inside, rows, wish),
  topsis: (inside, rows, wish) => scoredOrder(inside, topsisScores(rows, weightsOf(wish)), wish.requireViable),
}

/** Each place with the sentence that says which criterion decided it and by how much. */
function explained(
  inside: readonly Contender[],
  { method, order }: { method: MethodId; order: Order },
  locale: Locale,
): Ranking['order'] {
  const facts = order.map(({ alternative, score, decidedBy }) => {
    const found = inside.find((c) => c.id === alternative) as Contender
    return { name: found.name ?? found.id, score, decidedBy, criteria: found.criteria }
  })
  return order.map((o, i) => ({
    ...o,
    because: becauseOf({ method, mine: facts[i] as (typeof facts)[number], next: facts[i + 1], place: o.place })[
      locale
    ],
  }))
}

/** Weights that add up to 1: each group by centroids of its legal order, or as given; a group without weight counts nothing. */
export function weightsOf(wish: Scenario['ranking']): number[] {
  const given = wish.weights
  const raw = given
    ? criteria.map((c) => given[c] ?? 0)
    : [...rankOrderCentroids(benefits), ...rankOrderCentroids(criteria.length - benefits)]
  const groups = [raw.slice(0, benefits), raw.slice(benefits)]
  const counting = groups.filter((g) => sum(g) > 0).length
  return groups.flatMap((g) => g.map((w) => (sum(g) > 0 ? w / sum(g) / counting : 0)))
}

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0)

function prioritizedScores(rows: readonly (readonly (number | null)[])[], weights: readonly number[]): Scored[] {
  const columns = better.map((side, j) =>
    scaleColumn(
      rows.map((r) => r[j] as number | null),
      side,
    ),
  )
  return rows.map((_, i) => {
    const parts = columns.map((column, j) => (column[i] as number) * (weights[j] as number))
    return { score: sum(parts), parts }
  })
}

function topsisScores(rows: readonly (readonly (number | null)[])[], weights: readonly number[]): Scored[] {
  if (rows.length === 0) return []
  const filled = fillWorstRows(rows, better)
  const lengths = better.map((_, j) => Math.hypot(...filled.map((r) => r[j] as number)) || 1)
  return topsis({ rows, weights, better }).map((score, i) => ({
    score,
    parts: better.map(
      (side, j) =>
        (((side === 'higher' ? 1 : -1) * (filled[i]?.[j] as number)) / (lengths[j] as number)) * (weights[j] as number),
    ),
  }))
}

/** Two values closer than this are the same: the same sum in another order. */
const sameShare = 1e-9
const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b))

/** By score, viable ones first where asked; equal scores keep the order of the document. */
function scoredOrder(contenders: readonly Contender[], scores: readonly Scored[], viableFirst: boolean): Order {
  const group = (i: number): number => (viableFirst && !(contenders[i] as Contender).viable ? 1 : 0)
  const scoreOf = (i: number): Scored => scores[i] as Scored
  const order = contenders
    .map((_, i) => i)
    .sort(
      (a, b) =>
        group(a) - group(b) ||
        (equal(scoreOf(a).score, scoreOf(b).score) ? a - b : scoreOf(b).score - scoreOf(a).score),
    )
  return order.map((i, place) => {
    const next = order[place + 1]
    return {
      place: place + 1,
      alternative: (contenders[i] as Contender).id,
      score: scoreOf(i).score,
      decidedBy:
        next === undefined ? null : group(i) !== group(next) ? 'viability' : decider(scoreOf(i), scoreOf(next)),
    }
  })
}

/** The criterion that most separates a place from the next. */
function decider(mine: Scored, next: Scored): string {
  if (equal(mine.score, next.score)) return 'tie'
  const gaps = mine.parts.map((p, j) => p - (next.parts[j] as number))
  return criteria[gaps.indexOf(Math.max(...gaps))] as string
}

function lexicographicOrder(
  contenders: readonly Contender[],
  rows: readonly (readonly (number | null)[])[],
  wish: Scenario['ranking'],
): Order {
  const thresholds = criteria.map((c) => Math.max(sameShare, wish.thresholds[c]))
  // a missing value is the worst of all that are ranked, also where the viable ones are compared among themselves
  const filled = fillWorstRows(rows, better)
  const all = contenders.map((_, i) => i)
  const groups = wish.requireViable
    ? [all.filter((i) => contenders[i]?.viable), all.filter((i) => !contenders[i]?.viable)]
    : [all]
  const order = groups.flatMap((group, g) =>
    lexicographic({ rows: group.map((i) => filled[i] as number[]), better, thresholds }).map(({ row, decidedBy }) => ({
      alternative: (contenders[group[row] as number] as Contender).id,
      decidedBy:
        decidedBy === null && g === 0 && (groups[1]?.length ?? 0) > 0
          ? 'viability'
          : decidedBy === null || decidedBy === 'tie'
            ? decidedBy
            : (criteria[decidedBy] as string),
    })),
  )
  return order.map((o, i) => ({ place: i + 1, alternative: o.alternative, score: null, decidedBy: o.decidedBy }))
}
