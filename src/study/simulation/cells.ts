import type { Given, Input } from '../../formula/entry.ts'
import type { Run, Slot } from '../../formula/interpret.ts'
import type { Change } from '../../formula/kernel/plan.ts'
import type { Bound } from '../../model/bind.ts'
import { bind } from '../../model/bind.ts'
import { book } from '../../model/book.ts'
import { givensOf } from '../../model/givens.ts'
import type { Key, Places } from '../../model/places.ts'
import type { Path } from '../../scenario/path.ts'
import { expandPath } from '../../scenario/path.ts'
import { ownMember, pointerTokens, toPointer } from '../../scenario/pointer.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { limitsAt } from '../sensitivity/limits.ts'
import { wholesOf } from './draw.ts'
import type { Job } from './job.ts'

/** The cells of one alternative that a job's inputs reach: what changes in them with a drawn scenario. */
export type Reached = (drawn: Scenario) => Change[]

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
  const direct = inputs.filter(({ entry }) => entry.form !== 'years')
  return (drawn) => {
    const here = placesIn(ground, drawn)
    const span = { baseYear: drawn.baseYear, length: drawn.horizon.waste + 1 }
    const changes: Change[] = direct.map((cell) => {
      const raw = cell.tokens.reduce<unknown>(ownMember, drawn) as Path
      const outside = cell.entry.form === 'flow' ? 'zero' : 'hold'
      return change(cell, typeof raw === 'number' ? raw : expandPath(raw, span, outside))
    })
    if (viaBind.length > 0) {
      const { read } = bind(here).binding
      for (const cell of viaBind) changes.push(change(cell, read(cell.entry, cell.key)))
    }
    if (givens.length > 0) {
      const values = givensOf(here).givens
      for (const cell of givens) changes.push(change(cell, values[cell.entry.key]?.(cell.key) ?? Number.NaN))
    }
    return changes
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

const change = ({ entry, row }: Cell<Input | Given>, values: Change['values']): Change => ({ entry, row, values })

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
