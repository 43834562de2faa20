import type { CellStyle, ColumnDef, Cell as HucreCell, SheetChart, WriteSheet } from 'hucre/xlsx'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Cell, Chart, Look, Role, Sheet, Value, Workbook } from './cells.ts'
import { columnName } from './cells.ts'

const rgb = (color: string) => ({ rgb: color })
const fill = (color: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: rgb(color),
})
const line = (color: string, style: 'thin' | 'hair' = 'thin') => ({ style, color: rgb(color) })

const ink = '1F2933'
const looks: Readonly<Record<Role, CellStyle>> = {
  title: { font: { bold: true, size: 16, color: rgb('12486B') } },
  note: { font: { italic: true, color: rgb('5F6B76') } },
  head: {
    font: { bold: true, color: rgb('FFFFFF') },
    fill: fill('12486B'),
    alignment: { vertical: 'center', wrapText: true },
  },
  year: { font: { bold: true, color: rgb('FFFFFF') }, fill: fill('12486B'), alignment: { horizontal: 'right' } },
  section: {
    font: { bold: true, size: 12, color: rgb('12486B') },
    fill: fill('E3EEF5'),
    border: { bottom: line('12486B') },
  },
  label: { font: { color: rgb(ink) } },
  faint: { font: { color: rgb('7B8794'), size: 9 } },
  subtotal: { font: { bold: true, color: rgb(ink) }, fill: fill('F1F5F8'), border: { top: line('12486B') } },
  figure: { font: { color: rgb(ink) } },
  input: { font: { color: rgb('0B3D91') }, fill: fill('FFF6CC'), border: { bottom: line('D9C97A', 'hair') } },
  kept: { font: { color: rgb('3E4C59') }, fill: fill('EDEFF1') },
  law: { font: { color: rgb('1E5631') }, fill: fill('E4F2E7') },
  method: { font: { color: rgb('7A3E00') }, fill: fill('FBE9D7') },
  ok: { font: { bold: true, color: rgb('1E5631') }, fill: fill('E4F2E7'), alignment: { horizontal: 'center' } },
  plain: { font: { color: rgb(ink) } },
  link: { font: { color: rgb('0B5CAD'), underline: true } },
}

const styles = new Map<string, CellStyle>()

function styleOf({ role, format, wrap }: Look): CellStyle {
  const key = `${role} ${format ?? ''} ${wrap === true}`
  const known = styles.get(key)
  if (known !== undefined) return known
  const base = looks[role]
  const style: CellStyle = {
    ...base,
    ...(format === undefined ? {} : { numFmt: format }),
    ...(wrap ? { alignment: { ...base.alignment, wrapText: true, vertical: 'top' as const } } : {}),
  }
  styles.set(key, style)
  return style
}

/** A text stays a text whatever it begins with; a formula is written only where one was asked for. */
function hucreCell({ value, formula, look, goTo }: Cell): Partial<HucreCell> {
  const style = styleOf(look)
  if (formula !== undefined) return { value, type: 'formula', formula, formulaResult: value, style }
  const link = goTo === undefined ? {} : { hyperlink: { target: '', location: goTo } }
  if (typeof value === 'string') return { value, type: 'string', style, ...link }
  if (typeof value === 'number') return { value, type: 'number', style }
  return typeof value === 'boolean' ? { value, type: 'boolean', style } : { value: null, type: 'empty', style }
}

/** Lines that the tallest wrapped text of a row takes. */
function linesOf(row: readonly (Cell | undefined)[], widths: readonly number[]): number {
  return row.reduce((most, cell, c) => {
    if (typeof cell?.value !== 'string' || !(cell.look.wrap || cell.look.role === 'head')) return most
    return Math.max(most, Math.ceil((cell.value.length * 1.15) / (widths[c] ?? 10)))
  }, 1)
}

/** Characters that a page is wide enough for. */
const pageWidth = 230

/** As many pages across as the columns take, each with the first columns and the head. */
function pageOf(sheet: Sheet, widest: number, last: string): NonNullable<WriteSheet['pageSetup']> {
  const width = sheet.widths.slice(0, widest + 1).reduce((sum, w, c) => (sheet.hidden?.has(c) ? sum : sum + w), 0)
  const across = sheet.frozen && sheet.frozen.columns > 0 ? Math.max(1, Math.round(width / pageWidth)) : 1
  return {
    paperSize: across > 1 ? 'a3' : 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: across,
    fitToHeight: sheet.onePage ? 1 : 0,
    printArea: `$A$1:${last}`,
    ...(sheet.repeatedRows === undefined ? {} : { printTitlesRow: sheet.repeatedRows }),
    ...(across > 1 ? { printTitlesColumn: '$A:$C' } : {}),
  }
}

function hucreSheet(sheet: Sheet): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>()
  const rowDefs = new Map<number, { height?: number; outlineLevel?: number }>()
  let widest = 0
  sheet.cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === undefined) return
      cells.set(`${r},${c}`, hucreCell(cell))
      // The years of the head go on where a sheet has none: they are not printed.
      if (cell.look.role !== 'year' && cell.look.role !== 'section') widest = Math.max(widest, c)
    })
    const lines = linesOf(row, sheet.widths)
    if (lines > 1) rowDefs.set(r, { height: 3 + 13 * lines })
  })
  for (const { to } of sheet.charts ?? []) widest = Math.max(widest, to.col)
  for (const r of sheet.grouped ?? []) rowDefs.set(r, { ...rowDefs.get(r), outlineLevel: 1 })
  const columns: ColumnDef[] = sheet.widths.map((width, c) => ({
    width,
    ...(sheet.hidden?.has(c) ? { hidden: true } : {}),
  }))
  const last = `$${columnName(widest)}$${Math.max(1, sheet.cells.length, ...(sheet.charts ?? []).map(({ to }) => to.row + 2))}`
  return {
    name: sheet.name,
    columns,
    cells,
    rowDefs,
    ...(sheet.frozen ? { freezePane: { rows: sheet.frozen.rows, columns: sheet.frozen.columns } } : {}),
    outlineProperties: { summaryBelow: false },
    view: { showGridLines: false },
    pageSetup: pageOf(sheet, widest, last),
    ...(sheet.charts ? { charts: sheet.charts.map(hucreChart) } : {}),
    ...(sheet.choices
      ? {
          dataValidations: sheet.choices.map(({ range, values }) => ({
            type: 'list' as const,
            range,
            values: [...values],
          })),
        }
      : {}),
  }
}

function hucreChart({ kind, title, stacked, series, unit, from, to }: Chart): SheetChart {
  return {
    type: kind,
    title,
    series: series.map(({ name, values, categories, color }) => ({ name, values, categories, color })),
    anchor: { from, to },
    ...(stacked ? { barGrouping: 'stacked' as const, areaGrouping: 'stacked' as const } : {}),
    legend: 'bottom',
    axes: { y: { title: unit } },
  }
}

/** The bytes of a workbook (XLSX). The only place that knows the library that writes them. */
export async function xlsxOf({ title, sheets, names }: Workbook): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(hucreSheet),
    namedRanges: [...names],
    properties: { title, creator: 'pfv' },
    defaultFont: { name: 'Calibri', size: 10 },
  })
}

/** The values of one sheet of a workbook, found by any of its names; undefined where there is none. Throws where the file is damaged. */
export async function sheetValues(bytes: Uint8Array, names: readonly string[]): Promise<Value[][] | undefined> {
  const { sheets } = await readXlsx(bytes, { sheets: ({ name }) => names.includes(name) })
  const rows = sheets.find(({ name }) => names.includes(name))?.rows
  return rows?.map((row) =>
    row.map((v) => (typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' ? v : null)),
  )
}
