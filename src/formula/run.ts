import type { Space } from './domain.ts'
import { Domains } from './domain.ts'
import type { Entry, Expr, Finding, Given, Input, Line, Method, Open, Parameter } from './entry.ts'
import type { Ready, Run, Slot } from './interpret.ts'
import { Fault, makeOpenReady, makeReady } from './interpret.ts'
import type { Book, Computed } from './order.ts'

/** Where the values of inputs come from: one number for all years, or one a year. */
export type ReadValue = (
  entry: Input | Given | Parameter,
  key: Readonly<Record<string, string>>,
) => number | readonly number[]

export interface Binding {
  readonly space: Space
  /** Years of each axis, the base year included. */
  readonly lengths: Readonly<Record<string, number>>
  readonly read: ReadValue
  /** The scenario's formula of a row of an open line, where it gives one. */
  readonly formulaOf?: (entry: Open, key: Readonly<Record<string, string>>) => Expr | undefined
}

/**
 * Binds a book to a scenario's space and inputs and evaluates every line.
 * @throws Fault naming line, place and year where a value is infinite or a divisor that the schema proves positive is 0.
 */
export function runBook(book: Book, binding: Binding): Run {
  const domains = new Domains(binding.space)
  const slots = new Map<Entry, Slot>()
  let size = 0
  for (const entry of book.entries) {
    const domain = domains.of(entry.over)
    const years = entry.axis === 'once' ? 1 : (binding.lengths[entry.axis] as number)
    slots.set(entry, { entry, domain, offset: size, years })
    size += domain.rows.length * years
  }
  const buffer = new Float64Array(size)
  const findings = new Map<Method, Finding>()
  const ready = new Map<Line | Open, Ready>()
  const opened = new Map<Open, readonly (Expr | undefined)[]>()
  const run: Run = { book, domains, buffer, slots, ready, opened, findings }
  for (const slot of slots.values()) fill(slot, run, binding.read)
  for (const group of book.groups) {
    for (const line of group.lines) {
      if (line.type === 'line') ready.set(line, makeReady(run, line))
      if (line.type !== 'open') continue
      const { domain } = slots.get(line) as Slot
      const formulas = domain.rows.map((_, row) => binding.formulaOf?.(line, domains.keyOf(domain, row)))
      opened.set(line, formulas)
      ready.set(line, makeOpenReady(run, line, formulas))
    }
    if (group.recursive) evaluateByYear(run, group.lines, group.sequence?.id)
    else for (const line of group.lines) evaluateWhole(run, line, findings)
  }
  return run
}

function fill(slot: Slot, run: Run, read: ReadValue): void {
  const { entry } = slot
  if (entry.type === 'constant') run.buffer[slot.offset] = entry.value
  if (entry.type !== 'input' && entry.type !== 'given' && entry.type !== 'parameter') return
  slot.domain.rows.forEach((_, row) => {
    const values = read(entry, run.domains.keyOf(slot.domain, row))
    const from = slot.offset + row * slot.years
    if (typeof values === 'number') run.buffer.fill(values, from, from + slot.years)
    else for (let t = 0; t < slot.years; t += 1) run.buffer[from + t] = values[Math.min(t, values.length - 1)] as number
  })
}

function evaluateWhole(run: Run, line: Computed, findings: Map<Method, Finding>): void {
  const slot = run.slots.get(line) as Slot
  if (line.type === 'method') {
    const finding = line.run(line.of().map((e) => Array.from(seriesOf(run, run.slots.get(e) as Slot, 0))))
    findings.set(line, finding)
    run.buffer[slot.offset] = finding.value ?? Number.NaN
    return
  }
  for (let row = 0; row < slot.domain.rows.length; row += 1)
    for (let t = 0; t < slot.years; t += 1) store(run, slot, row, t)
}

function evaluateByYear(run: Run, lines: readonly Computed[], sequence: string | undefined): void {
  const slots = lines.map((l) => run.slots.get(l) as Slot)
  const years = Math.max(...slots.map((s) => s.years))
  const steps = sequence === undefined ? [undefined] : run.domains.members(sequence).map((_, i) => i)
  for (let t = 0; t < years; t += 1) {
    for (const step of steps) {
      for (const slot of slots) {
        if (t >= slot.years) continue
        const at = sequence === undefined ? -1 : slot.domain.dimensions.indexOf(sequence)
        for (let row = 0; row < slot.domain.rows.length; row += 1) {
          if (step === undefined || slot.domain.rows[row]?.[at] === step) store(run, slot, row, t)
        }
      }
    }
  }
}

function store(run: Run, slot: Slot, row: number, t: number): void {
  try {
    const value = (run.ready.get(slot.entry as Line | Open) as Ready).value(row, t)
    if (value === Infinity || value === -Infinity) throw new Error('el valor no es finito')
    run.buffer[slot.offset + row * slot.years + t] = value
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(slot.entry.id, { at: run.domains.keyOf(slot.domain, row), t }, (error as Error).message)
  }
}

/** The values of one row, in the order of its years; a view, not a copy. */
export const seriesOf = (run: Pick<Run, 'buffer'>, slot: Slot, row: number): Float64Array =>
  run.buffer.subarray(slot.offset + row * slot.years, slot.offset + (row + 1) * slot.years)
