import { book } from '../../model/book.ts'
import type { Problem } from '../../scenario/problem.ts'
import { trackingWords } from '../../text/studies/tracking.ts'
import type { Sentence } from '../../text/viability.ts'
import type { AlternativeResult } from '../result.ts'

/** Una cifra real de un año posterior [13]: what was measured of a line, where, and who says so. */
export interface Observation {
  readonly year: number
  readonly line: string
  readonly at: Readonly<Record<string, string>>
  /** In the unit of the line. */
  readonly value: number
  readonly source: string
}

/** What a difference is judged as: only tonnes, users, collection and cost give an alert. */
export type Kind = 'tonnes' | 'users' | 'collection' | 'cost'
export type Level = 'inPlan' | 'alert' | 'substantial'

export interface Thresholds {
  readonly alert: number
  readonly substantial: number
}

export interface Compared<Of extends Observation = Observation> {
  readonly observation: Of
  readonly label: Sentence
  readonly unit: string
  readonly kind: Kind | null
  readonly planned: number | null
  readonly difference: number | null
  /** Fraction of the planned value. */
  readonly relative: number | null
  readonly level: Level
}

const collection = new Set(['collections', 'collectionEfficiency', 'collectionEfficiencyTown'])
const cost = new Set([
  'runningCost',
  'runningAmount',
  'operationMaintenance',
  'investment',
  'operatingExpense',
  'runningCostsPaid',
])

export function kindOf(line: string, unit: string): Kind | null {
  if (collection.has(line)) return 'collection'
  if (cost.has(line)) return 'cost'
  if (unit === 't/year') return 'tonnes'
  return unit === 'users' ? 'users' : null
}

/** Amounts add up over the rows that an observation covers; shares, prices and rates do not. */
const isAdditive = (unit: string): boolean =>
  /^(?:t|t\/year|users|dwellings|inhabitants|COP|COP\/year|m³\/year|jobs)$/.test(unit)

type Lines = AlternativeResult['lines']

/** The plan's own value of what was observed; null where it is undefined, undefined where there is no such place. */
export function plannedOf(lines: Lines, observed: Observation, baseYear: number): number | null | undefined {
  const line = lines[observed.line]
  const t = observed.year - baseYear
  if (line === undefined) return undefined
  const asked = Object.entries(observed.at)
  const covered = line.rows.filter((row) => asked.every(([dimension, member]) => row.at[dimension] === member))
  const exact = covered.find((row) => Object.keys(row.at).length === asked.length)
  if (exact) return exact.values[t]
  // Rows of all municipalities together would count their parts twice.
  const most = Math.max(...covered.map((row) => Object.keys(row.at).length))
  const finest = covered.filter((row) => Object.keys(row.at).length === most)
  if (finest.length > 1 && !isAdditive(line.unit)) return undefined
  const values = finest.map((row) => row.values[t])
  if (values.length === 0 || values.some((value) => value === undefined)) return undefined
  return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/** Every reason why an observation does not fit the plan. */
export function observationProblems(lines: Lines, observed: Observation, years: readonly number[]): Problem[] {
  const [baseYear = 0] = years
  const { line, year, at } = observed
  if (!Object.hasOwn(lines, line))
    return [{ pointer: '/line', code: 'unknown-line', ...trackingWords.noLine(line), received: line }]
  if (year < baseYear || plannedYear(lines, observed, baseYear) === undefined)
    return [{ pointer: '/year', code: 'year-outside-plan', ...trackingWords.noYear(baseYear), received: year }]
  if (plannedOf(lines, observed, baseYear) !== undefined) return []
  const known = (lines[line]?.rows ?? []).slice(0, 5).map((row) => JSON.stringify(row.at))
  return [{ pointer: '/at', code: 'unknown-place', ...trackingWords.noPlace(known), received: JSON.stringify(at) }]
}

const plannedYear = (lines: Lines, { line, year }: Observation, baseYear: number) =>
  lines[line]?.rows[0]?.values[year - baseYear]

/** Lo real frente al plan, each observation with its relative difference and what it asks for. */
export function compared<Of extends Observation>(
  lines: Lines,
  observations: readonly Of[],
  { baseYear, thresholds }: { baseYear: number; thresholds: Thresholds },
): Compared<Of>[] {
  return observations.map((observation) => {
    const planned = plannedOf(lines, observation, baseYear) ?? null
    const unit = lines[observation.line]?.unit ?? ''
    const kind = kindOf(observation.line, unit)
    const difference = planned === null ? null : observation.value - planned
    const relative = difference === null || planned === null || planned === 0 ? null : difference / Math.abs(planned)
    const entry = book.byId.get(observation.line)
    const label = { es: entry?.es ?? observation.line, en: entry?.en ?? observation.line }
    return { observation, label, unit, kind, planned, difference, relative, level: levelOf(kind, relative, thresholds) }
  })
}

function levelOf(kind: Kind | null, relative: number | null, { alert, substantial }: Thresholds): Level {
  if (kind === null || relative === null) return 'inPlan'
  const size = Math.abs(relative)
  if (size >= substantial) return 'substantial'
  return size >= alert ? 'alert' : 'inPlan'
}
