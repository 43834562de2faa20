import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from 'docx'
import type { Row, Table } from '../document.ts'

const size = 15
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 2, color: 'C3CAD3' }
const strong = { style: BorderStyle.SINGLE, size: 8, color: '17365D' }

/** A table with its caption above; the head is repeated on every page and no row is split. */
export function docxTable({ caption, unit, columns, rows }: Table, width: number): (Paragraph | WordTable)[] {
  const total = columns.reduce((sum, c) => sum + c.width, 0)
  const widths = columns.map((c) => Math.round((c.width / total) * width))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((c, i) =>
      cellOf(c.head, { width: widths[i] ?? 0, right: c.align === 'right', head: true, bold: true }),
    ),
  })
  const body = rows.map((row) => rowOf(row, { columns, widths }))
  const title = [
    ...(caption === '' ? [] : [new TextRun({ text: caption, bold: true, size: 18, color: '17365D' })]),
    ...(unit === undefined
      ? []
      : [new TextRun({ text: caption === '' ? unit : ` (${unit})`, size: 16, color: '5A6470' })]),
  ]
  return [
    ...(title.length === 0
      ? []
      : [new Paragraph({ keepNext: true, spacing: { before: 160, after: 40 }, children: title })]),
    new WordTable({
      rows: [head, ...body],
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: { top: strong, bottom: strong, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    }),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ]
}

function rowOf({ cells, kind }: Row, at: { columns: Table['columns']; widths: readonly number[] }): TableRow {
  const bold = kind !== undefined
  if (kind === 'group') {
    const width = at.widths.reduce((a, b) => a + b, 0)
    const span = at.columns.length
    return new TableRow({ cantSplit: true, children: [cellOf(cells[0] ?? '', { width, bold, span })] })
  }
  return new TableRow({
    cantSplit: true,
    children: at.columns.map((c, i) =>
      cellOf(cells[i] ?? '', { width: at.widths[i] ?? 0, right: c.align === 'right', bold }),
    ),
  })
}

interface CellLook {
  readonly width: number
  readonly bold: boolean
  readonly right?: boolean
  readonly head?: boolean
  readonly span?: number
}

function cellOf(text: string, { width, bold, right = false, head = false, span }: CellLook): TableCell {
  const fill = head ? 'E9EEF4' : span === undefined ? undefined : 'F4F6F9'
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    ...(span === undefined ? {} : { columnSpan: span }),
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    children: [
      new Paragraph({
        spacing: { after: 0 },
        alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text, size, bold })],
      }),
    ],
  })
}
