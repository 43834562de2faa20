import type { Slot } from '../../../formula/interpret.ts'
import { Fault } from '../../../formula/interpret.ts'
import { planBook } from '../../../formula/kernel/plan.ts'
import { bind } from '../../../model/bind.ts'
import { book } from '../../../model/book.ts'
import { placesOf } from '../../../model/places.ts'
import { entriesRead } from '../../reading/watched.ts'
import type { AlternativeRun } from '../../run.ts'
import { probesOf } from '../draw.ts'
import type { Job } from '../job.ts'
import { placesIn, reachedBy } from './cells.ts'
import type { Drawn } from './workbench.ts'

/** One alternative bound once: it with the inputs of a drawn scenario; undefined where a value goes beyond any number. */
export type Engine = (drawn: Drawn) => AlternativeRun | undefined

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
  const wanted = entriesRead({ ...head, scenario, document: scenario, places, run: all }, read)
  plan.only([...wanted])
  // Any other line may still be of another draw, so it cannot be found.
  const slots = new Map([...wanted].map((entry) => [entry, all.slots.get(entry) as Slot]))
  const run = { ...all, slots }
  const again = plan.repeat(reached.sources)
  return (drawn) => {
    try {
      again(reached.changes(drawn))
    } catch (error) {
      if (error instanceof Fault) return undefined
      throw error
    }
    const document = drawn.scenario
    return { ...head, scenario: document, document, places: placesIn({ places, index }, document), run }
  }
}
