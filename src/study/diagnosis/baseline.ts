import type { Entry, Line } from '../../formula/entry.ts'
import { references } from '../../formula/entry.ts'
import type { Slot } from '../../formula/interpret.ts'
import { indicators } from '../../model/2-diagnosis/catalogue.ts'
import { book } from '../../model/book.ts'
import { isShared } from '../../model/templates.ts'
import type { AlternativeRun } from '../run.ts'
import { wantedPointer } from './trace.ts'

/** Entries that the measured indicators are made from, directly or through others. */
const behindIndicators: readonly Entry[] = entriesBehind(
  indicators.flatMap(({ line, literal }) => (literal === undefined ? [line] : [line, literal])),
)

function entriesBehind(lines: readonly Line[]): Entry[] {
  const seen = new Set<Entry>(lines)
  // a set may grow while it is walked, and gives what was added too
  for (const entry of seen) {
    const formula = entry.type === 'line' ? book.formulas.get(entry) : undefined
    const read: readonly Entry[] =
      formula !== undefined ? references(formula) : entry.type === 'method' || entry.type === 'open' ? entry.of() : []
    for (const each of read) seen.add(each)
  }
  return [...seen]
}

/** All that an alternative may change of the measured indicators: their rows, where each datum is read, and what is derived. */
function groundsOf(of: AlternativeRun): string {
  const { domains, slots, buffer } = of.run
  const dimensions = new Set(behindIndicators.flatMap((entry) => entry.over.map((d) => d.id)))
  const { members, relations } = domains.space
  // rows and places of shared data are those of every alternative
  const said: unknown[] = [
    [...dimensions].map((d) => members[d]),
    relations.filter((r) => r.dimensions.every((d) => dimensions.has(d))),
  ]
  for (const entry of behindIndicators) {
    const slot = slots.get(entry) as Slot
    if (entry.type === 'given')
      said.push(buffer.subarray(slot.offset, slot.offset + slot.domain.rows.length * slot.years).join())
    if ((entry.type !== 'input' && entry.type !== 'open') || isShared(entry)) continue
    for (const at of domains.keysOf(slot.domain))
      said.push(
        of.bound.readingOf(entry, at).pointer ?? (entry.type === 'input' ? wantedPointer(of, { entry, at }) : ''),
      )
  }
  return JSON.stringify(said)
}

const remembered = new WeakMap<AlternativeRun['scenario'], Map<string, unknown>>()

/**
 * What is measured is mostly the same for all alternatives of a scenario: worked out once for those that
 * agree in every row, place of a datum and derived value behind it.
 */
export function sharedByAlternatives<T>(of: AlternativeRun, name: string, work: () => T): T {
  const known = remembered.get(of.scenario) ?? new Map<string, unknown>()
  remembered.set(of.scenario, known)
  const key = `${name} ${groundsOf(of)}`
  if (!known.has(key)) known.set(key, work())
  return known.get(key) as T
}
