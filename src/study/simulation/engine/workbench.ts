import type { PopulationChoice } from '../../../model/1-projections/population-choice.ts'
import { populationsOf } from '../../../model/givens.ts'
import type { Path } from '../../../scenario/path.ts'
import { expandPath } from '../../../scenario/path.ts'
import { getPointer, ownMember, pointerTokens } from '../../../scenario/pointer.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { movedValue } from '../../sensitivity/inputs.ts'
import { changeOf, drawnScenario, wholesOf } from '../draw.ts'
import type { Job } from '../job.ts'

/** A scenario with drawn numbers in it: it holds until the next draw. */
export interface Drawn {
  readonly scenario: Scenario
  /** How its population is projected: the same for all alternatives, and worked out when first asked for. */
  readonly populations: () => readonly PopulationChoice[]
  /** A Path in it by year, worked out once however many cells and alternatives read it. */
  readonly yearsOf: (path: Path, outside: 'zero' | 'hold') => readonly number[]
}

/** Puts drawn numbers into a scenario: into one copy over and over where the inputs do not touch each other, else into a new one. */
export function workbenchOf(job: Job): (drawn: readonly number[]) => Drawn {
  const put = areApart(job) ? inPlace(job) : (drawn: readonly number[]) => drawnScenario(job, drawn)
  return (drawn) => {
    const scenario = put(drawn)
    const span = { baseYear: scenario.baseYear, length: scenario.horizon.waste + 1 }
    const known = { zero: new Map<Path, readonly number[]>(), hold: new Map<Path, readonly number[]>() }
    let populations: readonly PopulationChoice[] | undefined
    return {
      scenario,
      yearsOf: (path, outside) => {
        const years = known[outside].get(path) ?? expandPath(path, span, outside)
        known[outside].set(path, years)
        return years
      },
      populations: () => {
        populations ??= populationsOf(scenario)
        return populations
      },
    }
  }
}

/** No pointer is drawn twice or lies below another, and no composition has to sum 1 again. */
function areApart(job: Job): boolean {
  const pointers = job.inputs.flatMap(({ driver }) => driver.pointers)
  const touching = pointers.some((a, i) => pointers.some((b, j) => i !== j && (a === b || a.startsWith(`${b}/`))))
  return !touching && wholesOf(job.inputs).length === 0
}

function inPlace(job: Job): (drawn: readonly number[]) => Scenario {
  const scenario = structuredClone(job.scenario)
  const spots = job.inputs.flatMap(({ driver, effect }, k) =>
    driver.pointers.map((pointer) => {
      const tokens = pointerTokens(pointer) ?? []
      const holder = tokens.slice(0, -1).reduce<unknown>(ownMember, scenario) as Record<string, unknown>
      const place = { scenario: job.scenario, pointer, value: getPointer(job.scenario, pointer) }
      return { k, driver, effect, place, holder, token: tokens.at(-1) as string }
    }),
  )
  return (drawn) => {
    for (const { k, driver, effect, place, holder, token } of spots)
      holder[token] = movedValue(place, driver, changeOf(effect, drawn[k] as number))
    return scenario
  }
}
