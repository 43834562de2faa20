export interface Bracket {
  low: number
  high: number
  /** Width at which the search ends; default 1e-9 of the bracket's greater end. */
  tolerance?: number
}

/**
 * El menor valor desde el cual se cumple una condición, por bisección.
 *
 * `holds` must turn from false to true once between low and high. The answer is an end at which it was seen to hold,
 * at most `tolerance` above the turn: `low` where it holds already, `null` where it does not hold at `high`.
 * Errors: RangeError where low > high or an end is not finite.
 *
 * @example bisect((x) => x * x >= 2, { low: 0, high: 2 }).toFixed(6) // '1.414214'
 */
export function bisect(holds: (x: number) => boolean, { low, high, tolerance }: Bracket): number | null {
  if (!(low <= high) || !Number.isFinite(low) || !Number.isFinite(high)) throw new RangeError('low must not pass high')
  if (holds(low)) return low
  if (!holds(high)) return null
  const width = tolerance ?? 1e-9 * Math.max(Math.abs(low), Math.abs(high))
  let failed = low
  let held = high
  while (held - failed > width) {
    const middle = failed + (held - failed) / 2
    if (middle === failed || middle === held) break
    if (holds(middle)) held = middle
    else failed = middle
  }
  return held
}
