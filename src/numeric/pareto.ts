import type { Better } from './scale.ts'
import { fillWorstRows } from './scale.ts'

const sameShare = 1e-9

/**
 * Frente de Pareto: las alternativas a las que ninguna otra iguala en todo y supera en algo.
 *
 * `rows` are alternatives × criteria in any units, null taken as the worst of its column; values within 1e-9 of the
 * greater size are equal. Ascending indices into `rows`; equal alternatives are all in. Errors: RangeError where
 * lengths differ or a value is not finite.
 *
 * @example paretoFront([[1, 9], [2, 3], [3, 5]], ['higher', 'lower']) // [1, 2]
 */
export function paretoFront(rows: readonly (readonly (number | null)[])[], better: readonly Better[]): number[] {
  const filled = fillWorstRows(rows, better)
  return filled.flatMap((row, i) => (filled.some((other) => dominates(other, row, better)) ? [] : [i]))
}

function dominates(one: readonly number[], other: readonly number[], better: readonly Better[]): boolean {
  const leads = better.map((side, j) => lead(one[j]!, other[j]!) * (side === 'higher' ? 1 : -1))
  return leads.every((value) => value >= 0) && leads.some((value) => value > 0)
}

function lead(a: number, b: number): number {
  return Math.abs(a - b) <= sameShare * Math.max(Math.abs(a), Math.abs(b)) ? 0 : Math.sign(a - b)
}
