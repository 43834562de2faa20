import type { Given, Input } from '../../../formula/entry.ts'
import type { Run, Slot } from '../../../formula/interpret.ts'
import type { Change } from '../../../formula/kernel/plan.ts'
import type { Bound } from '../../../model/bind.ts'
import { bind } from '../../../model/bind.ts'
import { book } from '../../../model/book.ts'
import { givensOf, populationGivens } from '../../../model/givens.ts'
import type { Key, Places } from '../../../model/places.ts'
import type { Path } from '../../../scenario/path.ts'
import { ownMember, pointerTokens, toPointer } from '../../../scenario/pointer.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { limitsAt } from '../../sensitivity/limits.ts'
import { wholesOf } from '../draw.ts'
import type { Job } from '../job.ts'
import type { Drawn } from './workbench.ts'

/** The cells of one alternative that a job's inputs reach. */
export interface Reached {
  readonly sources: readonly (Input | Given)[]
  /** What changes in them with a drawn scenario; the list is the same one every time. */
  readonly changes: (drawn: Drawn) => readonly Change[]
}

interface Ground {
  readonly places: Places
  readonly index: number
  readonly bound: Bound
  readonly run: Run
}

/** Finds the cells that a job's inputs reach: inputs by their pointers, derived values by what the probes change. */
export function reachedBy(job: Job, ground: Ground, probes: readonly Scenario[]): Reached {
  const inputs = inputCells(job, ground)
  const givens = givenCells(job, ground, probes)
  const viaBind = inputs.filter(({ entry }) => entry.form === 'years')
  const cells = [...inputs.filter(({ entry }) => entry.form !== 'years'), ...viaBind, ...givens]
  const changes = cells.map(({ entry, row }): Changing => ({ entry, row, values: Number.NaN }))
  const direct = directReader(
    inputs.filter(({ entry }) => entry.form !== 'years'),
    job,
  )
  const onlyPopulation = givens.every(({ entry }) => entry.key === 'projectedPopulation')
  return {
    sources: [...new Set(cells.map(({ entry }) => entry))],
    changes: (drawn) => {
      let at = direct(drawn, changes)
      const set = (values: Change['values']): void => {
        ;(changes[at] as Changing).values = values
        at += 1
      }
      if (viaBind.length > 0) {
        const { read } = bind(placesIn(ground, drawn.scenario)).binding
        for (const cell of viaBind) set(read(cell.entry, cell.key))
      }
      if (givens.length > 0) {
        const values = onlyPopulation
          ? populationGivens(drawn.populations())
          : givensOf(placesIn(ground, drawn.scenario), drawn.populations()).givens
        for (const cell of givens) set(values[cell.entry.key]?.(cell.key) ?? Number.NaN)
      }
      return changes
    },
  }
}

type Changing = { -readonly [K in keyof Change]: Change[K] }

/** Reads the cells that stand in the scenario as they are; where its values change in place, holders are looked up once. */
function directReader(cells: readonly InputCell[], job: Job): (drawn: Drawn, into: readonly Changing[]) => number {
  const drawnAt = new Set(job.inputs.flatMap(({ driver }) => driver.pointers))
  // A value below one that is drawn may come to stand in another object at every draw.
  const below = cells.map(({ tokens }) =>
    tokens.slice(0, -1).some((_, i) => drawnAt.has(toPointer(tokens.slice(0, i + 1)))),
  )
  const lasts = cells.map(({ tokens }) => tokens.at(-1) as string)
  const holder = (scenario: Scenario, { tokens }: InputCell) => tokens.slice(0, -1).reduce<unknown>(ownMember, scenario)
  let seen: Scenario | undefined
  let holders: readonly unknown[] = []
  return ({ scenario, yearsOf }, into) => {
    if (scenario !== seen) holders = cells.map((cell) => holder(scenario, cell))
    seen = scenario
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i] as InputCell
      const raw = ownMember(below[i] ? holder(scenario, cell) : holders[i], lasts[i] as string) as Path
      const outside = cell.entry.form === 'flow' ? 'zero' : 'hold'
      ;(into[i] as Changing).values = typeof raw === 'number' ? raw : yearsOf(raw, outside)
    }
    return cells.length
  }
}

/** The places of an alternative in a scenario of the same shape. */
export const placesIn = ({ places, index }: Pick<Ground, 'places' | 'index'>, scenario: Scenario): Places => ({
  ...places,
  scenario,
  alternative: scenario.alternatives[index] as Places['alternative'],
})

interface Cell<E> {
  readonly entry: E
  readonly key: Key
  readonly row: number
}
type InputCell = Cell<Input> & { readonly tokens: readonly string[] }

function rowKeys(run: Run, entry: Input | Given): readonly Key[] {
  const { domain } = run.slots.get(entry) as Slot
  return run.domains.keysOf(domain)
}

/** Rows of inputs that are read at, above or below a pointer that is drawn. */
function inputCells(job: Job, { bound, run }: Ground): InputCell[] {
  const drawn = [...job.inputs.flatMap(({ driver }) => driver.pointers), ...wholesOf(job.inputs)]
  const ends = new Set(drawn)
  const above = new Set(drawn.flatMap(withThoseAbove))
  const cells: InputCell[] = []
  for (const entry of book.entries) {
    if (entry.type !== 'input' || entry.form === 'flag') continue
    rowKeys(run, entry).forEach((key, row) => {
      const { pointer } = bound.readingOf(entry, key)
      if (pointer === undefined) return
      if (above.has(pointer) || withThoseAbove(pointer).some((p) => ends.has(p)))
        cells.push({ entry, key, row, tokens: pointerTokens(pointer) ?? [] })
    })
  }
  return cells
}

/** A pointer and all that it lies below. */
function withThoseAbove(pointer: string): string[] {
  const tokens = pointerTokens(pointer) ?? []
  return tokens.map((_, i) => toPointer(tokens.slice(0, i + 1)))
}

/** Rows of derived values that change in some probe; where an input takes few values a probe may miss, all of them. */
function givenCells(job: Job, ground: Ground, probes: readonly Scenario[]): Cell<Given>[] {
  const all = book.entries.flatMap((entry) =>
    entry.type === 'given' ? rowKeys(ground.run, entry).map((key, row) => ({ entry, key, row })) : [],
  )
  const stepped = job.inputs.some(
    ({ driver, distribution }) =>
      distribution.kind === 'discrete' || driver.pointers.some((pointer) => limitsAt(pointer).whole),
  )
  if (stepped) return all
  const valuesIn = (scenario: Scenario): string[] => {
    const { givens } = givensOf(placesIn(ground, scenario))
    return all.map(({ entry, key }) => String(givens[entry.key]?.(key)))
  }
  const standing = valuesIn(job.scenario)
  const changing = new Set<Cell<Given>>()
  for (const probe of probes)
    valuesIn(probe).forEach((value, i) => {
      if (value !== standing[i]) changing.add(all[i] as Cell<Given>)
    })
  return all.filter((cell) => changing.has(cell))
}
