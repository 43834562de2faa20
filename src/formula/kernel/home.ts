import type { Expr } from '../entry.ts'
import { freeDimensions, references, spaceFunctions, timeFunctions } from '../entry.ts'
import type { Block, Place } from './block.ts'
import { innerOf, placeFor } from './block.ts'
import { operators } from './operators.ts'

/** The outermost block in which all that a tree reads is known; `inside`, where it may not be worked out elsewhere. */
export function homeOf(expr: Expr, place: Place, inside: Block): Block {
  if (expr.kind === 'number') return rootOf(inside)
  if (expr.kind === 'ref') {
    if (expr.entry.type === 'constant') return rootOf(inside)
    const { row } = placeFor(expr.entry, place)
    return expr.entry.axis === 'once' ? row.block : innerOf(row.block, place.year.block)
  }
  if (spaceFunctions.has(expr.fn)) {
    const [arg] = expr.args as [Expr]
    const loops = [...freeDimensions(arg)].some((d) => !place.dimensions.includes(d))
    if (!loops) return homeOf(arg, place, inside)
    if (!isCalm(arg)) return inside
    return dependsOnYear(arg) ? innerOf(place.row.block, place.year.block) : place.row.block
  }
  if (!isCalm(expr)) return inside
  return expr.args.map((arg) => homeOf(arg, place, inside)).reduce(innerOf, rootOf(inside))
}

/** Whether what a sum adds has to do with the year but with no dimension of the rows around it. */
export function isApart(arg: Expr, { dimensions, outer, row, year }: Place): boolean {
  const strange = references(arg).every((entry) => !entry.over.some((d) => dimensions.includes(d.id)))
  const rowByRow = dimensions.length > 0 && !outer && row.block.loops < year.block.loops
  return rowByRow && strange && dependsOnYear(arg) && isCalm(arg)
}

const rootOf = (block: Block): Block => (block.outer ? rootOf(block.outer) : block)

/** What can raise nothing may be worked out where the interpreter would not; nor does it read other years. */
function isCalm(expr: Expr): boolean {
  if (expr.kind !== 'call') return true
  const [, divisor] = expr.args
  const safe =
    expr.fn === 'divide'
      ? divisor?.kind === 'number' && divisor.value !== 0
      : operators[expr.fn] !== undefined || ['if', 'ratio'].includes(expr.fn) || spaceFunctions.has(expr.fn)
  return safe && !timeFunctions.has(expr.fn) && expr.args.every(isCalm)
}

const dependsOnYear = (expr: Expr): boolean =>
  expr.kind === 'ref'
    ? expr.entry.axis !== 'once' && expr.entry.type !== 'constant'
    : expr.kind === 'call' && expr.args.some(dependsOnYear)
