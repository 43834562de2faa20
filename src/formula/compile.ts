import type { Expr, Line } from './entry.ts'
import { functions } from './functions.ts'
import type { Code } from './kernel/writer.ts'
import { writeLine } from './kernel/writer.ts'
import type { Book } from './order.ts'

/** Rows `from` to `to - 1` and years `start` to `end - 1`. */
export interface Span {
  from: number
  to: number
  start: number
  end: number
}

/**
 * Evaluates a span of one line in a buffer, row by row; `tables` say where rows stand.
 * False where a value is infinite, an exception where the interpreter would raise one.
 */
export type Kernel = (buffer: Float64Array, tables: readonly (Int32Array | number)[], span: Readonly<Span>) => boolean

export interface Compiled {
  readonly kernel: Kernel
  readonly code: Code
}

const compiled = new WeakMap<Expr, Compiled>()
const numbers = Object.freeze(Object.fromEntries(Object.entries(functions).map(([fn, row]) => [fn, row.number])))

/**
 * The generated function of a line of the book, made once a process.
 * It takes no formula from its caller: only what the book itself says of one of its lines is ever generated.
 * @throws RangeError where the book has no formula for the line.
 */
export function compileLine(book: Book, line: Line): Compiled {
  const formula = book.formulas.get(line)
  if (!formula) throw new RangeError(`${line.id} has no formula in this book`)
  let known = compiled.get(formula)
  if (!known) {
    const code = writeLine(line, formula)
    // Once the only argument is bound, the inner function is the kernel; its text is numbers and names of the writer.
    const make = new Function('f', `return function (b, m, span) {\n${code.text}\n}`)
    known = { code, kernel: make(numbers) as Kernel }
    compiled.set(formula, known)
  }
  return known
}
