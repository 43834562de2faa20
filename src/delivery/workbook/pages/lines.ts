import type { Line, Method, Open } from '../../../formula/entry.ts'
import type { Slot } from '../../../formula/interpret.ts'
import type { Computed } from '../../../formula/order.ts'
import { renderExcel } from '../../../formula/render-excel.ts'
import type { Locale } from '../../../text/numbers.ts'
import { said } from '../../../text/workbook/words.ts'
import type { Sheet } from '../cells.ts'
import type { Layout } from '../layout.ts'
import { cellsOn, columns, firstRow } from '../layout.ts'
import { irrRows } from '../methods/irr.ts'
import { methodFormula } from '../methods/methods.ts'
import type { InputSheet } from './inputs.ts'
import { keptFormula, longestFormula } from './inputs.ts'
import { entryLabel, formulas, label, placeNames, section, valuesOf } from './rows.ts'

export interface SheetPlan {
  readonly sheet: Sheet
  readonly shown: readonly Computed[]
  readonly support: readonly Computed[]
  /** Lines that are a sum of those above them. */
  readonly subtotals: ReadonlySet<string>
}

const rowsNeeded = (layout: Layout, entry: Computed): number =>
  (layout.of.run.slots.get(entry) as Slot).domain.rows.length
/** Rows that a method may need beside its own. */
const helpersOf = (entry: Computed): number => (entry.type !== 'method' ? 0 : entry.id === 'irr' ? irrRows : 1)

/** Gives every line of a sheet its rows, so that formulas anywhere can name them. */
export function allocate(layout: Layout, { sheet, shown, support }: SheetPlan): void {
  let row = firstRow
  const place = (entry: Computed) => {
    layout.places.set(entry, { sheet: sheet.name, row })
    row += rowsNeeded(layout, entry)
  }
  shown.forEach(place)
  row += 1
  for (const entry of support) place(entry)
  row += [...shown, ...support].reduce((sum, entry) => sum + helpersOf(entry), 0)
}

/** Writes the rows of a sheet: a formula a row, the same along it. */
export function writeLines(layout: Layout, plan: SheetPlan, at: { inputs: InputSheet; locale: Locale }): void {
  const { sheet, shown, support, subtotals } = plan
  const { locale } = at
  const all = [...shown, ...support]
  const end = all.reduce(
    (row, entry) => Math.max(row, (layout.places.get(entry)?.row ?? 0) + rowsNeeded(layout, entry)),
    firstRow,
  )
  let helperRow = end
  for (const entry of all) {
    writeEntry(layout, entry, { ...at, sheet, isSubtotal: subtotals.has(entry.id), helperRow })
    helperRow += helpersOf(entry)
  }
  if (support.length === 0) return
  const first = layout.places.get(support[0] as Computed)?.row ?? firstRow
  section(sheet, first - 1, said('support', locale), columns.firstYear)
  for (let row = first; row < helperRow; row += 1) (sheet.grouped as Set<number>).add(row)
}

interface At {
  readonly inputs: InputSheet
  readonly locale: Locale
  readonly sheet: Sheet
  readonly isSubtotal: boolean
  readonly helperRow: number
}

function writeEntry(layout: Layout, entry: Computed, at: At): void {
  const { sheet, locale, isSubtotal } = at
  const { of } = layout
  const { domain, years } = of.run.slots.get(entry) as Slot
  const start = layout.places.get(entry)?.row ?? firstRow
  const names = placeNames(of, locale)
  const cells = cellsOn(layout, sheet.name)
  domain.rows.forEach((_, i) => {
    const row = start + i
    const template =
      entry.type === 'method' ? writeMethod(layout, entry, at) : templateOf(layout, entry, { i, cells, at, years })
    label(
      sheet,
      row,
      entryLabel(entry, names(of.run.domains.keyOf(domain, i)), locale),
      isSubtotal ? 'subtotal' : 'label',
    )
    const role = isSubtotal ? 'subtotal' : 'figure'
    formulas(sheet, row, { template, values: valuesOf(of, entry, i), unit: entry.unit, role, once: years === 1 })
  })
}

function templateOf(
  layout: Layout,
  entry: Line | Open,
  { i, cells, at, years }: { i: number; cells: ReturnType<typeof cellsOn>; at: At; years: number },
): string {
  const text = renderExcel(layout.of.run, entry, { row: i, t: years === 1 ? 0 : 1 }, cells)
  return text.length <= longestFormula ? text : keptFormula({ ...at.inputs, sheet: at.sheet }, entry, i)
}

function writeMethod(layout: Layout, entry: Method, at: At): string {
  const { sheet, helperRow, inputs, locale } = at
  const found = methodFormula({ layout, sheet: sheet.name, method: entry, locale, helperAt: (n) => helperRow + n })
  if (found === undefined) {
    const kept = keptFormula({ ...inputs, sheet }, entry, 0)
    return `IF(ISNUMBER(${kept}),${kept},"")`
  }
  found.helpers.forEach(({ name, template, values, once }, n) => {
    label(sheet, helperRow + n, { name, code: `${entry.id}:${n + 1}` })
    formulas(sheet, helperRow + n, { template, values, unit: entry.unit === 'share' ? 'share' : '1', once })
  })
  return found.template
}
