import type { Entry, Input, Line } from '../../formula/entry.ts'
import type { Slot } from '../../formula/interpret.ts'
import type { Key } from '../../model/places.ts'
import { sourceOf } from '../explain.ts'
import type { AlternativeRun } from '../run.ts'

/** An input that has no value where a figure needed it. */
export interface Lack {
  readonly entry: Input
  readonly at: Key
}

interface Cell {
  readonly slot: Slot
  readonly row: number
  readonly t: number
}

const indexOf = ({ slot, row, t }: Cell): number => slot.offset + row * slot.years + t
const isFormula = (entry: Entry): entry is Line => entry.type === 'line'

function cellsBelow(of: AlternativeRun, { slot, row, t }: Cell): Cell[] {
  const cells: Cell[] = []
  if (isFormula(slot.entry))
    of.run.ready.get(slot.entry)?.reads(row, t, (next, nextRow, nextT) => {
      cells.push({ slot: next, row: nextRow, t: nextT })
    })
  return cells
}

const startOf = (of: AlternativeRun, line: Line, { row, t }: { row: number; t: number }): Cell => {
  const slot = of.run.slots.get(line) as Slot
  return { slot, row, t: slot.years === 1 ? 0 : t }
}

/** The inputs without a value that leave a figure without one, in the order of reading. */
export function lacksOf(of: AlternativeRun, line: Line, at: { row: number; t: number }): readonly Lack[] {
  const { buffer, domains } = of.run
  const lacks: Lack[] = []
  const seen = new Set<number>()
  const walk = (cell: Cell): void => {
    if (seen.has(indexOf(cell)) || !Number.isNaN(buffer[indexOf(cell)])) return
    seen.add(indexOf(cell))
    const { entry, domain } = cell.slot
    if (entry.type === 'input') lacks.push({ entry, at: domains.keyOf(domain, cell.row) })
    else cellsBelow(of, cell).forEach(walk)
  }
  walk(startOf(of, line, at))
  return lacks
}

/** Whose word a figure rests on, and which zones it was measured by. */
export interface Trail {
  readonly sources: ReadonlySet<string>
  readonly zones: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()
const noTrail: Trail = { sources: none, zones: none }
const remembered = new WeakMap<AlternativeRun, Map<number, Trail>>()

/** An input comes from one place, whatever the year. */
const placeOf = (cell: Cell): number => indexOf(isFormula(cell.slot.entry) ? cell : { ...cell, t: 0 })

/** Where a figure comes from; a cell that many figures read is walked once. */
export function trailOf(of: AlternativeRun, line: Line, at: { row: number; t: number }): Trail {
  const known = remembered.get(of) ?? new Map<number, Trail>()
  remembered.set(of, known)
  const walk = (cell: Cell): Trail => {
    const place = placeOf(cell)
    const found = known.get(place)
    if (found) return found
    // a cell that reads its own past comes back here while it is being walked
    known.set(place, noTrail)
    const { entry, domain } = cell.slot
    const trail =
      entry.type === 'input'
        ? groundOf(of, entry, of.run.domains.keyOf(domain, cell.row))
        : joined(cellsBelow(of, cell).map(walk))
    known.set(place, trail)
    return trail
  }
  return walk(startOf(of, line, at))
}

function groundOf(of: AlternativeRun, entry: Input, at: Key): Trail {
  const { pointer } = of.bound.readingOf(entry, at)
  if (pointer === undefined) return noTrail
  const zone = /\/diagnosis\/[^/]+\/(urban|rural)\//.exec(pointer)?.[1]
  const closest = sourceOf(of.scenario.sources, pointer)
  return {
    sources: closest ? new Set([closest.source]) : none,
    zones: zone === undefined ? none : new Set([zone]),
  }
}

const joined = (trails: readonly Trail[]): Trail => ({
  sources: union(trails.map((t) => t.sources)),
  zones: union(trails.map((t) => t.zones)),
})

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = none, ...others] = new Set(sets.filter((s) => s.size > 0))
  if (others.every((set) => [...set].every((x) => first.has(x)))) return first
  return new Set([first, ...others].flatMap((set) => [...set]))
}

/** The first place where a missing input could stand. */
export function wantedPointer(of: AlternativeRun, { entry, at }: Lack): string {
  for (const template of entry.at) {
    const parts = (template.split('=')[0] as string).split(/[{}]/u)
    const filled = parts.map((part, i) => (i % 2 === 0 ? part : of.places.find(part, at)))
    if (filled.every((p) => p !== undefined)) return filled.join('')
  }
  return ''
}
