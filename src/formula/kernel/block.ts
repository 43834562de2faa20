import type { Entry } from '../entry.ts'

/** Statements of a generated function that are still being written; blocks stand one inside another. */
export interface Block {
  readonly lines: string[]
  readonly depth: number
  /** Names of what was already read here, by what was read. */
  readonly known: Map<string, string>
}

export const blockIn = (outer: Block): Block => ({ lines: [], depth: outer.depth + 1, known: new Map() })

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
export type Path = Place['path']

/** The outermost place that has every dimension of an entry. */
export function placeFor(entry: Entry, place: Place): Place {
  let at = place
  while (at.outer && entry.over.every((d) => at.outer?.dimensions.includes(d.id))) at = at.outer
  return at
}
