import type { Domain, Extension, Space } from '../domain.ts'
import { Domains } from '../domain.ts'
import type { Entry, Line } from '../entry.ts'
import type { Slot } from '../interpret.ts'
import { Fault } from '../interpret.ts'
import type { Book } from '../order.ts'
import type { Path, Table } from './block.ts'
import type { Code } from './text.ts'

export type Tables = readonly (Int32Array | Float64Array | number)[]

/** Where every entry of a book stands in a buffer, for one shape of space and years; plans of that shape share it. */
export interface Layout {
  readonly domains: Domains
  readonly slots: ReadonlyMap<Entry, Slot>
  readonly size: number
  /** The tables that a kernel of these lines is given. Throws Fault where a row that it reads does not exist. */
  readonly tablesOf: (code: Code, lines: readonly Line[]) => Tables
}

/** How many shapes are remembered: the alternatives of a plan and a few variants. */
const remembered = 32
const shapes = new Map<string, Layout>()
const books = new WeakMap<Book, number>()
let booksSeen = 0

/** The layout of a book over a space: remembered by the space's members and relations, not by any value. */
export function layoutOf(book: Book, space: Space, lengths: Readonly<Record<string, number>>): Layout {
  const number = books.get(book) ?? ++booksSeen
  books.set(book, number)
  const shape = JSON.stringify([number, lengths, space.members, space.relations])
  const layout = shapes.get(shape) ?? buildLayout(book, space, lengths)
  // Taken out and put back, so that the first is always the one unused for longest.
  shapes.delete(shape)
  shapes.set(shape, layout)
  const [oldest] = shapes.keys()
  if (shapes.size > remembered && oldest !== undefined) shapes.delete(oldest)
  return layout
}

function buildLayout(book: Book, space: Space, lengths: Readonly<Record<string, number>>): Layout {
  const domains = new Domains(space)
  const slots = new Map<Entry, Slot>()
  let size = 0
  for (const entry of book.entries) {
    const domain = domains.of(entry.over)
    const years = entry.axis === 'once' ? 1 : (lengths[entry.axis] as number)
    slots.set(entry, Object.freeze({ entry, domain, offset: size, years }))
    size += domain.rows.length * years
  }
  const slotOf = (entry: Entry) => slots.get(entry) as Slot
  const tablesOf: Layout['tablesOf'] = (code, lines) => {
    const { years } = slotOf(lines[0] as Line)
    const of = { domains, lines, years, slotOf: (entry: number) => slotOf(code.entries[entry] as Entry) }
    const tables: Tables[number][] = []
    // Put in one by one, a list has one form to the engine however it was made; another form would undo optimized kernels.
    for (const table of code.tables) tables.push(tableOf(table, of))
    return tables
  }
  return { domains, slots, size, tablesOf }
}

interface Ground {
  readonly domains: Domains
  readonly lines: readonly Line[]
  readonly slotOf: (entry: number) => Slot
  /** Of the lines. */
  readonly years: number
}

function tableOf(table: Table, ground: Ground): Tables[number] {
  const { domains } = ground
  if (table.kind === 'years') return ground.slotOf(table.entry).years
  if (table.kind === 'rows') return domainAt(ground, table.path).rows.length
  if (table.kind === 'room') return new Float64Array(ground.years)
  if (table.kind === 'start' || table.kind === 'alike') {
    const base = domainAt(ground, table.path.slice(0, -1))
    const added = domains.extend(base, table.path.at(-1) as readonly string[])
    return table.kind === 'start' ? added.start : Number(areAlike(base, added))
  }
  const slot = ground.slotOf(table.entry)
  const domain = domainAt(ground, table.path)
  if (table.kind === 'cells') return cellsOf(ground, slot, domain)
  const dimension = slot.entry.over.find((d) => d.ordered)
  if (!dimension)
    throw new Fault(nameOf(ground), { at: {}, t: 0 }, `${slot.entry.id} no corre sobre una dimensión ordenada`)
  const rows = domains.earlier(domain, slot.domain, dimension.id)
  if (table.kind === 'earlierCells') return Int32Array.from(rows.flat(), (row) => slot.offset + row * slot.years)
  const start = new Int32Array(rows.length + 1)
  rows.forEach((row, i) => {
    start[i + 1] = (start[i] as number) + row.length
  })
  return start
}

function cellsOf(ground: Ground, slot: Slot, domain: Domain): Int32Array {
  const { domains } = ground
  const rows = domains.project(domain, slot.domain)
  const gap = rows.indexOf(-1)
  if (gap >= 0)
    throw new Fault(nameOf(ground), { at: domains.keyOf(domain, gap), t: 0 }, `${slot.entry.id} no tiene esa fila`)
  return rows.map((row) => slot.offset + row * slot.years)
}

/** Whether every row is widened by the same members. */
function areAlike(base: Domain, { domain, start }: Extension): boolean {
  const added = domain.rows.map((row) => row.slice(base.dimensions.length).join())
  const of = (row: number) => added.slice(start[row], start[row + 1]).join(' ')
  return base.rows.every((_, row) => of(row) === of(0))
}

const nameOf = ({ lines }: Ground): string => lines.map((line) => line.id).join()

/** The domain of a place: a line's own, widened by what each sum around it adds. */
function domainAt({ domains, lines }: Ground, [own, ...extras]: Path): Domain {
  const line = lines.find((l) => l.over.map((d) => d.id).join() === own?.join()) as Line
  return extras.reduce((domain, extra) => domains.extend(domain, extra).domain, domains.of(line.over))
}
