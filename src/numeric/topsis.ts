import type { Better } from './scale.ts'
import { fillWorstRows } from './scale.ts'

export interface Comparison<Cell> {
  rows: readonly (readonly Cell[])[]
  weights: readonly number[]
  better: readonly Better[]
}

const noDistance = 1e-12

/**
 * TOPSIS: cercanía de cada alternativa a la mejor imaginable y lejanía de la peor.
 *
 * `rows` are alternatives × criteria in any units, null taken as the worst of its column; columns are divided by their
 * Euclidean length, weighted and compared. One closeness a row, 0 (worst in all) to 1 (best in all).
 * Errors: RangeError where lengths differ or a value is not finite.
 * Source: Hwang and Yoon, 1981.
 *
 * @example topsis({ rows: [[1, 9], [2, 3]], weights: [0.5, 0.5], better: ['higher', 'lower'] }) // [0, 1]
 */
export function topsis({ rows, weights, better }: Comparison<number | null>): number[] {
  const filled = fillWorstRows(rows, better)
  const lengths = better.map((_, j) => Math.hypot(...filled.map((row) => row[j]!)))
  const scaled = filled.map((row) => row.map((value, j) => (lengths[j] === 0 ? 0 : value / lengths[j]!)))
  return closeness({ rows: scaled, weights, better })
}

/**
 * Cercanía relativa a la alternativa ideal, en una matriz que ya está en una sola escala.
 *
 * d⁻/(d⁺ + d⁻) with Euclidean distances over the weighted columns; 1 where all rows are equal (distances within 1e-12
 * of the weighted values). Errors: RangeError where a row has another length than the weights or than `better`.
 *
 * @example closeness({ rows: [[0], [1], [4]], weights: [1], better: ['higher'] }) // [0, 0.25, 1]
 */
export function closeness({ rows, weights, better }: Comparison<number>): number[] {
  if (weights.length !== better.length || rows.some((row) => row.length !== better.length)) {
    throw new RangeError('one weight and one value a criterion')
  }
  const weighted = rows.map((row) => row.map((value, j) => value * weights[j]!))
  const column = (j: number) => weighted.map((row) => row[j]!)
  const highest = better.map((_, j) => Math.max(...column(j)))
  const lowest = better.map((_, j) => Math.min(...column(j)))
  const ideal = better.map((side, j) => (side === 'higher' ? highest[j]! : lowest[j]!))
  const worst = better.map((side, j) => (side === 'higher' ? lowest[j]! : highest[j]!))
  const zero = noDistance * Math.hypot(...highest, ...lowest)
  return weighted.map((row) => {
    const toIdeal = distance(row, ideal)
    const toWorst = distance(row, worst)
    return toIdeal + toWorst <= zero ? 1 : toWorst / (toIdeal + toWorst)
  })
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, j) => value - b[j]!))
}
