import { bookCatalogue } from '../../../model/book.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { AlternativeResult, Ranking, Result, ResultRow } from '../../../study/result.ts'
import { paperWords } from '../../../text/cli/paper.ts'
import type { PaperWords } from '../../../text/cli/paper-es.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import type { Values } from './numbers.ts'

/** One alternative of one variant, with the names that its scenario gives. */
export interface Sheet {
  readonly result: Result
  /** The variant's own document. */
  readonly scenario: Scenario
  readonly alternatives: readonly AlternativeResult[]
  readonly alternative: AlternativeResult
  readonly ranking: Ranking
  readonly locale: Locale
  readonly paper: PaperWords
}

export type At = Readonly<Record<string, string>>

export const wordsOf = (locale: Locale): PaperWords => paperWords[locale]

const labels = new Map(bookCatalogue().map((entry) => [entry.id, entry]))

/** The label of a line of the book. */
export const labelOf = (id: string, locale: Locale): string => labels.get(id)?.[locale] ?? id

/** Rows of a line by their own members: the consolidated rows of a plan of several municipalities are left out. */
export function rowsOf({ alternative }: Pick<Sheet, 'alternative'>, line: string): readonly ResultRow[] {
  const rows = alternative.lines[line]?.rows ?? []
  const own = rows.filter((r) => r.at.municipality !== undefined)
  return own.length > 0 ? own : rows
}

export const matches = (at: At, where: At): boolean => Object.entries(where).every(([d, member]) => at[d] === member)

/** The sum of a line's rows that match, year by year; undefined in a year where any is. */
export const sumOf = (sheet: Pick<Sheet, 'alternative'>, line: string, where: At = {}): Values =>
  addUp(
    rowsOf(sheet, line)
      .filter((r) => matches(r.at, where))
      .map((r) => r.values),
  )

/** Sums by year of several series; the first one decides how many years. */
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
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Whose words name the members of a dimension; the alternative first, where one is meant. */
export type Naming = Pick<Sheet, 'scenario' | 'locale'> & { readonly alternative?: { readonly id: string } }

/** The name that the scenario gives to a municipality, site, cost, project, loan…, or the term of a member. */
export function nameOf({ scenario, locale, alternative }: Naming, dimension: string, member: string): string {
  const named = (all: readonly { id: string; name?: string | undefined }[]): string | undefined =>
    all.find((x) => x.id === member)?.name
  const municipality = named(scenario.territory.municipalities)
  if (dimension === 'municipality') return municipality ?? member
  if (dimension === 'entity') return municipality ?? termOf(dimension, member, locale)
  if (dimension === 'alternative') return named(scenario.alternatives) ?? member
  const own = scenario.alternatives.filter((a) => alternative === undefined || a.id === alternative.id)
  const lists: Readonly<Record<string, readonly { id: string; name?: string | undefined }[]>> = {
    site: own.flatMap((a) => a.sites),
    loan: own.flatMap((a) => a.loans),
    project: own.flatMap((a) => a.projects),
    item: own.flatMap((a) => a.projects.flatMap((p) => p.costs)),
    grant: own.flatMap((a) => a.grants),
  }
  const found = lists[dimension]
  return found === undefined ? termOf(dimension, member, locale) : (named(found) ?? member)
}

/** The name of a source or use of money: `grant.sgp`, `ownResources.buga`, or a line. */
export function sourceName(sheet: Naming & Pick<Sheet, 'paper'>, id: string): string {
  const [kind, member] = id.split(/\.(.*)/u)
  if (kind === 'grant' && member) return sheet.paper.grant(nameOf(sheet, 'source', member))
  if (kind === 'ownResources' && member) return sheet.paper.own(nameOf(sheet, 'entity', member))
  return labelOf(id, sheet.locale)
}

export const several = (sheet: Pick<Sheet, 'scenario'>): boolean => sheet.scenario.territory.municipalities.length > 1

/** «Buga, Estrato 1, urbana»: members in words, the municipality only where the plan has several. */
export const placeWords = (sheet: Naming, at: At): string =>
  Object.entries(at)
    .filter(([d]) => several(sheet) || d !== 'municipality')
    .map(([d, member]) => nameOf(sheet, d, member))
    .join(', ')
