import type { Economy } from '../../scenario/document/economy.ts'
import type { LoanRate } from '../../scenario/document/funding.ts'
import type { Path, Span } from '../../scenario/path.ts'
import { expandPath, isPathLike } from '../../scenario/path.ts'

const quartersPerYear = 4
const monthsPerYear = 12

/** How a reference rate is quoted, made effective: DTF quarterly in advance, IBR monthly in arrears. */
const toEffective: Readonly<Record<string, (nominal: number) => number>> = {
  quarterlyInAdvance: (nominal) => (1 - nominal / quartersPerYear) ** -quartersPerYear - 1,
  monthlyInArrears: (nominal) => (1 + nominal / monthsPerYear) ** monthsPerYear - 1,
}

/**
 * Tasa efectiva anual de un crédito [11.3], by year: a Path as it stands, in the basis of `prices`; base + spread in the
 * base's own convention, made effective, and deflated in constant prices.
 */
export function effectiveRates(economy: Economy, rate: LoanRate, span: Span): number[] {
  if (isPathLike(rate)) return expandPath(rate as Path, span, 'hold')
  const { base, spread } = rate as { base: 'dtf' | 'ibr' | 'inflation'; spread: number }
  const inflation = expandPath(economy.inflation, span, 'hold')
  const reference = base === 'inflation' ? economy.inflation : economy.referenceRates[base]
  if (reference === undefined) return new Array<number>(span.length).fill(0)
  const quoted = isPathLike(reference)
    ? { rate: reference as Path, convention: 'effective' }
    : (reference as { rate: Path; convention: string })
  const convert = toEffective[quoted.convention]
  return expandPath(quoted.rate, span, 'hold').map((b, t) => {
    const effective = convert ? convert(b + spread) : (1 + b) * (1 + spread) - 1
    return economy.prices === 'constant' ? (1 + effective) / (1 + (inflation[t] as number)) - 1 : effective
  })
}
