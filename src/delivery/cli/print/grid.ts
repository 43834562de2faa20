export interface GridColumn {
  readonly head: string
  readonly align?: 'left' | 'right'
  /** Longer cells of a left column go on below. */
  readonly most?: number
  /** Narrower columns are widened, so that tables one below the other line up. */
  readonly least?: number
}

export interface GridRow {
  readonly cells: readonly string[]
  /** A rule under the figures before this row: one adds up here. */
  readonly rule?: 'single' | 'double'
}

const gap = '  '
const strokes = { single: '─', double: '═' } as const

/** Words of a text in lines of at most `width`; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const [first = '', ...words] = text.split(' ')
  const lines = [first]
  for (const word of words) {
    const line = lines.at(-1) ?? ''
    if (lengthOf(line) + 1 + lengthOf(word) > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

export const lengthOf = (text: string): number => [...text].length

const pad = (text: string, width: number, align: GridColumn['align']): string => {
  const space = ' '.repeat(Math.max(0, width - lengthOf(text)))
  return align === 'right' ? space + text : text + space
}

/** A table as lines: heads, a rule, rows; figures to the right, subtotals ruled. */
export function grid(columns: readonly GridColumn[], rows: readonly GridRow[]): string[] {
  const heads = columns.map((c) => wrap(c.head, c.most ?? 200))
  const cells = rows.map((r) => columns.map((c, j) => fold(r.cells[j] ?? '', c)))
  const widths = columns.map(({ least = 0 }, j) =>
    Math.max(...[heads[j] ?? [], ...cells.map((r) => r[j] ?? [])].flat().map(lengthOf), least),
  )
  const print = (row: readonly (readonly string[])[], bottom = false): string[] => {
    const height = Math.max(...row.map((c) => c.length))
    return Array.from({ length: height }, (_, k) =>
      columns
        .map((c, j) => {
          const lines = row[j] ?? []
          return pad(lines[bottom ? k - height + lines.length : k] ?? '', widths[j] as number, c.align)
        })
        .join(gap)
        .trimEnd(),
    )
  }
  const ruled = (stroke: string, figuresOnly: boolean): string =>
    columns
      .map((c, j) => (figuresOnly && c.align !== 'right' ? ' ' : stroke).repeat(widths[j] as number))
      .join(gap)
      .trimEnd()
  const body = rows.flatMap((r, i) => [...(r.rule ? [ruled(strokes[r.rule], true)] : []), ...print(cells[i] ?? [])])
  return columns.every((c) => c.head === '') ? body : [...print(heads, true), ruled('─', false), ...body]
}

function fold(text: string, column: GridColumn): string[] {
  if (column.most === undefined || lengthOf(text) <= column.most) return [text]
  const indent = ' '.repeat(text.length - text.trimStart().length)
  const [first = '', ...rest] = wrap(text.trimStart(), column.most - indent.length)
  return [indent + first, ...rest.map((line) => `${indent}  ${line}`)]
}

/** A heading with its rule. */
export const heading = (text: string, stroke: '═' | '─' = '─'): string[] => [text, stroke.repeat(lengthOf(text))]

/** A sentence after a mark, wrapped and hanging; the branches of a tree in the mark go on below. */
export function hanging(mark: string, text: string, width = 120): string[] {
  const below = [...mark].map((c) => (c === '│' || c === '├' ? '│' : ' ')).join('')
  return wrap(text, width - lengthOf(mark)).map((line, i) => (i === 0 ? mark : below) + line)
}
