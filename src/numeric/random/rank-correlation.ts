import { inverseNormal, normalBelow } from './normal.ts'

type Matrix = readonly (readonly number[])[]

const slack = 1e-10

/** The lower triangle L with L·Lᵀ the matrix; undefined where it is not positive semidefinite. Source: Cholesky. */
export function triangleOf(matrix: Matrix): number[][] | undefined {
  const size = matrix.length
  const lower = matrix.map(() => new Array<number>(size).fill(0))
  const at = (i: number, j: number): number => lower[i]?.[j] as number
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i < size; i += 1) {
      let rest = matrix[i]?.[j] as number
      for (let k = 0; k < j; k += 1) rest -= at(i, k) * at(j, k)
      if (i === j && rest < -slack) return undefined
      if (i === j) (lower[j] as number[])[j] = rest <= slack ? 0 : Math.sqrt(rest)
      else if (at(j, j) > 0) (lower[i] as number[])[j] = rest / at(j, j)
      // a column without variance of its own must already be explained by the ones before
      else if (Math.abs(rest) > Math.sqrt(slack)) return undefined
    }
  }
  return lower
}

/** The correlation of normals whose ranks correlate so [Spearman]. Source: Pearson, 1907. */
export const normalCorrelation = (rank: number): number => 2 * Math.sin((Math.PI * rank) / 6)

/**
 * Correlación de rangos por cópula gaussiana: the triangle that `correlated` takes, from a symmetric matrix of rank
 * correlations with ones in its diagonal; undefined where it, or the normals' own, is not positive semidefinite.
 *
 * Draw by draw, unlike the reordering of Iman and Conover, so that a draw can be made alone.
 */
export function copulaOf(ranks: Matrix): number[][] | undefined {
  if (!triangleOf(ranks)) return undefined
  return triangleOf(ranks.map((row, i) => row.map((rank, j) => (i === j ? 1 : normalCorrelation(rank)))))
}

/** Uniforms in (0, 1) that correlate, out of independent ones. */
export function correlated(copula: Matrix, uniforms: readonly number[]): number[] {
  const normals = uniforms.map(inverseNormal)
  return copula.map((row) => {
    let sum = 0
    for (let k = 0; k < row.length; k += 1) sum += (row[k] as number) * (normals[k] as number)
    return Math.min(1 - 2 ** -53, Math.max(2 ** -54, normalBelow(sum)))
  })
}
