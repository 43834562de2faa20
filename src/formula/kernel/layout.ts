import { compileLine } from '../compile.ts'
import type { Domain, Space } from '../domain.ts'
import { Domains } from '../domain.ts'
import type { Entry, Line } from '../entry.ts'
import type { Slot } from '../interpret.ts'
import { Fault } from '../interpret.ts'
import type { Book } from '../order.ts'
import type { Path, Table } from './block.ts'

export type Tables = readonly (Int32Array | number)[]

/** Where every entry of a book stands in a buffer, for one shape of space and years; plans of that shape share it. */
export interface Layout {
  readonly domains: Domains
  readonly slots: ReadonlyMap<Entry, Slot>
  readonly size: number
  /** The tables that a line's kernel is given. Throws Fault where a row that it reads does not exist. */
  readonly tablesOf: (line: Line) => Tables
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
  const known = new Map<Line, Tables>()
  const tablesOf = (line: Line): Tables => {
    let tables = known.get(line)
    if (!tables) {
      const { code } = compileLine(book, line)
      tables = code.tables.map((table) =>
        tableOf(table, { domains, line, slotOf: (entry) => slots.get(code.entries[entry] as Entry) as Slot }),
      )
      known.set(line, tables)
    }
    return tables
  }
  return { domains, slots, size, tablesOf }
}

interface Ground {
  readonly domains: Domains
  readonly line: Line
  readonly slotOf: (entry: number) => Slot
}

function tableOf(table: Table, ground: Ground): Int32Array | number {
  const { domains, line } = ground
  if (table.kind === 'years') return ground.slotOf(table.entry).years
  if (table.kind === 'start') {
    const extra = table.path.at(-1) as readonly string[]
    return domains.extend(domainAt(ground, table.path.slice(0, -1)), extra).start
  }
  const slot = ground.slotOf(table.entry)
  const domain = domainAt(ground, table.path)
  if (table.kind === 'cells') return cellsOf(ground, slot, domain)
  const dimension = slot.entry.over.find((d) => d.ordered)
  if (!dimension) throw new Fault(line.id, { at: {}, t: 0 }, `${slot.entry.id} no corre sobre una dimensión ordenada`)
  const rows = domains.earlier(domain, slot.domain, dimension.id)
  if (table.kind === 'earlierCells') return Int32Array.from(rows.flat(), (row) => slot.offset + row * slot.years)
  const start = new Int32Array(rows.length + 1)
  rows.forEach((row, i) => {
    start[i + 1] = (start[i] as number) + row.length
  })
  return start
}

function cellsOf({ domains, line }: Ground, slot: Slot, domain: Domain): Int32Array {
  const rows = domains.project(domain, slot.domain)
  const gap = rows.indexOf(-1)
  if (gap >= 0) throw new Fault(line.id, { at: domains.keyOf(domain, gap), t: 0 }, `${slot.entry.id} no tiene esa fila`)
  return rows.map((row) => slot.offset + row * slot.years)
}

/** The domain of a place: the line's own, widened by what each sum around it adds. */
function domainAt({ domains, line }: Ground, path: Path): Domain {
  return path.slice(1).reduce((domain, extra) => domains.extend(domain, extra).domain, domains.of(line.over))
}
