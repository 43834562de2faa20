import type { Domain } from './domain.ts'
import type { Entry, Expr, Line } from './entry.ts'
import { freeDimensions } from './entry.ts'
import { functions } from './functions.ts'
import type { Run, Slot } from './interpret.ts'

/** Where cells stand in a workbook: one cell, one row over all its years, and the row that holds the years' indices. */
export interface Cells {
  /** A cell; t = −1 is the empty opening column, so that `prev` is always the cell on the left. */
  readonly cell: (entry: Entry, row: number, t: number) => string
  /** The years `from..to` of a row. */
  readonly span: (entry: Entry, row: number, years: { from: number; to: number }) => string
  /** The cell with the index of year t, and the row of all indices of an axis as long as `length`. */
  readonly year: (t: number) => string
  readonly years: (length: number) => string
}

interface Place {
  readonly domain: Domain
  readonly row: number
  readonly t: number
}

/** Excel takes at most 255 arguments. */
const mostArguments = 255

/** The formula of one bound cell for a spreadsheet, every operator in brackets (Excel binds a sign tighter than a power). */
export function renderExcel(run: Run, line: Line, cell: { row: number; t: number }, cells: Cells): string {
  const { domain } = run.slots.get(line) as Slot
  return new ExcelWriter(run, cells).write(run.book.formulas.get(line) as Expr, { domain, ...cell })
}

type CallExpr = Extract<Expr, { kind: 'call' }>

class ExcelWriter {
  private readonly run: Run
  private readonly cells: Cells

  constructor(run: Run, cells: Cells) {
    this.run = run
    this.cells = cells
  }

  write(expr: Expr, at: Place): string {
    if (expr.kind === 'number') return String(expr.value)
    if (expr.kind === 'ref') {
      const { entry, row, length } = this.target(expr, at)
      return this.cells.cell(entry, row, length === 1 ? 0 : at.t)
    }
    const special = this.overRows(expr, at) ?? this.overYears(expr, at)
    if (special !== undefined) return special
    return (functions[expr.fn] as (typeof functions)[string]).excel(...expr.args.map((a) => this.write(a, at)))
  }

  private target(expr: Expr, at: Place): { entry: Entry; row: number; length: number } {
    const { entry } = expr as Extract<Expr, { kind: 'ref' }>
    const slot = this.run.slots.get(entry) as Slot
    return { entry, row: this.run.domains.project(at.domain, slot.domain)[at.row] as number, length: slot.years }
  }

  private overRows({ fn, args }: CallExpr, at: Place): string | undefined {
    const arg = args[0] as Expr
    if (fn === 'before') {
      const { entry } = arg as Extract<Expr, { kind: 'ref' }>
      const dimension = entry.over.find((d) => d.ordered)?.id ?? ''
      const earlier =
        this.run.domains.earlier(at.domain, (this.run.slots.get(entry) as Slot).domain, dimension)[at.row] ?? []
      return joined(
        'SUM',
        earlier.map((row) => this.cells.cell(entry, row, at.t)),
      )
    }
    if (fn !== 'sum' && fn !== 'maxOver') return undefined
    const extra = [...freeDimensions(arg)].filter((d) => !at.domain.dimensions.includes(d))
    const { domain, start } = this.run.domains.extend(at.domain, extra)
    const rows = Array.from(
      { length: (start[at.row + 1] as number) - (start[at.row] as number) },
      (_, i) => (start[at.row] as number) + i,
    )
    return joined(
      fn === 'sum' ? 'SUM' : 'MAX',
      rows.map((row) => this.write(arg, { domain, row, t: at.t })),
    )
  }

  private overYears({ fn, args }: CallExpr, at: Place): string | undefined {
    const [x, second] = args as [Expr, Expr]
    if (x?.kind !== 'ref') return undefined
    const { entry, row, length } = this.target(x, at)
    const whole = () => this.cells.span(entry, row, { from: 0, to: length - 1 })
    const n = () => this.write(second, at)
    const now = this.cells.year(at.t)
    switch (fn) {
      case 'prev':
        return this.cells.cell(entry, row, at.t - 1)
      case 'first':
        return this.cells.cell(entry, row, 0)
      case 'last':
        return this.cells.cell(entry, row, length - 1)
      case 'lag':
        return `IF((${now}-${n()})<0,0,INDEX(${whole()},(${now}-${n()})+1))`
      case 'at':
        return `INDEX(${whole()},MIN(${n()},${length - 1})+1)`
      case 'trailing':
        return `SUMIFS(${whole()},${this.cells.years(length)},">="&(${now}-${n()}),${this.cells.years(length)},"<"&${now})`
      case 'cumulative':
        return `SUM(${this.cells.span(entry, row, { from: 0, to: at.t })})`
      case 'total':
        return `SUM(${whole()})`
      case 'pv': {
        const factor = this.target(second, at)
        return `SUMPRODUCT(${whole()},${this.cells.span(factor.entry, factor.row, { from: 0, to: length - 1 })})`
      }
      default:
        return undefined
    }
  }
}

/** A call over any number of terms, nested where they are more than Excel takes; nothing to add is 0, nothing to compare is empty. */
function joined(name: 'SUM' | 'MAX', terms: readonly string[]): string {
  if (terms.length === 0) return name === 'SUM' ? '0' : '""'
  if (terms.length <= mostArguments) return `${name}(${terms.join(',')})`
  const groups = Array.from({ length: Math.ceil(terms.length / mostArguments) }, (_, i) =>
    joined(name, terms.slice(i * mostArguments, (i + 1) * mostArguments)),
  )
  return joined(name, groups)
}
