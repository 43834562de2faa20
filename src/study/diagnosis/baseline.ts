import type { Entry, Input, Line, Open } from '../../formula/entry.ts'
import { references } from '../../formula/entry.ts'
import type { Slot } from '../../formula/interpret.ts'
import { indicators } from '../../model/2-diagnosis/catalogue.ts'
import type { Indicator } from '../../model/2-diagnosis/measures.ts'
import { book } from '../../model/book.ts'
import { commonOf } from '../../model/common.ts'
import { isShared } from '../../model/templates.ts'
import type { AlternativeRun } from '../run.ts'
import { wantedPointer } from './trace.ts'

/** Indicators that are worked out together, and the entries that they are made from, directly or through others. */
interface Group {
  readonly id: string
  readonly indicators: ReadonlySet<Indicator>
  readonly behind: readonly Entry[]
}

const linesOf = ({ line, literal }: Indicator): Line[] => (literal === undefined ? [line] : [line, literal])
const isOwn = (entry: Entry): entry is Input | Open =>
  (entry.type === 'input' || entry.type === 'open') && !isShared(entry)

/** Apart stand those that read what alternatives give each in its own way: the others are mostly alike in all. */
const groups: readonly Group[] = [false, true].map((own) => {
  const list = indicators.filter((indicator) => entriesBehind(linesOf(indicator)).some(isOwn) === own)
  return { id: own ? 'own' : 'common', indicators: new Set(list), behind: entriesBehind(list.flatMap(linesOf)) }
})

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
function groundsOf(of: AlternativeRun, behind: Group['behind']): string {
  const { domains, slots, buffer } = of.run
  const dimensions = new Set(behind.flatMap((entry) => entry.over.map((d) => d.id)))
  const { members, relations } = domains.space
  // rows and places of shared data are those of every alternative
  const said: unknown[] = [
    [...dimensions].map((d) => members[d]),
    relations.filter((r) => r.dimensions.every((d) => dimensions.has(d))),
  ]
  for (const entry of behind) {
    const slot = slots.get(entry) as Slot
    if (entry.type === 'given')
      said.push(buffer.subarray(slot.offset, slot.offset + slot.domain.rows.length * slot.years).join())
    if (!isOwn(entry)) continue
    for (const at of domains.keysOf(slot.domain))
      said.push(
        of.bound.readingOf(entry, at).pointer ?? (entry.type === 'input' ? wantedPointer(of, { entry, at }) : ''),
      )
  }
  return JSON.stringify(said)
}

const remembered = new WeakMap<AlternativeRun['scenario'], Map<string, ReadonlyMap<Indicator, unknown>>>()

/**
 * What is measured is mostly the same for all alternatives of a scenario: worked out once for those that
 * agree in every row, place of a datum and derived value behind it. In the order of the indicators.
 */
export function sharedByAlternatives<T>(of: AlternativeRun, name: string, work: (indicator: Indicator) => T): T[] {
  const common = commonOf(of.scenario)
  const known = remembered.get(common) ?? new Map<string, ReadonlyMap<Indicator, unknown>>()
  remembered.set(common, known)
  const told = groups.map((group) => {
    const key = `${name} ${group.id} ${groundsOf(of, group.behind)}`
    const found = known.get(key) ?? new Map([...group.indicators].map((indicator) => [indicator, work(indicator)]))
    known.set(key, found)
    return found
  })
  return indicators.map((indicator) => told.find((each) => each.has(indicator))?.get(indicator) as T)
}
