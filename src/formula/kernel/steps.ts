import type { Kernel, Span } from '../compile.ts'
import { compileBundle, compileLine } from '../compile.ts'
import type { Expr, Line } from '../entry.ts'
import { spaceFunctions } from '../entry.ts'
import type { Slot } from '../interpret.ts'
import { Fault } from '../interpret.ts'
import type { Book, Group } from '../order.ts'
import type { Bundle } from './bundles.ts'
import { bundlesOf } from './bundles.ts'
import type { Evaluation } from './interpreted.ts'
import { interpretGroup } from './interpreted.ts'
import type { Layout, Tables } from './layout.ts'

/** A call that works out all rows and years of its lines. */
interface Call {
  readonly kernel: Kernel
  readonly tables: Tables
  readonly span: Span
}

/** One of the tasks of a repeated evaluation: a bundle of lines, or a group that is in none. */
type Task = Call | { readonly group: number }

/** A line of a step: its kernel over one layout. */
interface Part {
  readonly kernel: Kernel
  readonly tables: Tables
  readonly years: number
  /** What to work out at each turn: all rows at once, or those of one member of the sequence after another. */
  readonly turns: readonly (readonly Span[])[]
}

/** A group of lines made ready to evaluate over one layout; without parts it is left to the interpreter. */
interface Step {
  readonly group: Group
  /** Set where the group is one line that one call of its kernel works out. */
  readonly only: Call | undefined
  readonly parts: readonly Part[]
  readonly years: number
  readonly turns: number
}

/** The steps of a book over a layout, in order; made when first evaluated and shared by every plan of the shape. */
export class Steps {
  private readonly made: (Step | undefined)[] = []
  private readonly book: Book
  private readonly layout: Layout

  constructor(book: Book, layout: Layout) {
    this.book = book
    this.layout = layout
  }

  /** Evaluates the group with this number in the book's order. Throws Fault naming line, place and year. */
  evaluate(run: Evaluation, number: number): void {
    let step = this.made[number]
    if (!step) {
      step = this.make(this.book.groups[number] as Group)
      this.made[number] = step
    }
    const { only } = step
    if (only && succeeds(run.buffer, only)) return
    if (step.parts.length === 0) interpretGroup(run, step.group)
    else if (!worksOut(run.buffer, step)) nameFault(run, step.group)
  }

  /** Makes ready to evaluate the groups with these numbers, in the book's order, over and over. */
  together(groups: readonly number[]): (run: Evaluation) => void {
    const tasks = bundlesOf(this.book, groups).map((bundle) => this.taskOf(bundle))
    return (run) => {
      if (tasks.every((task) => this.manages(run, task))) return
      // All again in the book's order: the first fault there is the one to name.
      for (const g of groups) this.evaluate(run, g)
    }
  }

  private taskOf({ groups, lines, order }: Bundle): Task {
    if (!order) return { group: groups[0] as number }
    const { kernel, code } = compileBundle(this.book, lines, order)
    const { domain, years } = this.layout.slots.get(lines[0] as Line) as Slot
    const span = { from: 0, to: domain.rows.length, start: 0, end: years }
    return { kernel, tables: this.layout.tablesOf(code, lines), span }
  }

  private manages(run: Evaluation, task: Task): boolean {
    if ('kernel' in task) return succeeds(run.buffer, task)
    try {
      this.evaluate(run, task.group)
      return true
    } catch (error) {
      if (error instanceof Fault) return false
      throw error
    }
  }

  private make(group: Group): Step {
    const { slots, tablesOf } = this.layout
    const lines = group.lines.filter((l) => l.type === 'line')
    if (lines.length < group.lines.length) return { group, only: undefined, parts: [], years: 0, turns: 0 }
    const parts = lines.map((line): Part => {
      const slot = slots.get(line) as Slot
      const compiled = compileLine(this.book, line)
      return {
        kernel: compiled.kernel,
        tables: tablesOf(compiled.code, [line]),
        years: slot.years,
        turns: this.turnsOf(slot, group.sequence?.id),
      }
    })
    const byYear = group.recursive && !readsOnlyItsRow(this.book, lines)
    const [first, ...others] = parts
    const [span, ...spans] = first?.turns.flat() ?? []
    const alone = first && span && others.length === 0 && spans.length === 0 && !byYear
    return {
      group,
      only: alone ? { kernel: first.kernel, tables: first.tables, span } : undefined,
      parts,
      years: byYear ? Math.max(...parts.map((p) => p.years)) : 0,
      turns: group.sequence ? this.layout.domains.members(group.sequence.id).length : 1,
    }
  }

  private turnsOf({ domain, years }: Slot, sequence: string | undefined): readonly (readonly Span[])[] {
    const span = (from: number, to: number): Span => ({ from, to, start: 0, end: years })
    if (sequence === undefined) return [[span(0, domain.rows.length)]]
    const at = domain.dimensions.indexOf(sequence)
    return this.layout.domains
      .members(sequence)
      .map((_, member) => domain.rows.flatMap((row, r) => (row[at] === member ? [span(r, r + 1)] : [])))
  }
}

/** A line alone that reads its own past only in its own row may be worked out row by row, all years at once. */
function readsOnlyItsRow(book: Book, lines: readonly Line[]): boolean {
  const [line] = lines
  const formula = line && book.formulas.get(line)
  if (lines.length !== 1 || !line || !formula) return false
  const safe = (expr: Expr, inSum: boolean): boolean => {
    if (expr.kind === 'ref') return expr.entry !== line || !inSum
    if (expr.kind === 'number') return true
    return expr.args.every((arg) => safe(arg, inSum || spaceFunctions.has(expr.fn)))
  }
  return safe(formula, false)
}

/** Most lines are this: nothing but the call stands between two of them. */
function succeeds(buffer: Float64Array, { kernel, tables, span }: Call): boolean {
  try {
    return kernel(buffer, tables, span)
  } catch {
    return false
  }
}

/** False where a kernel met what the interpreter calls a fault. */
function worksOut(buffer: Float64Array, step: Step): boolean {
  try {
    return step.years === 0 ? worksOutWhole(buffer, step.parts) : worksOutByYear(buffer, step)
  } catch {
    return false
  }
}

function worksOutWhole(buffer: Float64Array, parts: readonly Part[]): boolean {
  for (const { kernel, tables, turns } of parts)
    for (const spans of turns) for (const span of spans) if (!kernel(buffer, tables, span)) return false
  return true
}

function worksOutByYear(buffer: Float64Array, { parts, years, turns }: Step): boolean {
  for (let t = 0; t < years; t += 1)
    for (let turn = 0; turn < turns; turn += 1)
      for (const part of parts) if (t < part.years && !worksOutYear(buffer, part, { t, turn })) return false
  return true
}

function worksOutYear(buffer: Float64Array, { kernel, tables, turns }: Part, at: { t: number; turn: number }): boolean {
  for (const span of turns[at.turn] as readonly Span[]) {
    span.start = at.t
    span.end = at.t + 1
    if (!kernel(buffer, tables, span)) return false
  }
  return true
}

/** The interpreter goes over the group again, because it knows the place and the year. */
function nameFault(run: Evaluation, group: Group): never {
  interpretGroup(run, group)
  throw new Fault(group.lines[0]?.id ?? '', { at: {}, t: 0 }, 'el núcleo y el intérprete no coinciden')
}
