import type { Scenario } from '../../scenario/scenario.ts'
import { usualDrivers } from '../sensitivity/drivers.ts'
import type { Effect, UncertainInput } from './job.ts'

interface Range {
  readonly effect: Effect
  readonly min: number
  readonly mode: number
  readonly max: number
}

/** Ranges that only illustrate: growth in points, the others as factors of the plan's own value. */
const ranges: Readonly<Record<string, Range>> = {
  growth: { effect: 'addition', min: -0.005, mode: 0, max: 0.005 },
  perCapita: { effect: 'factor', min: 0.9, mode: 1, max: 1.1 },
  unitCosts: { effect: 'factor', min: 0.9, mode: 1, max: 1.25 },
  collection: { effect: 'factor', min: 0.92, mode: 1, max: 1.04 },
  inflation: { effect: 'factor', min: 0.7, mode: 1, max: 1.5 },
}

/** The uncertain inputs when none are named: growth, waste per inhabitant, running costs, collection, inflation, as PERT. */
export const usualInputs = (scenario: Scenario): UncertainInput[] =>
  usualDrivers(
    scenario,
    scenario.alternatives.map((_, i) => i),
  ).flatMap((driver): UncertainInput[] => {
    const range = ranges[driver.id]
    if (!range) return []
    const { effect, ...parameters } = range
    return [
      {
        driver: effect === 'addition' ? { ...driver, step: 1 } : driver,
        distribution: { kind: 'pert', ...parameters },
        effect,
      },
    ]
  })
