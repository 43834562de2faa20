import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readXlsx } from 'hucre/xlsx'
import type { Cell, Sheet, Value, Workbook } from '../../src/delivery/workbook/cells.ts'
import { columnName } from '../../src/delivery/workbook/cells.ts'
import { xlsxOf } from '../../src/delivery/workbook/write.ts'
import { Scale } from './scale.ts'

const run = promisify(execFile)
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** What no formula of a plan gives: a cell that keeps it was not recalculated. */
export const poison = -1.2345678e-7

/** The workbook with every cached value replaced, so that only a recalculation can bring the right ones. */
export const poisoned = (book: Workbook): Workbook => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((row) =>
      row.map((cell) => (cell?.formula === undefined ? cell : { ...cell, value: poison })),
    ),
  })),
})

/** Values of every sheet of each workbook after LibreOffice recalculated it; all in one call. */
export async function recalculated(books: readonly Workbook[]): Promise<ReadonlyMap<string, Value[][]>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'))
  try {
    const profile = join(folder, 'profile')
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), always)
    const files = books.map((_, i) => join(folder, `${i}.xlsx`))
    for (const [i, book] of books.entries()) await writeFile(files[i] as string, await xlsxOf(poisoned(book)))
    const out = join(folder, 'out')
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        out,
        ...files,
      ],
      { timeout: 600_000 },
    )
    const found: Map<string, Value[][]>[] = []
    for (const [i] of books.entries()) {
      const { sheets } = await readXlsx(await readFile(join(out, `${i}.xlsx`)))
      found.push(new Map(sheets.map(({ name, rows }) => [name, rows as Value[][]])))
    }
    return found
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface Difference {
  readonly cell: string
  readonly code: string
  readonly wanted: Value
  readonly found: Value
  readonly formula: string
}

export interface Comparison {
  readonly formulas: number
  readonly kept: number
  readonly errors: number
  readonly measured: number
  readonly differences: readonly Difference[]
}

const tolerance = 1e-9

/**
 * Every formula's value as our run has it against the recalculated one, within 1e-9 of the scale of its row: the greatest
 * amount that the row holds, or that its formula adds or takes away. `measured`: cells that needed the latter.
 */
export function compared(book: Workbook, found: ReadonlyMap<string, Value[][]>): Comparison {
  const differences: Difference[] = []
  const tally = { formulas: 0, kept: 0, errors: 0, measured: 0 }
  const scale = new Scale(book)
  for (const sheet of book.sheets) {
    sheet.cells.forEach((row, r) => {
      const held = row.reduce(
        (most, cell) => (typeof cell?.value === 'number' && cell.formula ? Math.max(most, Math.abs(cell.value)) : most),
        0,
      )
      let added: number | undefined
      row.forEach((cell, c) => {
        if (cell?.formula === undefined) return
        tally.formulas += 1
        const value = found.get(sheet.name)?.[r]?.[c] ?? null
        if (value === poison) tally.kept += 1
        if (typeof value === 'string' && value.startsWith('#')) tally.errors += 1
        const gap = gapOf(cell, value)
        if (gap <= tolerance * held) return
        added ??= scale.ofRow(sheet, row)
        if (gap <= tolerance * added) tally.measured += 1
        else differences.push(differenceAt(sheet, { r, c, cell, value }))
      })
    })
  }
  return { ...tally, differences }
}

function gapOf(cell: Cell, found: Value): number {
  const { value } = cell
  if (typeof value === 'number') return typeof found === 'number' ? Math.abs(found - value) : Infinity
  return (value ?? '') === (found ?? '') ? 0 : Infinity
}

const differenceAt = (sheet: Sheet, at: { r: number; c: number; cell: Cell; value: Value }): Difference => ({
  cell: `${sheet.name}!${columnName(at.c)}${at.r + 1}`,
  code: String(sheet.cells[at.r]?.[4]?.value ?? ''),
  wanted: at.cell.value,
  found: at.value,
  formula: at.cell.formula ?? '',
})
