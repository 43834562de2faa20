import type { Entry, Line } from '../../../formula/entry.ts'
import type { Slot } from '../../../formula/interpret.ts'
import { negligible } from '../../../model/constants.ts'
import type { Locale } from '../../../text/numbers.ts'
import { viabilityRowWords } from '../../../text/workbook/viability.ts'
import type { Sheet } from '../cells.ts'
import { columnName } from '../cells.ts'
import type { Place } from '../layout.ts'
import { columns, seenFrom, spanCells, valueCell } from '../layout.ts'
import type { PlanSheets } from '../workbook.ts'

/** Where the viability of a plan is written, and what it is read from. */
export interface Ground extends PlanSheets {
  readonly sheet: Sheet
  readonly locale: Locale
}

/** As the program does, a breach of a thousand-millionth of the scale is none. */
export const slack = negligible.value
/** The same as formulas write it. */
export const written = slack.toExponential().toUpperCase()

export const word = (of: Ground, id: string): string => viabilityRowWords[id]?.[of.locale] ?? id

export const slotOf = ({ layout }: Ground, entry: Entry): Slot => layout.of.run.slots.get(entry) as Slot

export function placeOf({ layout }: Ground, entry: Entry, row = 0): Place {
  const place = layout.places.get(entry)
  if (place === undefined) throw new Error(`«${entry.id}» has no place in the workbook`)
  return { sheet: place.sheet, row: place.row + row }
}

/** The cell of what has no years. */
export const single = (of: Ground, entry: Entry, row = 0): string => valueCell(of.sheet.name, placeOf(of, entry, row))

/** The cells of one row from a year of the plan to its last. */
export const span = (of: Ground, place: Place, from: number): string =>
  spanCells(of.sheet.name, place, { from, to: of.layout.of.scenario.horizon.financial })

/** The cells of all rows of a line from a year of the plan to its last. */
export function block(of: Ground, entry: Line, from: number): string {
  const { sheet, row } = placeOf(of, entry)
  const last = row + slotOf(of, entry).domain.rows.length
  const [first, end] = [from, of.layout.of.scenario.horizon.financial].map((t) => columnName(columns.firstYear + t))
  return `${seenFrom(of.sheet.name, sheet)}$${first}$${row + 1}:$${end}$${last}`
}

/** Where a datum of the plan stands among the assumptions; undefined where the plan does not give it. */
export function datum(of: Ground, pointer: string): string | undefined {
  const found = of.inputs.book.rows.get(pointer)
  return found && valueCell(of.sheet.name, { sheet: of.inputs.book.sheet.name, row: found.row })
}
