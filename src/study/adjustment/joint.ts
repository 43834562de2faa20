import type { Condition } from '../../numeric/search/linear-program.ts'
import { leastChange } from '../../numeric/search/linear-program.ts'
import type { Lever } from './levers.ts'
import { nearest } from './search.ts'
import type { Bench, Trial } from './trial.ts'

const mostPlanes = 14
const step = 1e-4
const closeEnough = 1e-9
const farther = 1.5
const mostCorners = 16

/** A place of the levers that move together, each in shares of its range from where it stands. */
interface Ground {
  readonly bench: Bench
  /** Places of these levers among all. */
  readonly free: readonly number[]
  /** The values of all levers; those not free stay so. */
  readonly base: readonly number[]
}

export const rangeOf = ({ min, max }: Lever): number => Math.max(max - min, Number.MIN_VALUE)

/** Cost of a point: Σ weight · |change| / range. */
export const costOf = (levers: readonly Lever[], values: readonly number[]): number =>
  levers.reduce((sum, l, i) => sum + (l.weight * Math.abs((values[i] as number) - l.before)) / rangeOf(l), 0)

/**
 * The cheapest viable point of several levers together, or null.
 *
 * Each limit is replaced by its tangent planes where it was tried (Kelley), the linear program gives the cheapest point
 * they allow, and that is tried in turn, until it holds. Cash, cover, present values and affordability bend little and
 * inwards, so a few planes do; where they do not, rays to the corners of the box are searched instead.
 */
export function cheapest(ground: Ground, onlyPlanes = false): Trial | null {
  const point = tangentPoint(ground)
  const found = point && along(ground, point)
  if (found || onlyPlanes) return found
  const { bench } = ground
  const rays = corners(ground).flatMap((corner) => along(ground, corner) ?? [])
  const [first, ...others] = rays
  if (!first) return null
  return others.reduce((a, b) => (costOf(bench.levers, b.values) < costOf(bench.levers, a.values) ? b : a), first)
}

const leverAt = ({ bench, free }: Ground, k: number): Lever => bench.levers[free[k] as number] as Lever

function valuesAt(ground: Ground, shares: readonly number[]): number[] {
  const values = [...ground.base]
  for (const [k, place] of ground.free.entries()) {
    const lever = leverAt(ground, k)
    const value = lever.before + (shares[k] as number) * rangeOf(lever)
    values[place] = Math.min(lever.max, Math.max(lever.min, value))
  }
  return values
}

function tangentPoint(ground: Ground): number[] | null {
  const levers = ground.free.map((_, k) => leverAt(ground, k))
  const lower = levers.map((l) => (l.min - l.before) / rangeOf(l))
  const upper = levers.map((l) => (l.max - l.before) / rangeOf(l))
  const costs = levers.map((l) => l.weight)
  const conditions: Condition[] = []
  let shares = levers.map(() => 0)
  for (let plane = 0; plane < mostPlanes; plane += 1) {
    const here = ground.bench.try(valuesAt(ground, shares))
    if (here.failing.length === 0) return shares
    conditions.push(...planesAt(ground, shares, { here, upper }))
    const next = leastChange({ costs, conditions, lower, upper })
    if (next === null) return null
    const movement = Math.max(...next.map((x, k) => Math.abs(x - (shares[k] as number))))
    shares = next
    if (movement < closeEnough) return shares
  }
  return shares
}

/** The tangent plane of every margin at a point, from one small step along each lever. */
function planesAt(ground: Ground, shares: number[], at: { here: Trial; upper: number[] }): Condition[] {
  const steps = shares.map((x, k) => (x + step <= (at.upper[k] as number) ? step : -step))
  const near = steps.map((d, k) =>
    ground.bench.try(
      valuesAt(
        ground,
        shares.map((x, j) => (j === k ? x + d : x)),
      ),
    ),
  )
  return [...at.here.margins].flatMap(([id, margin]) => {
    const slopes = near.map((trial, k) => ((trial.margins.get(id) ?? margin) - margin) / (steps[k] as number))
    const level = slopes.every((x) => x === 0)
    if (level || !Number.isFinite(margin + slopes.reduce((a, b) => a + b, 0))) return []
    return [{ coefficients: slopes, least: slopes.reduce((s, x, k) => s + x * (shares[k] as number), 0) - margin }]
  })
}

/** The nearest viable point on the ray through a point, a little beyond it at most. */
function along(ground: Ground, shares: readonly number[]): Trial | null {
  const at = (distance: number) =>
    valuesAt(
      ground,
      shares.map((x) => x * distance),
    )
  const limit = shares.every((x, k) => within(ground, x * farther, k)) ? farther : 1
  const led = ground.bench.try(at(narrow(0, limit))).failing.length > 0
  const direct = led ? nearest(ground.bench, [{ at: (d) => at(narrow(d, limit)) }]) : null
  return (direct ?? nearest(ground.bench, [{ at: (d) => at(d * limit) }]))?.trial ?? null
}

/** From just before a point to the end of the ray: where the planes have already led. */
const narrow = (distance: number, limit: number): number =>
  distance === 0 ? 1 - 2 * step : 1 - 2 * step + distance * (limit - 1 + 2 * step)

function within(ground: Ground, share: number, k: number): boolean {
  const lever = leverAt(ground, k)
  const value = lever.before + share * rangeOf(lever)
  return value >= lever.min && value <= lever.max
}

function corners(ground: Ground): number[][] {
  const ends = ground.free.map((_, k) => {
    const l = leverAt(ground, k)
    return [(l.min - l.before) / rangeOf(l), 0, (l.max - l.before) / rangeOf(l)]
  })
  const all = ends.reduce<number[][]>((lists, end) => lists.flatMap((list) => end.map((x) => [...list, x])), [[]])
  return all
    .filter((corner) => corner.some((x) => x !== 0))
    .sort((a, b) => a.filter((x) => x !== 0).length - b.filter((x) => x !== 0).length)
    .slice(0, mostCorners)
}
