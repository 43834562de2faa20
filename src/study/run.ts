import type { Entry, Line, Method } from '../formula/entry.ts'
import type { Run, Slot } from '../formula/interpret.ts'
import { runBook, seriesOf } from '../formula/run.ts'
import type { Bound } from '../model/bind.ts'
import { bind } from '../model/bind.ts'
import { book } from '../model/book.ts'
import type { Key, Places } from '../model/places.ts'
import { placesOf } from '../model/places.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** The book evaluated for one alternative of a scenario, and where its inputs come from. */
export interface AlternativeRun {
  readonly id: string
  readonly name: string
  readonly scenario: Scenario
  /** The document as it came, before defaults were filled in. */
  readonly document: unknown
  readonly places: Places
  readonly bound: Bound
  readonly run: Run
}

/** Evaluates the book for the alternative at `index` of the document. Throws Fault naming line, place and year. */
export function runAlternative(scenario: Scenario, index: number, document: unknown = scenario): AlternativeRun {
  const places = placesOf(scenario, index)
  const bound = bind(places)
  const { id, name } = places.alternative
  return { id, name: name ?? id, scenario, document, places, bound, run: runBook(book, bound.binding) }
}

const slotOf = (run: Run, entry: Entry): Slot => run.slots.get(entry) as Slot

/** Values of one row by year; an undefined value is NaN. */
export function series(of: AlternativeRun, entry: Line, at: Key = {}): Float64Array {
  const slot = slotOf(of.run, entry)
  return seriesOf(of.run, slot, of.run.domains.rowOf(slot.domain, at))
}

/** The value of a single figure; an undefined value is NaN. */
export const figureOf = (of: AlternativeRun, entry: Line | Method): number =>
  of.run.buffer[slotOf(of.run, entry).offset] as number

/** Every row of an entry with its members. */
export function rowsOf(of: AlternativeRun, entry: Entry): { at: Record<string, string>; values: Float64Array }[] {
  const slot = slotOf(of.run, entry)
  return of.run.domains.keysOf(slot.domain).map((at, row) => ({ at, values: seriesOf(of.run, slot, row) }))
}

/** Sum over the rows of a line, by year. */
export function totalOf(of: AlternativeRun, entry: Line): number[] {
  const { buffer } = of.run
  const { offset, years, domain } = slotOf(of.run, entry)
  const total = new Array<number>(years).fill(0)
  const end = offset + domain.rows.length * years
  for (let from = offset; from < end; from += years)
    for (let t = 0; t < years; t += 1) total[t] = (total[t] as number) + (buffer[from + t] as number)
  return total
}

/** JSON has no NaN: an undefined value is null. */
export const orNull = (x: number): number | null => (Number.isNaN(x) ? null : x)

/** Values by year as JSON tells them; a list without undefined values stays a plain list of numbers, which costs less. */
export function orNulls(values: Float64Array): (number | null)[] {
  const list: (number | null)[] = []
  for (const x of values) list.push(orNull(x))
  return list
}
