import type { Entry, Expr } from '../entry.ts'
import { freeDimensions, spaceFunctions } from '../entry.ts'
import { functions } from '../functions.ts'
import type { Block, Place, Table } from './block.ts'
import { branchIn, innerOf, knownIn, loopIn, placeFor, textOf } from './block.ts'
import { homeOf, isApart } from './home.ts'
import { comparisons, operators } from './operators.ts'
import { timeWriters } from './years.ts'

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

  /** The name or number of a tree's value at a place; its statements go to the end of `block`, or of one around it that has all it needs. */
  write(expr: Expr, place: Place, inside: Block): string {
    if (expr.kind === 'number') return literal(expr.value)
    if (expr.kind === 'ref') return this.read(expr.entry, place)
    const home = homeOf(expr, place, inside)
    const block = home.loops < inside.loops ? home : inside
    const time = timeWriters[expr.fn]
    if (time) return time(this, expr.args, { place, block })
    if (expr.fn === 'if') return this.choose(expr.args, place, block)
    if (spaceFunctions.has(expr.fn)) return this.over(expr.fn, expr.args[0] as Expr, { place, block })
    const args = expr.args.map((a) => this.write(a, place, block))
    // A name is no number, so it is looked at when it has one.
    if (expr.fn === 'divide' && !Number(args[1])) block.lines.push(`if (${args[1]} === 0) throw 0`)
    return this.shared(block, this.apply(expr.fn, args, block))
  }

  private apply(fn: string, args: readonly string[], block: Block): string {
    const [a, b] = args
    if (fn === 'ratio') {
      const quotient = this.shared(block, `${a} / ${b}`)
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
    const known = knownIn(block, value)
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
      const inside = branchIn(block)
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
    if (extra.length === 0) return this.name(block, join(fn, nothing(fn), this.write(arg, place, block)))
    const what = [fn, this.keyOf(arg), JSON.stringify(place.path), place.row.name, place.year.name].join(' ')
    const known = knownIn(block, what)
    if (known !== undefined) return known
    const apart = isApart(arg, place)
    const value = apart ? this.onceForAll(fn, arg, { place, extra }) : this.loop(fn, arg, { place, block, extra })
    const home = apart ? place.year.block : block
    home.known.set(what, value)
    return value
  }

  private loop(fn: string, arg: Expr, { place, block, extra }: Here & Extra): string {
    const start = this.table({ kind: 'start', path: [...place.path, extra] })
    const [sofar, i, end] = [this.fresh(), this.fresh(), this.fresh()]
    const loop = loopIn(block)
    const wide: Place = {
      dimensions: [...place.dimensions, ...extra],
      path: [...place.path, extra],
      row: { name: i, block: loop },
      year: place.year,
      outer: place,
    }
    const value = this.write(arg, wide, loop)
    loop.lines.push(`${sofar} = ${join(fn, sofar, value)}`)
    const row = place.row.name
    block.lines.push(
      `let ${sofar} = ${nothing(fn)}`,
      `for (let ${i} = ${start}[${row}], ${end} = ${start}[${row} + 1]; ${i} < ${end}; ${i} += 1) {\n${textOf(loop)}\n}`,
    )
    return sofar
  }

  /** A sum that reads nothing of the row: worked out for all years at the first row, and again only where rows differ in what they add. */
  private onceForAll(fn: string, arg: Expr, { place, extra }: Pick<Here, 'place'> & Extra): string {
    const path = [...place.path, extra]
    const [alike, room] = [
      this.table({ kind: 'alike', path }),
      this.table({ kind: 'room', room: this.fresh(), path: place.path }),
    ]
    const inside = branchIn(place.row.block)
    const [year, block] = [this.fresh(), loopIn(inside)]
    const sum = this.loop(fn, arg, { place: { ...place, year: { name: year, block } }, block, extra })
    block.lines.push(`${room}[${year}] = ${sum}`)
    place.row.block.lines.push(
      `if (${place.row.name} === from || ${alike} === 0) {`,
      `for (let ${year} = start; ${year} < end; ${year} += 1) {\n${textOf(block)}\n}`,
      '}',
    )
    return this.name(place.year.block, `${room}[${place.year.name}]`)
  }

  /** A tree as text, the same for the same tree. */
  private keyOf(expr: Expr): string {
    if (expr.kind === 'number') return literal(expr.value)
    if (expr.kind === 'ref') return `e${this.entry(expr.entry)}`
    return `${expr.fn}(${expr.args.map((arg) => this.keyOf(arg)).join()})`
  }
}

interface Extra {
  readonly extra: readonly string[]
}

const nothing = (fn: string): string => (fn === 'sum' ? '0' : 'NaN')
const join = (fn: string, sofar: string, value: string): string =>
  fn === 'sum'
    ? `${sofar} + ${value}`
    : `${sofar} !== ${sofar} ? ${value} : ${value} !== ${value} ? ${sofar} : Math.max(${sofar}, ${value})`

/** Where a tree is being written, and the block that its statements go to. */
export interface Here {
  readonly place: Place
  readonly block: Block
}

/** A number as code; in brackets, so that a sign before it stays a sign. */
const literal = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value))
