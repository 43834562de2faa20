import { providerCash } from '../../model/6-statements/cash.ts'
import { debtServiceCover } from '../../model/6-statements/ratios.ts'
import { totalUses } from '../../model/6-statements/sources-uses.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { AlternativeRun } from '../run.ts'
import { runAlternative, series } from '../run.ts'
import type { ViabilityTest } from '../viability.ts'
import { viabilityOf } from '../viability.ts'
import type { Chosen } from './alternative.ts'
import type { Lever } from './levers.ts'

/** The alternative with each lever at a value, and how its tests came out. */
export interface Trial {
  readonly values: readonly number[]
  readonly tests: readonly ViabilityTest[]
  /** Ids of the tests that fail. */
  readonly failing: readonly string[]
  /** How far inside each limit it is, by what is limited and when; below 0 where it fails. */
  readonly margins: ReadonlyMap<string, number>
}

/** Evaluates the alternative with the levers at given values; each point once. */
export interface Bench {
  readonly levers: readonly Lever[]
  readonly try: (values: readonly number[]) => Trial
  readonly trials: () => readonly Trial[]
}

/** The scenario with every lever moved to its value. */
export function moved(chosen: Chosen, levers: readonly Lever[], values: readonly number[]): Scenario {
  return levers.reduce((scenario, lever, i) => {
    const value = values[i] as number
    return value === lever.before ? scenario : lever.apply({ ...chosen, scenario }, value)
  }, chosen.scenario)
}

export function benchOf(chosen: Chosen, levers: readonly Lever[]): Bench {
  const known = new Map<string, Trial>()
  return {
    levers,
    trials: () => [...known.values()],
    try: (values) => {
      const key = values.join(' ')
      const found = known.get(key)
      if (found) return found
      const of = runAlternative(moved(chosen, levers, values), chosen.index)
      const tests = viabilityOf(of)
      const failing = tests.filter((t) => t.passed === false).map((t) => t.id)
      const trial = { values, tests, failing, margins: marginsOf(of, tests) }
      known.set(key, trial)
      return trial
    },
  }
}

/** Cash and cover by year, since their worst year moves from one to another; the other tests by their worst value. */
function marginsOf(of: AlternativeRun, tests: readonly ViabilityTest[]): Map<string, number> {
  const scale = Math.max(1, ...series(of, totalUses))
  const least = of.scenario.economy.minimumDebtServiceCover
  const margins = new Map<string, number>()
  for (const [t, cash] of series(of, providerCash).entries()) margins.set(`cash ${t}`, cash / scale)
  for (const [t, cover] of series(of, debtServiceCover).entries())
    if (t > 0 && !Number.isNaN(cover)) margins.set(`cover ${t}`, cover - least)
  for (const { id, passed, value, limit } of tests) {
    if (value === null || limit === null || passed === null) continue
    const margin = worstMargin[id]?.(value, limit, scale)
    if (margin !== undefined) margins.set(id, margin)
    if (id === 'legalLimits' && !passed) margins.set(id, -Math.abs(value - limit))
  }
  return margins
}

const worstMargin: Readonly<Record<string, (value: number, limit: number, scale: number) => number>> = {
  planNpv: (value, _, scale) => value / scale,
  costsFunded: (value, limit, scale) => (value - limit) / scale,
  subsidyFunding: (value, _, scale) => -value / scale,
  affordability: (value, limit) => limit - value,
  landfill: (value) => -value,
  licensedDisposal: (value) => -value,
}
