import type { PopulationChoice } from '../../model/1-projections/population-choice.ts'
import { choosePopulation } from '../../model/1-projections/population-choice.ts'
import type { ProjectionMethod } from '../../model/1-projections/population-methods.ts'
import type { Municipality } from '../../scenario/document/municipality.ts'
import type { ScenarioVariant } from '../../scenario/read.ts'
import { scenarioVariants } from '../../scenario/read.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { populationWords } from '../../text/population.ts'
import type { Sentence } from '../../text/viability.ts'

/** A variant, and how it came to be where the plan does not bring it. */
export interface BuiltVariant extends ScenarioVariant {
  readonly because?: Sentence
}

/**
 * Escenarios de población [6]: `low` and `high`, each municipality by the permitted method that gives the fewest or the
 * most inhabitants at the financial horizon, both zones by one method. Empty where the plan has variants of its own or
 * no municipality has two methods that differ.
 */
export function populationVariants(scenario: Scenario): BuiltVariant[] {
  if (scenario.variants.length > 0) return []
  const towns = scenario.territory.municipalities.map((m) => ({ town: m, ends: endsOf(scenario, m) }))
  if (!towns.some(({ ends }) => ends && ends.low.people < ends.high.people)) return []
  return (['low', 'high'] as const).map((end) => {
    const chosen = towns.flatMap(({ town, ends }) => (ends ? [{ name: town.name ?? town.id, ...ends[end] }] : []))
    const municipalities = towns.map(({ town, ends }) =>
      ends ? { ...town, population: { ...town.population, method: ends[end].method } } : town,
    )
    return {
      id: end,
      name: populationWords.variantNames[end].es,
      scenario: { ...scenario, territory: { ...scenario.territory, municipalities } },
      because: populationWords.variant(end, chosen),
    }
  })
}

interface End {
  readonly method: ProjectionMethod
  readonly people: number
}

/** The methods that give the fewest and the most people; undefined where no census-based method reaches the horizon. */
function endsOf(scenario: Scenario, town: Municipality): { low: End; high: End } | undefined {
  const [urban, rural] = (['urban', 'rural'] as const).map((zone) => choosePopulation(scenario, town, zone)) as [
    PopulationChoice,
    PopulationChoice,
  ]
  const t = scenario.horizon.financial
  const ends = urban.methods.flatMap(({ id, permitted, values }) => {
    const other = rural.methods.find((m) => m.id === id)?.values
    if (!permitted || values === null || !other) return []
    return [{ method: id, people: (values[t] as number) + (other[t] as number) }]
  })
  const [first, ...rest] = ends
  if (!first) return undefined
  return {
    low: rest.reduce<End>((a, b) => (b.people < a.people ? b : a), first),
    high: rest.reduce<End>((a, b) => (b.people > a.people ? b : a), first),
  }
}

/** The base and the population variants; where none can be built the base alone, which says why. */
export function withPopulationVariants(scenario: Scenario): BuiltVariant[] {
  const own: BuiltVariant[] = scenarioVariants(scenario)
  const built = populationVariants(scenario)
  if (built.length > 0) return [...own, ...built]
  const because = scenario.variants.length > 0 ? populationWords.ownVariants : populationWords.noVariants
  return own.map((v) => (v.id === 'base' ? { ...v, because } : v))
}
