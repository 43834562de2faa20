import type { Timing } from './npv.ts'
import { exponentOf, presentValue } from './npv.ts'

const rounding = 1e-12

/**
 * Recuperación: primer año desde el cual el flujo descontado acumulado ya no vuelve a ser negativo [11.3].
 *
 * Flows in time order, flows[0] at t = 0; `rate` effective a year. The answer is an index t, to be added to the base
 * year; `null` where the sum over all years is negative or there are no flows. A sum within 1e-12 of the discounted
 * flows' total size counts as 0. Errors: RangeError where rate ≤ −1 or a number is not finite.
 *
 * @example paybackIndex([-100, 60, 60, 10], 0.1, 'end') // 2
 */
export function paybackIndex(flows: readonly number[], rate: number, timing: Timing): number | null {
  const zero = rounding * presentValue(flows.map(Math.abs), rate, timing)
  let cumulative = 0
  let first: number | null = null
  for (const [t, flow] of flows.entries()) {
    cumulative += flow / (1 + rate) ** exponentOf(t, timing)
    if (cumulative < -zero) first = null
    else first ??= t
  }
  return first
}
