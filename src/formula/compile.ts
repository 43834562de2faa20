import type { Line } from './entry.ts'
import { functions } from './functions.ts'
import type { Tables } from './kernel/layout.ts'
import type { Body, Code } from './kernel/text.ts'
import { writeRows, writeYears } from './kernel/text.ts'
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
export type Kernel = (buffer: Float64Array, tables: Tables, span: Readonly<Span>) => boolean

export interface Compiled {
  readonly kernel: Kernel
  readonly code: Code
}

const numbers = Object.freeze(Object.fromEntries(Object.entries(functions).map(([fn, row]) => [fn, row.number])))
const writers = { rows: writeRows, years: writeYears } as const
export type Order = keyof typeof writers

/** How many bundles of lines a book keeps: those of a few questions that are asked over and over. */
const remembered = 1000

interface Made {
  readonly lines: Map<Line, Compiled>
  readonly bundles: Map<string, Compiled>
  /** Lines of one form have one text: half as many functions to make, and for the engine to optimize. */
  readonly kernels: Map<string, Kernel>
}
const made = new WeakMap<Book, Made>()

function madeOf(book: Book): Made {
  const known = made.get(book) ?? { lines: new Map(), bundles: new Map(), kernels: new Map() }
  made.set(book, known)
  return known
}

/**
 * The generated function of a line of the book, made once a process.
 * It takes no formula from its caller: only what the book itself says of one of its lines is ever generated.
 * @throws RangeError where the book has no formula for the line.
 */
export function compileLine(book: Book, line: Line): Compiled {
  const { lines, kernels } = madeOf(book)
  let known = lines.get(line)
  if (!known) {
    const code = writeRows([bodyOf(book, line)])
    const kernel = kernels.get(code.text) ?? kernelOf(code.text)
    kernels.set(code.text, kernel)
    known = { code, kernel }
    lines.set(line, known)
  }
  return known
}

/** One generated function for several lines of the book, in this order. Throws RangeError as compileLine does. */
export function compileBundle(book: Book, lines: readonly Line[], order: Order): Compiled {
  const { bundles } = madeOf(book)
  const key = [order, ...lines.map((line) => line.id)].join()
  let known = bundles.get(key)
  if (!known) {
    const code = writers[order](lines.map((line) => bodyOf(book, line)))
    known = { code, kernel: kernelOf(code.text) }
  }
  // Taken out and put back, so that the first is always the one unused for longest.
  bundles.delete(key)
  bundles.set(key, known)
  const [oldest] = bundles.keys()
  if (bundles.size > remembered && oldest !== undefined) bundles.delete(oldest)
  return known
}

function bodyOf(book: Book, line: Line): Body {
  const formula = book.formulas.get(line)
  if (!formula) throw new RangeError(`${line.id} has no formula in this book`)
  return { line, formula }
}

function kernelOf(text: string): Kernel {
  // Once the only argument is bound, the inner function is the kernel; its text is numbers and names of the writer.
  const make = new Function('f', `return function (b, m, span) {\n${text}\n}`)
  return make(numbers) as Kernel
}
