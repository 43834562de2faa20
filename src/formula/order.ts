import type { Dimension, Entry, Expr, Line, Method, Open } from './entry.ts'
import { freeDimensions, references, spaceFunctions } from './entry.ts'

/** How one line reads another: in the same year, in an earlier year, in every year at once, or earlier members of an ordered dimension. */
type Reading = 'same' | 'earlier' | 'whole' | 'before'

interface Edge {
  readonly to: Computed
  readonly reading: Reading
}

export type Computed = Line | Method | Open

/** Lines evaluated together: alone over all its years, or year by year where they read each other's past. */
export interface Group {
  readonly lines: readonly Computed[]
  readonly recursive: boolean
  /** The ordered dimension walked member by member within a year, where lines read earlier members. */
  readonly sequence?: Dimension
}

export interface Book {
  readonly entries: readonly Entry[]
  readonly byId: ReadonlyMap<string, Entry>
  readonly formulas: ReadonlyMap<Line, Expr>
  readonly groups: readonly Group[]
  /** Names of the axes, the longest first; a line may read at its own year only lines of a longer or equal axis. */
  readonly axes: readonly string[]
}

export class BookError extends Error {}

const place = (entry: Entry): string => `${entry.id} [${entry.numeral ?? '–'}]`
const readings: Readonly<Record<string, Reading>> = {
  prev: 'earlier',
  lag: 'earlier',
  trailing: 'earlier',
  at: 'whole',
  first: 'whole',
  last: 'whole',
  total: 'whole',
  pv: 'whole',
  before: 'before',
}

/**
 * Assembles a book: every formula is read, shapes and names are checked, and lines are put in evaluation order.
 * @throws BookError naming line and numeral: repeated id, missing dimension, wrong axis, a cycle within a year.
 */
export function assembleBook(lines: readonly Computed[], axes: readonly string[]): Book {
  const formulas = new Map<Line, Expr>()
  const entries = new Map<string, Entry>()
  const add = (entry: Entry): void => {
    if (entry.type === 'forward') return
    const known = entries.get(entry.id)
    if (known === entry) return
    if (known) throw new BookError(`${place(entry)}: hay dos líneas con el mismo nombre`)
    entries.set(entry.id, entry)
    if (entry.type === 'method' || entry.type === 'open') entry.of().forEach(add)
    if (entry.type !== 'line') return
    const formula = readFormula(entry)
    formulas.set(entry, formula)
    checkShape(entry, formula, axes)
    references(formula).forEach(add)
  }
  lines.forEach(add)
  for (const [line, formula] of formulas) formulas.set(line, withForwards(formula, line, entries))
  const computed = [...entries.values()].filter(isComputed)
  const edges = new Map(computed.map((c) => [c, edgesOf(c, formulas)]))
  return Object.freeze({
    entries: Object.freeze([...entries.values()]),
    byId: entries,
    formulas,
    axes,
    groups: Object.freeze(components(computed, edges).map((c) => groupOf(c, edges))),
  })
}

/** The tree with every forward reference replaced by its line. */
function withForwards(expr: Expr, from: Line, entries: ReadonlyMap<string, Entry>): Expr {
  if (expr.kind === 'number') return expr
  if (expr.kind === 'call')
    return Object.freeze({ ...expr, args: Object.freeze(expr.args.map((a) => withForwards(a, from, entries))) })
  if (expr.entry.type !== 'forward') return expr
  const { id, over, axis, unit } = expr.entry
  const line = entries.get(id)
  const sameShape =
    line &&
    line.axis === axis &&
    line.unit === unit &&
    line.over.map((d) => d.id).join() === over.map((d) => d.id).join()
  if (!sameShape)
    throw new BookError(`${place(from)}: nombra por adelantado ${id}, que no está en el libro con esa forma`)
  return Object.freeze({ kind: 'ref', entry: line })
}

export const isComputed = (e: Entry): e is Computed => e.type === 'line' || e.type === 'method' || e.type === 'open'

function readFormula(entry: Line): Expr {
  try {
    return entry.formula()
  } catch (error) {
    throw new BookError(`${place(entry)}: ${(error as Error).message}`)
  }
}

/** Every reference must have no dimension that its place lacks, and years that its place can see. */
export function checkShape(entry: Line | Open, formula: Expr, axes: readonly string[]): void {
  const visit = (expr: Expr, here: ReadonlySet<string>, axis: string): void => {
    if (expr.kind === 'ref') {
      const lacking = expr.entry.over.filter((d) => !here.has(d.id))
      if (lacking.length) {
        throw new BookError(
          `${place(entry)}: lee ${expr.entry.id}[${expr.entry.over.map((d) => d.id)}] desde [${[...here]}]; falta sumar sobre ${lacking.map((d) => d.id)}`,
        )
      }
      if (expr.entry.axis !== 'once' && axis === 'once') {
        throw new BookError(`${place(entry)}: lee la serie ${expr.entry.id} sin decir de qué año`)
      }
      if (expr.entry.axis !== 'once' && axis !== 'any' && axes.indexOf(expr.entry.axis) > axes.indexOf(axis)) {
        throw new BookError(`${place(entry)}: lee ${expr.entry.id} (${expr.entry.axis}) en sus propios años (${axis})`)
      }
    }
    if (expr.kind !== 'call') return
    const inner = spaceFunctions.has(expr.fn) ? new Set([...here, ...freeDimensions(expr.args[0] as Expr)]) : here
    const reading = readings[expr.fn]
    expr.args.forEach((arg, i) => {
      const [first] = expr.args
      // The factor of a present value is read in every year of what it multiplies.
      const factorOf = expr.fn === 'pv' && i === 1 && first?.kind === 'ref' ? first.entry : undefined
      visit(arg, inner, factorOf?.axis ?? (reading === 'whole' && i === 0 ? 'any' : axis))
    })
  }
  visit(formula, new Set(entry.over.map((d) => d.id)), entry.axis)
}

function edgesOf(entry: Computed, formulas: ReadonlyMap<Line, Expr>): Edge[] {
  const edges: Edge[] = []
  const visit = (expr: Expr, reading: Reading): void => {
    if (expr.kind === 'ref') {
      const to = expr.entry
      if (!isComputed(to)) return
      edges.push({ to, reading: to.axis === 'once' && entry.axis !== 'once' ? 'whole' : reading })
    } else if (expr.kind === 'call') {
      expr.args.forEach((arg, i) => {
        visit(arg, i === 0 || expr.fn === 'pv' ? (readings[expr.fn] ?? reading) : reading)
      })
    }
  }
  if (entry.type === 'line') visit(formulas.get(entry) as Expr, 'same')
  else for (const of of entry.of()) visit({ kind: 'ref', entry: of }, 'whole')
  return edges
}

/** Strongly connected components, each after those it reads (Tarjan 1972). */
function components(nodes: readonly Computed[], edges: ReadonlyMap<Computed, readonly Edge[]>): Computed[][] {
  const index = new Map<Computed, number>()
  const low = new Map<Computed, number>()
  const stack: Computed[] = []
  const onStack = new Set<Computed>()
  const result: Computed[][] = []
  const connect = (node: Computed): void => {
    index.set(node, index.size)
    low.set(node, index.get(node) as number)
    stack.push(node)
    onStack.add(node)
    for (const { to } of edges.get(node) ?? []) {
      if (!index.has(to)) connect(to)
      if (onStack.has(to)) low.set(node, Math.min(low.get(node) as number, low.get(to) as number))
    }
    if (low.get(node) !== index.get(node)) return
    const component: Computed[] = []
    for (let last: Computed | undefined; last !== node; ) {
      last = stack.pop() as Computed
      onStack.delete(last)
      component.push(last)
    }
    result.push(component.reverse())
  }
  for (const node of nodes) if (!index.has(node)) connect(node)
  return result
}

function groupOf(component: readonly Computed[], edges: ReadonlyMap<Computed, readonly Edge[]>): Group {
  const inside = new Set(component)
  const within = (c: Computed): Edge[] => (edges.get(c) ?? []).filter((e) => inside.has(e.to))
  const internal = component.flatMap(within)
  if (internal.length === 0) return { lines: component, recursive: false }
  const whole = component.find((c) => within(c).some((e) => e.reading === 'whole'))
  if (whole)
    throw new BookError(
      `${place(whole)}: necesita todos los años de algo que depende de ella (${component.map((c) => c.id).join(' → ')})`,
    )
  const lines = withinYear(component, within)
  const group = { lines, recursive: true }
  // a line that reads only its own earlier rows needs no walk: rows are evaluated in order
  const readsOthersBefore = component.some((c) => within(c).some((e) => e.reading === 'before' && e.to !== c))
  if (!readsOthersBefore) return group
  const sequence = component.map((c) => c.over.find((d) => d.ordered)).find((d) => d !== undefined)
  if (!sequence || component.some((c) => !c.over.includes(sequence))) {
    throw new BookError(
      `${place(component[0] as Computed)}: lee anteriores en orden, pero su grupo no corre sobre una dimensión ordenada`,
    )
  }
  return { ...group, sequence }
}

/** Order inside one year; a circle of same-year readings is an error. */
function withinYear(component: readonly Computed[], within: (c: Computed) => Edge[]): Computed[] {
  const done = new Set<Computed>()
  const path: Computed[] = []
  const order: Computed[] = []
  const visit = (node: Computed): void => {
    if (done.has(node)) return
    if (path.includes(node)) {
      throw new BookError(
        `${place(node)}: círculo dentro del año: ${[...path.slice(path.indexOf(node)), node].map((n) => n.id).join(' → ')}`,
      )
    }
    path.push(node)
    for (const { to, reading } of within(node)) if (reading === 'same') visit(to)
    path.pop()
    done.add(node)
    order.push(node)
  }
  component.forEach(visit)
  return order
}
