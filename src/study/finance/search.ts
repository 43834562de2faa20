import { bisect } from '../../numeric/bisect.ts'
import type { Bench, Trial } from './trial.ts'

/** A way out from where the levers stand: the point at a distance 0..1 along it. */
export interface Way {
  readonly at: (distance: number) => readonly number[]
  /** Only these distances, ascending; any where absent. */
  readonly steps?: readonly number[]
}

const rings = 12
const precision = 1e-8

/**
 * The nearest point along some ways at which the alternative is viable, or null.
 *
 * The ways are walked out ring by ring, close together near the start, so that a narrow stretch of viability is not
 * stepped over; between two rings the turn is found by bisection: either the farther one is viable, or what failed at
 * the nearer no longer fails at the farther, and the point where it stops failing may be viable although both ends are not.
 */
export function nearest(bench: Bench, ways: readonly Way[]): { trial: Trial; distance: number } | null {
  const walks = ways.map((way) => ({ way, distance: 0, from: bench.try(way.at(0)) }))
  for (const ring of ringsOf(ways)) {
    const found = walks.flatMap((walk) => {
      if (walk.way.steps && !walk.way.steps.includes(ring)) return []
      const to = bench.try(walk.way.at(ring))
      const turn = walk.way.steps ? whole(to, ring) : turnBetween(bench, walk, { to, distance: ring })
      Object.assign(walk, { distance: ring, from: to })
      return turn ? [turn] : []
    })
    const [first, ...others] = found
    if (first) return others.reduce((a, b) => (b.distance < a.distance ? b : a), first)
  }
  return null
}

const whole = (trial: Trial, distance: number) => (trial.failing.length === 0 ? { trial, distance } : null)

function ringsOf(ways: readonly Way[]): number[] {
  const usual = Array.from({ length: rings }, (_, k) => ((k + 1) / rings) ** 2)
  const all = ways.flatMap((way) => way.steps ?? usual)
  return [...new Set(all)].sort((a, b) => a - b)
}

interface Walk {
  readonly way: Way
  readonly distance: number
  readonly from: Trial
}

function turnBetween(bench: Bench, { way, distance, from }: Walk, far: { to: Trial; distance: number }) {
  if (from.failing.some((id) => far.to.failing.includes(id))) return null
  const mended = (x: number) => !bench.try(way.at(x)).failing.some((id) => from.failing.includes(id))
  const turn = bisect(mended, { low: distance, high: far.distance, tolerance: precision * far.distance })
  if (turn === null) return null
  const trial = bench.try(way.at(turn))
  return trial.failing.length === 0 ? { trial, distance: turn } : null
}
