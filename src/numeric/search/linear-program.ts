/** One condition `coefficients · x ≥ least`. */
export interface Condition {
  readonly coefficients: readonly number[]
  readonly least: number
}

export interface LinearProgram {
  /** Cost of a unit of each variable in either direction; not negative. */
  readonly costs: readonly number[]
  readonly conditions: readonly Condition[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

const small = 1e-12

/**
 * Programa lineal de menor cambio: min Σ costo·|x| bajo condiciones lineales y cotas.
 *
 * `lower` ≤ 0 ≤ `upper`. Null where no point meets every condition. Solved by the simplex method on the dual, whose
 * first vertex is at hand because no cost is negative; Bland's rule keeps it from going round.
 *
 * @example leastChange({ costs: [1], conditions: [{ coefficients: [2], least: 3 }], lower: [0], upper: [9] }) // [1.5]
 */
export function leastChange({ costs, conditions, lower, upper }: LinearProgram): number[] | null {
  const n = costs.length
  const bounds = costs.flatMap((_, i) => [
    { coefficients: costs.map((__, j) => (i === j ? -1 : 0)), least: -(upper[i] as number) },
    { coefficients: costs.map((__, j) => (i === j ? 1 : 0)), least: lower[i] as number },
  ])
  const all = [...conditions, ...bounds].map(({ coefficients, least }) => {
    const size = Math.max(...coefficients.map(Math.abs), small)
    return { coefficients: coefficients.map((x) => x / size), least: least / size }
  })
  // rows: the rising and the falling half of each variable; columns: one dual a condition, then the slacks
  const rows = [...costs, ...costs].map((cost, row) => {
    const sign = row < n ? 1 : -1
    const duals = all.map(({ coefficients }) => sign * (coefficients[row % n] as number))
    const slacks = Array.from({ length: 2 * n }, (_, j) => (j === row ? 1 : 0))
    return [...duals, ...slacks, cost]
  })
  const objective = [...all.map(({ least }) => -least), ...new Array<number>(2 * n + 1).fill(0)]
  const base = rows.map((_, row) => all.length + row)
  if (!maximised(rows, objective, base)) return null
  const half = (row: number) => objective[all.length + row] as number
  return costs.map((_, i) => half(i) - half(i + n))
}

/** Pivots until no column improves; false where the dual has no bound. */
function maximised(rows: number[][], objective: number[], base: number[]): boolean {
  const last = objective.length - 1
  for (;;) {
    const column = objective.findIndex((x, j) => j < last && x < -small)
    if (column < 0) return true
    let leaving = -1
    let least = Number.POSITIVE_INFINITY
    for (const [row, cells] of rows.entries()) {
      const cell = cells[column] as number
      if (cell <= small) continue
      const ratio = (cells[last] as number) / cell
      if (ratio < least - small || (ratio <= least + small && (base[row] as number) < (base[leaving] ?? Infinity))) {
        least = Math.min(least, ratio)
        leaving = row
      }
    }
    if (leaving < 0) return false
    pivot(rows, objective, { row: leaving, column })
    base[leaving] = column
  }
}

function pivot(rows: number[][], objective: number[], { row, column }: { row: number; column: number }): void {
  const pivoted = rows[row] as number[]
  const cell = pivoted[column] as number
  for (let j = 0; j < pivoted.length; j += 1) pivoted[j] = (pivoted[j] as number) / cell
  for (const cells of [...rows, objective]) {
    const factor = cells[column] as number
    if (cells === pivoted || factor === 0) continue
    for (let j = 0; j < cells.length; j += 1) cells[j] = (cells[j] as number) - factor * (pivoted[j] as number)
  }
}
