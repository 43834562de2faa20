import { findLaw } from '../../law/parameter.ts'
import type { Municipality } from '../../scenario/document/municipality.ts'
import { expandPath } from '../../scenario/path.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Level, MethodReport, ProjectionMethod } from './population-methods.ts'
import { chooseMethod, pointsOf, populationReports, projectPopulation } from './population-methods.ts'

/** How the population of a zone was projected. */
export interface PopulationChoice {
  readonly municipality: string
  readonly zone: 'urban' | 'rural'
  readonly level: Level
  readonly chosen: ProjectionMethod | 'given'
  readonly because: { readonly es: string; readonly en: string }
  readonly values: readonly number[]
  readonly methods: readonly MethodReport[]
}

type Norm = Scenario['norm']

/** Nivel de complejidad [RAS 2000, A.3.1] by the urban inhabitants projected (geometric) to the financial horizon. */
export function complexityLevel(urbanInhabitants: number, at: { year: number; norm: Norm }): Level {
  const upTo = (id: 'rasLevelLow' | 'rasLevelMedium' | 'rasLevelMediumHigh') =>
    findLaw(id, at.year, at.norm)?.value ?? Number.POSITIVE_INFINITY
  if (urbanInhabitants <= upTo('rasLevelLow')) return 'low'
  if (urbanInhabitants <= upTo('rasLevelMedium')) return 'medium'
  return urbanInhabitants <= upTo('rasLevelMediumHigh') ? 'mediumHigh' : 'high'
}

/** Población proyectada de una zona [6.1]: by the method asked, or by the choice of `auto`. */
export function choosePopulation(
  scenario: Scenario,
  municipality: Municipality,
  zone: 'urban' | 'rural',
): PopulationChoice {
  const { baseYear, horizon, norm } = scenario
  const years = Array.from({ length: horizon.waste + 1 }, (_, t) => baseYear + t)
  const base = { municipality: municipality.id, zone }
  const { method, given } = municipality.population
  const urban = pointsOf(municipality.censuses, 'urban')
  const horizonYear = baseYear + horizon.financial
  const urbanAtHorizon =
    urban.length < 2
      ? expandPath(given?.urban ?? 0, { baseYear, length: years.length }, 'hold')[horizon.financial]
      : projectPopulation('geometric', urban, horizonYear)
  const level = complexityLevel(urbanAtHorizon ?? 0, { year: Math.max(baseYear, 2001), norm })
  const points = pointsOf(municipality.censuses, zone)
  const methods = points.length < 2 ? [] : populationReports({ points, level, years })
  if (method === 'given') {
    const values = expandPath(given?.[zone] ?? 0, { baseYear, length: years.length }, 'hold')
    return {
      ...base,
      level,
      chosen: 'given',
      because: { es: 'Proyección dada por el plan.', en: "The plan's own projection." },
      values,
      methods,
    }
  }
  const choice =
    method === 'auto'
      ? chooseMethod(methods, points.length)
      : { method, because: { es: 'Método pedido por el plan.', en: 'Method asked by the plan.' } }
  const values = methods.find((m) => m.id === choice.method)?.values ?? years.map(() => points.at(-1)?.people ?? 0)
  return { ...base, level, chosen: choice.method, because: choice.because, values, methods }
}
