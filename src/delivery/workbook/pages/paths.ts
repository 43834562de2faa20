import { isObject } from '../../../scenario/fields.ts'
import type { Path } from '../../../scenario/path.ts'
import { expandPath } from '../../../scenario/path.ts'
import { columnName } from '../cells.ts'
import type { Place } from '../layout.ts'
import { columns, nowCell, spanCells, valueCell } from '../layout.ts'
import type { Assumptions } from './assumptions.ts'

/** A further row that a path needs: the yearly rates at which a value grows. */
export interface Helper {
  readonly template: string
  readonly values: readonly number[]
}

export interface PathWriter {
  readonly book: Assumptions
  /** The sheet on which the formulas stand. */
  readonly sheet: string
  readonly index: Place
  readonly calendar: Place
  /** Puts a helper row somewhere below and says where it stands. */
  readonly helper: (row: Helper) => Place
}

const cellAt = (w: PathWriter, pointer: string): string | undefined => {
  const found = w.book.rows.get(pointer)
  return found === undefined ? undefined : valueCell(w.sheet, { sheet: w.book.sheet.name, row: found.row })
}

/** The formula of a path in the year of its column, over the cells of the document; undefined where a spreadsheet cannot. */
export function pathFormula(
  w: PathWriter,
  pointer: string,
  path: unknown,
  outside: 'zero' | 'hold',
): string | undefined {
  const found = w.book.rows.get(pointer)
  const place = found && { sheet: w.book.sheet.name, row: found.row }
  if (typeof path === 'number') return cellAt(w, pointer)
  if (place && found.kind === 'series') {
    if (outside === 'zero') return `N(${nowCell(w.sheet, place)})`
    const { waste } = w.book.of.scenario.horizon
    const span = spanCells(w.sheet, place, { from: 0, to: waste })
    const calendar = nowCell(w.sheet, w.calendar)
    const base = cellAt(w, '/baseYear') ?? '0'
    const from = valueCell(w.sheet, place)
    return `INDEX(${span},MIN(MAX(${calendar},${from}),${from}+COUNT(${span})-1)-${base}+1)`
  }
  if (!isObject(path)) return undefined
  if ('values' in path) return listFormula(w, pointer, { values: path.values as number[], outside })
  if ('points' in path) return pointsFormula(w, pointer, path as { points: Record<string, number>; between?: string })
  return 'start' in path ? growthFormula(w, pointer, path as { start: number; growth: Path }) : undefined
}

function listFormula(
  w: PathWriter,
  pointer: string,
  { values, outside }: { values: readonly number[]; outside: string },
): string | undefined {
  const rows = values.map((_, i) => w.book.rows.get(`${pointer}/values/${i}`)?.row)
  const from = cellAt(w, `${pointer}/from`)
  const [first] = rows
  if (first === undefined || from === undefined || !rows.every((row, i) => row === first + i)) return undefined
  const column = `$${columnName(columns.value)}$`
  const sheet = `'${w.book.sheet.name}'!`
  const list = `${sheet}${column}${first + 1}:${column}${first + rows.length}`
  const place = `${nowCell(w.sheet, w.calendar)}-${from}`
  if (outside === 'hold') return `INDEX(${list},MIN(MAX(${place},0),${rows.length - 1})+1)`
  return `IF(OR(${place}<0,${place}>${rows.length - 1}),0,INDEX(${list},MIN(MAX(${place},0),${rows.length - 1})+1))`
}

/** Each point's cell, in the order of the years. */
function pointCells(
  w: PathWriter,
  pointer: string,
  points: Readonly<Record<string, unknown>>,
): { year: number; cell: string }[] {
  const row = w.book.rows.get(pointer)
  const { baseYear } = w.book.of.scenario
  const list: { year: number; cell: string }[] = []
  for (const key of Object.keys(points)) {
    const year = Number(key)
    const column = `$${columnName(columns.firstYear + year - baseYear)}$`
    const cell =
      row?.kind === 'years' ? `'${w.book.sheet.name}'!${column}${row.row + 1}` : cellAt(w, `${pointer}/${key}`)
    if (cell !== undefined) list.push({ year, cell })
  }
  return list.sort((a, b) => a.year - b.year)
}

function pointsFormula(
  w: PathWriter,
  pointer: string,
  { points, between }: { points: Record<string, number>; between?: string },
): string {
  const list = pointCells(w, `${pointer}/points`, points)
  const now = nowCell(w.sheet, w.calendar)
  const steps = list.slice(1).map(({ year, cell }, i) => {
    const earlier = list[i] as { year: number; cell: string }
    const share =
      between === 'step' ? `IF(${now}>=${year},1,0)` : `MAX(0,MIN(1,(${now}-${earlier.year})/${year - earlier.year}))`
    return `(${cell}-${earlier.cell})*${share}`
  })
  return [list[0]?.cell ?? '0', ...steps].join('+')
}

function growthFormula(
  w: PathWriter,
  pointer: string,
  { growth }: { start: number; growth: Path },
): string | undefined {
  const start = cellAt(w, `${pointer}/start`)
  const rate = pathFormula(w, `${pointer}/growth`, growth, 'hold')
  if (start === undefined || rate === undefined) return undefined
  const { baseYear, horizon } = w.book.of.scenario
  const values = expandPath(growth, { baseYear, length: horizon.waste + 1 }, 'hold')
  const place = w.helper({ template: rate, values })
  // `\u0003` is the value of the year before in the row itself, which only the row knows.
  return `IF(${nowCell(w.sheet, w.index)}=0,${start},\u0003*(1+${nowCell(w.sheet, place)}))`
}

/** Amounts by year in any of their forms, added up. */
export function yearsFormula(w: PathWriter, pointer: string, raw: unknown): string | undefined {
  const now = nowCell(w.sheet, w.calendar)
  const row = w.book.rows.get(pointer)
  if (Array.isArray(raw)) {
    const parts = raw.map((one, i) => yearsFormula(w, `${pointer}/${i}`, one))
    return parts.every((p) => p !== undefined) ? parts.join('+') || '0' : undefined
  }
  if (row?.kind === 'series' || row?.kind === 'years')
    return `N(${nowCell(w.sheet, { sheet: w.book.sheet.name, row: row.row })})`
  if (!isObject(raw)) return undefined
  if ('values' in raw && 'from' in raw)
    return listFormula(w, pointer, { values: raw.values as number[], outside: 'zero' })
  if ('year' in raw && 'amount' in raw) {
    const [year, amount] = [cellAt(w, `${pointer}/year`), cellAt(w, `${pointer}/amount`)]
    return year === undefined || amount === undefined ? undefined : `IF(${now}=${year},${amount},0)`
  }
  const parts = pointCells(w, pointer, raw).map(({ year, cell }) => `IF(${now}=${year},${cell},0)`)
  return parts.length === 0 ? '0' : parts.join('+')
}
