import { crossing } from './crossing.ts'

/** How far to look, as shares of the reach: close together near the start, so that a narrow turn is not stepped over. */
const rings = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 1]
const mostHalvings = 10

export interface Outward {
  /** The far end; negative: downwards. */
  readonly reach: number
  readonly tolerance: number
  /** What else may change on the way: a stretch at whose ends it differs is searched in halves, because a turn there and back would show at neither. */
  readonly mark?: (x: number) => string
}

/**
 * Primer cambio de signo desde el cero hacia un extremo.
 *
 * Walks from 0 towards `reach` ring by ring; the point already on the other side, at most the tolerance past the turn,
 * or null where the sign never changes or the function has no value (NaN) on the way.
 */
export function firstTurn(f: (x: number) => number, { reach, tolerance, mark }: Outward): number | null {
  const known = new Map<number, number>()
  const once = (x: number): number => {
    const value = known.get(x) ?? f(x)
    known.set(x, value)
    return value
  }
  let from = 0
  for (const ring of rings) {
    const to = ring * reach
    if (Number.isNaN(once(from) * once(to))) return null
    const turn = turnWithin({ f: once, tolerance, mark }, { from, to }, mostHalvings)
    if (turn !== undefined) return turn
    from = to
  }
  return null
}

interface Search {
  readonly f: (x: number) => number
  readonly tolerance: number
  readonly mark: Outward['mark']
}

/** Undefined where nothing turns between the two; null where the turn has no value. */
function turnWithin(
  search: Search,
  { from, to }: { from: number; to: number },
  halvings: number,
): number | null | undefined {
  const { f, tolerance, mark } = search
  if (f(from) * f(to) <= 0) return turnBetween(f, { from, to, tolerance })
  if (halvings === 0 || !mark || mark(from) === mark(to)) return undefined
  const middle = (from + to) / 2
  return (
    turnWithin(search, { from, to: middle }, halvings - 1) ?? turnWithin(search, { from: middle, to }, halvings - 1)
  )
}

function turnBetween(f: (x: number) => number, ends: { from: number; to: number; tolerance: number }): number | null {
  try {
    return crossing(f, ends).after
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
