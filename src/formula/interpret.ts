import type { Domain, Domains } from './domain.ts'
import type { Entry, Expr, Finding, Line, Method, Open } from './entry.ts'
import { freeDimensions } from './entry.ts'
import { functions } from './functions.ts'
import type { Book } from './order.ts'

/** An invariant that we broke: names line, place and year. */
export class Fault extends Error {
  readonly line: string
  readonly at: Readonly<Record<string, string>>
  readonly t: number
  constructor(line: string, place: { at: Readonly<Record<string, string>>; t: number }, message: string) {
    super(`${line}[${Object.values(place.at).join()}] t=${place.t}: ${message}`)
    this.name = 'Fault'
    this.line = line
    this.at = place.at
    this.t = place.t
  }
}

/** Rows of an entry in the buffer: value of row r in year t stands at offset + r · years + t. */
export interface Slot {
  readonly entry: Entry
  readonly domain: Domain
  readonly offset: number
  readonly years: number
}

/** A node of a formula made ready: its value, and the cells it would read (only taken branches). */
export interface Ready {
  readonly value: (row: number, t: number) => number
  readonly reads: (row: number, t: number, see: See) => void
}
export type See = (slot: Slot, row: number, t: number) => void

/** A book over one scenario, evaluated: the numbers, and how to read them. */
export interface Run {
  readonly book: Book
  readonly domains: Domains
  readonly buffer: Float64Array
  readonly slots: ReadonlyMap<Entry, Slot>
  /** A line's formula made ready when it is first asked for: only explanations and open lines need it. */
  readonly ready: { readonly get: (line: Line | Open) => Ready | undefined }
  /** The scenario's own formulas of open lines, by row. */
  readonly opened: ReadonlyMap<Open, readonly (Expr | undefined)[]>
  readonly findings: ReadonlyMap<Method, Finding>
}

/** What formulas are made ready over; its buffer is looked up at every reading, so that runs of one shape can share them. */
export type Ground = Pick<Run, 'book' | 'domains' | 'slots' | 'buffer'>

/** A formula made ready over the rows of its line. */
export const makeReady = (run: Ground, line: Line): Ready =>
  prepare(run, run.book.formulas.get(line) as Expr, { domain: domainOf(run, line), line })

const domainOf = (run: Ground, entry: Entry): Domain => (run.slots.get(entry) as Slot).domain

/** An open line made ready: each row has its own formula, and no value where it has none or cannot be worked out. */
export function makeOpenReady(run: Ground, line: Open, formulas: readonly (Expr | undefined)[]): Ready {
  const domain = domainOf(run, line)
  const rows = formulas.map((f) => (f ? prepare(run, f, { domain, line }) : undefined))
  const attempt = (row: number, t: number): number => {
    try {
      const value = rows[row]?.value(row, t) ?? Number.NaN
      return Number.isFinite(value) ? value : Number.NaN
    } catch {
      return Number.NaN
    }
  }
  return { value: attempt, reads: (row, t, see) => rows[row]?.reads(row, t, see) }
}

interface Here {
  readonly domain: Domain
  readonly line: Line | Open
}

function prepare(run: Ground, expr: Expr, here: Here): Ready {
  if (expr.kind === 'number') return { value: () => expr.value, reads: () => {} }
  if (expr.kind === 'ref') return readCell(run, expr.entry, here)
  const special = specials[expr.fn]
  if (special) return special(run, expr.args, here)
  const args = expr.args.map((a) => prepare(run, a, here))
  const reads: Ready['reads'] = (row, t, see) => {
    for (const arg of args) arg.reads(row, t, see)
  }
  return { value: applied(expr.fn, args), reads }
}

function applied(fn: string, args: readonly Ready[]): Ready['value'] {
  const [a, b] = args.map((x) => x.value) as [Ready['value'], Ready['value']]
  switch (fn) {
    case 'add':
      return (r, t) => a(r, t) + b(r, t)
    case 'subtract':
      return (r, t) => a(r, t) - b(r, t)
    case 'multiply':
      return (r, t) => a(r, t) * b(r, t)
    case 'divide':
      return (r, t) => {
        const divisor = b(r, t)
        if (divisor === 0) throw new Error('división por cero')
        return a(r, t) / divisor
      }
  }
  const number = functions[fn]?.number as (...args: number[]) => number
  return args.length === 2 ? (r, t) => number(a(r, t), b(r, t)) : (r, t) => number(...args.map((x) => x.value(r, t)))
}

function readCell(run: Ground, entry: Entry, here: Here): Ready {
  const slot = run.slots.get(entry) as Slot
  const rows = run.domains.project(here.domain, slot.domain)
  const gap = rows.indexOf(-1)
  if (gap >= 0)
    throw new Fault(here.line.id, { at: run.domains.keyOf(here.domain, gap), t: 0 }, `${entry.id} no tiene esa fila`)
  const { offset, years } = slot
  const base = rows.map((r) => offset + r * years)
  return {
    value:
      years === 1
        ? (row) => run.buffer[base[row] as number] as number
        : (row, t) => run.buffer[(base[row] as number) + t] as number,
    reads: (row, t, see) => see(slot, rows[row] as number, years === 1 ? 0 : t),
  }
}

type Special = (run: Ground, args: readonly Expr[], here: Here) => Ready

/** A function that adds the readings of one argument over some years. */
const overYears =
  (years: (at: { t: number; length: number; n: number }) => readonly [number, number], second = false): Special =>
  (run, args, here) => {
    const x = prepare(run, args[0] as Expr, here)
    const n = second ? prepare(run, args[1] as Expr, here) : undefined
    const entry = (args[0] as Extract<Expr, { kind: 'ref' }>).entry
    const { years: length } = run.slots.get(entry) as Slot
    const span = (row: number, t: number) => years({ t, length, n: n ? n.value(row, t) : 0 })
    return {
      value: (row, t) => {
        const [from, to] = span(row, t)
        let sum = 0
        for (let s = Math.max(0, from); s <= to; s += 1) sum += x.value(row, s)
        return sum
      },
      reads: (row, t, see) => {
        n?.reads(row, t, see)
        const [from, to] = span(row, t)
        for (let s = Math.max(0, from); s <= to; s += 1) x.reads(row, s, see)
      },
    }
  }

const overRows =
  (start: number, join: (sofar: number, value: number) => number): Special =>
  (run, args, here) => {
    const arg = args[0] as Expr
    const extra = [...freeDimensions(arg)].filter((d) => !here.domain.dimensions.includes(d))
    const inner = run.domains.extend(here.domain, extra)
    const x = prepare(run, arg, { ...here, domain: inner.domain })
    const bounds = inner.start
    return {
      value: (row, t) => {
        let sofar = start
        for (let i = bounds[row] as number; i < (bounds[row + 1] as number); i += 1) sofar = join(sofar, x.value(i, t))
        return sofar
      },
      reads: (row, t, see) => {
        for (let i = bounds[row] as number; i < (bounds[row + 1] as number); i += 1) x.reads(i, t, see)
      },
    }
  }

const lagged = (n: number): number => {
  if (!(n >= 1)) throw new Error(`el rezago debe ser de un año o más, no ${n}`)
  return Math.round(n)
}

const specials: Readonly<Record<string, Special>> = {
  prev: overYears(({ t }) => [t - 1, t - 1]),
  lag: overYears(({ t, n }) => [t - lagged(n), t - lagged(n)], true),
  trailing: overYears(({ t, n }) => [t - Math.round(n), t - 1], true),
  at: overYears(({ n, length }) => [Math.min(n, length - 1), Math.min(n, length - 1)], true),
  first: overYears(() => [0, 0]),
  last: overYears(({ length }) => [length - 1, length - 1]),
  cumulative: overYears(({ t }) => [0, t]),
  total: overYears(({ length }) => [0, length - 1]),
  sum: overRows(0, (a, b) => a + b),
  maxOver: overRows(Number.NaN, (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b))),
  pv: (run, args, here) => {
    const [x, factor] = args.map((a) => prepare(run, a, here)) as [Ready, Ready]
    const { years } = run.slots.get((args[0] as Extract<Expr, { kind: 'ref' }>).entry) as Slot
    return {
      value: (row) => {
        let sum = 0
        for (let t = 0; t < years; t += 1) sum += x.value(row, t) * factor.value(row, t)
        return sum
      },
      reads: (row, _t, see) => {
        for (let t = 0; t < years; t += 1) {
          x.reads(row, t, see)
          factor.reads(row, t, see)
        }
      },
    }
  },
  if: (run, args, here) => {
    const [condition, yes, no] = args.map((a) => prepare(run, a, here)) as [Ready, Ready, Ready]
    return {
      value: (row, t) => {
        const c = condition.value(row, t)
        return Number.isNaN(c) ? c : c !== 0 ? yes.value(row, t) : no.value(row, t)
      },
      reads: (row, t, see) => {
        condition.reads(row, t, see)
        const branch = condition.value(row, t) !== 0 ? yes : no
        branch.reads(row, t, see)
      },
    }
  },
  before: (run, args, here) => {
    const { entry } = args[0] as Extract<Expr, { kind: 'ref' }>
    const slot = run.slots.get(entry) as Slot
    const dimension = entry.over.find((d) => d.ordered)
    if (!dimension) throw new Fault(here.line.id, { at: {}, t: 0 }, `${entry.id} no corre sobre una dimensión ordenada`)
    const rows = run.domains.earlier(here.domain, slot.domain, dimension.id)
    const yearOf = (t: number): number => (slot.years === 1 ? 0 : t)
    return {
      value: (row, t) =>
        (rows[row] ?? []).reduce((sum, r) => sum + (run.buffer[slot.offset + r * slot.years + yearOf(t)] as number), 0),
      reads: (row, t, see) => (rows[row] ?? []).forEach((r) => void see(slot, r, yearOf(t))),
    }
  },
}
