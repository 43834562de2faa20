import type { Entry, Expr, Line, Open } from './entry.ts'
import type { Run, Slot } from './interpret.ts'
import type { Computed } from './order.ts'
import { renderTex, renderText } from './render.ts'

/** One cell that a figure was made from. */
export interface Operand {
  readonly entry: Entry
  readonly at: Readonly<Record<string, string>>
  readonly t: number
  readonly value: number
}

/** A figure and how it was made; operands of inputs, laws and constants end the trace. */
export interface Explanation {
  readonly entry: Computed
  readonly at: Readonly<Record<string, string>>
  readonly t: number
  readonly value: number
  readonly formula?: { readonly text: string; readonly tex: string; readonly withNumbers: string }
  readonly because?: { readonly es: string; readonly en: string }
  readonly operands: readonly Operand[]
}

/**
 * Walks a formula again over the finished numbers: nothing was recorded while it ran.
 * @throws RangeError where the line has no such row or year.
 */
export function explain(
  run: Run,
  entry: Computed,
  place: { at: Readonly<Record<string, string>>; t: number },
): Explanation {
  const slot = run.slots.get(entry) as Slot
  const row = run.domains.rowOf(slot.domain, place.at)
  const t = slot.years === 1 ? 0 : place.t
  if (row < 0 || t < 0 || t >= slot.years) throw new RangeError(`${entry.id} no tiene esa fila o ese año`)
  const value = run.buffer[slot.offset + row * slot.years + t] as number
  const base = { entry, at: run.domains.keyOf(slot.domain, row), t, value }
  if (entry.type === 'method') {
    const operands = entry.of().flatMap((e) => {
      const of = run.slots.get(e) as Slot
      return Array.from({ length: of.years }, (_, s) => operandAt(run, of, { row: 0, t: s }))
    })
    return { ...base, because: run.findings.get(entry)?.because ?? { es: '', en: '' }, operands }
  }
  const expr = formulaAt(run, entry, row)
  const list = operandsOf(run, entry, { row, t })
  if (!expr) return { ...base, operands: list }
  return {
    ...base,
    operands: list,
    formula: { text: renderText(expr), tex: renderTex(expr), withNumbers: withNumbers(expr, list) },
  }
}

/** The formula of a row: the book's, or of an open line the scenario's own where it gives one. */
export const formulaAt = (run: Run, entry: Line | Open, row: number): Expr | undefined =>
  entry.type === 'line' ? run.book.formulas.get(entry) : run.opened.get(entry)?.[row]

/** The cells that a line's cell was made from, each once, in the order of reading. */
export function operandsOf(run: Run, entry: Line | Open, { row, t }: { row: number; t: number }): Operand[] {
  const operands = new Map<number, Operand>()
  run.ready.get(entry)?.reads(row, t, (of, ofRow, ofT) => {
    const cell = of.offset + ofRow * of.years + ofT
    if (!operands.has(cell)) operands.set(cell, operandAt(run, of, { row: ofRow, t: ofT }))
  })
  return [...operands.values()]
}

function operandAt(run: Run, slot: Slot, cell: { row: number; t: number }): Operand {
  const value = run.buffer[slot.offset + cell.row * slot.years + cell.t] as number
  return { entry: slot.entry, at: run.domains.keyOf(slot.domain, cell.row), t: cell.t, value }
}

/** The formula with its operands' numbers put in; an entry read at several cells shows how many. */
function withNumbers(expr: Expr, operands: readonly Operand[]): string {
  const cells = new Map<Entry, Operand[]>()
  for (const o of operands) cells.set(o.entry, [...(cells.get(o.entry) ?? []), o])
  return renderText(expr, (entry) => {
    const read = cells.get(entry) ?? []
    const [only] = read
    if (only && read.length === 1) return Number.isNaN(only.value) ? '∅' : String(only.value)
    return read.length === 0 ? entry.id : `${entry.id}{${read.length}}`
  })
}
