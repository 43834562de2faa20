import type { Dimension, Entry, Expr, Line } from '../../../src/formula/entry.ts'
import { input, line } from '../../../src/formula/entry.ts'
import { parseFormula } from '../../../src/formula/eq.ts'
import type { Run } from '../../../src/formula/interpret.ts'
import type { Computed } from '../../../src/formula/order.ts'
import { assembleBook } from '../../../src/formula/order.ts'
import { runBook, seriesOf } from '../../../src/formula/run.ts'

export const axes = ['long', 'short'] as const
export const town: Dimension = { id: 'town', es: 'pueblo', en: 'town' }
export const part: Dimension = { id: 'part', es: 'parte', en: 'part' }
export const queue: Dimension = { id: 'queue', es: 'turno', en: 'turn', ordered: true }

type Shape = { over?: readonly Dimension[]; axis?: string; unit?: string }
const shape = { unit: '1', axis: 'long' }
const said = (id: string) => ({ id, es: id, en: id })

/** A series that a run gives its numbers to. */
export const given = (id: string, of: Shape = {}) => input({ ...said(id), ...shape, form: 'path', at: `/${id}`, ...of })

/** A line whose formula is read from text over these entries when the book is assembled. */
export const made = (id: string, text: string, of: Shape & { read?: () => readonly Entry[] } = {}): Line => {
  const { read = () => [], ...rest } = of
  const formula = (): Expr => parseFormula(text, new Map(read().map((e) => [e.id, e])))
  return line({ ...said(id), ...shape, numeral: '11.3', formula, ...rest })
}

export const a = given('a')
export const b = given('b')
export const c = given('c')
export const scope: ReadonlyMap<string, Entry> = new Map([a, b, c].map((e) => [e.id, e]))

const members = { town: ['x', 'y', 'z'], part: ['p', 'q'], queue: ['first', 'second', 'third'] }

type Values = Readonly<Record<string, number | readonly number[]>>

/** Runs a toy book; values are read by `id` or `id:member,member`. */
export function runToy(lines: readonly Computed[], values: Values = {}, rows: [string, string][] = []): Run {
  const relations = rows.length ? [{ dimensions: ['town', 'part'], rows }] : []
  return runBook(assembleBook(lines, axes), {
    space: { members, relations },
    lengths: { long: 6, short: 4 },
    read: (entry, key) => values[[entry.id, ...Object.values(key)].join(':')] ?? values[entry.id] ?? 0,
  })
}

/** Values of a line's rows, one list a row. */
export function valuesOf(run: Run, entry: Entry): number[][] {
  const slot = run.slots.get(entry)
  if (slot === undefined) throw new Error(`${entry.id} is not in the book`)
  return slot.domain.rows.map((_, row) => Array.from(seriesOf(run, slot, row)))
}

/** The values of a formula over a, b and c, one a year. */
export function evaluated(text: string, values: Values = {}): number[] {
  const asked = made('asked', text, { read: () => [a, b, c] })
  return valuesOf(runToy([asked], values), asked)[0] ?? []
}
