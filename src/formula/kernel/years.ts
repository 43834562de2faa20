import type { Entry, Expr } from '../entry.ts'
import type { Block, Place } from './block.ts'
import { innerOf, loopIn, placeFor, textOf } from './block.ts'
import type { Here, Writer } from './writer.ts'

/** Writes the value of a function that reads an entry in other years. */
type TimeWriter = (writer: Writer, args: readonly Expr[], here: Here) => string

interface Series {
  readonly entry: Entry
  /** The cell of a year given as code. */
  readonly at: (year: string) => string
  /** The number of its years, as code. */
  readonly length: string
  readonly place: Place
}

function seriesOf(writer: Writer, arg: Expr, place: Place): Series {
  const { entry } = arg as Extract<Expr, { kind: 'ref' }>
  const at = placeFor(entry, place)
  const cells = writer.cellsOf(entry, at)
  const length = entry.axis === 'once' ? '1' : writer.table({ kind: 'years', entry: writer.entry(entry), path: [] })
  return { entry, length, place: at, at: (year) => (entry.axis === 'once' ? `b[${cells}]` : `b[${cells} + ${year}]`) }
}

/** What the interpreter adds is begun at 0, so −0 is read as 0 here too. */
const added = (cell: string): string => `0 + ${cell}`

/** One year before, after or beside: 0 where it lies before the first. */
const earlier: TimeWriter = (writer, args, { place }) => {
  const x = seriesOf(writer, args[0] as Expr, place)
  const { name, block } = place.year
  return writer.shared(innerOf(block, x.place.row.block), `${name} > 0 ? ${added(x.at(`${name} - 1`))} : 0`)
}

const lagged: TimeWriter = (writer, args, { place, block }) => {
  const x = seriesOf(writer, args[0] as Expr, place)
  const n = writer.write(args[1] as Expr, place, block)
  block.lines.push(`if (!(${n} >= 1)) throw 0`)
  const year = writer.name(block, `${place.year.name} - Math.round(${n})`)
  return writer.name(block, `${year} >= 0 ? ${added(x.at(year))} : 0`)
}

const inYear: TimeWriter = (writer, args, { place, block }) => {
  const x = seriesOf(writer, args[0] as Expr, place)
  const n = writer.write(args[1] as Expr, place, block)
  const year = writer.name(block, `Math.min(${n}, ${x.length} - 1)`)
  return writer.name(block, `${year} >= 0 ? ${added(x.at(year))} : 0`)
}

const fixedYear =
  (year: (x: Series) => string): TimeWriter =>
  (writer, args, { place }) => {
    const x = seriesOf(writer, args[0] as Expr, place)
    return writer.shared(x.place.row.block, added(x.at(year(x))))
  }

/** Adds the years from `from` to the one before `end`, in order. */
function addYears(writer: Writer, block: Block, { x, from, end }: { x: Series; from: string; end: string }): string {
  const [sum, s] = [writer.fresh(), writer.fresh()]
  block.lines.push(`let ${sum} = 0`, `for (let ${s} = ${from}; ${s} < ${end}; ${s} += 1) ${sum} += ${x.at(s)}`)
  return sum
}

const trailing: TimeWriter = (writer, args, { place, block }) => {
  const x = seriesOf(writer, args[0] as Expr, place)
  const n = writer.write(args[1] as Expr, place, block)
  const { name } = place.year
  return addYears(writer, block, { x, from: `Math.max(0, ${name} - Math.round(${n}))`, end: name })
}

const cumulative: TimeWriter = (writer, args, { place, block }) => {
  const x = seriesOf(writer, args[0] as Expr, place)
  return addYears(writer, block, { x, from: '0', end: `${place.year.name} + 1` })
}

const total: TimeWriter = (writer, args, { place }) => {
  const x = seriesOf(writer, args[0] as Expr, place)
  const { block } = x.place.row
  const key = `total ${x.at('')}`
  const known = block.known.get(key)
  if (known !== undefined) return known
  const sum = addYears(writer, block, { x, from: '0', end: x.length })
  block.known.set(key, sum)
  return sum
}

/** The sum over all years of a series times a factor. */
const presentValue: TimeWriter = (writer, args, { place, block }) => {
  const x = seriesOf(writer, args[0] as Expr, place)
  // Two readings need no branch, so they may be added up once a row, outside the years.
  const home = args.every((a) => a.kind === 'ref') ? place.row.block : block
  const [sum, s] = [writer.fresh(), writer.fresh()]
  const loop = loopIn(home)
  const then = inOtherYear(place, { name: s, block: loop })
  const [value, factor] = args.map((a) => writer.write(a, then, loop))
  loop.lines.push(`${sum} += ${value} * ${factor}`)
  home.lines.push(`let ${sum} = 0`, `for (let ${s} = 0; ${s} < ${x.length}; ${s} += 1) {\n${textOf(loop)}\n}`)
  return sum
}

const inOtherYear = (place: Place, year: Place['year']): Place => ({
  ...place,
  year,
  ...(place.outer ? { outer: inOtherYear(place.outer, year) } : {}),
})

/** Adds the same year of earlier members of an ordered dimension. */
const before: TimeWriter = (writer, args, { place, block }) => {
  const { entry } = args[0] as Extract<Expr, { kind: 'ref' }>
  const of = { entry: writer.entry(entry), path: place.path }
  const start = writer.table({ kind: 'earlierStart', ...of })
  const cells = writer.table({ kind: 'earlierCells', ...of })
  const [sum, i, end] = [writer.fresh(), writer.fresh(), writer.fresh()]
  const row = place.row.name
  const cell = entry.axis === 'once' ? `${cells}[${i}]` : `${cells}[${i}] + ${place.year.name}`
  block.lines.push(
    `let ${sum} = 0`,
    `for (let ${i} = ${start}[${row}], ${end} = ${start}[${row} + 1]; ${i} < ${end}; ${i} += 1) ${sum} += b[${cell}]`,
  )
  return sum
}

export const timeWriters: Readonly<Record<string, TimeWriter>> = {
  prev: earlier,
  lag: lagged,
  at: inYear,
  first: fixedYear(() => '0'),
  last: fixedYear((x) => `${x.length} - 1`),
  trailing,
  cumulative,
  total,
  pv: presentValue,
  before,
}
