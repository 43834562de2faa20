import type { AlternativeResult, Result } from '../../../../study/result.ts'
import { paperWords } from '../../../../text/cli/paper.ts'
import type { Locale } from '../../../../text/numbers.ts'
import type { StatementRow } from '../../../report/base/statement-lines.ts'
import type { Cell, Row } from '../../parts/data-table.tsx'
import type { Way } from '../../parts/written.ts'
import { written } from '../../parts/written.ts'
import type { Question } from '../../state/address.ts'
import type { Document } from '../../state/api.ts'
import type { LineName } from '../../state/names.ts'
import { memberName } from '../../state/names.ts'

export type Values = readonly (number | null)[]

/** What the tables of one alternative are made from. */
export interface Sheet {
  readonly of: AlternativeResult
  readonly years: Result['years']
  readonly lines: ReadonlyMap<string, LineName> | undefined
  readonly document: Document | undefined
  readonly locale: Locale
}

export const labelOf = ({ lines, locale }: Sheet, id: string): string => lines?.get(id)?.[locale] ?? id

/** The sum of a line's rows by year; the consolidated rows of a plan of several municipalities are left out. */
export function sumOf({ of }: Pick<Sheet, 'of'>, line: string, at: Readonly<Record<string, string>> = {}): Values {
  const all = of.lines[line]?.rows ?? []
  const own = all.filter((row) => row.at.municipality !== undefined)
  const rows = (own.length > 0 ? own : all).filter((row) => Object.entries(at).every(([d, m]) => row.at[d] === m))
  const length = Math.max(0, ...rows.map(({ values }) => values.length))
  return Array.from({ length }, (_, t) =>
    rows.reduce<number | null>((sum, { values }) => {
      const value = values[t] ?? null
      return sum === null || value === null ? null : sum + value
    }, 0),
  )
}

export const negated = (values: Values): Values =>
  values.map((value) => (value === null || value === 0 ? value : -value))
export const isZero = (values: Values): boolean => values.every((value) => value === null || Math.abs(value) < 1e-9)

export interface YearRow {
  readonly id: string
  readonly name: string
  readonly values: Values
  readonly kind?: Row['kind']
  readonly depth?: number
  readonly way?: Way
  /** Of the year at a place; none where there is nothing to explain. */
  readonly question?: ((t: number) => Question | undefined) | undefined
}

/** Years across, from what the rows hold. */
export function rowOf({ years, of, locale }: Sheet, row: YearRow): Row {
  const { id, name, kind, depth, values, question, way = 'millions' } = row
  const cells = years.financial.map((_, t): Cell => {
    const value = values[t] ?? null
    return { text: written(value, way, locale), value, question: question?.(t), alternative: of.id }
  })
  return { id, name, kind, depth, cells }
}

export const titleRow = (id: string, name: string): Row => ({ id, name, kind: 'group', cells: [] })

export const asking =
  ({ years }: Sheet, line: string, at?: Readonly<Record<string, string>>) =>
  (t: number): Question => ({
    line,
    year: years.base + t,
    ...(at === undefined || Object.keys(at).length === 0 ? {} : { at }),
  })

/** A statement's rows with their signs; those at zero every year are left out, subtotals never. */
export function statementRows(sheet: Sheet, rows: readonly StatementRow[]): Row[] {
  return rows.flatMap((row): Row[] => {
    const summed = sumOf(sheet, row.line)
    const signed = row.sign === -1 ? negated(summed) : summed
    const values = row.fromFirstYear === true ? signed.map((value, t) => (t === 0 ? 0 : value)) : signed
    if (row.adds === undefined && isZero(values)) return []
    const kind = row.adds === undefined ? 'plain' : 'subtotal'
    const name = labelOf(sheet, row.line)
    return [rowOf(sheet, { id: row.line, name, values, kind, question: asking(sheet, row.line) })]
  })
}

/** A name for what moves an account or feeds the plan: a line of the book, or a grant or own resources of somebody. */
export function moveName(sheet: Sheet, id: string): string {
  const { document, locale } = sheet
  const paper = paperWords[locale]
  const [kind = '', member = ''] = id.split(/\.(.*)/u)
  if (kind === 'grant') return paper.grant(memberName(document, { dimension: 'source', member }, locale))
  if (kind === 'ownResources') return paper.own(memberName(document, { dimension: 'entity', member }, locale))
  return labelOf(sheet, id)
}

/** What can be asked of a move: a line as it stands, or one entity's own resources. */
export function moveQuestion(sheet: Sheet, id: string, at: Readonly<Record<string, string>> = {}) {
  const [kind = '', member] = id.split(/\.(.*)/u)
  if (kind === 'ownResources' && member !== undefined) return asking(sheet, kind, { entity: member })
  return sheet.of.lines[id] === undefined ? undefined : asking(sheet, id, at)
}
