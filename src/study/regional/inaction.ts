import { uncollected } from '../../model/1-projections/generation.ts'
import { shortfallTonnes, siteDisposal } from '../../model/1-projections/landfill.ts'
import { discountFactor } from '../../model/3-costs/discount.ts'
import { inflationIndex } from '../../model/3-costs/prices.ts'
import { pvCosts } from '../../model/7-evaluation/figures.ts'
import { totalEmissions } from '../../model/8-climate/methane.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { AlternativeRun } from '../run.ts'
import { figureOf, orNull, runAlternative, series, totalOf } from '../run.ts'

export interface InactionQuestion {
  /** The alternative of going on as today. */
  readonly statusQuo: string
  /** Hauling a tonne that has no site, pesos of the base year. */
  readonly emergencyHaul: number
  /** Where uncollected tonnes end: shares that add up to 1 at most; the rest is not known. */
  readonly fates: Readonly<Record<string, number>>
}

export interface InactionAnswer {
  /** Present value of hauling what has no site, pesos of the base year. */
  readonly haulCost: number
  readonly tonnesWithoutSite: number
  /** Uncollected tonnes over the financial horizon, by fate. */
  readonly uncollected: Readonly<Record<string, number>>
  readonly alternatives: readonly {
    readonly id: string
    /** Null where the climate or the composition is not known. */
    readonly co2e: number | null
    readonly co2eAvoided: number | null
    /** Extra cost less what inaction costs, over what it avoids, pesos a t CO2e; null where nothing is avoided. */
    readonly costPerTonneAvoided: number | null
  }[]
}

/** Costo de no hacer nada: what going on as today costs once its landfill is full, and what the others avoid. */
export function inactionStudy(scenario: Scenario, question: InactionQuestion): InactionAnswer {
  const runs = scenario.alternatives.map((_, i) => runAlternative(scenario, i))
  const today = runs.find((run) => run.id === question.statusQuo) as AlternativeRun
  const [factor, index, without] = [
    series(today, discountFactor),
    series(today, inflationIndex),
    series(today, shortfallTonnes),
  ]
  const haulCost = factor.reduce(
    (sum, f, t) => sum + (without[t] as number) * question.emergencyHaul * (index[t] as number) * f,
    0,
  )
  const years = scenario.horizon.financial
  const left = totalOf(today, uncollected)
    .slice(1, years + 1)
    .reduce((a, b) => a + b, 0)
  const known = Object.values(question.fates).reduce((a, b) => a + b, 0)
  const emitted = emissionsOf(today)
  return {
    haulCost,
    tonnesWithoutSite: without.slice(1, years + 1).reduce((a, b) => a + b, 0),
    uncollected: {
      ...Object.fromEntries(Object.entries(question.fates).map(([fate, share]) => [fate, left * share])),
      unknown: left * Math.max(0, 1 - known),
    },
    alternatives: runs.map((run) => {
      const co2e = emissionsOf(run)
      const co2eAvoided = emitted - co2e
      const extra = figureOf(run, pvCosts) - figureOf(today, pvCosts) - haulCost
      const avoids = run !== today && co2eAvoided > 1e-9 * Math.max(1, emitted)
      return {
        id: run.id,
        co2e: orNull(co2e),
        co2eAvoided: orNull(co2eAvoided),
        costPerTonneAvoided: avoids ? extra / co2eAvoided : null,
      }
    }),
  }
}

/** Emissions over the waste horizon, t CO2e: what has no site of the plan rots in another, at the mean of the plan's own. */
function emissionsOf(run: AlternativeRun): number {
  const placed = totalOf(run, siteDisposal).reduce((a, b) => a + b, 0)
  const hauled = totalOf(run, shortfallTonnes).reduce((a, b) => a + b, 0)
  const emitted = figureOf(run, totalEmissions)
  return placed === 0 ? emitted : emitted * (1 + hauled / placed)
}
