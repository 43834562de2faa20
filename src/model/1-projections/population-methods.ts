import type { Census } from '../../scenario/document/municipality.ts'

/** The methods of RAS 2000 B.2 that project from censuses; `given` is a path as it stands. */
export const projectionMethods = ['arithmetic', 'geometric', 'exponential', 'wappaus'] as const
export type ProjectionMethod = (typeof projectionMethods)[number]

/** RAS 2000 complexity level, by urban inhabitants at the horizon. */
export type Level = 'low' | 'medium' | 'mediumHigh' | 'high'

export interface CensusPoint {
  readonly year: number
  readonly people: number
}

/** Population of a year by a method; null where the method cannot be carried to it. */
type Projection = (points: readonly CensusPoint[], year: number) => number | null

const ends = (points: readonly CensusPoint[]): readonly [CensusPoint, CensusPoint] => [
  points[0] as CensusPoint,
  points.at(-1) as CensusPoint,
]

const meanLogGrowth = (points: readonly CensusPoint[]): number => {
  const rates = points.slice(1).map((p, i) => {
    const before = points[i] as CensusPoint
    return (Math.log(p.people) - Math.log(before.people)) / (p.year - before.year)
  })
  return rates.reduce((a, b) => a + b, 0) / rates.length
}

const projections: Readonly<Record<ProjectionMethod, Projection>> = {
  arithmetic: (points, year) => {
    const [first, last] = ends(points)
    return Math.max(0, last.people + ((last.people - first.people) / (last.year - first.year)) * (year - last.year))
  },
  geometric: (points, year) => {
    const [first, last] = ends(points)
    return last.people * (last.people / first.people) ** ((year - last.year) / (last.year - first.year))
  },
  exponential: (points, year) => {
    const [first] = ends(points)
    return first.people * Math.exp(meanLogGrowth(points) * (year - first.year))
  },
  wappaus: (points, year) => {
    const [first, last] = ends(points)
    const i = (200 * (last.people - first.people)) / ((last.year - first.year) * (last.people + first.people))
    const reach = i * (year - first.year)
    return reach >= 200 ? null : Math.max(0, (first.people * (200 + reach)) / (200 - reach))
  },
}

/**
 * Proyección de población por un método [6.1; RAS 2000 B.2]: inhabitants, not rounded, never below 0.
 * A census of 0 holds the last value. Null where Wappaus passes its pole.
 */
export function projectPopulation(
  method: ProjectionMethod,
  points: readonly CensusPoint[],
  year: number,
): number | null {
  const [, last] = ends(points)
  if (points.some((p) => p.people === 0)) return last.people
  return projections[method](points, year)
}

/** What was found of one method: whether the level permits it, its error when asked for the last census, its values. */
export interface MethodReport {
  readonly id: ProjectionMethod
  readonly permitted: boolean
  readonly error: number | null
  readonly values: readonly number[] | null
}

export interface PopulationQuestion {
  readonly points: readonly CensusPoint[]
  readonly level: Level
  /** The calendar years of the projection, from the base year on. */
  readonly years: readonly number[]
}

const permittedAt = (method: ProjectionMethod, level: Level): boolean =>
  method !== 'wappaus' || level === 'mediumHigh' || level === 'high'

/** Every method carried over the years, with the error of a back-cast: fitted without the last census and asked for it. */
export function populationReports({ points, level, years }: PopulationQuestion): MethodReport[] {
  const earlier = points.slice(0, -1)
  const [, last] = ends(points)
  return projectionMethods.map((id) => {
    const needs = id === 'exponential' ? 3 : 2
    const values = points.length < needs ? [null] : years.map((year) => projectPopulation(id, points, year))
    const back = earlier.length < 2 || last.people === 0 ? null : projectPopulation(id, earlier, last.year)
    return {
      id,
      permitted: permittedAt(id, level),
      error: back === null ? null : Math.abs(back - last.people) / last.people,
      values: values.every((v) => v !== null) ? values : null,
    }
  })
}

/** The method of `auto`: least back-cast error among those permitted that reach the horizon; geometric with two censuses. */
export function chooseMethod(
  reports: readonly MethodReport[],
  censuses: number,
): { method: ProjectionMethod; because: { es: string; en: string } } {
  const candidates = reports.filter((r) => r.permitted && r.values !== null && r.error !== null)
  const best = candidates.reduce<MethodReport | undefined>(
    (a, b) => (a === undefined || (b.error as number) < (a.error as number) - 1e-9 ? b : a),
    undefined,
  )
  if (censuses < 3 || !best) {
    return {
      method: 'geometric',
      because: {
        es: 'Con dos censos se usa el método geométrico.',
        en: 'With two censuses the geometric method is used.',
      },
    }
  }
  const percent = ((best.error as number) * 100).toFixed(2)
  return {
    method: best.id,
    because: {
      es: `Ajustado sin el último censo, es el que menos se aparta de él (${percent.replace('.', ',')} %).`,
      en: `Fitted without the last census, it misses it by the least (${percent} %).`,
    },
  }
}

export const pointsOf = (censuses: readonly Census[], zone: 'urban' | 'rural'): CensusPoint[] =>
  censuses.map((c) => ({ year: c.year, people: c[zone] }))
