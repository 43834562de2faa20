import type { Path } from '../../../scenario/path.ts'
import { expandPath, isPathLike } from '../../../scenario/path.ts'
import { getPointer } from '../../../scenario/pointer.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { sourceOf } from '../../../study/explain.ts'
import type { Move } from '../../../study/explore.ts'
import { usualDrivers } from '../../../study/sensitivity/drivers.ts'
import type { Driver } from '../../../study/sensitivity/inputs.ts'
import { movedValue } from '../../../study/sensitivity/inputs.ts'
import { limitsAt } from '../../../study/sensitivity/limits.ts'
import type { Locale } from '../../../text/numbers.ts'
import type { Positions, Slider, SliderId } from './protocol.ts'
import { sliderIds } from './protocol.ts'

/** Reach of a slider in percentage points; the others move by up to half of the value. */
const points: Readonly<Partial<Record<SliderId, { min: number; max: number; step: number }>>> = {
  growth: { min: -2, max: 2, step: 0.1 },
  discountRate: { min: -10, max: 10, step: 0.25 },
  loanRates: { min: -5, max: 10, step: 0.25 },
  collection: { min: -30, max: 10, step: 1 },
}
const percent = { min: -50, max: 50, step: 1 }
/** Targets start where the municipality stands; what they say is their end. */
const atTheEnd: ReadonlySet<SliderId> = new Set(['coverage', 'capture'])
const point = 0.01

/** A driver of the plan and the slider that moves it. */
export interface Moving {
  readonly driver: Driver
  readonly slider: Slider
}

/** Los datos que más mueven el plan: a slider for each that it has. */
export function slidersOf(scenario: Scenario, locale: Locale): Moving[] {
  const everyAlternative = scenario.alternatives.map((_, i) => i)
  const drivers = usualDrivers(scenario, everyAlternative)
  return sliderIds.flatMap((id) => {
    const driver = drivers.find((one) => one.id === id)
    return driver === undefined ? [] : [movingOf(scenario, driver, { id, locale })]
  })
}

function movingOf(scenario: Scenario, driver: Driver, { id, locale }: { id: SliderId; locale: Locale }): Moving {
  const values = driver.pointers.map((pointer) => standing(scenario, pointer, atTheEnd.has(id)))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const limits = driver.pointers.map(limitsAt)
  const floor = Math.max(...limits.map(({ min }) => min))
  const ceiling = Math.min(...limits.map(({ max }) => max))
  const reach = points[id]
  const source = sourceOf(scenario.sources, driver.pointers[0] ?? '')
  const slider: Slider = {
    id,
    label: driver.label[locale],
    kind: reach === undefined ? 'percent' : 'points',
    ...(reach === undefined ? percent : inside(reach, { least, most, floor, ceiling })),
    ...{ least, most, floor, ceiling },
    pointers: driver.pointers,
    ...(source === undefined ? {} : { source: { source: source.source, status: source.status } }),
  }
  const { step: _, ...plainDriver } = driver
  return { slider, driver: reach === undefined ? plainDriver : { ...driver, step: point } }
}

/** A rate is not offered beyond what the document lets it be. */
function inside(reach: { min: number; max: number; step: number }, values: Values) {
  const { min, max, step } = reach
  const whole = (x: number): number => Math.trunc(x / point / step + 1e-6 * Math.sign(x)) * step
  return {
    min: Math.max(min, whole(Math.max(values.floor, values.least < 0 ? values.floor : lowestRate) - values.least)),
    max: Math.min(max, whole(values.ceiling - values.most)),
    step,
  }
}
/** No planner explores negative rates of a plan that has none; growth stands around zero. */
const lowestRate = -0.02

interface Values {
  readonly least: number
  readonly most: number
  readonly floor: number
  readonly ceiling: number
}

function standing({ baseYear, horizon, ...scenario }: Scenario, pointer: string, last: boolean): number {
  const value = getPointer(scenario, pointer)
  if (!isPathLike(value)) return 0
  const length = last ? horizon.financial + 1 : 1
  return expandPath(value as Path, { baseYear, length }, 'hold').at(-1) ?? 0
}

/** The values that stand in the document where the sliders are at these positions. */
export const movesOf = (scenario: Scenario, moving: readonly Moving[], positions: Positions): Move[] =>
  moving.flatMap(({ driver, slider }) => {
    const position = positions[slider.id] ?? 0
    if (position === 0) return []
    const share = slider.kind === 'points' ? position : position / 100
    return driver.pointers.map((pointer) => {
      const value = getPointer(scenario, pointer)
      return { pointer, value: movedValue({ scenario, pointer, value }, driver, { share }) }
    })
  })
