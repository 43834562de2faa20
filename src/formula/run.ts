import type { Space } from './domain.ts'
import type { Expr, Given, Input, Open, Parameter } from './entry.ts'
import type { Run, Slot } from './interpret.ts'
import { interpretGroup } from './kernel/interpreted.ts'
import { bindRun, planBook } from './kernel/plan.ts'
import type { Book } from './order.ts'

/** Where the values of inputs come from: one number for all years, or one a year. */
export type ReadValue = (
  entry: Input | Given | Parameter,
  key: Readonly<Record<string, string>>,
  /** The row of the entry, where it is read in the order of its rows. */
  row?: number,
) => number | readonly number[]

export interface Binding {
  readonly space: Space
  /** Years of each axis, the base year included. */
  readonly lengths: Readonly<Record<string, number>>
  readonly read: ReadValue
  /** The scenario's formula of a row of an open line, where it gives one; the same tree for the same text. */
  readonly formulaOf?: (entry: Open, key: Readonly<Record<string, string>>) => Expr | undefined
}

/**
 * Binds a book to a scenario's space and inputs and evaluates every line with its generated function.
 * @throws Fault naming line, place and year where a value is infinite or a divisor that the schema proves positive is 0.
 */
export const runBook = (book: Book, binding: Binding): Run => planBook(book, binding).evaluate()

/** The same with the interpreter alone: the twin that the generated functions are held against. Throws Fault as runBook does. */
export function interpretBook(book: Book, binding: Binding): Run {
  const run = bindRun(book, binding)
  for (const group of book.groups) interpretGroup(run, group)
  return run
}

/** The values of one row, in the order of its years; a view, not a copy. */
export const seriesOf = (run: Pick<Run, 'buffer'>, slot: Slot, row: number): Float64Array =>
  run.buffer.subarray(slot.offset + row * slot.years, slot.offset + (row + 1) * slot.years)
