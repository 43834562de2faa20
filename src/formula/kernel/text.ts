import type { Entry, Expr, Line } from '../entry.ts'
import type { Block, Place, Table } from './block.ts'
import { loopIn, outermost, textOf } from './block.ts'
import { Writer } from './writer.ts'

/** The text of a generated function and the tables that it is given, in order. */
export interface Code {
  readonly text: string
  readonly tables: readonly Table[]
  /** What the numbers of the tables stand for. */
  readonly entries: readonly Entry[]
}

/** A line and its formula. */
export interface Body {
  readonly line: Line
  readonly formula: Expr
}

/**
 * Writes the function of lines over the same rows and years: row by row, and in each year one line after another into its own cell.
 * Of each other they may read this row alone, and no later year.
 * Only numbers and names made here enter the text; it ends with false where a value is infinite, and throws where the interpreter would.
 */
export function writeRows(bodies: readonly Body[]): Code {
  const writer = new Writer()
  const outside = outermost()
  const rows = loopIn(outside)
  const years = loopIn(rows)
  const dimensions = (bodies[0] as Body).line.over.map((d) => d.id)
  const place: Place = {
    dimensions,
    path: [dimensions],
    row: { name: 'r', block: rows },
    year: { name: 't', block: years },
  }
  for (const body of bodies) writeCell(writer, body, { place, block: years })
  return codeOf(writer, [textOf(outside), 'for (let r = from; r < to; r += 1) {', textOf(rows), ...yearsOf(years), '}'])
}

/**
 * Writes the function of lines that read each other's past in any row: year by year, one line after another in all its rows.
 */
export function writeYears(bodies: readonly Body[]): Code {
  const writer = new Writer()
  const outside = outermost()
  const years = loopIn(outside)
  for (const body of bodies) {
    const dimensions = body.line.over.map((d) => d.id)
    const alone = dimensions.length === 0
    const rows = alone ? outside : loopIn(years)
    const place: Place = {
      dimensions,
      path: [dimensions],
      row: { name: alone ? '0' : writer.fresh(), block: rows },
      year: { name: 't', block: years },
    }
    writeCell(writer, body, { place, block: alone ? years : rows })
    const [row, count] = [place.row.name, writer.table({ kind: 'rows', path: place.path })]
    if (!alone) years.lines.push(`for (let ${row} = 0; ${row} < ${count}; ${row} += 1) {`, textOf(rows), '}')
  }
  return codeOf(writer, [textOf(outside), ...yearsOf(years)])
}

const yearsOf = (years: Block): string[] => ['for (let t = start; t < end; t += 1) {', textOf(years), '}']

function writeCell(writer: Writer, { line, formula }: Body, { place, block }: { place: Place; block: Block }): void {
  const value = writer.write(formula, place, block)
  const cell = `b[${writer.cellsOf(line, place)}${line.axis === 'once' ? '' : ' + t'}]`
  block.lines.push(`if (Math.abs(${value}) === Infinity) return false`, `${cell} = ${value}`)
  block.known.set(cell, value)
}

const codeOf = ({ tables, entries }: Writer, loops: readonly string[]): Code => ({
  text: [
    ...tables.map((_, i) => `const m${i} = m[${i}]`),
    'const { from, to, start, end } = span',
    ...loops,
    'return true',
  ].join('\n'),
  tables,
  entries,
})
