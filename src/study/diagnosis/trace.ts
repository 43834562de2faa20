import type { Input, Line } from '../../formula/entry.ts'
import type { See, Slot } from '../../formula/interpret.ts'
import type { Key } from '../../model/places.ts'
import { filled, templatesOf } from '../../model/templates.ts'
import { sourceOf } from '../explain.ts'
import type { AlternativeRun } from '../run.ts'

/** An input that has no value where a figure needed it. */
export interface Lack {
  readonly entry: Input
  readonly at: Key
}

const indexOf = (slot: Slot, row: number, t: number): number => slot.offset + row * slot.years + t

/** Reads the cells that a cell is made from: none where it is not a line's. */
function readBelow(of: AlternativeRun, { slot, row, t }: { slot: Slot; row: number; t: number }, see: See): void {
  if (slot.entry.type === 'line') of.run.ready.get(slot.entry)?.reads(row, t, see)
}

/** The inputs without a value that leave a figure without one, in the order of reading. */
export function lacksOf(of: AlternativeRun, line: Line, at: { row: number; t: number }): readonly Lack[] {
  const { buffer, domains } = of.run
  const lacks: Lack[] = []
  const seen = new Set<number>()
  const walk: See = (slot, row, t) => {
    const place = indexOf(slot, row, t)
    if (!Number.isNaN(buffer[place]) || seen.has(place)) return
    seen.add(place)
    const { entry, domain } = slot
    if (entry.type === 'input') lacks.push({ entry, at: domains.keyOf(domain, row) })
    else readBelow(of, { slot, row, t }, walk)
  }
  const slot = of.run.slots.get(line) as Slot
  walk(slot, at.row, slot.years === 1 ? 0 : at.t)
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

/** Where a figure comes from; a cell that many figures read is walked once. */
export function trailOf(of: AlternativeRun, line: Line, at: { row: number; t: number }): Trail {
  const known = remembered.get(of) ?? new Map<number, Trail>()
  remembered.set(of, known)
  const walk = (slot: Slot, row: number, t: number): Trail => {
    const { entry, domain } = slot
    // an input comes from one place, whatever the year
    const place = indexOf(slot, row, entry.type === 'line' ? t : 0)
    const found = known.get(place)
    if (found) return found
    // a cell that reads its own past comes back here while it is being walked
    known.set(place, noTrail)
    let trail = noTrail
    if (entry.type === 'input') trail = groundOf(of, entry, of.run.domains.keyOf(domain, row))
    else
      readBelow(of, { slot, row, t }, (...below) => {
        trail = joined(trail, walk(...below))
      })
    known.set(place, trail)
    return trail
  }
  const slot = of.run.slots.get(line) as Slot
  return walk(slot, at.row, slot.years === 1 ? 0 : at.t)
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

function joined(a: Trail, b: Trail): Trail {
  if (a === b || b === noTrail) return a
  const [sources, zones] = [union(a.sources, b.sources), union(a.zones, b.zones)]
  return sources === a.sources && zones === a.zones ? a : { sources, zones }
}

/** One of the sets where it has all of the other. */
function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (a === b || b.size === 0) return a
  if (a.size === 0) return b
  for (const x of b) if (!a.has(x)) return new Set([...a, ...b])
  return a
}

/** The first place where a missing input could stand; empty where there is none. */
export function wantedPointer(of: AlternativeRun, { entry, at }: Lack): string {
  for (const { parts } of templatesOf(entry)) {
    const pointer = filled(parts, of.places, at)
    if (pointer !== undefined) return pointer
  }
  return ''
}
