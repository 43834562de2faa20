import { inflationIndex } from '../../model/3-costs/prices.ts'
import { providerCash } from '../../model/6-statements/cash.ts'
import { indebtedness } from '../../model/6-statements/ratios.ts'
import type { AlternativeRun } from '../run.ts'
import { series } from '../run.ts'

const tolerance = 1e-9

export interface Covenant {
  readonly id: 'minimumCover' | 'minimumCash' | 'maximumIndebtedness' | 'reserve'
  readonly limit: number
  readonly worst: number | null
  readonly year: number | null
  /** Null where there is nothing to judge. */
  readonly passed: boolean | null
}

/** The worst of some years. */
export interface Least {
  readonly value: number | null
  readonly year: number | null
}

export function leastOf(values: readonly (number | null)[], baseYear: number): Least {
  let least: Least = { value: null, year: null }
  for (const [t, value] of values.entries())
    if (value !== null && (least.value === null || value < least.value)) least = { value, year: baseYear + t }
  return least
}

/** What the bank asks to be kept every year, and the year that comes nearest to breaking it. */
export function covenantsOf(
  of: AlternativeRun,
  asked: { readonly minimumCash?: number | undefined; readonly maximumIndebtedness?: number | undefined },
  { cover, required }: { cover: readonly (number | null)[]; required: readonly number[] },
): Covenant[] {
  const { baseYear, economy } = of.scenario
  const cash = series(of, providerCash)
  const level = series(of, inflationIndex)
  const leastCover = leastOf(cover, baseYear)
  const limit = economy.minimumDebtServiceCover
  const overReserve = leastOf(
    [...cash].map((x, t) => x - (required[t] as number)),
    baseYear,
  )
  const covenants: Covenant[] = [
    {
      id: 'minimumCover',
      limit,
      worst: leastCover.value,
      year: leastCover.year,
      passed: leastCover.value === null ? null : leastCover.value >= limit * (1 - tolerance),
    },
    {
      id: 'reserve',
      limit: 0,
      worst: overReserve.value,
      year: overReserve.year,
      passed: (overReserve.value ?? 0) >= -1,
    },
  ]
  if (asked.minimumCash !== undefined) {
    const floor = asked.minimumCash
    const over = leastOf(
      [...cash].map((x, t) => x / (level[t] as number)),
      baseYear,
    )
    covenants.push({
      id: 'minimumCash',
      limit: floor,
      worst: over.value,
      year: over.year,
      passed: (over.value ?? 0) >= floor - 1,
    })
  }
  if (asked.maximumIndebtedness !== undefined) {
    const most = asked.maximumIndebtedness
    const worst = leastOf(
      [...series(of, indebtedness)].map((x) => (Number.isNaN(x) ? null : -x)),
      baseYear,
    )
    const value = worst.value === null ? null : -worst.value
    covenants.push({
      id: 'maximumIndebtedness',
      limit: most,
      worst: value,
      year: worst.year,
      passed: value === null ? null : value <= most + tolerance,
    })
  }
  return covenants
}
