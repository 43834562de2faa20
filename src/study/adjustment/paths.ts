import type { Path } from '../../scenario/path.ts'
import { expandPath } from '../../scenario/path.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** A Path with each of its values changed; a growing one keeps its growth, so `change` must be a scaling there. */
export function mapPath(path: Path, change: (value: number) => number): Path {
  if (typeof path === 'number') return change(path)
  if ('points' in path) {
    const points = Object.fromEntries(Object.entries(path.points).map(([year, value]) => [year, change(value)]))
    return { ...path, points }
  }
  if ('start' in path) return { ...path, start: change(path.start) }
  return { ...path, values: path.values.map(change) }
}

/** Values of a Path from the base year to the financial horizon, held outside a list. */
export function financialValues({ baseYear, horizon }: Scenario, path: Path): number[] {
  return expandPath(path, { baseYear, length: horizon.financial + 1 }, 'hold')
}

/** Yearly values from the base year on, as a Path. */
export const listed = ({ baseYear }: Scenario, values: readonly number[]): Path => ({
  values: [...values],
  from: baseYear,
})

/** A Path changed from t = 1 on; what was measured in the base year stays. */
export const afterBaseYear = (scenario: Scenario, path: Path, change: (value: number, t: number) => number): Path =>
  listed(
    scenario,
    financialValues(scenario, path).map((value, t) => (t === 0 ? value : change(value, t))),
  )
