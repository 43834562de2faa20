import { presentValue } from './npv.ts'

export interface MirrQuestion {
  flows: readonly number[]
  financeRate: number
  reinvestRate: number
}

/**
 * Tasa interna de retorno modificada [11.3].
 *
 * Negative flows are discounted at `financeRate` to t = 0, positive ones carried at `reinvestRate` to the last year;
 * always end of year. Rates are effective a year, as shares. `null` where no flow is positive or none is negative.
 * Errors: RangeError where a rate ≤ −1 or a number is not finite.
 * Source: the convention of spreadsheets' MIRR and numpy-financial's mirr.
 *
 * @example mirr({ flows: [-100, 0, 121], financeRate: 0.05, reinvestRate: 0.05 }).toFixed(6) // '0.100000'
 */
export function mirr({ flows, financeRate, reinvestRate }: MirrQuestion): number | null {
  const last = flows.length - 1
  const gains = flows.map((flow) => Math.max(flow, 0))
  const losses = flows.map((flow) => Math.max(-flow, 0))
  const invested = presentValue(losses, financeRate, 'end')
  const returned = presentValue(gains, reinvestRate, 'end')
  if (!gains.some((flow) => flow > 0) || !losses.some((flow) => flow > 0)) return null
  return Math.expm1(Math.log(returned / invested) / last + Math.log1p(reinvestRate))
}
