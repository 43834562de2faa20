import type { Order } from '../compile.ts'
import type { Entry, Expr, Line } from '../entry.ts'
import { spaceFunctions } from '../entry.ts'
import type { Book, Group } from '../order.ts'
import { reachOf } from './reach.ts'

/** Groups of a book that are worked out together, by their numbers; without an order, a group that no bundle takes. */
export interface Bundle {
  readonly groups: readonly number[]
  readonly lines: readonly Line[]
  readonly order: Order | undefined
}

/** So many lines at most join in one function: longer ones take the engine too long to optimize. */
const longest = 16

/** Puts groups (in the book's order) together where their lines run over the same rows and years and read each other there alone. */
export function bundlesOf(book: Book, groups: readonly number[]): Bundle[] {
  const { sources } = reachOf(book)
  const waiting = new Set(groups)
  const ready = (g: number, taken: readonly number[]) =>
    (sources[g] as readonly number[]).every((s) => !waiting.has(s) || taken.includes(s))
  const bundles: Bundle[] = []
  for (const first of groups) {
    if (!waiting.has(first)) continue
    const start = alone(book, first)
    let { lines } = start
    const taken = [first]
    if (start.order === 'rows') {
      for (const g of waiting) {
        if (g <= first || !ready(g, taken)) continue
        const more = joined(book, lines, g)
        if (!more) continue
        lines = more
        taken.push(g)
      }
    }
    for (const g of taken) waiting.delete(g)
    bundles.push({ ...start, groups: taken, lines })
  }
  return bundles
}

function alone(book: Book, number: number): Bundle {
  const group = book.groups[number] as Group
  const lines = linesOf(group)
  const [first] = lines
  const sameYears = lines.every((line) => line.axis === first?.axis)
  if (!first || group.sequence || lines.length < group.lines.length || !sameYears)
    return { groups: [number], lines: [], order: undefined }
  if (lines.every((line) => shapeOf(line) === shapeOf(first)) && readInRow(book, lines, lines))
    return { groups: [number], lines, order: 'rows' }
  const byYear = lines.every((line) => readsNoLaterYear(formulaOf(book, line), lines))
  return { groups: [number], lines, order: byYear ? 'years' : undefined }
}

/** The lines of a bundle and those of one more group, where it may join. */
function joined(book: Book, lines: readonly Line[], number: number): readonly Line[] | undefined {
  const { lines: more, order } = alone(book, number)
  const [first] = lines as [Line]
  if (order !== 'rows' || lines.length + more.length > longest) return undefined
  const all = [...lines, ...more]
  return shapeOf(more[0] as Line) === shapeOf(first) && readInRow(book, more, all) ? all : undefined
}

const linesOf = (group: Group): Line[] => group.lines.filter((l) => l.type === 'line')
const formulaOf = (book: Book, line: Line): Expr => book.formulas.get(line) as Expr
const shapeOf = ({ over, axis }: Line): string => [axis, ...over.map((d) => d.id)].join()

const readInRow = (book: Book, readers: readonly Line[], lines: readonly Line[]): boolean =>
  readers.every((line) => readsOwnRow(formulaOf(book, line), lines))

const elsewhen = new Set(['at', 'first', 'last', 'total', 'pv'])

/** Whether a formula reads of these lines nothing but its own row, in its own year and earlier ones. */
function readsOwnRow(expr: Expr, lines: readonly Entry[]): boolean {
  if (expr.kind !== 'call') return expr.kind === 'number' || expr.entry.axis !== 'once' || !lines.includes(expr.entry)
  const elsewhere = spaceFunctions.has(expr.fn) || expr.fn === 'before' || elsewhen.has(expr.fn)
  return elsewhere ? readsNone(expr, lines) : expr.args.every((arg) => readsOwnRow(arg, lines))
}

/** Whether a formula reads of these lines, in whatever row, no year later than its own. */
function readsNoLaterYear(expr: Expr, lines: readonly Entry[]): boolean {
  if (expr.kind !== 'call') return expr.kind === 'number' || expr.entry.axis !== 'once' || !lines.includes(expr.entry)
  return elsewhen.has(expr.fn) ? readsNone(expr, lines) : expr.args.every((arg) => readsNoLaterYear(arg, lines))
}

const readsNone = (expr: Expr, lines: readonly Entry[]): boolean =>
  expr.kind === 'call'
    ? expr.args.every((arg) => readsNone(arg, lines))
    : expr.kind === 'number' || !lines.includes(expr.entry)
