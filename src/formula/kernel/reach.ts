import type { Entry } from '../entry.ts'
import { references } from '../entry.ts'
import type { Book } from '../order.ts'

/** Sets of groups by their number in a book's order: 1 where the group belongs. */
export type Groups = Uint8Array

/** Which groups of a book an entry reaches, and which are needed for it. */
export interface Reach {
  /** Groups that read an entry, directly or through others. */
  readonly below: (entry: Entry) => Groups
  /** Groups that these entries are made from, their own included. */
  readonly above: (entries: readonly Entry[]) => Groups
  /** Of each group, the other groups that it reads. */
  readonly sources: readonly (readonly number[])[]
}

const known = new WeakMap<Book, Reach>()

/** The reach of a book's entries, worked out once a book and entry. */
export function reachOf(book: Book): Reach {
  const reach = known.get(book) ?? buildReach(book)
  known.set(book, reach)
  return reach
}

function buildReach(book: Book): Reach {
  const home = new Map<Entry, number>()
  book.groups.forEach((group, g) => {
    for (const line of group.lines) home.set(line, g)
  })
  const reads = book.groups.map(({ lines }) => {
    const read = lines.flatMap((l): readonly Entry[] => (l.type === 'line' ? formulaReads(book, l) : l.of()))
    return [...new Set(read)]
  })
  const sources = reads.map((read, g) => [...new Set(read.flatMap((e) => home.get(e) ?? []))].filter((s) => s !== g))
  const below = new Map<Entry, Groups>()
  return {
    sources,
    below: (entry) => {
      let reached = below.get(entry)
      if (!reached) {
        reached = reachedFrom(entry, { reads, sources, home: home.get(entry) })
        below.set(entry, reached)
      }
      return reached
    },
    above: (entries) => {
      const needed = new Uint8Array(reads.length)
      for (const entry of entries) needed[home.get(entry) ?? needed.length] = 1
      for (let g = needed.length - 1; g >= 0; g -= 1) if (needed[g]) for (const s of sources[g] ?? []) needed[s] = 1
      return needed
    },
  }
}

const formulaReads = (book: Book, line: Parameters<Book['formulas']['get']>[0]): Entry[] => {
  const formula = book.formulas.get(line)
  return formula ? references(formula) : []
}

interface Ties {
  readonly reads: readonly (readonly Entry[])[]
  readonly sources: readonly (readonly number[])[]
  readonly home: number | undefined
}

/** Groups stand after all that they read, so one pass in order is enough. */
function reachedFrom(entry: Entry, { reads, sources, home }: Ties): Groups {
  const reached = new Uint8Array(reads.length)
  reads.forEach((read, g) => {
    if (g !== home && (read.includes(entry) || sources[g]?.some((s) => reached[s]))) reached[g] = 1
  })
  return reached
}
