import { bookCatalogue } from '../../../model/book.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { AlternativeResult, Ranking, Result, ResultRow } from '../../../study/result.ts'
import type { PaperWords } from '../../../text/cli/paper-es.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'

/** What the sections of a printed plan need of one scenario (the base or a variant). */
export interface Paper {
  readonly result: Result
  readonly scenario: Scenario
  readonly alternatives: readonly AlternativeResult[]
  readonly ranking: Ranking
  readonly locale: Locale
  readonly words: PaperWords
  readonly allYears: boolean
}

/** The same for one alternative. */
export interface Sheet extends Paper {
  readonly alternative: AlternativeResult
}

export type Values = readonly (number | null)[]
export type At = Readonly<Record<string, string>>

const shown = [0, 1, 3, 6, 10, 15, 20, 30]

/** Indices of the years that a table shows: all, or the usual ones and the last. */
export function yearsShown({ allYears }: Paper, last: number): number[] {
  const all = Array.from({ length: last + 1 }, (_, t) => t)
  return allYears ? all : all.filter((t) => t === last || shown.includes(t))
}

const labels = new Map(bookCatalogue().map((entry) => [entry.id, entry]))

/** The label of a line of the book. */
export const labelOf = (id: string, locale: Locale): string => labels.get(id)?.[locale] ?? id

/** Rows of a line by their own members: the consolidated rows of a plan of several municipalities are left out. */
export function rowsOf({ alternative }: Sheet, line: string): readonly ResultRow[] {
  const rows = alternative.lines[line]?.rows ?? []
  const own = rows.filter((r) => r.at.municipality !== undefined)
  return own.length > 0 ? own : rows
}

/** The sum of a line's rows that match, year by year; undefined in a year where any is. */
export function sumOf(sheet: Sheet, line: string, where: At = {}): Values {
  return addUp(
    rowsOf(sheet, line)
      .filter((r) => matches(r.at, where))
      .map((r) => r.values),
  )
}

export const matches = (at: At, where: At): boolean => Object.entries(where).every(([d, member]) => at[d] === member)

/** Sums by year of several series; the shortest one decides how many years. */
export function addUp(series: readonly Values[]): Values {
  const [first = []] = series
  return first.map((_, t) =>
    series.reduce<number | null>((sum, values) => {
      const v = values[t] ?? null
      return sum === null || v === null ? null : sum + v
    }, 0),
  )
}

export const negated = (values: Values): Values => values.map((v) => (v === null ? null : v === 0 ? 0 : -v))
export const isZero = (values: Values): boolean => values.every((v) => v === null || Math.abs(v) < 1e-9)

/** Whose words name the members of a dimension; the alternative first, where one is meant. */
export interface Naming {
  readonly scenario: Scenario
  readonly locale: Locale
  readonly alternative?: { readonly id: string }
}

/** The name that the scenario gives to a municipality, site, cost, project, loan…, or the term of a member. */
export function nameOf({ scenario, locale, alternative }: Naming, dimension: string, member: string): string {
  const named = (list: readonly { id: string; name?: string | undefined }[]): string | undefined =>
    list.find((x) => x.id === member)?.name
  const municipality = named(scenario.territory.municipalities)
  if (dimension === 'municipality') return municipality ?? member
  if (dimension === 'entity') return municipality ?? termOf(dimension, member, locale)
  if (dimension === 'alternative') return named(scenario.alternatives) ?? member
  const own = scenario.alternatives.filter((a) => alternative === undefined || a.id === alternative.id)
  if (dimension === 'site') return named(own.flatMap((a) => a.sites)) ?? member
  if (dimension === 'loan') return named(own.flatMap((a) => a.loans)) ?? member
  if (dimension === 'project') return named(own.flatMap((a) => a.projects)) ?? member
  if (dimension === 'item') return named(own.flatMap((a) => a.projects.flatMap((p) => p.costs))) ?? member
  return termOf(dimension, member, locale)
}

/** «Buga, Estrato 1, urbana»: members in words, the municipality only where the plan has several. */
export function placeWords(naming: Naming, at: At): string {
  return Object.entries(at)
    .filter(([d]) => several(naming) || d !== 'municipality')
    .map(([d, member]) => nameOf(naming, d, member))
    .join(', ')
}

export const several = (sheet: Pick<Sheet, 'scenario'>): boolean => sheet.scenario.territory.municipalities.length > 1
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
