import { crossing } from './crossing.ts'

/** How far to look, as shares of the reach: close together near the start, so that a narrow turn is not stepped over. */
const rings = [0.03, 0.1, 0.25, 0.5, 0.75, 1]

/**
 * Primer cambio de signo desde el cero hacia un extremo.
 *
 * Walks from 0 towards `reach` (negative: downwards) ring by ring; the point already on the other side, at most the
 * tolerance past the turn, or null where the sign never changes or the function has no value (NaN) on the way.
 */
export function firstTurn(
  f: (x: number) => number,
  { reach, tolerance }: { reach: number; tolerance: number },
): number | null {
  const known = new Map<number, number>()
  const once = (x: number): number => {
    const value = known.get(x) ?? f(x)
    known.set(x, value)
    return value
  }
  let from = 0
  for (const ring of rings) {
    const to = ring * reach
    const product = once(from) * once(to)
    if (Number.isNaN(product)) return null
    if (product <= 0) return turnBetween(once, { from, to, tolerance })
    from = to
  }
  return null
}

function turnBetween(f: (x: number) => number, ends: { from: number; to: number; tolerance: number }): number | null {
  try {
    return crossing(f, ends).after
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
