import type { Expr } from '../../../formula/entry.ts'
import { references } from '../../../formula/entry.ts'
import { functions } from '../../../formula/functions.ts'

/** What a formula read at one cell. */
export interface Lookup {
  /** The value of an entry read at one cell; undefined where it was not read, or at several. */
  readonly value: (id: string) => number | undefined
  readonly wasRead: (id: string) => boolean
}

const nothing: Expr = { kind: 'number', value: 0 }
const unitConstant = 'oneYear'

/**
 * The part of a formula that ruled at one cell: of each `if` whose condition can be told, the branch that was taken,
 * without «+ 0» and without factors of one year, which only carry the unit.
 */
export function reduce(expr: Expr, read: Lookup): Expr {
  if (expr.kind !== 'call') return expr
  const [a, b, c] = expr.args
  if (expr.fn === 'if' && a && b && c) {
    const condition = truthOf(a, read)
    if (condition !== undefined) return reduce(condition ? b : c, read)
  }
  if ((expr.fn === 'multiply' || expr.fn === 'divide') && a && b && isYear(b)) return reduce(a, read)
  if (expr.fn === 'multiply' && a && b && isYear(a)) return reduce(b, read)
  // A sum that read nothing has no rows.
  if (expr.fn === 'sum' && !references(expr).some((entry) => read.wasRead(entry.id))) return nothing
  return withoutZero({ ...expr, args: expr.args.map((arg) => reduce(arg, read)) })
}

/** A branch that was not taken often leaves «+ 0». */
function withoutZero(expr: Extract<Expr, { kind: 'call' }>): Expr {
  const [a, b] = expr.args
  const isZero = (x: Expr | undefined): boolean => x?.kind === 'number' && x.value === 0
  if (a && (expr.fn === 'add' || expr.fn === 'subtract') && isZero(b)) return a
  return b && expr.fn === 'add' && isZero(a) ? b : expr
}

const isYear = (expr: Expr): boolean => expr.kind === 'ref' && expr.entry.id === unitConstant

function truthOf(expr: Expr, read: Lookup): boolean | undefined {
  const number = numberOf(expr, read)
  return number === undefined ? undefined : number !== 0
}

/** The number that a condition comes to; undefined where it needs what was not read, or other years and rows. */
function numberOf(expr: Expr, read: Lookup): number | undefined {
  if (expr.kind === 'number') return expr.value
  if (expr.kind === 'ref') return read.value(expr.entry.id)
  const args = expr.args.map((arg) => numberOf(arg, read))
  // What decides alone decides, though the other side was not read.
  if (expr.fn === 'and' && args.some((x) => x === 0)) return 0
  if (expr.fn === 'or' && args.some((x) => x !== undefined && x !== 0)) return 1
  const known = args.filter((x) => x !== undefined)
  return known.length === args.length ? functions[expr.fn]?.number?.(...known) : undefined
}
