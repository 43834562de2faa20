import { assert, double, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bisect } from '../../../src/numeric/bisect.ts'
import { leastChange } from '../../../src/numeric/search/linear-program.ts'

describe('bisection', () => {
  it('finds where a condition begins to hold, to its tolerance and on the side where it holds', () => {
    const turn = bisect((x) => x ** 3 >= 5, { low: 0, high: 3, tolerance: 1e-10 }) ?? 0
    expect(turn ** 3).toBeGreaterThanOrEqual(5)
    expect((turn - 1e-10) ** 3).toBeLessThan(5)
  })

  it('gives the lower end where it holds already, null where it never does, and refuses a crossed bracket', () => {
    expect(bisect(() => true, { low: 2, high: 3 })).toBe(2)
    expect(bisect(() => false, { low: 2, high: 3 })).toBeNull()
    expect(() => bisect(() => true, { low: 3, high: 2 })).toThrow(RangeError)
  })
})

describe('the least change under linear conditions', () => {
  it('is null where the bounds leave no point', () => {
    const condition = { coefficients: [1, 1], least: 3 }
    expect(leastChange({ costs: [1, 1], conditions: [condition], lower: [-1, -1], upper: [1, 1] })).toBeNull()
  })

  it('is nothing where nothing is asked', () => {
    expect(leastChange({ costs: [1, 2], conditions: [], lower: [-1, 0], upper: [1, 1] })).toEqual([0, 0])
  })

  it('is never dearer than any point of a grid that meets the conditions, and meets them', async () => {
    const number = double({ min: -2, max: 2, noNaN: true })
    const conditions = uniqueArray(number, { minLength: 9, maxLength: 9 })
    await assert(
      property(conditions, (x) => {
        const asked = [0, 1, 2].map((k) => ({
          coefficients: [x[3 * k] as number, x[3 * k + 1] as number],
          least: x[3 * k + 2] as number,
        }))
        const costs = [1, 1.7]
        const meets = (p: readonly number[], slack: number) =>
          asked.every((c) => c.coefficients.reduce((s, a, i) => s + a * (p[i] as number), 0) >= c.least - slack)
        const price = (p: readonly number[]) => p.reduce((s, v, i) => s + Math.abs(v) * (costs[i] as number), 0)
        const found = leastChange({ costs, conditions: asked, lower: [-1, -1], upper: [1, 1] })
        const steps = Array.from({ length: 41 }, (_, i) => (i - 20) / 20)
        const grid = steps.flatMap((a) => steps.map((b) => [a, b])).filter((p) => meets(p, 0))
        if (found === null) return grid.length === 0
        return meets(found, 1e-6) && grid.every((p) => price(found) <= price(p) + 1e-6)
      }),
      { numRuns: 300 },
    )
  })
})
