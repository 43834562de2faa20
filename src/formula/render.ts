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

/** Weaker inside stronger; and on the right of −, / and ^ also the equally strong. */
function needsBrackets(expr: Extract<Expr, { kind: 'call' }>, position: number): boolean {
  const inner = strengthOf(expr.args[position] as Expr)
  const outer = strengthOf(expr)
  if (inner !== outer) return inner < outer
  return expr.args.length === 2 && (expr.fn === 'pow' ? position === 0 : position === 1)
}

const texName: Naming = (entry) => `\\mathrm{${entry.id}}`

/** The formula as TeX. */
export function renderTex(expr: Expr, name: Naming = texName): string {
  if (expr.kind === 'number') return String(expr.value)
  if (expr.kind === 'ref') return name(expr.entry)
  const row = functions[expr.fn] as (typeof functions)[string]
  const selfBracketing = expr.fn === 'divide' || expr.fn === 'ratio'
  const args = expr.args.map((a, i) => {
    const text = renderTex(a, name)
    const open = a.kind === 'call' && row.infix && !selfBracketing && needsBrackets(expr, i)
    const summed = expr.fn === 'sum' && a.kind === 'call' && strengthOf(a) === 4
    return open || summed ? `\\left(${text}\\right)` : text
  })
  return row.tex(...args)
}
