import type { Entry } from '../../formula/entry.ts'
import type { Slot } from '../../formula/interpret.ts'
import type { Cells, Reach } from '../../formula/render-excel.ts'
import type { AlternativeRun } from '../../study/run.ts'
import type { Sheet } from './cells.ts'
import { columnName, quoted } from './cells.ts'

/** The columns of every sheet with years: the same year stands in the same column everywhere. */
export const columns = {
  name: 0,
  place: 1,
  unit: 2,
  numeral: 3,
  code: 4,
  kind: 5,
  source: 6,
  status: 7,
  /** What has no years. */
  value: 8,
  /** Always empty: the year before the first, so that «the year before» is always the cell on the left. */
  opening: 9,
  firstYear: 10,
} as const

export const headRow = 3
export const firstRow = 4

/** In a row's formula: the column of its own year, and that of the year before. */
const now = '\u0001'
const before = '\u0002'

/** Where an entry's rows begin; they follow one another. */
export interface Place {
  readonly sheet: string
  readonly row: number
}

/** Where everything stands in a workbook. */
export interface Layout {
  readonly of: AlternativeRun
  readonly places: Map<Entry, Place>
  readonly lacking: ReadonlySet<Entry>
  /** The sheet and row of the plan years' indices, 0 in the base year. */
  readonly indexRow: Place
}

const fixedYear = (t: number): string => `$${columnName(columns.firstYear + t)}`

/** A place seen from a sheet: its own sheet is not named. */
export const seenFrom = (from: string, sheet: string): string => (from === sheet ? '' : `${quoted(sheet)}!`)

/** The cell of a row at the formula's own year. */
export const nowCell = (from: string, { sheet, row }: Place): string => `${seenFrom(from, sheet)}${now}${row + 1}`
export const beforeCell = (row: number): string => `${before}${row + 1}`
/** The cell of what has no years, always the same. */
export const valueCell = (from: string, { sheet, row }: Place): string =>
  `${seenFrom(from, sheet)}$${columnName(columns.value)}$${row + 1}`
export const spanCells = (from: string, { sheet, row }: Place, years: { from: number; to: number }): string =>
  `${seenFrom(from, sheet)}${fixedYear(years.from)}$${row + 1}:${fixedYear(years.to)}$${row + 1}`

/** The cells as formulas on one sheet write them. */
export function cellsOn(layout: Layout, sheet: string): Cells {
  const { places, indexRow, lacking } = layout
  const placeOf = (entry: Entry, row: number): Place => {
    const place = places.get(entry)
    if (place === undefined) throw new Error(`«${entry.id}» has no place in the workbook`)
    return { sheet: place.sheet, row: place.row + row }
  }
  const column = (entry: Entry, { t, reach }: { t: number; reach: Reach }): string => {
    if (reach === 'now') return now
    if (reach === 'before') return before
    const single = (layout.of.run.slots.get(entry) as Slot).years === 1
    return single ? `$${columnName(columns.value)}` : fixedYear(t)
  }
  return {
    cell: (entry, row, at) => {
      const place = placeOf(entry, row)
      const number = place.row + 1
      return `${seenFrom(sheet, place.sheet)}${column(entry, at)}${at.reach === 'fixed' ? '$' : ''}${number}`
    },
    block: (entry, rows, at) => {
      const place = placeOf(entry, 0)
      const c = column(entry, at)
      const mark = at.reach === 'fixed' ? '$' : ''
      return `${seenFrom(sheet, place.sheet)}${c}${mark}${place.row + rows.first + 1}:${c}${mark}${place.row + rows.last + 1}`
    },
    span: (entry, row, { from, to, reach }) => {
      const place = placeOf(entry, row)
      const single = (layout.of.run.slots.get(entry) as Slot).years === 1
      if (single) return valueCell(sheet, place)
      const end = reach === 'now' ? `${now}${place.row + 1}` : `${fixedYear(to)}$${place.row + 1}`
      return `${seenFrom(sheet, place.sheet)}${fixedYear(from)}$${place.row + 1}:${end}`
    },
    year: () => nowCell(sheet, indexRow).replace(/(\d+)$/, '$$$1'),
    years: (length) => spanCells(sheet, indexRow, { from: 0, to: length - 1 }),
    mayLack: (entry) => lacking.has(entry),
  }
}

/** The formula of a row at year t. */
export function atYear(template: string, t: number): string {
  const column = columns.firstYear + t
  return template.replaceAll(now, columnName(column)).replaceAll(before, columnName(column - 1))
}

/** Widths of the columns of a sheet with years. */
export const widthsOf = (years: number): number[] => [
  ...[54, 40, 18, 10, 22, 14, 38, 16, 18, 2],
  ...new Array<number>(years).fill(18),
]

/** An empty sheet with years. */
export const yearSheet = (name: string, years: number, more: Partial<Sheet> = {}): Sheet => ({
  name,
  widths: widthsOf(years),
  hidden: new Set([columns.kind, columns.source, columns.status]),
  cells: [],
  frozen: { rows: firstRow, columns: columns.unit + 1 },
  grouped: new Set<number>(),
  repeatedRows: `$1:$${firstRow}`,
  ...more,
})
