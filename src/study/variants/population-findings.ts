import type { PopulationChoice } from '../../model/1-projections/population-choice.ts'
import type { ProjectionMethod } from '../../model/1-projections/population-methods.ts'
import { pointsOf, populationReports } from '../../model/1-projections/population-methods.ts'
import type { Municipality } from '../../scenario/document/municipality.ts'
import { isResidential } from '../../scenario/document/users.ts'
import type { Path } from '../../scenario/path.ts'
import { expandPath } from '../../scenario/path.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { populationWords } from '../../text/population.ts'
import type { AlternativeRun } from '../run.ts'
import type { Warning } from '../warnings.ts'

/** How far the base year's population may be from an official figure, or from dwellings times persons, unsaid. */
const officialGap = 0.02
const dwellingsGap = 0.05
const usualRates = { least: -0.05, most: 0.1 }
const steepestGrowth = 0.1

/** One projection that starts at a census: only the censuses from `year` on are known to the method. */
export interface StartingCensus {
  readonly year: number
  readonly method: ProjectionMethod
  readonly values: readonly number[]
}

/**
 * Sensibilidad al censo inicial [6.1; RAS 2000, B.2.2.4]: every permitted method run with each census between the first
 * and the penultimate as the initial one; inhabitants by year of the waste horizon. Empty with fewer than two censuses.
 */
export function startingCensusOf(scenario: Scenario, choice: PopulationChoice): StartingCensus[] {
  const town = scenario.territory.municipalities.find((m) => m.id === choice.municipality)
  const points = pointsOf(town?.censuses ?? [], choice.zone)
  const years = Array.from({ length: scenario.horizon.waste + 1 }, (_, t) => scenario.baseYear + t)
  return points
    .slice(0, -1)
    .flatMap(({ year }, first) =>
      populationReports({ points: points.slice(first), level: choice.level, years }).flatMap(
        ({ id, permitted, values }) => (permitted && values !== null ? [{ year, method: id, values }] : []),
      ),
    )
}

/** Warnings of the population [6.1]: its base year, the rates between censuses, a zone that empties, growth out of scale. */
export function populationWarnings({ scenario, bound }: AlternativeRun): Warning[] {
  return scenario.territory.municipalities.flatMap((town, i) => {
    const at = `/territory/municipalities/${i}`
    const choices = bound.populations.filter((p) => p.municipality === town.id)
    return [
      ...choices.flatMap((choice) => [
        ...baseYearWarnings(scenario, { town, choice }, at),
        ...vanishing(scenario.baseYear, choice, at),
      ]),
      ...(['urban', 'rural'] as const).flatMap((zone) => censusRates(town, zone, at)),
      ...steepGrowth(scenario, town, at),
    ]
  })
}

interface Zoned {
  readonly town: Municipality
  readonly choice: PopulationChoice
}

/** The projection at t = 0 against the census of that year and against dwellings times persons. */
function baseYearWarnings({ baseYear }: Scenario, { town, choice }: Zoned, at: string): Warning[] {
  const { zone, values } = choice
  const projected = values[0] as number
  const place = town.censuses.findIndex(({ year }) => year === baseYear)
  const counts = [
    {
      pointer: `${at}/censuses/${place}/${zone}`,
      measured: town.censuses[place]?.[zone],
      gap: officialGap,
      words: populationWords.baseYearCensus,
    },
    {
      pointer: `${at}/users`,
      measured: inhabitantsOf(town, zone),
      gap: dwellingsGap,
      words: populationWords.baseYearUsers,
    },
  ]
  return counts.flatMap(({ pointer, measured, gap, words }) =>
    measured === undefined || measured <= 0 || Math.abs(projected / measured - 1) <= gap
      ? []
      : [{ pointer, code: 'population-base-year', message: words({ zone, year: baseYear, projected, measured }) }],
  )
}

/** Dwellings times persons of a zone; undefined where some residential row does not say its persons. */
function inhabitantsOf(town: Municipality, zone: 'urban' | 'rural'): number | undefined {
  const rows = town.users.filter((row) => row.zone === zone && isResidential(row.class) && row.dwellings > 0)
  if (rows.length === 0 || rows.some((row) => row.persons === undefined)) return undefined
  return rows.reduce((sum, row) => sum + row.dwellings * (row.persons ?? 0), 0)
}

function vanishing(baseYear: number, { zone, values }: PopulationChoice, at: string): Warning[] {
  if ((values[0] as number) <= 0) return []
  const t = values.findIndex((v) => v <= 0)
  return t < 0
    ? []
    : [
        {
          pointer: `${at}/population/method`,
          code: 'population-vanishes',
          message: populationWords.vanishes(zone, baseYear + t),
        },
      ]
}

function censusRates({ censuses }: Municipality, zone: 'urban' | 'rural', at: string): Warning[] {
  return censuses.flatMap((census, place) => {
    const before = censuses[place - 1]
    if (before === undefined || before[zone] <= 0) return []
    const rate = (census[zone] / before[zone]) ** (1 / (census.year - before.year)) - 1
    if (rate >= usualRates.least && rate <= usualRates.most) return []
    return [
      {
        pointer: `${at}/censuses/${place}/${zone}`,
        code: 'census-rate',
        message: populationWords.censusRate(zone, [before.year, census.year], rate),
      },
    ]
  })
}

/** A rate written as a percentage, or as a factor, is the usual slip. */
function steepGrowth({ baseYear, horizon }: Scenario, town: Municipality, at: string): Warning[] {
  const span = { baseYear, length: horizon.waste + 1 }
  const rates: readonly (readonly [string, Path])[] = [
    [`${at}/population/growthDelta`, town.population.growthDelta],
    [`${at}/waste/perCapitaGrowth`, town.waste.perCapitaGrowth],
  ]
  return rates.flatMap(([pointer, path]) => {
    const steep = expandPath(path, span, 'hold').find((rate) => Math.abs(rate) > steepestGrowth)
    return steep === undefined ? [] : [{ pointer, code: 'steep-growth', message: populationWords.steepGrowth(steep) }]
  })
}
