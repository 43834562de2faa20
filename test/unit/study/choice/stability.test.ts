import { describe, expect, test } from 'vitest'
import type { Criterion } from '../../../../src/scenario/document/ranking.ts'
import { criteria, rankingSchema } from '../../../../src/scenario/document/ranking.ts'
import { contestOf } from '../../../../src/study/choice/contest.ts'
import { stabilityOf } from '../../../../src/study/choice/stability.ts'
import { weightIntervals, weightsRegion } from '../../../../src/study/choice/weights-region.ts'
import type { Contender } from '../../../../src/study/ranking.ts'
import { rank } from '../../../../src/study/ranking.ts'
import { twoPlans } from './two-plans.ts'

const wish = rankingSchema.parse({})

function contender(id: string, values: Partial<Record<Criterion, number>>, rest: Partial<Contender> = {}): Contender {
  const all = Object.fromEntries(criteria.map((c) => [c, values[c] ?? 1])) as Contender['criteria']
  return { id, viable: true, setAside: [], ...rest, criteria: all }
}

/** One leads in coverage, the other in cost coverage: the first wins where its weight is the greater of the two. */
const pair = [contender('a', { coverage: 2 }), contender('b', { costCoverage: 2 })]

describe('the region of weights', () => {
  test('two alternatives, each with one criterion of its own: the share is the one that integrates by hand', () => {
    // P(x > y) with x ~ Beta(1, 5) the first of six shares and y ~ Beta(1, 3) the first of four: ∫ 5(1−x)⁴ (1 − (1−x)³) dx = 3/8
    const region = weightsRegion(pair, wish)
    expect(region?.draws).toBe(100_000)
    expect(Math.abs((region?.any.a as number) - 3 / 8)).toBeLessThan(4 * (region?.standardError as number))
    expect((region?.any.a as number) + (region?.any.b as number)).toBe(1)
  })

  test('the same seed gives the same shares, and another seed others near them', () => {
    const once = weightsRegion(pair, wish, { seed: 7, draws: 20_000 })
    expect(weightsRegion(pair, wish, { seed: 7, draws: 20_000 })).toEqual(once)
    const again = weightsRegion(pair, wish, { seed: 8, draws: 20_000 })
    expect(again?.any.a).not.toBe(once?.any.a)
    expect(again?.any.a).toBeCloseTo(once?.any.a as number, 1)
  })

  test('what is not viable never comes first where a viable one is asked for, nor what is set aside', () => {
    const others = [
      contender('sick', { coverage: 9 }, { viable: false }),
      contender('out', { coverage: 99 }, { setAside: ['x'] }),
    ]
    const region = weightsRegion([...pair, ...others], wish, { draws: 2000 })
    expect(region?.any.sick).toBe(0)
    expect(region?.any).not.toHaveProperty('out')
  })

  test('closeness to the ideal is what the ranking itself computes', () => {
    const three = [
      contender('a', { coverage: 0.9, pvCosts: 120, employment: 4 }),
      contender('b', { coverage: 0.8, pvCosts: 90, employment: 9 }),
      contender('c', { coverage: 0.7, pvCosts: 100, employment: 2 }),
    ]
    const topsis = { ...wish, method: 'topsis' as const }
    const intervals = weightIntervals(three, topsis) ?? []
    const winner = rank(three, topsis).order[0]?.alternative
    expect(intervals.length).toBe(criteria.length)
    for (const { from, to, weight } of intervals) {
      expect(from).toBeLessThanOrEqual(weight)
      expect(to).toBeGreaterThanOrEqual(weight)
    }
    const region = weightsRegion(three, topsis, { draws: 5000 })
    expect(region?.legalOrder[winner as string]).toBeGreaterThan(0)
  })

  test('the lexicographic method has no weights', () => {
    const lexicographic = { ...wish, method: 'lexicographic' as const }
    expect(weightsRegion(pair, lexicographic)).toBeNull()
    expect(weightIntervals(pair, lexicographic)).toBeNull()
  })
})

describe('the interval of a weight', () => {
  test('just past its ends another alternative comes first, by the ranking itself', () => {
    const some = [
      contender('a', { coverage: 0.9, pvCosts: 120, employment: 4, costCoverage: 0.9 }),
      contender('b', { coverage: 0.8, pvCosts: 90, employment: 9, costCoverage: 1.1 }),
    ]
    const winner = rank(some, wish).order[0]?.alternative
    const base = rank(some, wish)
    const inner = (weightIntervals(some, wish) ?? []).filter((i) => i.from > 0 || i.to < 1)
    expect(inner.length).toBeGreaterThan(0)
    const weighted = (criterion: Criterion, to: number) => {
      const group = criteria.indexOf(criterion) < 6 ? criteria.slice(0, 6) : criteria.slice(6)
      const own = new Map((weightIntervals(some, wish) ?? []).map((i) => [i.criterion, i.weight]))
      const rest = 1 - (own.get(criterion) as number)
      const weights = Object.fromEntries(
        criteria.map((c) => {
          const w = own.get(c) as number
          if (!group.includes(c)) return [c, w]
          return [c, c === criterion ? to : (w / rest) * (1 - to)]
        }),
      )
      return rank(some, { ...wish, weights }).order[0]?.alternative
    }
    for (const { criterion, from, to } of inner) {
      if (from > 0) expect(weighted(criterion, from - 1e-6)).not.toBe(winner)
      if (from > 0) expect(weighted(criterion, from + 1e-6)).toBe(winner)
      if (to < 1) expect(weighted(criterion, to + 1e-6)).not.toBe(winner)
      if (to < 1) expect(weighted(criterion, to - 1e-6)).toBe(winner)
    }
    expect(base.sameWinner).toBeTypeOf('boolean')
  })
})

describe('the certificate', () => {
  test('puts the input that changes the winner soonest first, and says all of it in two languages', () => {
    const scenario = twoPlans()
    const answer = stabilityOf(scenario, { reach: 0.9, draws: 2000, firstProbability: { compostar: 0.25 } })
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
    const { stability } = answer
    expect(stability.winner).toBe(contestOf(scenario).winner)
    const least = stability.drivers.map((d) => d.least ?? Number.POSITIVE_INFINITY)
    expect(least).toEqual(least.toSorted((a, b) => a - b))
    expect(stability.sentences.length).toBeGreaterThanOrEqual(4)
    for (const { es, en } of stability.sentences) {
      expect(es).toMatch(/\.$/u)
      expect(en).not.toBe(es)
    }
    expect(stability.sentences.at(-1)?.es).toContain('simulación')
  })

  test('an alternative that is not of the plan has no probability', () => {
    const answer = stabilityOf(twoPlans(), {
      reach: 0.1,
      inputs: [{ pointer: '/economy/inflation' }],
      firstProbability: { nadie: 1 },
    })
    expect(answer.ok ? [] : answer.problems.map((p) => p.code)).toEqual(['unknown-alternative'])
  })
})
