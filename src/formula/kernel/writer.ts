import type { Entry, Expr, Line } from '../entry.ts'
import { freeDimensions, spaceFunctions } from '../entry.ts'
import { functions } from '../functions.ts'
import type { Block, Place, Table } from './block.ts'
import { blockIn, innerOf, placeFor, textOf } from './block.ts'
import { comparisons, operators } from './operators.ts'
import { timeWriters } from './years.ts'

/** The text of a generated function and the tables that it is given, in order. */
export interface Code {
  readonly text: string
  readonly tables: readonly Table[]
  /** What the numbers of the tables stand for. */
  readonly entries: readonly Entry[]
}

/**
 * Writes the function of one line: over the rows and years asked, each value into the line's own cell.
 * Only numbers and names made here enter the text; it ends with false where a value is infinite, and throws where the interpreter would.
 */
export function writeLine(line: Line, formula: Expr): Code {
  const writer = new Writer()
  const rows: Block = { lines: [], depth: 0, known: new Map() }
  const years = blockIn(rows)
  const dimensions = line.over.map((d) => d.id)
  const row = { name: 'r', block: rows }
  const place: Place = { dimensions, path: [dimensions], row, year: { name: 't', block: years } }
  const own = writer.cellsOf(line, place)
  const value = writer.write(formula, place, years)
  years.lines.push(`if (Math.abs(${value}) === Infinity) return false`, `b[${own} + t] = ${value}`)
  const text = [
    ...writer.tables.map((_, i) => `const m${i} = m[${i}]`),
    'const { from, to, start, end } = span',
    'for (let r = from; r < to; r += 1) {',
    textOf(rows),
    'for (let t = start; t < end; t += 1) {',
    textOf(years),
    '}',
    '}',
    'return true',
  ].join('\n')
  return { text, tables: writer.tables, entries: writer.entries }
}

/** Writes trees into blocks; every value gets a name, so that an operand is worked out once. */
export class Writer {
  readonly tables: Table[] = []
  readonly entries: Entry[] = []
  private readonly numbers = new Map<string, number>()
  private names = 0

  fresh(): string {
    this.names += 1
    return `v${this.names}`
  }

  /** The name or number of a tree's value at a place; its statements go to the end of `block`. */
  write(expr: Expr, place: Place, block: Block): string {
    if (expr.kind === 'number') return literal(expr.value)
    if (expr.kind === 'ref') return this.read(expr.entry, place)
    const time = timeWriters[expr.fn]
    if (time) return time(this, expr.args, { place, block })
    if (expr.fn === 'if') return this.choose(expr.args, place, block)
    if (spaceFunctions.has(expr.fn)) return this.over(expr.fn, expr.args[0] as Expr, { place, block })
    const args = expr.args.map((a) => this.write(a, place, block))
    if (expr.fn === 'divide') block.lines.push(`if (${args[1]} === 0) throw 0`)
    return this.name(block, this.apply(expr.fn, args, block))
  }

  private apply(fn: string, args: readonly string[], block: Block): string {
    const [a, b] = args
    if (fn === 'ratio') {
      const quotient = this.name(block, `${a} / ${b}`)
      return `(${quotient} - ${quotient} === 0 ? ${quotient} : NaN)`
    }
    const operator = operators[fn]
    if (operator) return operator(...args)
    if (!functions[fn]?.number) throw new Error(`${fn} cannot be compiled`)
    return `f.${fn}(${args.join(', ')})`
  }

  /** A new name for a value, at the end of a block. */
  name(block: Block, value: string): string {
    const name = this.fresh()
    block.lines.push(`const ${name} = ${value}`)
    return name
  }

  /** A name for a value that a block has already, or gets now. */
  shared(block: Block, value: string): string {
    const known = block.known.get(value)
    if (known !== undefined) return known
    const name = this.name(block, value)
    block.known.set(value, name)
    return name
  }

  /** The value of an entry at a place's row and year; read in the outermost block where both are known. */
  read(entry: Entry, place: Place): string {
    if (entry.type === 'constant') return literal(entry.value)
    const at = placeFor(entry, place)
    const cells = this.cellsOf(entry, at)
    if (entry.axis === 'once') return this.shared(at.row.block, `b[${cells}]`)
    return this.shared(innerOf(at.row.block, at.year.block), `b[${cells} + ${at.year.name}]`)
  }

  /** The name of where an entry's row begins in the buffer, at a place's row. */
  cellsOf(entry: Entry, place: Place): string {
    const at = placeFor(entry, place)
    const table = this.table({ kind: 'cells', entry: this.entry(entry), path: at.path })
    return this.shared(at.row.block, `${table}[${at.row.name}]`)
  }

  /** The name of a table of the function. */
  table(table: Table): string {
    const key = JSON.stringify(table)
    let number = this.numbers.get(key)
    if (number === undefined) {
      number = this.tables.push(table) - 1
      this.numbers.set(key, number)
    }
    return `m${number}`
  }

  entry(entry: Entry): number {
    const known = this.entries.indexOf(entry)
    return known >= 0 ? known : this.entries.push(entry) - 1
  }

  /** A choice works out only the branch it takes. */
  private choose(args: readonly Expr[], place: Place, block: Block): string {
    const [condition, yes, no] = args as [Expr, Expr, Expr]
    const value = this.fresh()
    const branch = (expr: Expr): string => {
      const inside = blockIn(block)
      const result = this.write(expr, place, inside)
      return [textOf(inside), `${value} = ${result}`].filter(Boolean).join('\n')
    }
    const { holds, fails } = this.test(condition, place, block)
    const [taken, other] = [branch(yes), branch(no)]
    block.lines.push(`let ${value} = NaN`, `if (${holds}) {\n${taken}\n} else if (${fails}) {\n${other}\n}`)
    return value
  }

  private test(condition: Expr, place: Place, block: Block): { holds: string; fails: string } {
    const compare = condition.kind === 'call' ? comparisons[condition.fn] : undefined
    if (compare && condition.kind === 'call') {
      const [a, b] = condition.args.map((arg) => this.write(arg, place, block)) as [string, string]
      return compare(a, b)
    }
    const value = this.write(condition, place, block)
    return { holds: `${value} < 0 || ${value} > 0`, fails: `${value} === 0` }
  }

  /** Adds or compares over the dimensions that the place lacks. */
  private over(fn: string, arg: Expr, { place, block }: Here): string {
    const extra = [...freeDimensions(arg)].filter((d) => !place.dimensions.includes(d))
    const join = (sofar: string, value: string): string =>
      fn === 'sum'
        ? `${sofar} + ${value}`
        : `${sofar} !== ${sofar} ? ${value} : ${value} !== ${value} ? ${sofar} : Math.max(${sofar}, ${value})`
    if (extra.length === 0) return this.name(block, join(fn === 'sum' ? '0' : 'NaN', this.write(arg, place, block)))
    const start = this.table({ kind: 'start', path: [...place.path, extra] })
    const [sofar, i, end] = [this.fresh(), this.fresh(), this.fresh()]
    const loop = blockIn(block)
    const wide: Place = {
      dimensions: [...place.dimensions, ...extra],
      path: [...place.path, extra],
      row: { name: i, block: loop },
      year: place.year,
      outer: place,
    }
    const value = this.write(arg, wide, loop)
    loop.lines.push(`${sofar} = ${join(sofar, value)}`)
    const row = place.row.name
    block.lines.push(
      `let ${sofar} = ${fn === 'sum' ? '0' : 'NaN'}`,
      `for (let ${i} = ${start}[${row}], ${end} = ${start}[${row} + 1]; ${i} < ${end}; ${i} += 1) {\n${textOf(loop)}\n}`,
    )
    return sofar
  }
}

/** Where a tree is being written, and the block that its statements go to. */
export interface Here {
  readonly place: Place
  readonly block: Block
}

/** A number as code; in brackets, so that a sign before it stays a sign. */
const literal = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value))
