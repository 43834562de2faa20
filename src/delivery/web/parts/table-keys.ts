import type { Locale } from '../../../text/numbers.ts'
import type { TableProps } from './data-table.tsx'

export interface Place {
  readonly row: number
  readonly column: number
}
export interface Block {
  readonly from: Place
  readonly to: Place
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -1e6],
  End: [0, 1e6],
}

const within = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value))

/** Where a key leads in a table; undefined for keys that do not move. */
export function moved(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { row, column }: Place,
  size: { rows: number; columns: number },
): Place | undefined {
  const step = steps[key]
  if (step === undefined) return undefined
  const far = ctrlKey ? 1e6 : 1
  return { row: within(row + step[0] * far, size.rows), column: within(column + step[1] * far, size.columns) }
}

const span = (a: number, b: number, at: number): boolean => at >= Math.min(a, b) && at <= Math.max(a, b)

export const inBlock = (block: Block | undefined, row: number, column: number): boolean =>
  block !== undefined && span(block.from.row, block.to.row, row) && span(block.from.column, block.to.column, column)

/** The table, or a block of it, as a spreadsheet takes it: tabs, and whole numbers with the language's decimal mark. */
export function tsvOf(
  { head, columns, rows }: Pick<TableProps, 'head' | 'columns' | 'rows'>,
  { block, locale }: { block?: Block | undefined; locale: Locale },
): string {
  const number = (value: number): string => (locale === 'es' ? String(value).replace('.', ',') : String(value))
  const written = (row: TableProps['rows'][number], c: number): string => {
    const cell = row.cells[c]
    if (cell === undefined) return ''
    if (cell.value === undefined) return clean(cell.text)
    return cell.value === null ? '' : number(cell.value)
  }
  const picked = (r: number) => columns.flatMap((_, c) => (block === undefined || inBlock(block, r, c) ? [c] : []))
  const body = rows.flatMap((row, r) => {
    const own = picked(r)
    if (own.length === 0) return []
    const cells = own.map((c) => written(row, c))
    return [(block === undefined ? [clean(row.name), ...cells] : cells).join('\t')]
  })
  if (block !== undefined) return body.join('\n')
  return [[clean(head), ...columns.map((column) => clean(column.head))].join('\t'), ...body].join('\n')
}

const clean = (text: string): string => text.replaceAll(/[\t\n\r]+/g, ' ')
