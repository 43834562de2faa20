import type { CellStyle, ColumnDef, Cell as HucreCell, SheetChart, WriteSheet } from 'hucre/xlsx'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Cell, Chart, Look, Role, Sheet, Value, Workbook } from './cells.ts'
import { columnName, quoted } from './cells.ts'

const rgb = (color: string) => ({ rgb: color })
/** Where a rule changes the look of a cell, spreadsheets take the colour from the pattern's ground. */
const fill = (color: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: rgb(color),
  bgColor: rgb(color),
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
  verdict: { font: { bold: true, color: rgb('3E4C59') }, fill: fill('EDEFF1'), alignment: { horizontal: 'center' } },
  plain: { font: { color: rgb(ink) } },
  link: { font: { color: rgb('0B5CAD'), underline: true } },
}

const verdicts: readonly { readonly value: 0 | 1; readonly style: CellStyle }[] = [
  { value: 1, style: { font: { bold: true, color: rgb('1E5631') }, fill: fill('E4F2E7') } },
  { value: 0, style: { font: { bold: true, color: rgb('9B1C1C') }, fill: fill('FBD9D9') } },
]

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

/** Pages across: as many as the columns take. */
function pagesAcross(sheet: Sheet, widest: number): number {
  const width = sheet.widths.slice(0, widest + 1).reduce((sum, w, c) => (sheet.hidden?.has(c) ? sum : sum + w), 0)
  return sheet.frozen && sheet.frozen.columns > 0 ? Math.max(1, Math.round(width / pageWidth)) : 1
}

/** The last column and row that a sheet prints. */
function extentOf(sheet: Sheet): { readonly column: number; readonly row: number } {
  let column = 0
  for (const row of sheet.cells)
    row?.forEach((cell, c) => {
      // The years of the head go on where a sheet has none: they are not printed.
      if (cell && cell.look.role !== 'year' && cell.look.role !== 'section') column = Math.max(column, c)
    })
  const ends = (sheet.charts ?? []).map(({ to }) => to)
  return {
    column: Math.max(column, ...ends.map(({ col }) => col)),
    row: Math.max(1, sheet.cells.length, ...ends.map(({ row }) => row + 2)),
  }
}

/** What a sheet prints, and the columns and head that each page repeats. The library's own names lack quotes. */
function printNames(sheet: Sheet): { name: string; range: string; scope: string }[] {
  const { column, row } = extentOf(sheet)
  const at = `${quoted(sheet.name)}!`
  const area = { name: '_xlnm.Print_Area', range: `${at}$A$1:$${columnName(column)}$${row}`, scope: sheet.name }
  const repeated = [
    ...(pagesAcross(sheet, column) > 1 ? [`${at}$A:$C`] : []),
    ...(sheet.repeatedRows === undefined ? [] : [`${at}${sheet.repeatedRows}`]),
  ]
  if (repeated.length === 0) return [area]
  return [area, { name: '_xlnm.Print_Titles', range: repeated.join(','), scope: sheet.name }]
}

function pageOf(sheet: Sheet): NonNullable<WriteSheet['pageSetup']> {
  const across = pagesAcross(sheet, extentOf(sheet).column)
  return {
    paperSize: across > 1 ? 'a3' : 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: across,
    fitToHeight: sheet.onePage ? 1 : 0,
  }
}

function hucreSheet(sheet: Sheet): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>()
  const rowDefs = new Map<number, { height?: number; outlineLevel?: number }>()
  const judged: string[] = []
  sheet.cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === undefined) return
      cells.set(`${r},${c}`, hucreCell(cell))
      if (cell.look.role === 'verdict') judged.push(`${columnName(c)}${r + 1}`)
    })
    const lines = linesOf(row, sheet.widths)
    if (lines > 1) rowDefs.set(r, { height: 3 + 13 * lines })
  })
  for (const r of sheet.grouped ?? []) rowDefs.set(r, { ...rowDefs.get(r), outlineLevel: 1 })
  const columns: ColumnDef[] = sheet.widths.map((width, c) => ({
    width,
    ...(sheet.hidden?.has(c) ? { hidden: true } : {}),
  }))
  return {
    name: sheet.name,
    columns,
    cells,
    rowDefs,
    ...(sheet.frozen ? { freezePane: { rows: sheet.frozen.rows, columns: sheet.frozen.columns } } : {}),
    outlineProperties: { summaryBelow: false },
    view: { showGridLines: false },
    pageSetup: pageOf(sheet),
    ...(judged.length > 0 ? { conditionalRules: verdictRules(judged.join(' ')) } : {}),
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

/** Colours of verdicts that follow their values when the sheet is worked out again. */
const verdictRules = (range: string): NonNullable<WriteSheet['conditionalRules']> =>
  verdicts.map(({ value, style }, i) => ({
    ...{ type: 'cellIs', operator: 'equal', formula: String(value), priority: i + 1 },
    ...{ style, range },
  }))

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

/** No clock: the same plan makes the same bytes, as its strong ETag says. */
const noTime = new Date('1980-01-01T00:00:00Z')

/** The bytes of a workbook (XLSX). The only place that knows the library that writes them. */
export async function xlsxOf({ title, sheets, names }: Workbook): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(hucreSheet),
    namedRanges: [...names, ...sheets.flatMap(printNames)],
    properties: { title, creator: 'pfv', created: noTime, modified: noTime },
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
