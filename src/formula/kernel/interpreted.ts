import type { Expr, Finding, Line, Method, Open } from '../entry.ts'
import type { Ground, Ready, Run, Slot } from '../interpret.ts'
import { Fault, makeOpenReady, makeReady } from '../interpret.ts'
import type { Book, Computed, Group } from '../order.ts'
import type { Layout } from './layout.ts'

/** A run whose cells are still being worked out. */
export interface Evaluation extends Run {
  readonly findings: Map<Method, Finding>
  readonly opened: Map<Open, readonly (Expr | undefined)[]>
}

/** Formulas made ready once for all runs of a layout. */
interface Shared {
  readonly ground: { -readonly [K in keyof Ground]: Ground[K] }
  readonly made: Map<Line, Ready>
}

const shared = new WeakMap<Layout, Shared>()

function sharedOf(book: Book, layout: Layout): Shared {
  const { domains, slots } = layout
  const known = shared.get(layout) ?? { ground: { book, domains, slots, buffer: new Float64Array(0) }, made: new Map() }
  shared.set(layout, known)
  return known
}

/** A formula made ready for one run: whoever reads says first in which buffer. */
function readyIn({ ground, made }: Shared, { buffer }: Run, line: Line): Ready {
  const ready = made.get(line) ?? makeReady(ground, line)
  made.set(line, ready)
  return {
    value: (row, t) => {
      ground.buffer = buffer
      return ready.value(row, t)
    },
    reads: (row, t, see) => {
      ground.buffer = buffer
      ready.reads(row, t, (slot, otherRow, otherT) => {
        see(slot, otherRow, otherT)
        ground.buffer = buffer
      })
    },
  }
}

/** A run without values; lines are made ready for the interpreter when they are first asked for. */
export function emptyRun(book: Book, layout: Layout): Evaluation {
  const { domains, slots, size } = layout
  const made = new Map<Line, Ready>()
  const madeOpen = new Map<readonly (Expr | undefined)[], Ready>()
  const opened = new Map<Open, readonly (Expr | undefined)[]>()
  const openReady = (line: Open): Ready | undefined => {
    const formulas = opened.get(line)
    const ready = formulas && (madeOpen.get(formulas) ?? makeOpenReady(run, line, formulas))
    if (formulas && ready) madeOpen.set(formulas, ready)
    return ready
  }
  const ready = {
    get: (line: Line | Open): Ready | undefined => {
      if (line.type === 'open') return openReady(line)
      let known = made.get(line)
      if (!known && slots.has(line)) {
        known = readyIn(sharedOf(book, layout), run, line)
        made.set(line, known)
      }
      return known
    },
  }
  const buffer = new Float64Array(size).fill(Number.NaN)
  const run: Evaluation = { book, domains, slots, buffer, ready, opened, findings: new Map() }
  return run
}

/** Evaluates a group of lines with the interpreter. Throws Fault naming line, place and year. */
export function interpretGroup(run: Evaluation, group: Group): void {
  if (group.recursive) interpretByYear(run, group.lines, group.sequence?.id)
  else for (const line of group.lines) interpretWhole(run, line)
}

function interpretWhole(run: Evaluation, line: Computed): void {
  const slot = run.slots.get(line) as Slot
  if (line.type === 'method') {
    const finding = line.run(line.of().map((e) => firstRow(run, run.slots.get(e) as Slot)))
    run.findings.set(line, finding)
    run.buffer[slot.offset] = finding.value ?? Number.NaN
    return
  }
  const ready = run.ready.get(line) as Ready
  for (let row = 0; row < slot.domain.rows.length; row += 1)
    for (let t = 0; t < slot.years; t += 1) store(run, { slot, ready, row }, t)
}

function firstRow({ buffer }: Run, { offset, years }: Slot): number[] {
  const row: number[] = []
  for (let t = 0; t < years; t += 1) row.push(buffer[offset + t] as number)
  return row
}

function interpretByYear(run: Run, lines: readonly Computed[], sequence: string | undefined): void {
  const slots = lines.map((l) => run.slots.get(l) as Slot)
  const years = Math.max(...slots.map((s) => s.years))
  const steps = sequence === undefined ? [undefined] : run.domains.members(sequence).map((_, i) => i)
  for (let t = 0; t < years; t += 1) {
    for (const step of steps) {
      for (const slot of slots) {
        if (t >= slot.years) continue
        const ready = run.ready.get(slot.entry as Line | Open) as Ready
        const at = sequence === undefined ? -1 : slot.domain.dimensions.indexOf(sequence)
        for (let row = 0; row < slot.domain.rows.length; row += 1) {
          if (step === undefined || slot.domain.rows[row]?.[at] === step) store(run, { slot, ready, row }, t)
        }
      }
    }
  }
}

function store(run: Run, { slot, ready, row }: { slot: Slot; ready: Ready; row: number }, t: number): void {
  try {
    const value = ready.value(row, t)
    if (value === Infinity || value === -Infinity) throw new Error('el valor no es finito')
    run.buffer[slot.offset + row * slot.years + t] = value
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(slot.entry.id, { at: run.domains.keyOf(slot.domain, row), t }, (error as Error).message)
  }
}
