import type { Row, Table } from '../document.ts'
import type { Values, Write } from './numbers.ts'

/** A row of a table by years. */
export interface YearRow {
  readonly label: string
  /** None: the row is a title of those that follow. */
  readonly values?: Values
  /** Text between label and years. */
  readonly extra?: string
  readonly write?: Write
  readonly kind?: Row['kind']
}

interface YearTable {
  readonly caption: string
  readonly unit?: string
  readonly head: string
  /** Head of a text column between label and years. */
  readonly extra?: string
  readonly rows: readonly YearRow[]
  readonly years: readonly number[]
  readonly write: Write
  /** How many years stand side by side. */
  readonly most?: number
}

const usualMost = 8
const labelWidth = 34
const extraWidth = 9
const yearWidth = 8

/** A table with a column a year; years that do not fit side by side go on in tables below, as wide as each other. */
export function yearTables({ caption, unit, head, extra, rows, years, write, most = usualMost }: YearTable): Table[] {
  if (rows.length === 0 || years.length === 0) return []
  const count = Math.ceil(years.length / most)
  const wide = Math.ceil(years.length / count)
  return Array.from({ length: count }, (_, block): Table => {
    const from = block * wide
    const shown = years.slice(from, from + wide)
    const span = shown.length > 1 ? `${shown[0]}–${shown.at(-1)}` : String(shown[0])
    const blank = Array.from({ length: wide - shown.length }, () => '')
    const cellsOf = ({ values, write: own }: YearRow): string[] =>
      shown.map((_, i) =>
        values === undefined || from + i >= values.length ? '' : (own ?? write)(values[from + i] ?? null),
      )
    return {
      kind: 'table',
      caption: count > 1 ? `${caption}, ${span}` : caption,
      ...(unit === undefined ? {} : { unit }),
      columns: [
        { head, width: labelWidth },
        ...(extra === undefined ? [] : [{ head: extra, width: extraWidth, align: 'right' as const }]),
        ...shown.map((year) => ({ head: String(year), width: yearWidth, align: 'right' as const })),
        ...blank.map((text) => ({ head: text, width: yearWidth, align: 'right' as const })),
      ],
      rows: rows.map(
        (row): Row => ({
          cells: [row.label, ...(extra === undefined ? [] : [row.extra ?? '']), ...cellsOf(row), ...blank],
          ...(row.kind ? { kind: row.kind } : row.values === undefined ? { kind: 'group' as const } : {}),
        }),
      ),
    }
  })
}
