import type { Entry, Given, Input, Open, Parameter } from '../entry.ts'
import type { Run, Slot } from '../interpret.ts'
import type { Book } from '../order.ts'
import type { Binding } from '../run.ts'
import type { Evaluation } from './interpreted.ts'
import { emptyRun } from './interpreted.ts'
import type { Layout } from './layout.ts'
import { layoutOf } from './layout.ts'
import type { Groups } from './reach.ts'
import { reachOf } from './reach.ts'
import { Steps } from './steps.ts'

/** A value that a binding gives: what a plan may overwrite. */
export type Source = Input | Given | Parameter

/** New values of a source, in its own unit: one for all its years or one a year (the last is held); without `row`, of every row. */
export interface Change {
  readonly entry: Source
  readonly row?: number
  readonly values: number | readonly number[]
}

/**
 * A book bound once to a scenario's shape, to be evaluated many times in one buffer.
 * Only lines that a changed value reaches and that what was asked needs are worked out; cells of others keep what they had.
 */
export interface Plan {
  /** The numbers: the same object and buffer after every evaluation; copy what must outlive the next one. */
  readonly run: Run
  /** Works out what is asked and out of date. Throws Fault naming line, place and year; the plan may be changed and evaluated again. */
  readonly evaluate: () => Run
  /** Overwrites values; nothing is evaluated. Throws RangeError for an entry that is no source of the book or a row outside it. */
  readonly update: (changes: readonly Change[]) => void
  /** What later evaluations are asked for; without outputs, everything. Throws RangeError for an entry outside the book. */
  readonly only: (outputs?: readonly Entry[]) => void
  /**
   * For changes of the same sources over and over: takes a list of them and works out what is asked and any of the sources
   * reaches, whatever its values were. Asked outputs are those of now. Throws RangeError for an entry that is no source of the book.
   */
  readonly repeat: (sources: readonly Source[]) => (changes: readonly Change[]) => Run
  /** Whether a binding has the same shape: space and years. */
  readonly fits: (binding: Binding) => boolean
  /** Reads sources (all unless named) and written formulas from another binding. Throws RangeError if its space or years differ. */
  readonly rebind: (binding: Binding, entries?: readonly (Source | Open)[]) => void
}

const steps = new WeakMap<Layout, Steps>()

/** Binds a book to a scenario's space and inputs: the inputs are read now, the lines when they are first evaluated. */
export function planBook(book: Book, binding: Binding): Plan {
  const layout = layoutOf(book, binding.space, binding.lengths)
  const run = emptyRun(book, layout)
  const reach = reachOf(book)
  const stale: Groups = new Uint8Array(book.groups.length).fill(1)
  let asked: Groups | undefined
  readSources(run, binding, book.entries)
  const work = steps.get(layout) ?? new Steps(book, layout)
  steps.set(layout, work)
  const spoil = (entry: Entry): void => {
    const below = reach.below(entry)
    for (let g = 0; g < stale.length; g += 1) if (below[g]) stale[g] = 1
  }
  return {
    run,
    evaluate: () => {
      for (let g = 0; g < stale.length; g += 1) {
        if (!stale[g] || (asked && !asked[g])) continue
        work.evaluate(run, g)
        stale[g] = 0
      }
      return run
    },
    update: (changes) => {
      for (const change of changes) if (overwrite(run, change)) spoil(change.entry)
    },
    only: (outputs) => {
      const stranger = outputs?.find((e) => !run.slots.has(e))
      if (stranger) throw new RangeError(`${stranger.id} is not in the book`)
      asked = outputs && reach.above(outputs)
    },
    repeat: (sources) => {
      for (const source of sources) spoil(source)
      const reached = Uint8Array.from(stale, (old, g) => (old && (!asked || asked[g]) ? 1 : 0))
      const evaluate = work.together(Array.from(reached.keys()).filter((g) => reached[g]))
      return (changes) => {
        for (let i = 0; i < changes.length; i += 1) overwrite(run, changes[i] as Change)
        evaluate(run)
        return run
      }
    },
    fits: (other) => layoutOf(book, other.space, other.lengths) === layout,
    rebind: (other, entries = book.entries.filter(isRead)) => {
      if (layoutOf(book, other.space, other.lengths) !== layout) throw new RangeError('the space or the years differ')
      for (const entry of readSources(run, other, entries)) spoil(entry)
    },
  }
}

/** A bound run before anything is evaluated. */
export function bindRun(book: Book, binding: Binding): Evaluation {
  const run = emptyRun(book, layoutOf(book, binding.space, binding.lengths))
  readSources(run, binding, book.entries)
  return run
}

const isSource = (e: Entry): e is Source => e.type === 'input' || e.type === 'given' || e.type === 'parameter'
const isRead = (e: Entry): e is Source | Open => isSource(e) || e.type === 'open'

/** Reads values, constants and written formulas into a run; the entries that are not as they were. */
function readSources(run: Evaluation, binding: Binding, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => {
    const slot = run.slots.get(entry)
    if (!slot) throw new RangeError(`${entry.id} is not in the book`)
    if (entry.type === 'constant') return write(run.buffer, slot, { row: 0, values: entry.value })
    if (entry.type === 'open') return readFormulas(run, binding, entry)
    if (!isSource(entry)) return false
    const keys = run.domains.keysOf(slot.domain)
    let changed = false
    for (let row = 0; row < keys.length; row += 1) {
      const values = binding.read(entry, keys[row] as Readonly<Record<string, string>>, row)
      changed = write(run.buffer, slot, { row, values }) || changed
    }
    return changed
  })
}

function readFormulas(run: Evaluation, binding: Binding, line: Open): boolean {
  const { domain } = run.slots.get(line) as Slot
  const formulas = run.domains.keysOf(domain).map((key) => binding.formulaOf?.(line, key))
  const before = run.opened.get(line)
  if (before?.every((formula, row) => formula === formulas[row])) return false
  run.opened.set(line, formulas)
  return true
}

function overwrite(run: Evaluation, { entry, row, values }: Change): boolean {
  const slot = run.slots.get(entry)
  if (!slot || !isSource(entry)) throw new RangeError(`${entry.id} is not a source of the book`)
  const count = slot.domain.rows.length
  if (row !== undefined) {
    if (!(Number.isInteger(row) && row >= 0 && row < count)) throw new RangeError(`${entry.id} has no row ${row}`)
    return write(run.buffer, slot, { row, values })
  }
  let changed = false
  for (let each = 0; each < count; each += 1) changed = write(run.buffer, slot, { row: each, values }) || changed
  return changed
}

/** What Object.is says of two numbers, without boxing them. */
const same = (a: number, b: number): boolean =>
  a === b ? a !== 0 || 1 / a === 1 / b : Number.isNaN(a) && Number.isNaN(b)

/** Writes one row, the last value held; true where a cell is not as it was. */
function write(buffer: Float64Array, slot: Slot, given: { row: number; values: number | readonly number[] }): boolean {
  const { row, values } = given
  const from = slot.offset + row * slot.years
  let changed = false
  for (let t = 0; t < slot.years; t += 1) {
    const value = typeof values === 'number' ? values : (values[Math.min(t, values.length - 1)] as number)
    const old = buffer[from + t] as number
    if (same(old, value)) continue
    buffer[from + t] = value
    changed = true
  }
  return changed
}
