import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapleyValues } from '../../src/numeric/search/shapley.ts'
import { runAlternative } from '../../src/study/run.ts'
import type { BridgeAsked } from '../../src/study/sensitivity/bridge.ts'
import { bridgeOf } from '../../src/study/sensitivity/bridge.ts'
import { readFigure } from '../../src/study/sensitivity/figures.ts'
import { twoPlans } from '../unit/study/choice/two-plans.ts'

const plan = twoPlans()
const ends = { from: { scenario: plan, index: 0 }, to: { scenario: plan, index: 1 } }

function bridged(asked: Partial<BridgeAsked> & { figure: string }) {
  const answer = bridgeOf({ ...ends, ...asked })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.bridge
}
const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)

function permutations(n: number): number[][] {
  if (n === 0) return [[]]
  return permutations(n - 1).flatMap((p) =>
    Array.from({ length: n }, (_, i) => [...p.slice(0, i), n - 1, ...p.slice(i)]),
  )
}

describe('shares of a difference', () => {
  test('are the mean of what each adds over every order, and add up', () => {
    const games = fc
      .integer({ min: 1, max: 5 })
      .chain((n) => fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** n, maxLength: 2 ** n }))
    fc.assert(
      fc.property(games, (values) => {
        const n = Math.log2(values.length)
        const orders = permutations(n)
        const expected = Array.from({ length: n }, () => 0)
        for (const order of orders) {
          let set = 0
          for (const player of order) {
            expected[player] =
              (expected[player] as number) + (values[set | (1 << player)] as number) - (values[set] as number)
            set |= 1 << player
          }
        }
        const found = shapleyValues(values)
        for (const [i, x] of found.entries()) expect(x).toBeCloseTo((expected[i] as number) / orders.length, 8)
        expect(sum(found)).toBeCloseTo((values.at(-1) as number) - (values[0] as number), 8)
      }),
    )
  })
})

describe('the bridge between two alternatives', () => {
  test.each(['planNpv', 'pvCosts', 'costCoverage', 'cash:2030', 'averageTariff', 'jobYears'])(
    'the parts of %s add up to the difference within one part in a thousand million',
    (figure) => {
      const { from, to, difference, parts } = bridged({ figure })
      const scale = Math.max(Math.abs(from.value), Math.abs(to.value), Math.abs(difference))
      expect(Math.abs(sum(parts.map((p) => p.amount)) - difference)).toBeLessThanOrEqual(1e-9 * scale)
      const read = readFigure(runAlternative(plan, 0), figure, '')
      if (!read.ok) throw new Error(figure)
      expect(from.value).toBe(read.figure.read(runAlternative(plan, 0)))
      expect(to.value).toBe(read.figure.read(runAlternative(plan, 1)))
    },
  )

  test('only what differs has a part, and what moves nothing has none of it', () => {
    const { parts } = bridged({ figure: 'pvCosts' })
    const ids = parts.map((p) => p.id)
    expect(ids).not.toContain('economy')
    expect(ids).not.toContain('sites')
    expect(ids).toEqual(
      expect.arrayContaining(['tariff', 'investments', 'costs:organicRecovery', 'recovery', 'targets', 'funding']),
    )
    expect(parts.find((p) => p.id === 'tariff')?.amount).toBe(0)
    expect(parts.find((p) => p.id === 'investments')?.amount).toBeGreaterThan(0)
  })

  test('the order in which groups are named does not matter, nor which end comes first', () => {
    const groups = [
      { id: 'tarifa', pointers: ['/alternatives/1/tariff'] },
      { id: 'metas', pointers: ['/alternatives/1/targets'] },
      { id: 'proyectos', pointers: ['/alternatives/1/projects', '/alternatives/1/grants'] },
    ]
    const amounts = (list: typeof groups, asked: Partial<BridgeAsked> = {}) =>
      Object.fromEntries(bridged({ figure: 'planNpv', groups: list, ...asked }).parts.map((p) => [p.id, p.amount]))
    const straight = amounts(groups)
    const shuffled = amounts([...groups].reverse())
    const back = amounts(groups, { from: ends.to, to: ends.from })
    for (const [id, amount] of Object.entries(straight)) {
      expect(shuffled[id]).toBeCloseTo(amount, 3)
      expect(back[id]).toBeCloseTo(-amount, 3)
    }
  })
})

describe('the bridge between two versions', () => {
  test('a plan that differs in one input gives it all to that group', () => {
    const other = twoPlans({ economy: { discountRate: 0.14 } })
    const { parts, difference } = bridged({ figure: 'planNpv', to: { scenario: other, index: 0 } })
    expect(parts.map((p) => p.id)).toEqual(['economy'])
    expect(parts[0]?.amount).toBe(difference)
    expect(difference).not.toBe(0)
  })

  test('a plan compared with itself has no parts and no difference', () => {
    const same = bridged({ figure: 'planNpv', to: { scenario: twoPlans(), index: 0 } })
    expect(same.parts).toEqual([])
    expect(same.difference).toBe(0)
  })

  test('a figure that is undefined at an end, and an unknown one, are problems', () => {
    const codes = ['irr', 'nada'].map((figure) => {
      const answer = bridgeOf({ ...ends, figure })
      return answer.ok ? '' : answer.problems.map((p) => p.code).join()
    })
    expect(codes).toEqual(['figure-undefined', 'figure-unknown'])
  })
})
