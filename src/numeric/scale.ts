/** Whether more of a criterion is good or bad. */
export type Better = 'higher' | 'lower'

const sameShare = 1e-9

/**
 * Escala de 0 (la peor alternativa) a 1 (la mejor).
 *
 * One value an alternative; `null` counts as the worst value of the column. Where all are equal (within 1e-9 of the
 * greatest size) each is 1; a column of nulls is equal too. The unit drops out. Errors: RangeError where not finite.
 *
 * @example scaleColumn([10, 20, null, 15], 'higher') // [0, 1, 0, 0.5]
 */
export function scaleColumn(column: readonly (number | null)[], better: Better): number[] {
  const filled = fillWorst(column, better)
  const low = Math.min(...filled)
  const high = Math.max(...filled)
  if (high - low <= sameShare * Math.max(Math.abs(low), Math.abs(high))) return filled.map(() => 1)
  return filled.map((value) => (better === 'higher' ? value - low : high - value) / (high - low))
}

/**
 * La columna con cada dato ausente en el peor valor conocido.
 *
 * Same length and unit; a column of nulls becomes zeros. Errors: RangeError where a value is not finite.
 *
 * @example fillWorst([3, null, 5], 'lower') // [3, 5, 5]
 */
export function fillWorst(column: readonly (number | null)[], better: Better): number[] {
  const known = column.filter((value) => value !== null)
  if (!known.every(Number.isFinite)) throw new RangeError('values must be finite')
  const worst = known.length === 0 ? 0 : better === 'higher' ? Math.min(...known) : Math.max(...known)
  return column.map((value) => value ?? worst)
}

/**
 * La matriz de alternativas × criterios con cada dato ausente en el peor valor de su columna.
 *
 * `better` has one entry a criterion. Errors: RangeError where a row has another length or a value is not finite.
 *
 * @example fillWorstRows([[1, null], [2, 4]], ['higher', 'lower']) // [[1, 4], [2, 4]]
 */
export function fillWorstRows(rows: readonly (readonly (number | null)[])[], better: readonly Better[]): number[][] {
  if (rows.some((row) => row.length !== better.length)) throw new RangeError('one value a criterion')
  const columns = better.map((side, j) =>
    fillWorst(
      rows.map((row) => row[j]!),
      side,
    ),
  )
  return rows.map((_, i) => columns.map((column) => column[i]!))
}
