import type { Timing } from './npv.ts'
import { exponentOf, presentValue } from './npv.ts'
import { positiveRoots } from './positive-roots.ts'

export interface IrrQuestion {
  flows: readonly number[]
  discountRate: number
  timing: Timing
}

export interface IrrAnswer {
  value: number | null
  because: 'ok' | 'no-root' | 'several-roots' | 'rises' | 'contradicts-npv'
  roots: number[]
}

const sameRate = 1e-9
const rounding = 1e-13

/**
 * Todas las tasas internas de retorno: cada raíz real del valor presente por encima de −1 [11.3].
 *
 * Flows in time order, flows[0] at t = 0; rates are effective a year, as shares, ascending. A rate at which the NPV
 * only touches zero is one root. Flows without a change of sign, or all zero, have none; so has a rate too close to −1
 * or too great to be a number. Errors: RangeError where a flow is not finite.
 * Source: NPV as a sum of powers of 1/(1 + rate); see positive-roots.ts.
 *
 * @example irrRoots([-100, 230, -132], 'end').map((rate) => Math.round(rate * 1e9) / 1e9) // [0.1, 0.2]
 */
export function irrRoots(flows: readonly number[], timing: Timing): number[] {
  return crossings(flows, timing).map((crossing) => crossing.rate)
}

/**
 * Tasa interna de retorno, o `null` con la razón [11.3].
 *
 * The root at which the NPV falls as the rate rises, where there is exactly one such root and (root − discountRate)
 * has the sign of the NPV at discountRate. Else null and why: `no-root` there is no root at all, `rises` the NPV falls
 * at none, `several-roots` it falls at more than one, `contradicts-npv` the root and the NPV would advise differently.
 * Errors: RangeError where a flow is not finite or discountRate ≤ −1.
 *
 * @example irr({ flows: [-100, 110], discountRate: 0.05, timing: 'end' }).because // 'ok'
 */
export function irr({ flows, discountRate, timing }: IrrQuestion): IrrAnswer {
  const found = crossings(flows, timing)
  const roots = found.map((crossing) => crossing.rate)
  if (roots.length === 0) return { value: null, because: 'no-root', roots }
  const falling = found.filter((crossing) => crossing.falls)
  const only = falling[0]
  if (only === undefined) return { value: null, because: 'rises', roots }
  if (falling.length > 1) return { value: null, because: 'several-roots', roots }
  const distance = only.rate - discountRate
  if (Math.abs(distance) <= sameRate * Math.max(1, Math.abs(discountRate))) {
    return { value: only.rate, because: 'ok', roots }
  }
  const value = presentValue(flows, discountRate, timing)
  const scale = presentValue(flows.map(Math.abs), discountRate, timing)
  const sign = Math.abs(value) <= rounding * scale ? 0 : Math.sign(value)
  if (sign !== Math.sign(distance)) return { value: null, because: 'contradicts-npv', roots }
  return { value: only.rate, because: 'ok', roots }
}

/** A greater x is a lower rate, so what lies after a root in x lies below it in the rate. */
function crossings(flows: readonly number[], timing: Timing): { rate: number; falls: boolean }[] {
  return positiveRoots(flows.map((coefficient, t) => ({ coefficient, exponent: exponentOf(t, timing) })))
    .map(({ logarithm, before, after }) => ({ rate: Math.expm1(-logarithm), falls: before < 0 && after > 0 }))
    .filter(({ rate }) => rate > -1 && rate < Infinity)
    .reverse()
}
