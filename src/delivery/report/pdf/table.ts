import type { Column, Row, Table } from '../document.ts'
import type { Element, Flow } from './flow.ts'
import { lineHeight } from './flow.ts'
import { colours, gaps, styles } from './look.ts'

const pad = { x: 3.5, y: 2.4 }
const cellLine = lineHeight(styles.cell.size)

interface Cell {
  readonly lines: readonly string[]
  readonly x: number
  readonly width: number
  readonly right: boolean
}

interface Measured {
  readonly cells: readonly Cell[]
  readonly height: number
  readonly kind: Row['kind']
}

/** A table of up to this share of a page is not split. */
const mostWhole = 0.34
const heightOf = (rows: readonly Measured[]): number => rows.reduce((sum, row) => sum + row.height, 0)

/** How much a table needs on a page to begin there: all of a short one; else its caption, head and first rows. */
export function tableStart(flow: Flow, table: Table): number {
  const { head, rows, captionHeight } = measure(flow, table)
  const whole = captionHeight + head.height + heightOf(rows)
  if (whole <= mostWhole * flow.bodyHeight) return whole
  const first = heightOf(rows.slice(0, 2)) + following(rows, 1)
  return Math.min(captionHeight + head.height + first, flow.bodyHeight)
}

/** What must stand on the page of a row: the rows of a title, the sum of what is added, and the last row, never alone. */
function following(rows: readonly Measured[], at: number): number {
  let sum = 0
  for (let i = at; i < at + mostTogether; i += 1) {
    const next = rows[i + 1]
    const together =
      rows[i]?.kind === 'group' || next?.kind === 'total' || next?.kind === 'subtotal' || i + 2 === rows.length
    if (next === undefined || !together) break
    sum += next.height
  }
  return sum
}

const mostTogether = 3

interface MeasuredTable {
  readonly head: Measured
  readonly rows: Measured[]
  readonly captionHeight: number
  readonly captions: string[]
}

const measured = new WeakMap<Table, { width: number; found: MeasuredTable }>()

function measure(flow: Flow, table: Table): MeasuredTable {
  const known = measured.get(table)
  if (known?.width === flow.width) return known.found
  const found = measuredNow(flow, table)
  measured.set(table, { width: flow.width, found })
  return found
}

function measuredNow(flow: Flow, table: Table): MeasuredTable {
  const total = table.columns.reduce((sum, c) => sum + c.width, 0)
  const widths = table.columns.map((c) => (c.width / total) * flow.width)
  const xs = widths.map((_, i) => flow.left + widths.slice(0, i).reduce((a, b) => a + b, 0))
  const rowOf = (texts: readonly string[], kind: Row['kind'], columns: readonly Column[]): Measured => {
    const style = kind === undefined ? styles.cell : styles.cellBold
    const isGroup = kind === 'group'
    const cells = texts.slice(0, isGroup ? 1 : texts.length).map((text, i): Cell => {
      const width = isGroup ? flow.width : (widths[i] ?? 0)
      const lines = flow.ink.lines(text, width - 2 * pad.x, style)
      return { lines, x: xs[i] ?? flow.left, width, right: columns[i]?.align === 'right' && !isGroup }
    })
    const most = Math.max(1, ...cells.map((c) => c.lines.length))
    return { cells, height: most * cellLine + 2 * pad.y, kind }
  }
  const captions = table.caption === '' ? [] : flow.ink.lines(table.caption, flow.width, styles.caption)
  const unit = table.unit === undefined ? 0 : lineHeight(styles.unit.size)
  return {
    head: rowOf(
      table.columns.map((c) => c.head),
      'total',
      table.columns,
    ),
    rows: table.rows.map((r) => rowOf(r.cells, r.kind, table.columns)),
    captions,
    captionHeight: gaps.table + captions.length * lineHeight(styles.caption.size) + unit + 3,
  }
}

/** Draws a table: its head is repeated on every page, and no row is split unless it is taller than a page. */
export function drawTable(flow: Flow, table: Table): void {
  const { head, rows, captions } = measure(flow, table)
  flow.need(tableStart(flow, table))
  flow.y += gaps.table
  const element = flow.struct('Table')
  flow.root.add(element)
  caption(flow, { table, captions, element })
  drawHead(flow, head, element)
  rows.forEach((row, i) => {
    const next = following(rows, i)
    for (const part of parts(row, flow.bodyHeight - head.height)) {
      if (part.height + next > flow.room) {
        flow.rule(flow.y)
        flow.newPage()
        drawHead(flow, head)
      }
      drawRow(flow, part, element)
    }
  })
  flow.rule(flow.y, { colour: colours.strongRule, weight: 0.8 })
  element.end()
  flow.y += gaps.table / 2
}

function caption(
  flow: Flow,
  { table, captions, element }: { table: Table; captions: readonly string[]; element: Element },
): void {
  const start = flow.y
  if (captions.length === 0 && table.unit === undefined) return
  flow.y += captions.length * lineHeight(styles.caption.size)
  if (table.unit !== undefined) flow.y += lineHeight(styles.unit.size)
  flow.y += 3
  const draw = () => {
    let y = start
    for (const line of captions) {
      flow.ink.write(line, { x: flow.left, y }, styles.caption)
      y += lineHeight(styles.caption.size)
    }
    if (table.unit !== undefined) flow.ink.write(table.unit, { x: flow.left, y }, styles.unit)
  }
  element.add(flow.struct('Caption', {}, draw))
}

/** The head of a table; where it is repeated it is decoration, said once already. */
function drawHead(flow: Flow, head: Measured, element?: Element): void {
  flow.fill({ x: flow.left, y: flow.y, width: flow.width, height: head.height }, colours.band)
  flow.rule(flow.y, { colour: colours.strongRule, weight: 0.8 })
  const { y } = flow
  const lowest = Math.max(...head.cells.map((c) => c.lines.length))
  const write = (cell: Cell) => writeCell(flow, cell, { y: y + (lowest - cell.lines.length) * cellLine, bold: true })
  if (element === undefined) flow.artifact(() => head.cells.forEach(write))
  else {
    const cells = head.cells.map((cell) => flow.struct('TH', { scope: 'Column' }, () => write(cell)))
    element.add(flow.struct('TR', {}, cells))
  }
  flow.y += head.height
  flow.rule(flow.y, { colour: colours.strongRule, weight: 0.5 })
}

function drawRow(flow: Flow, { cells, height, kind }: Measured, element: Element): void {
  const { y } = flow
  if (kind === 'group') flow.fill({ x: flow.left, y, width: flow.width, height }, colours.group)
  if (kind === 'total' || kind === 'subtotal')
    flow.rule(y, { colour: colours.soft, weight: kind === 'total' ? 0.9 : 0.5 })
  else flow.rule(y, { weight: 0.3 })
  const bold = kind !== undefined
  const told = cells.map((cell, i) =>
    flow.struct(i === 0 ? 'TH' : 'TD', i === 0 ? { scope: 'Row' } : {}, () => writeCell(flow, cell, { y, bold })),
  )
  element.add(flow.struct('TR', {}, told))
  flow.y += height
}

function writeCell(flow: Flow, { lines, x, width, right }: Cell, { y, bold }: { y: number; bold: boolean }): void {
  const style = bold ? styles.cellBold : styles.cell
  lines.forEach((line, i) => {
    if (line === '') return
    const at = right ? x + width - pad.x - flow.ink.width(line, style) : x + pad.x
    flow.ink.write(line, { x: at, y: y + pad.y + i * cellLine }, style)
  })
}

/** A row taller than a page goes on below its head on the next one. */
function parts(row: Measured, most: number): Measured[] {
  if (row.height <= most) return [row]
  const fit = Math.max(1, Math.floor((most - 2 * pad.y) / cellLine))
  const longest = Math.max(...row.cells.map((c) => c.lines.length))
  return Array.from({ length: Math.ceil(longest / fit) }, (_, i) => {
    const cells = row.cells.map((c) => ({ ...c, lines: c.lines.slice(i * fit, (i + 1) * fit) }))
    return { cells, height: Math.max(...cells.map((c) => c.lines.length)) * cellLine + 2 * pad.y, kind: row.kind }
  })
}
