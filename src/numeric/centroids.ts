/**
 * Pesos de centroide de un orden de prioridad [10.3].
 *
 * n shares that fall and sum 1: w_j = (1/n) Σ_{q = j..n} 1/q, the mean of all weights that respect the order.
 * Errors: RangeError where n is not a whole number ≥ 0.
 * Source: rank-order centroids (Barron and Barrett, 1996).
 *
 * @example rankOrderCentroids(2) // [0.75, 0.25]
 */
export function rankOrderCentroids(n: number): number[] {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`n must be a whole number from 0: ${n}`)
  const weights: number[] = []
  let sum = 0
  for (let q = n; q >= 1; q--) {
    sum += 1 / q
    weights.unshift(sum / n)
  }
  return weights
}

/**
 * Suma ponderada de cada fila.
 *
 * `rows` are alternatives × criteria, already on one scale; `weights` one a criterion. Errors: RangeError where a row
 * has another length than the weights.
 *
 * @example weightedSums([[1, 0], [0, 1]], [0.75, 0.25]) // [0.75, 0.25]
 */
export function weightedSums(rows: readonly (readonly number[])[], weights: readonly number[]): number[] {
  return rows.map((row) => {
    if (row.length !== weights.length) throw new RangeError('one weight a criterion')
    return row.reduce((sum, value, j) => sum + value * weights[j]!, 0)
  })
}
