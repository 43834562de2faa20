import type { Entry } from '../../formula/entry.ts'
import type { Slot } from '../../formula/interpret.ts'
import { Fault } from '../../formula/interpret.ts'
import { planBook } from '../../formula/kernel/plan.ts'
import { bind } from '../../model/bind.ts'
import { book } from '../../model/book.ts'
import { placesOf } from '../../model/places.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { AlternativeRun } from '../run.ts'
import { placesIn, reachedBy } from './cells.ts'
import { probesOf } from './draw.ts'
import type { Job } from './job.ts'

/** One alternative bound once: it with the inputs of a drawn scenario; undefined where a value goes beyond any number. */
export type Engine = (drawn: Scenario) => AlternativeRun | undefined

/** Slots that remember which entries were looked up. */
class Watched extends Map<Entry, Slot> {
  readonly read: Set<Entry> = new Set()

  override get(entry: Entry): Slot | undefined {
    this.read.add(entry)
    return super.get(entry)
  }
}

/**
 * Binds an alternative for many draws: each overwrites the cells that the inputs reach and works out the lines that
 * `read` looks up. What an engine answers holds until its next draw. Throws Fault where the plan as it stands does.
 */
export function engineOf(job: Job, index: number, read: (of: AlternativeRun) => void): Engine {
  const { scenario } = job
  const places = placesOf(scenario, index)
  const bound = bind(places)
  const plan = planBook(book, bound.binding)
  const all = plan.evaluate()
  const reached = reachedBy(job, { places, index, bound, run: all }, probesOf(job))
  const { id, name } = places.alternative
  const head = { id, name: name ?? id, bound }
  const watched = new Watched()
  for (const [entry, slot] of all.slots) watched.set(entry, slot)
  read({ ...head, scenario, document: scenario, places, run: { ...all, slots: watched } })
  plan.only([...watched.read])
  // Any other line may still be of another draw, so it cannot be found.
  const slots = new Map([...watched.read].map((entry) => [entry, all.slots.get(entry) as Slot]))
  const run = { ...all, slots }
  return (drawn) => {
    plan.update(reached(drawn))
    try {
      plan.evaluate()
    } catch (error) {
      if (error instanceof Fault) return undefined
      throw error
    }
    return { ...head, scenario: drawn, document: drawn, places: placesIn({ places, index }, drawn), run }
  }
}
