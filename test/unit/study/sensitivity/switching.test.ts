import { describe, expect, test } from 'vitest'
import { crossing } from '../../../../src/numeric/search/crossing.ts'
import { firstTurn } from '../../../../src/numeric/search/first-turn.ts'
import { contestOf } from '../../../../src/study/choice/contest.ts'
import { usualDrivers } from '../../../../src/study/sensitivity/drivers.ts'
import { gridOf } from '../../../../src/study/sensitivity/grid.ts'
import { moved } from '../../../../src/study/sensitivity/inputs.ts'
import { switchingOf } from '../../../../src/study/sensitivity/switching.ts'
import { twoPlans } from '../choice/two-plans.ts'

describe('a change of sign', () => {
  test('is found to the tolerance, be it a root or a jump', () => {
    const root = crossing((x) => x ** 3 - 2, { from: 0, to: 4, tolerance: 1e-12 })
    expect(root.after).toBeCloseTo(Math.cbrt(2), 11)
    const jump = crossing((x) => (x < 0.3 ? 1 : -1), { from: 0, to: 1, tolerance: 1e-9 })
    expect(jump.before).toBeLessThan(0.3)
    expect(jump.after).toBeGreaterThanOrEqual(0.3)
    expect(jump.after - jump.before).toBeLessThanOrEqual(1e-9)
    expect(() => crossing(() => 1, { from: 0, to: 1, tolerance: 1e-9 })).toThrow(RangeError)
  })

  test('is looked for from zero outwards, and is null where there is none or no value', () => {
    expect(firstTurn((x) => 0.2 + x, { reach: -1, tolerance: 1e-9 })).toBeCloseTo(-0.2, 8)
    expect(firstTurn((x) => 1 + x, { reach: 1, tolerance: 1e-9 })).toBeNull()
    expect(firstTurn((x) => (x > 0.4 ? Number.NaN : 1), { reach: 1, tolerance: 1e-9 })).toBeNull()
  })
})

test('a turn there and back between two steps is found where something else changed from one step to the other', () => {
  // the sign is negative only from 0.6 to 0.61, and what else changes does so at both ends of that stretch
  const sign = (x: number) => (x >= 0.6 && x <= 0.61 ? -1 : 1)
  const mark = (x: number) => `${x >= 0.6}${x > 0.61}`
  expect(firstTurn(sign, { reach: 1, tolerance: 1e-9 })).toBeNull()
  expect(firstTurn(sign, { reach: 1, tolerance: 1e-9, mark })).toBeCloseTo(0.6, 8)
})

describe('a switching value', () => {
  const plan = twoPlans()
  const contest = contestOf(plan)

  test('applied to the plan changes the winner; just short of it does not', () => {
    const found = usualDrivers(plan, [0, 1]).flatMap((driver) => {
      const { up, down } = switchingOf(contest, driver, 0.9)
      return [up, down].flatMap((s) => (s ? [{ driver, turn: s }] : []))
    })
    expect(found.length).toBeGreaterThan(0)
    for (const { driver, turn } of found) {
      const winner = (share: number) => contestOf(moved(plan, driver, { share }).scenario).winner
      expect(winner(turn.share)).toBe(turn.winner)
      expect(turn.winner).not.toBe(contest.winner)
      expect(winner(turn.share - Math.sign(turn.share) * 2e-5)).toBe(contest.winner)
    }
  })

  test('of how alternatives are ranked needs no evaluation of them and finds the weight that turns', () => {
    const weighted = twoPlans({ ranking: { weights: { coverage: 1, pvCosts: 1 } } })
    const base = contestOf(weighted)
    const driver = { id: 'w', pointers: ['/ranking/weights/coverage'], label: { es: 'w', en: 'w' } }
    // one criterion in each group weighs all of its group, so its own weight cannot matter
    expect(switchingOf(base, driver, 0.9).least).toBeNull()
  })
})

describe('the grid', () => {
  test('each cell is the winner of the plan with both inputs changed', () => {
    const plan = twoPlans()
    const x = { pointer: '/economy/discountRate', values: [0.05, 0.12] }
    const y = { pointer: '/alternatives/1/projects/1/costs/1/unit', shares: [-0.5, 0, 3] }
    const answer = gridOf(plan, { x, y, figure: 'pvCosts' })
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
    const { grid } = answer
    expect(grid.cells.length).toBe(3)
    const both = moved(
      moved(plan, { id: 'x', pointers: [x.pointer], label: { es: '', en: '' } }, { value: 0.12 }).scenario,
      { id: 'y', pointers: [y.pointer], label: { es: '', en: '' } },
      { share: 3 },
    ).scenario
    const expected = contestOf(both)
    expect(grid.cells[2]?.[1]?.winner).toBe(expected.winner)
    expect(grid.cells[2]?.[1]?.figure).toEqual(
      Object.fromEntries(expected.contenders.map((c) => [c.id, c.criteria.pvCosts])),
    )
    expect(Object.values(grid.wins).reduce((a, b) => a + b, 0)).toBe(6)
    expect(grid.y.values).toEqual([35000, 70000, 280000])
  })

  test('too many cells, or an input that is not one, are problems with their place', () => {
    const plan = twoPlans()
    const many = Array.from({ length: 21 }, (_, i) => i / 100)
    const answer = gridOf(plan, {
      x: { pointer: '/name', shares: many },
      y: { pointer: '/economy/inflation', shares: many },
    })
    expect(answer.ok ? [] : answer.problems.map((p) => `${p.pointer} ${p.code}`)).toEqual([
      '/x/pointer pointer-not-numeric',
      '/x too-many',
    ])
  })
})
