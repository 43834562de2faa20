import type { Entry } from '../entry.ts'

/** Statements of a generated function that are still being written; blocks stand one inside another. */
export interface Block {
  readonly lines: string[]
  readonly depth: number
  /** How many loops stand around it. */
  readonly loops: number
  /** Names of what was already worked out here, by what it is. */
  readonly known: Map<string, string>
  readonly outer?: Block
}

export const outermost = (): Block => ({ lines: [], depth: 0, loops: 0, known: new Map() })

const within = (outer: Block, loops: number): Block => ({
  lines: [],
  depth: outer.depth + 1,
  loops: outer.loops + loops,
  known: new Map(),
  outer,
})

export const branchIn = (outer: Block): Block => within(outer, 0)
export const loopIn = (outer: Block): Block => within(outer, 1)

/** The name of what a block or one around it has worked out. */
export const knownIn = (block: Block | undefined, what: string): string | undefined =>
  block && (block.known.get(what) ?? knownIn(block.outer, what))

/** Of two blocks, one of which holds the other, the one inside. */
export const innerOf = (a: Block, b: Block): Block => (a.depth >= b.depth ? a : b)

export const textOf = (block: Block): string => block.lines.join('\n')

/** Where an expression is worked out: at a row of some domain and a year, each known from some block on. */
export interface Place {
  /** Dimensions of the row, in the order in which they were added. */
  readonly dimensions: readonly string[]
  /** The line's own dimensions, then what each sum around this place added. */
  readonly path: readonly (readonly string[])[]
  readonly row: { readonly name: string; readonly block: Block }
  readonly year: { readonly name: string; readonly block: Block }
  /** The place that this one was widened from; a value that needs less is read there. */
  readonly outer?: Place
}

/** A table of a scenario's shape that a generated function is given: where rows stand in the buffer, or which rows belong together. */
export type Table =
  | { readonly kind: 'cells' | 'years' | 'earlierStart' | 'earlierCells'; readonly entry: number; readonly path: Path }
  | { readonly kind: 'start'; readonly path: Path }
  | { readonly kind: 'rows'; readonly path: Path }
  /** Whether a sum has the same rows for every row of its place. */
  | { readonly kind: 'alike'; readonly path: Path }
  /** Room for a value a year of the line's, by its number in the function. */
  | { readonly kind: 'room'; readonly room: string; readonly path: Path }
export type Path = Place['path']

/** The outermost place that has every dimension of an entry. */
export function placeFor(entry: Entry, place: Place): Place {
  let at = place
  while (at.outer && entry.over.every((d) => at.outer?.dimensions.includes(d.id))) at = at.outer
  return at
}
