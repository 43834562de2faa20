import { expect, test } from 'vitest'
import { toPointer } from '../../src/scenario/pointer.ts'
import { contestOf, retried } from '../../src/study/choice/contest.ts'
import type { Change } from '../../src/study/sensitivity/inputs.ts'
import { twoPlans } from '../unit/study/choice/two-plans.ts'

/** Pointers of every number of a document. */
function numbersOf(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'number') return [toPointer(path)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => numbersOf(member, [...path, key]))
}

test('whatever number of a plan is moved, however far, the plan is ranked or the reason is told', () => {
  const plan = twoPlans()
  const base = contestOf(plan)
  const changes: Change[] = [{ share: -1 }, { share: 1 }, { value: 1e15 }, { value: -1e15 }, { value: 0 }]
  let told = 0
  for (const pointer of numbersOf(plan)) {
    const driver = { id: pointer, pointers: [pointer], label: { es: pointer, en: pointer } }
    for (const change of changes) {
      const trial = retried(base, [{ driver, change }])
      if (trial.ok) {
        expect(trial.contest.ranking.order.length).toBe(2)
        const values = trial.contest.contenders.flatMap((c) => Object.values(c.criteria))
        expect(values.every((x) => x === null || Number.isFinite(x))).toBe(true)
      } else {
        told += 1
        expect(trial.because.es).toMatch(/^Con ese valor/u)
      }
    }
  }
  expect(told).toBeGreaterThan(20)
})
