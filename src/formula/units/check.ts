import type { Entry, Expr } from '../entry.ts'
import { functions } from '../functions.ts'
import type { Unit } from '../units.ts'
import { none, parseUnit, same } from '../units.ts'

/** The unit that a tree comes out in. Throws naming the two units that do not meet. */
export function unitOf(expr: Expr): Unit {
  if (expr.kind === 'number') return expr.value === 0 ? 'any' : none
  if (expr.kind === 'ref') return parseUnit(expr.entry.unit)
  return functions[expr.fn]!.unit(...expr.args.map(unitOf))
}

/** Every line whose formula does not come out in its unit: «line [numeral]: why». Lines marked `unsound` must fail. */
export function unitProblems(entries: readonly Entry[]): string[] {
  const problems: string[] = []
  for (const entry of entries) {
    const place = `${entry.id} [${entry.numeral ?? '–'}]`
    try {
      const declared = parseUnit(entry.unit)
      if (entry.type !== 'line') continue
      same(declared, unitOf(entry.formula()))
      if (entry.unsound) problems.push(`${place}: se declara dimensionalmente incorrecta, pero sus unidades cierran`)
    } catch (error) {
      const unsound = entry.type === 'line' && entry.unsound
      if (!unsound) problems.push(`${place}: ${(error as Error).message}`)
    }
  }
  return problems
}
