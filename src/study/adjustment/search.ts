import { bisect } from '../../numeric/bisect.ts'
import type { Bench, Trial } from './trial.ts'

/** A way out from where the levers stand: the point at a distance 0..1 along it. */
export interface Way {
  readonly at: (distance: number) => readonly number[]
}

export const usualRings = 12
const precision = 1e-8

/**
 * The nearest point along some ways at which the alternative is viable, or null.
 *
 * The ways are walked out ring by ring, close together near the start, so that a narrow stretch of viability is not
 * stepped over; between two rings the turn is found by bisection: either the farther one is viable, or what failed at
 * the nearer no longer fails at the farther, and the point where it stops failing may be viable although both ends are not.
 */
export function nearest(
  bench: Bench,
  ways: readonly Way[],
  rings = usualRings,
): { trial: Trial; distance: number } | null {
  const walks = ways.map((way) => ({ way, distance: 0, from: bench.try(way.at(0)) }))
  for (const ring of ringsOf(rings)) {
    const found = walks.flatMap((walk) => {
      const to = bench.try(walk.way.at(ring))
      const turn = turnBetween(bench, walk, { to, distance: ring })
      Object.assign(walk, { distance: ring, from: to })
      return turn ? [turn] : []
    })
    const [first, ...others] = found
    if (first) return others.reduce((a, b) => (b.distance < a.distance ? b : a), first)
  }
  return null
}

const ringsOf = (count: number): number[] => Array.from({ length: count }, (_, k) => ((k + 1) / count) ** 2)

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
