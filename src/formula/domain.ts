import type { Dimension } from './entry.ts'

/** A relation: the only combinations of these dimensions' members that exist. */
export interface Relation {
  readonly dimensions: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Which members each dimension has in one scenario, and which combinations exist. */
export interface Space {
  readonly members: Readonly<Record<string, readonly string[]>>
  readonly relations: readonly Relation[]
}

/** The rows of a line: tuples of member positions in the order of `dimensions`. */
export interface Domain {
  readonly dimensions: readonly string[]
  readonly rows: readonly (readonly number[])[]
}

/** A domain seen from a smaller one: rows `start[r] .. start[r + 1] - 1` belong to its row r. */
export interface Extension {
  readonly domain: Domain
  readonly start: Int32Array
}

interface IndexedRelation {
  readonly dimensions: readonly string[]
  readonly keys: ReadonlySet<string>
}

/** Builds and remembers the domains of one space; a combination outside a relation is never a row. */
export class Domains {
  readonly space: Space
  private readonly relations: readonly IndexedRelation[]
  private readonly built = new Map<string, Domain>()
  private readonly extensions = new Map<Domain, Map<string, Extension>>()
  private readonly positions = new Map<Domain, Map<string, number>>()
  private readonly projections = new Map<Domain, Map<Domain, Int32Array>>()
  private readonly named = new Map<Domain, readonly Readonly<Record<string, string>>[]>()

  constructor(space: Space) {
    this.space = space
    this.relations = space.relations.map((r) => ({
      dimensions: r.dimensions,
      keys: new Set(r.rows.map((row) => row.map((m, i) => this.members(r.dimensions[i] as string).indexOf(m)).join())),
    }))
  }

  members(dimension: string): readonly string[] {
    const members = this.space.members[dimension]
    if (!members) throw new Error(`la dimensión «${dimension}» no tiene miembros`)
    return members
  }

  of(over: readonly Dimension[]): Domain {
    return this.ofIds(over.map((d) => d.id))
  }

  private ofIds(ids: readonly string[]): Domain {
    const key = ids.join()
    let domain = this.built.get(key)
    if (!domain) {
      domain =
        ids.length === 0
          ? { dimensions: [], rows: [[]] }
          : this.widen(this.ofIds(ids.slice(0, -1)), ids.at(-1) as string).domain
      this.built.set(key, domain)
    }
    return domain
  }

  /** The domain widened by further dimensions, in the order given. */
  extend(base: Domain, extra: readonly string[]): Extension {
    const known = this.extensions.get(base) ?? new Map<string, Extension>()
    this.extensions.set(base, known)
    const key = extra.join()
    let extension = known.get(key)
    if (!extension) {
      extension = extra.reduce<Extension>(
        (sofar, dimension) => {
          const next = this.widen(sofar.domain, dimension)
          return { domain: next.domain, start: sofar.start.map((s) => next.start[s] as number) }
        },
        { domain: base, start: Int32Array.from({ length: base.rows.length + 1 }, (_, i) => i) },
      )
      known.set(key, extension)
    }
    return extension
  }

  private widen(base: Domain, dimension: string): Extension {
    const dimensions = [...base.dimensions, dimension]
    const touching = this.relations.filter(
      (r) => r.dimensions.includes(dimension) && r.dimensions.every((d) => dimensions.includes(d)),
    )
    const pickers = touching.map((r) => ({ keys: r.keys, at: r.dimensions.map((d) => dimensions.indexOf(d)) }))
    const rows: number[][] = []
    const start = new Int32Array(base.rows.length + 1)
    const size = this.members(dimension).length
    base.rows.forEach((row, r) => {
      start[r] = rows.length
      for (let m = 0; m < size; m += 1) {
        const wide = [...row, m]
        if (pickers.every((p) => p.keys.has(p.at.map((i) => wide[i]).join()))) rows.push(wide)
      }
    })
    start[base.rows.length] = rows.length
    return { domain: { dimensions, rows }, start }
  }

  /** For each row of `from`, the row of `to` (whose dimensions it has), −1 where that combination does not exist. */
  project(from: Domain, to: Domain): Int32Array {
    const known = this.projections.get(from) ?? new Map<Domain, Int32Array>()
    this.projections.set(from, known)
    let rows = known.get(to)
    if (!rows) {
      const at = to.dimensions.map((d) => from.dimensions.indexOf(d))
      const positions = this.positionsOf(to)
      rows = Int32Array.from(from.rows, (row) => positions.get(at.map((i) => row[i]).join()) ?? -1)
      known.set(to, rows)
    }
    return rows
  }

  /** For each row of `from`, the rows of `to` that share its members but stand earlier in `dimension`. */
  earlier(from: Domain, to: Domain, dimension: string): readonly (readonly number[])[] {
    const at = to.dimensions.map((d) => from.dimensions.indexOf(d))
    const ordered = to.dimensions.indexOf(dimension)
    const positions = this.positionsOf(to)
    return from.rows.map((row) => {
      const mine = at.map((i) => row[i] as number)
      return Array.from(
        { length: mine[ordered] as number },
        (_, m) => positions.get(mine.with(ordered, m).join()) ?? -1,
      ).filter((i) => i >= 0)
    })
  }

  /** Names of a row's members by dimension. */
  keyOf(domain: Domain, row: number): Readonly<Record<string, string>> {
    return this.keysOf(domain)[row] ?? {}
  }

  /** Names of the members of every row, in the order of the rows. */
  keysOf(domain: Domain): readonly Readonly<Record<string, string>>[] {
    let keys = this.named.get(domain)
    if (!keys) {
      const members = domain.dimensions.map((d) => this.members(d))
      keys = domain.rows.map((row) =>
        Object.freeze(
          Object.fromEntries(domain.dimensions.map((d, i) => [d, members[i]?.[row[i] as number] as string])),
        ),
      )
      this.named.set(domain, keys)
    }
    return keys
  }

  /** The row with these members, −1 where there is none. */
  rowOf(domain: Domain, key: Readonly<Record<string, string>>): number {
    const tuple = domain.dimensions.map((d) => this.members(d).indexOf(key[d] ?? ''))
    return this.positionsOf(domain).get(tuple.join()) ?? -1
  }

  private positionsOf(domain: Domain): Map<string, number> {
    let positions = this.positions.get(domain)
    if (!positions) {
      positions = new Map(domain.rows.map((row, i) => [row.join(), i]))
      this.positions.set(domain, positions)
    }
    return positions
  }
}
