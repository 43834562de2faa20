import type { Domain } from './domain.ts'
import type { Entry, Expr, Line, Open } from './entry.ts'
import { freeDimensions } from './entry.ts'
import { functions } from './functions.ts'
import type { Run, Slot } from './interpret.ts'

/** Which cell of a row is meant: that of the formula's own year, that of the year before, or always the same one. */
export type Reach = 'now' | 'before' | 'fixed'

/** Where cells stand in a workbook: one cell, one row over all its years, and the row that holds the years' indices. */
export interface Cells {
  /** A cell; t = −1 is the empty opening column, so that `prev` is always the cell on the left. */
  readonly cell: (entry: Entry, row: number, at: { t: number; reach: Reach }) => string
  /** The years `from..to` of a row; `now` where `to` is the formula's own year. */
  readonly span: (entry: Entry, row: number, years: { from: number; to: number; reach: Reach }) => string
  /** The same year of several rows that follow one another; undefined where they cannot be written as a block. */
  readonly block?: (entry: Entry, rows: { first: number; last: number }, at: { t: number; reach: Reach }) => string
  /** The cell with the index of year t, and the row of all indices of an axis as long as `length`. */
  readonly year: (t: number) => string
  readonly years: (length: number) => string
  /** Whether an entry may have no value in some cell: such a cell holds a text. */
  readonly mayLack?: (entry: Entry) => boolean
}

interface Place {
  readonly domain: Domain
  readonly row: number
  readonly t: number
}

/** Excel takes at most 255 arguments. */
const mostArguments = 255
const arithmetic = new Set(['add', 'subtract', 'multiply', 'divide', 'pow', 'unaryMinus', 'ratio'])
/** What has no value is neither more nor less than anything: functions that count it as such, and not as an error. */
const logical = new Set(['and', 'or', 'not'])

/** What is told differently to a spreadsheet than to a reader: no value is an error inside a formula, and empty outside. */
const strict: Readonly<Record<string, (...args: string[]) => string>> = {
  ratio: (a, b) => `(${a}/${b})`,
  missing: () => 'NA()',
}

/** The formula of one bound cell for a spreadsheet, every operator in brackets (Excel binds a sign tighter than a power). */
export function renderExcel(run: Run, line: Line | Open, cell: { row: number; t: number }, cells: Cells): string {
  const { domain } = run.slots.get(line) as Slot
  const formula = line.type === 'line' ? run.book.formulas.get(line) : run.opened.get(line)?.[cell.row]
  if (formula === undefined) return '""'
  const text = new ExcelWriter(run, cells).write(formula, { domain, ...cell })
  return cells.mayLack?.(line) ? `IFERROR(${text},"")` : text
}

/** Entries that may lack a value in a run: inputs that do, and the lines that divide by them or by what may be zero. */
export function lackingEntries(run: Run): ReadonlySet<Entry> {
  const found = new Set<Entry>()
  for (const [entry, { domain, offset, years }] of run.slots) {
    if (entry.type === 'method' || entry.type === 'open') found.add(entry)
    else if (
      entry.type !== 'line' &&
      run.buffer.subarray(offset, offset + domain.rows.length * years).some(Number.isNaN)
    )
      found.add(entry)
  }
  const lines = [...run.book.formulas].filter(([line]) => run.slots.has(line))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const [line, formula] of lines) {
      if (found.has(line) || !lacks(formula, found)) continue
      found.add(line)
    }
  }
  return found
}

function lacks(expr: Expr, found: ReadonlySet<Entry>): boolean {
  if (expr.kind === 'number') return false
  if (expr.kind === 'ref') return found.has(expr.entry)
  if (expr.fn === 'ratio' || expr.fn === 'missing' || expr.fn === 'maxOver') return true
  if (expr.fn === 'known' || logical.has(expr.fn)) return false
  return expr.args.some((a) => lacks(a, found))
}

type CallExpr = Extract<Expr, { kind: 'call' }>

class ExcelWriter {
  private readonly run: Run
  private readonly cells: Cells

  constructor(run: Run, cells: Cells) {
    this.run = run
    this.cells = cells
  }

  /** `inArithmetic`: an operator around it already refuses a text. */
  write(expr: Expr, at: Place, inArithmetic = false): string {
    if (expr.kind === 'number') return String(expr.value)
    if (expr.kind === 'ref') {
      const { entry, row, length } = this.target(expr, at)
      const reach = length === 1 ? { t: 0, reach: 'fixed' as const } : { t: at.t, reach: 'now' as const }
      return this.known(this.cells.cell(entry, row, reach), entry, inArithmetic)
    }
    const special = this.overRows(expr, at) ?? this.overYears(expr, at)
    if (special !== undefined) return special
    if (expr.fn === 'known' && expr.args[0]?.kind === 'ref')
      return `IF(ISNUMBER(${this.write(expr.args[0], at, true)}),1,0)`
    const args = expr.args.map((a) => this.operand(expr.fn, a, at))
    return (strict[expr.fn] ?? (functions[expr.fn] as (typeof functions)[string]).excel)(...args)
  }

  private operand(fn: string, arg: Expr, at: Place): string {
    const text = this.write(arg, at, arithmetic.has(fn))
    return logical.has(fn) && this.lacks(arg) ? `IFERROR(${text},1)` : text
  }

  private lacks(expr: Expr): boolean {
    if (expr.kind === 'number') return false
    if (expr.kind === 'ref') return this.cells.mayLack?.(expr.entry) === true
    if (expr.fn === 'ratio' || expr.fn === 'missing' || expr.fn === 'maxOver') return true
    if (expr.fn === 'known' || logical.has(expr.fn)) return false
    return expr.args.some((a) => this.lacks(a))
  }

  /** A text where a number is asked must be an error, or comparisons and sums would pass over it. */
  private known(text: string, entry: Entry, inArithmetic: boolean): string {
    return !inArithmetic && this.cells.mayLack?.(entry) ? `(${text}+0)` : text
  }

  private target(expr: Expr, at: Place): { entry: Entry; row: number; length: number } {
    const { entry } = expr as Extract<Expr, { kind: 'ref' }>
    const slot = this.run.slots.get(entry) as Slot
    return { entry, row: this.run.domains.project(at.domain, slot.domain)[at.row] as number, length: slot.years }
  }

  private overRows({ fn, args }: CallExpr, at: Place): string | undefined {
    const arg = args[0] as Expr
    if (fn === 'before') return this.earlier(arg, at)
    if (fn !== 'sum' && fn !== 'maxOver') return undefined
    const extra = [...freeDimensions(arg)].filter((d) => !at.domain.dimensions.includes(d))
    const { domain, start } = this.run.domains.extend(at.domain, extra)
    const rows = Array.from(
      { length: (start[at.row + 1] as number) - (start[at.row] as number) },
      (_, i) => (start[at.row] as number) + i,
    )
    const places = rows.map((row) => ({ domain, row, t: at.t }))
    if (fn === 'maxOver') return this.greatest(arg, places)
    return (
      this.block(arg, places) ??
      joined(
        'SUM',
        places.map((place) => this.write(arg, place)),
      )
    )
  }

  private earlier(arg: Expr, at: Place): string {
    const { entry } = arg as Extract<Expr, { kind: 'ref' }>
    const slot = this.run.slots.get(entry) as Slot
    const dimension = entry.over.find((d) => d.ordered)?.id ?? ''
    const rows = this.run.domains.earlier(at.domain, slot.domain, dimension)[at.row] ?? []
    const reach = slot.years === 1 ? { t: 0, reach: 'fixed' as const } : { t: at.t, reach: 'now' as const }
    return joined(
      'SUM',
      rows.map((row) => this.known(this.cells.cell(entry, row, reach), entry, false)),
    )
  }

  /** Members without a value are passed over; where none has one there is no greatest. */
  private greatest(arg: Expr, places: readonly Place[]): string {
    if (places.length === 0) return 'NA()'
    if (!this.lacks(arg))
      return joined(
        'MAX',
        places.map((place) => this.write(arg, place)),
      )
    const none = '-9E+300'
    const terms = places.map((place) => `IFERROR(${this.write(arg, place)},${none})`)
    const most = joined('MAX', terms)
    return `IF(${most}=${none},NA(),${most})`
  }

  /** Rows that follow one another in the sheet are summed as one block. */
  private block(arg: Expr, places: readonly Place[]): string | undefined {
    if (arg.kind !== 'ref' || places.length < 3 || this.cells.block === undefined || this.lacks(arg)) return undefined
    const targets = places.map((place) => this.target(arg, place))
    const [first] = targets as [(typeof targets)[number], ...typeof targets]
    if (!targets.every(({ row }, i) => row === first.row + i)) return undefined
    const t = places[0]?.t ?? 0
    const reach = first.length === 1 ? { t: 0, reach: 'fixed' as const } : { t, reach: 'now' as const }
    return `SUM(${this.cells.block(first.entry, { first: first.row, last: first.row + targets.length - 1 }, reach)})`
  }

  private overYears({ fn, args }: CallExpr, at: Place): string | undefined {
    const [x, second] = args as [Expr, Expr]
    if (x?.kind !== 'ref') return undefined
    const { entry, row, length } = this.target(x, at)
    const lacking = this.cells.mayLack?.(entry) === true
    const whole = () => this.cells.span(entry, row, { from: 0, to: length - 1, reach: 'fixed' })
    const one = (t: number, reach: Reach) => this.known(this.cells.cell(entry, row, { t, reach }), entry, false)
    const added = (span: string) => (lacking ? `SUMPRODUCT(${span}+0)` : `SUM(${span})`)
    const some = (text: string) => (lacking ? `(${text}+0)` : text)
    const n = () => this.write(second, at)
    const now = this.cells.year(at.t)
    switch (fn) {
      case 'prev':
        return one(at.t - 1, 'before')
      case 'first':
        return one(0, 'fixed')
      case 'last':
        return one(length - 1, 'fixed')
      case 'lag':
        return `IF((${now}-${n()})<0,0,${some(`INDEX(${whole()},ROUND(${now}-${n()},0)+1)`)})`
      case 'at':
        return `IF(${n()}<0,0,${some(`INDEX(${whole()},MIN(${n()},${length - 1})+1)`)})`
      case 'trailing':
        return `SUMIFS(${whole()},${this.cells.years(length)},">="&(${now}-ROUND(${n()},0)),${this.cells.years(length)},"<"&${now})`
      case 'cumulative':
        return added(this.cells.span(entry, row, { from: 0, to: at.t, reach: 'now' }))
      case 'total':
        return added(whole())
      case 'pv': {
        const factor = this.target(second, at)
        const weights = this.cells.span(factor.entry, factor.row, { from: 0, to: length - 1, reach: 'fixed' })
        return lacking ? `SUMPRODUCT((${whole()}+0)*${weights})` : `SUMPRODUCT(${whole()},${weights})`
      }
      default:
        return undefined
    }
  }
}

/** A call over any number of terms, nested where they are more than Excel takes; nothing to add is 0. */
function joined(name: 'SUM' | 'MAX', terms: readonly string[]): string {
  if (terms.length === 0) return '0'
  if (terms.length <= mostArguments) return `${name}(${terms.join(',')})`
  const groups = Array.from({ length: Math.ceil(terms.length / mostArguments) }, (_, i) =>
    joined(name, terms.slice(i * mostArguments, (i + 1) * mostArguments)),
  )
  return joined(name, groups)
}
