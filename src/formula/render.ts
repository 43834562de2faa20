import type { Entry, Expr } from './entry.ts'
import { functions } from './functions.ts'

/** How a printing names a reference. */
export type Naming = (entry: Entry) => string

const byId: Naming = (entry) => entry.id

const strengthOf = (expr: Expr): number => (expr.kind === 'call' ? (functions[expr.fn]?.infix?.strength ?? 9) : 9)

/** The formula as text, with the fewest brackets; names are ids unless said. */
export function renderText(expr: Expr, name: Naming = byId): string {
  if (expr.kind === 'number') return String(expr.value)
  if (expr.kind === 'ref') return name(expr.entry)
  const { infix } = functions[expr.fn] as (typeof functions)[string]
  const args = expr.args.map((a) => renderText(a, name))
  if (!infix) return `${expr.fn}(${args.join(', ')})`
  const wrapped = args.map((text, i) => (needsBrackets(expr, i) ? `(${text})` : text))
  if (wrapped.length === 1) return `${infix.symbol}${wrapped[0]}`
  return wrapped.join(` ${infix.symbol} `)
}

/** The grammar has no chains of comparisons. */
const comparison = functions.equal?.infix?.strength

/** Weaker inside stronger; and on the right of −, / and ^ also the equally strong. */
function needsBrackets(expr: Extract<Expr, { kind: 'call' }>, position: number): boolean {
  const inner = strengthOf(expr.args[position] as Expr)
  const outer = strengthOf(expr)
  if (inner !== outer) return inner < outer
  if (outer === comparison) return true
  return expr.args.length === 2 && (expr.fn === 'pow' ? position === 0 : position === 1)
}

const texName: Naming = (entry) => `\\mathrm{${entry.id}}`

/** Printed without brackets of their own, these would take in whatever follows them. */
const openEnded = new Set(['sum', 'maxOver', 'before', 'total', 'cumulative', 'trailing', 'pv', 'not', 'known'])
/** Fractions, cases and listed arguments hold their parts apart. */
const selfBracketing = new Set(['divide', 'ratio', 'if', 'min', 'max', 'abs', 'exp', 'ln', 'at', 'lag'])

/** The formula as TeX; a part that could be read into its neighbour stands in brackets. */
export function renderTex(expr: Expr, name: Naming = texName): string {
  if (expr.kind === 'number') return String(expr.value)
  if (expr.kind === 'ref') return name(expr.entry)
  const row = functions[expr.fn] as (typeof functions)[string]
  const args = expr.args.map((a, i) => {
    const text = renderTex(a, name)
    if (a.kind !== 'call' || selfBracketing.has(expr.fn)) return text
    const ambiguous = openEnded.has(a.fn) || (row.infix ? needsBrackets(expr, i) : strengthOf(a) < 9)
    return ambiguous ? `\\left(${text}\\right)` : text
  })
  return row.tex(...args)
}
