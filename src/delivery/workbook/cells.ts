/** Colours by what a cell is for; a verdict's alone also by its value: 1 where it holds, 0 where it does not. */
export type Role =
  | 'title'
  | 'note'
  | 'head'
  | 'year'
  | 'section'
  | 'label'
  | 'faint'
  | 'subtotal'
  | 'figure'
  | 'input'
  | 'kept'
  | 'law'
  | 'method'
  | 'verdict'
  | 'plain'
  | 'link'

export interface Look {
  readonly role: Role
  /** A number format of the sheet; texts have none. */
  readonly format?: string | undefined
  readonly wrap?: boolean
}

export type Value = string | number | boolean | null

/** One cell: its value, or a formula with the value that a viewer shows before anything is recalculated. */
export interface Cell {
  readonly value: Value
  /** Without the equals sign. */
  readonly formula?: string
  readonly look: Look
  /** A place in this workbook, such as `'Supuestos'!A1`. */
  readonly goTo?: string
}

export interface Chart {
  readonly kind: 'column' | 'line' | 'area'
  readonly title: string
  readonly stacked?: boolean
  readonly series: readonly {
    readonly name: string
    readonly values: string
    readonly categories: string
    readonly color: string
  }[]
  readonly unit: string
  readonly from: { readonly row: number; readonly col: number }
  readonly to: { readonly row: number; readonly col: number }
}

/** One sheet of a workbook as this house sees it; rows and columns count from 0. */
export interface Sheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly hidden?: ReadonlySet<number>
  readonly cells: (Cell | undefined)[][]
  readonly frozen?: { readonly rows: number; readonly columns: number }
  /** Rows that stand in an outline group. */
  readonly grouped?: ReadonlySet<number>
  readonly repeatedRows?: string
  /** Printed on one page. */
  readonly onePage?: boolean
  readonly charts?: readonly Chart[]
  readonly choices?: readonly { readonly range: string; readonly values: readonly string[] }[]
}

export interface Workbook {
  readonly title: string
  readonly sheets: readonly Sheet[]
  readonly names: readonly { readonly name: string; readonly range: string }[]
}

/** Puts a cell in a sheet that is being written. */
export function put(sheet: Sheet, row: number, column: number, cell: Cell): void {
  const cells = sheet.cells[row] ?? []
  sheet.cells[row] = cells
  cells[column] = cell
}

const letters: string[] = []

/** The letters of a column that counts from 0. */
export function columnName(column: number): string {
  const known = letters[column]
  if (known !== undefined) return known
  const name = (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
  letters[column] = name
  return name
}

/** A sheet's name as a formula writes it. */
export const quoted = (name: string): string => (/^[A-Za-z]+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`)
