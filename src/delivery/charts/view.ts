import type { Scenario } from '../../scenario/scenario.ts'
import type { Money } from '../../study/money.ts'
import type { AlternativeResult, Result, ResultRow, VariantResult } from '../../study/result.ts'
import type { Sensitivity } from '../../study/sensitivity/tornado.ts'
import type { Simulation } from '../../study/simulation/summary.ts'
import type { ChartWords } from '../../text/charts/words.ts'
import { baseYearWords, chartWords } from '../../text/charts/words.ts'
import { termOf } from '../../text/cli/terms.ts'
import type { Locale } from '../../text/numbers.ts'
import type { Picture, Values } from './picture.ts'

/** What charts are drawn from: a result, its plan, and the studies that were run. */
export interface ChartSource {
  readonly result: Result
  readonly scenario: Scenario
  readonly sensitivity?: Pick<Sensitivity, 'figure' | 'value' | 'bars'> | undefined
  readonly simulation?: Pick<Simulation, 'draws' | 'seed' | 'alternatives'> | undefined
}

export interface View extends ChartSource {
  readonly variant: VariantResult
  readonly alternative: AlternativeResult
  readonly locale: Locale
  readonly words: ChartWords
}

/** A chart of the catalogue: the same function serves the server's pictures and the page; undefined where its study was not run. */
export type Chart = (view: View) => Picture | undefined

export interface ViewAsked {
  readonly alternative?: string | undefined
  readonly variant?: string | undefined
  readonly locale: Locale
  /** The pesos that the result is in; those of each year where absent. */
  readonly money?: Money | undefined
}

/** The view of one alternative, by default the first ranked of the base variant; or the name that is unknown and those there are. */
export function viewOf(
  source: ChartSource,
  { alternative, variant, locale, money }: ViewAsked,
): { ok: true; view: View } | { ok: false; field: 'alternative' | 'variant'; known: string[] } {
  const { variants } = source.result
  const at = variant === undefined ? variants[0] : variants.find(({ id }) => id === variant)
  if (at === undefined) return { ok: false, field: 'variant', known: variants.map(({ id }) => id) }
  const wanted = alternative ?? at.ranking.order[0]?.alternative ?? at.alternatives[0]?.id
  const own = at.alternatives.find(({ id }) => id === wanted)
  if (own === undefined) return { ok: false, field: 'alternative', known: at.alternatives.map(({ id }) => id) }
  const real = money === 'baseYear' || source.scenario.economy.prices === 'constant'
  const words = real ? baseYearWords(locale, source.result.years.base) : chartWords[locale]
  return { ok: true, view: { ...source, variant: at, alternative: own, locale, words } }
}

/** The finest rows of a line; a regional plan also carries sums over its municipalities, which would count twice. */
export function rowsOf(view: View, line: string): readonly ResultRow[] {
  const rows = view.alternative.lines[line]?.rows ?? []
  const finest = Math.max(0, ...rows.map(({ at }) => Object.keys(at).length))
  return rows.filter(({ at }) => Object.keys(at).length === finest)
}

/** The sum of rows year by year; a year without any value is null. */
export function sumOf(rows: readonly ResultRow[]): (number | null)[] {
  const length = Math.max(0, ...rows.map(({ values }) => values.length))
  return Array.from({ length }, (_, t) => {
    const known = rows.map(({ values }) => values[t] ?? null).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  })
}

export const totalOf = (view: View, line: string): (number | null)[] => sumOf(rowsOf(view, line))

export const scaled = (values: Values, factor: number): (number | null)[] =>
  values.map((value) => (value === null ? null : value * factor))

/** Pesos in, millions out. */
export const inMillions = (values: Values): (number | null)[] => scaled(values, 1e-6)

/** Rows of a line by the member of a dimension, each summed over the others, in the line's own order. */
export function groupsOf(rows: readonly ResultRow[], dimension: string): { member: string; rows: ResultRow[] }[] {
  const groups = new Map<string, ResultRow[]>()
  for (const row of rows) {
    const member = row.at[dimension] ?? ''
    groups.set(member, [...(groups.get(member) ?? []), row])
  }
  return [...groups].map(([member, own]) => ({ member, rows: own }))
}

/** A member in words with a capital letter. */
export function nameOf(view: View, dimension: string, member: string): string {
  const word = termOf(dimension, member, view.locale)
  return word.charAt(0).toLocaleUpperCase('es') + word.slice(1).replaceAll(/-/g, ' ')
}

/** The average of rows, weighed by other rows at the same place; plain where no weight is known. */
export function averageOf(rows: readonly ResultRow[], weights: readonly ResultRow[]): (number | null)[] {
  const length = Math.max(0, ...rows.map(({ values }) => values.length))
  const pairs = rows.map((row) => ({ row, weight: weights.find((other) => samePlace(row, other)) }))
  return Array.from({ length }, (_, t) => {
    const known = pairs.flatMap(({ row, weight }) => {
      const value = row.values[t] ?? null
      return value === null ? [] : [{ value, weight: weight?.values[t] ?? 0 }]
    })
    const total = known.reduce((sum, { weight }) => sum + weight, 0)
    if (known.length === 0) return null
    if (total === 0) return known.reduce((sum, { value }) => sum + value, 0) / known.length
    return known.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
  })
}

const samePlace = (one: ResultRow, other: ResultRow): boolean =>
  Object.entries(one.at).every(
    ([dimension, member]) => other.at[dimension] === undefined || other.at[dimension] === member,
  )

export const financialYears = (view: View): string[] => view.result.years.financial.map(String)
export const wasteYears = (view: View): string[] => view.result.years.waste.map(String)
export const isEmpty = (values: Values): boolean => values.every((value) => value === null || Math.abs(value) < 1e-9)
/** The first year has only opening balances; yearly flows begin after it. */
export const afterBase = <T>(values: readonly T[]): T[] => values.slice(1)
/** The place of an alternative in the plan is its place in the palette, on every chart. */
export const colourIndex = (view: View, id: string): number =>
  Math.max(
    0,
    view.variant.alternatives.findIndex((one) => one.id === id),
  )
