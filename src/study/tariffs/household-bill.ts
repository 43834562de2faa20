import { collected } from '../../model/1-projections/generation.ts'
import { landfillLifeYears } from '../../model/1-projections/landfill.ts'
import { reincorporated } from '../../model/1-projections/recovery.ts'
import { coverage } from '../../model/1-projections/users.ts'
import { inflationIndex } from '../../model/3-costs/prices.ts'
import { userTariff } from '../../model/4-tariffs/billing.ts'
import type { Path } from '../../scenario/path.ts'
import { expandPath, isPathLike } from '../../scenario/path.ts'
import { getPointer } from '../../scenario/pointer.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { AlternativeRun } from '../run.ts'
import { figureOf, orNull, rowsOf, runAlternative, series } from '../run.ts'

/** What a household pays in a year, COP a month, and what the service gives it; null where it is not known. */
export interface BillYear {
  readonly year: number
  readonly tariff: number | null
  readonly tariffBaseYear: number | null
  readonly incomeShare: number | null
  readonly weeklyFrequency: number | null
  readonly coverage: number | null
  /** Of the tonnes collected in the municipality, the share that goes back into the economy. */
  readonly recoveredShare: number | null
  /** Whole years with a disposal site that are left after this one. */
  readonly landfillYears: number | null
}

export interface HouseholdBill {
  readonly municipality: string
  readonly userClass: string
  readonly zone: string
  readonly years: readonly BillYear[]
}

export interface AlternativeBills {
  readonly id: string
  readonly name: string
  readonly households: readonly HouseholdBill[]
}

/** Lo que paga mi hogar: by stratum, zone and year in each alternative, next to what the service gives. */
export function householdBills(scenario: Scenario): AlternativeBills[] {
  return scenario.alternatives.map((_, i) => {
    const of = runAlternative(scenario, i)
    const households = rowsOf(of, userTariff)
      .filter(({ at }) => at.userClass?.startsWith('stratum'))
      .map(({ at, values }) => billOf(of, at as unknown as Household, values))
    return { id: of.id, name: of.name, households }
  })
}

interface Household extends Record<string, string> {
  readonly municipality: string
  readonly userClass: string
  readonly zone: string
}

function billOf(of: AlternativeRun, at: Household, tariffs: Float64Array): HouseholdBill {
  const { scenario } = of
  const town = scenario.territory.municipalities.find(({ id }) => id === at.municipality)
  const income = town?.householdIncome[at.userClass as 'stratum1'] ?? Number.NaN
  const inflation = series(of, inflationIndex)
  const covered = series(of, coverage, at)
  const share = recoveredShare(of, at.municipality)
  const life = figureOf(of, landfillLifeYears)
  const frequency = weeklyFrequency(of, at)
  const years = Array.from(tariffs, (tariff, t): BillYear => {
    const level = inflation[t] as number
    return {
      year: scenario.baseYear + t,
      tariff: orNull(tariff),
      tariffBaseYear: orNull(tariff / level),
      incomeShare: finite(tariff / (income * level)),
      weeklyFrequency: orNull(frequency[t] as number),
      coverage: orNull(covered[t] as number),
      recoveredShare: finite(share[t] as number),
      landfillYears: orNull(Math.max(0, life - t)),
    }
  })
  return { municipality: at.municipality, userClass: at.userClass, zone: at.zone, years }
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null)

/** What is reincorporated of all that is collected in the municipality, by year. */
function recoveredShare(of: AlternativeRun, municipality: string): number[] {
  const total = (line: typeof collected): number[] => {
    const rows = rowsOf(of, line).filter(({ at }) => at.municipality === municipality)
    return Array.from({ length: of.scenario.horizon.financial + 1 }, (_, t) =>
      rows.reduce((sum, { values }) => sum + (values[t] as number), 0),
    )
  }
  const tonnes = total(collected)
  return total(reincorporated).map((back, t) => back / (tonnes[t] as number))
}

/** The target's frequency from t = 1 where the alternative has one for the municipality; else as measured. */
function weeklyFrequency(of: AlternativeRun, at: Household): number[] {
  const { scenario, places } = of
  const town = scenario.territory.municipalities.find(({ id }) => id === at.municipality)
  const measured =
    town?.users.find((row) => row.class === at.userClass && row.zone === at.zone)?.weeklyFrequency ?? Number.NaN
  const given: unknown = places.alternative.targets.weeklyFrequency
  const target = isPathLike(given) ? given : getPointer(given, `/${at.municipality}`)
  const span = { baseYear: scenario.baseYear, length: scenario.horizon.financial + 1 }
  const path = target === undefined ? undefined : expandPath(target as Path, span, 'hold')
  return Array.from({ length: span.length }, (_, t) => (t === 0 || !path ? measured : (path[t] as number)))
}
