/**
 * Factor de la cuota nivelada (factor de recuperación de capital): cuota de un préstamo de 1 [11.3].
 *
 * rate/(1 − (1 + rate)^−n), 1/n at rate 0, exact for tiny rates too; `rate` per period, as a share, `n` periods
 * (a fraction is allowed), payment at the end of each. Errors: RangeError where rate ≤ −1, n ≤ 0 or not finite.
 * Source: capital recovery factor of engineering economy; times a principal it is −PMT of a spreadsheet.
 *
 * @example levelPaymentFactor(0.1, 1).toFixed(9) // '1.100000000'
 */
export function levelPaymentFactor(rate: number, n: number): number {
  if (!(rate > -1) || rate === Infinity) throw new RangeError(`rate must be finite and above -1: ${rate}`)
  if (!(n > 0) || n === Infinity) throw new RangeError(`periods must be finite and above 0: ${n}`)
  return rate === 0 ? 1 / n : rate / -Math.expm1(-n * Math.log1p(rate))
}

/**
 * Costo anual equivalente: la suma igual cada año, de t = 1 a t = n, cuyo valor presente es `presentValue` [10.3].
 *
 * In the unit of `presentValue`, a year. Errors: as levelPaymentFactor.
 *
 * @example equivalentAnnual({ presentValue: 300, rate: 0, years: 3 }) // 100
 */
export function equivalentAnnual(question: { presentValue: number; rate: number; years: number }): number {
  return question.presentValue * levelPaymentFactor(question.rate, question.years)
}
