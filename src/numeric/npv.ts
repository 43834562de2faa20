/** When in its year a flow of t ≥ 1 falls. The flow of t = 0 is never discounted. */
export type Timing = 'end' | 'mid'

/**
 * Valor presente de una serie de flujos [11.3].
 *
 * Flows are in time order, flows[0] at t = 0 (undiscounted); `rate` is effective a year, as a share; `mid` takes
 * exponent t − ½ for t ≥ 1. The result has the unit of the flows; no flows give 0.
 * Errors: RangeError where rate ≤ −1 or anything is not finite.
 * Source: discounted cash flow; same convention as numpy-financial's npv (a spreadsheet's NPV discounts flows[0] too).
 *
 * @example presentValue([-100, 60, 72], 0.2, 'end') // 0
 */
export function presentValue(flows: readonly number[], rate: number, timing: Timing): number {
  if (!(rate > -1) || rate === Infinity) throw new RangeError(`rate must be finite and above -1: ${rate}`)
  const sum = flows.reduce((total, flow, t) => total + flow / (1 + rate) ** exponentOf(t, timing), 0)
  if (!Number.isFinite(sum)) throw new RangeError('present value is not finite')
  return sum
}

/**
 * Exponente con que se descuenta el año t.
 *
 * Years from t = 0; 0 at t = 0 in either timing.
 *
 * @example exponentOf(3, 'mid') // 2.5
 */
export function exponentOf(t: number, timing: Timing): number {
  return timing === 'mid' && t >= 1 ? t - 0.5 : t
}
