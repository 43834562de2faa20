import { describe, expect, it } from 'vitest'
import type { CensusPoint, ProjectionMethod } from '../../../src/model/1-projections/population-methods.ts'
import { projectPopulation } from '../../../src/model/1-projections/population-methods.ts'
import peers from '../vectors/peer-population-methods.json' with { type: 'json' }
import tuta from '../vectors/real-A1-tuta.json' with { type: 'json' }
import five from '../vectors/real-A5-five-methods-2024.json' with { type: 'json' }
import declining from '../vectors/real-A6-declining.json' with { type: 'json' }
import bananera from '../vectors/real-A7-zona-bananera.json' with { type: 'json' }
import city from '../vectors/real-A9-arith-216k.json' with { type: 'json' }
import weighted from '../vectors/real-A11-weighted-geometric.json' with { type: 'json' }

const pointsOf = (censuses: Readonly<Record<string, number>>): CensusPoint[] =>
  Object.entries(censuses).map(([year, people]) => ({ year: Number(year), people }))
const pairsOf = (points: readonly CensusPoint[]) =>
  points.slice(1).map((after, i) => [points[i] as CensusPoint, after] as const)
const project = (method: ProjectionMethod, points: readonly CensusPoint[], year: number): number =>
  projectPopulation(method, points, year) as number
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length
const last = <T>(list: readonly T[]): T => list.at(-1) as T

/** Inhabitants a year that our arithmetic method adds after a pair of censuses. */
const increment = (pair: readonly CensusPoint[]) => {
  const end = last(pair)
  return project('arithmetic', pair, end.year + 1) - end.people
}
/** By how much our method multiplies the year after a pair of censuses. */
const ratio = (method: 'geometric' | 'exponential', pair: readonly CensusPoint[]) => {
  const end = last(pair)
  return project(method, pair, end.year + 1) / end.people
}
/** Censuses that carry a published yearly increment, or ratio, up to the last one. */
const withIncrement = ({ year, people }: CensusPoint, yearly: number): CensusPoint[] => [
  { year: year - 1, people: people - yearly },
  { year, people },
]
const withRatio = ({ year, people }: CensusPoint, yearly: number): CensusPoint[] => [
  { year: year - 2, people: people / yearly ** 2 },
  { year: year - 1, people: people / yearly },
  { year, people },
]
/** Censuses from which Wappaus starts at `base` with `rate` per cent a year. */
const withWappausRate = ({ year, people }: CensusPoint, rate: number): CensusPoint[] => [
  { year, people },
  { year: year + 1, people: (people * (200 + rate)) / (200 - rate) },
]

describe('published projections of population', () => {
  it('Tuta 1938-2005: the arithmetic line from each census to the last gives all 108 cells and the mean of the factors', () => {
    const points = pointsOf(tuta.inputs.census)
    const end = last(points)
    const bases = points.slice(0, -1)
    const factors = bases.map((base) => increment([base, end]))
    factors.forEach((factor, i) => void expect(factor).toBeCloseTo(tuta.expected.factors[i] as number, 6))
    expect(mean(factors)).toBeCloseTo(tuta.expected.mean_factor, 6)
    for (const [year, printed] of Object.entries(tuta.expected.table)) {
      const cells = bases.map((base) => project('arithmetic', [base, end], Number(year)))
      const average = project('arithmetic', withIncrement(end, mean(factors)), Number(year))
      expect([...cells, average].map(Math.round), year).toEqual(printed)
    }
  })

  it('five methods to 2024: ours without rounding, within what the published rounding up hides', () => {
    const points = pointsOf(five.inputs.census)
    const end = last(points)
    const increments = pairsOf(points).map(increment)
    expect(increments.map((k) => Number(k.toFixed(2)))).toEqual([18.18, 20, 17.73, 14.55])
    const rate = 1 + five.inputs.rate
    const ours = {
      arith_2024: project('arithmetic', withIncrement(end, mean(increments)), 2024),
      exponential_2024: project('exponential', withRatio(end, Math.exp(five.inputs.rate)), 2024),
      geometric_2024: project('geometric', withRatio(end, rate), 2024),
      wappaus_2024: project('wappaus', withWappausRate(end, 100 * five.inputs.rate), 2024),
    }
    for (const [method, people] of Object.entries(ours)) {
      const name = method as keyof typeof ours
      expect(people, method).toBeCloseTo(five.recomputed[name], 6)
      expect(Math.ceil(people), method).toBe(five.expected[name])
    }
  })

  it('a town that shrinks: the geometric ratios and the arithmetic line, which we stop at zero', () => {
    const points = pointsOf(declining.inputs.census)
    const end = last(points)
    const pairs = pairsOf(points)
    const line = withIncrement(end, mean(pairs.map(increment)))
    expect(mean(pairs.map(increment))).toBeCloseTo(declining.recomputed.mean_increment, 9)
    const ratios = pairs.map((pair) => ratio('geometric', pair))
    expect(mean(ratios)).toBeCloseTo(declining.expected.mean_ratio, 8)
    for (const year of ['2015', '2035'] as const)
      expect(project('arithmetic', line, Number(year))).toBeCloseTo(declining.recomputed.arithmetic[year], 6)
    for (const year of ['2015', '2035', '2050'] as const) {
      const people = project('geometric', withRatio(end, mean(ratios)), Number(year))
      expect(people / declining.expected.geometric[year]).toBeCloseTo(1, 4)
    }
    // published as −1.905,66 inhabitants
    expect(project('arithmetic', line, 2050)).toBe(0)
  })

  it('Zona Bananera: increments, geometric and exponential rates from each year to 2012', () => {
    const series = bananera.inputs.series as Readonly<Record<string, number>>
    const end = { year: bananera.inputs.reference_year, people: series[bananera.inputs.reference_year] as number }
    bananera.inputs.from_years.forEach((year, i) => {
      const pair = [{ year, people: series[year] as number }, end]
      expect(increment(pair)).toBeCloseTo(bananera.recomputed.arithmetic_increment[i] as number, 8)
      expect(ratio('geometric', pair) - 1).toBeCloseTo(bananera.expected.geometric_rate[i] as number, 5)
      expect(Math.log(ratio('exponential', pair))).toBeCloseTo(bananera.expected.exponential_rate[i] as number, 5)
    })
  })

  it('a city of 215,896: the mean of six increments carried to 2045', () => {
    const points = pointsOf(city.inputs.census)
    const increments = pairsOf(points).map(increment)
    expect(mean(increments)).toBeCloseTo(city.expected.mean, 9)
    for (const [year, printed] of Object.entries(city.expected.table)) {
      const people = project('arithmetic', withIncrement(last(points), mean(increments)), Number(year))
      expect(Math.ceil(people - 1e-6), year).toBe(printed)
    }
  })

  it('a Peruvian town: five rates and their three weighted means; ours over all its censuses keeps the decline', () => {
    const points = pointsOf(weighted.inputs.census)
    const pairs = pairsOf(points).map((pair) => ({
      years: pair[1].year - pair[0].year,
      rate: ratio('geometric', pair) - 1,
    }))
    pairs.forEach(({ rate }, i) => void expect(rate).toBeCloseTo(weighted.expected.rates[i] as number, 5))
    const weigh = (list: typeof pairs) =>
      list.reduce((sum, { years, rate }) => sum + years * rate, 0) / list.reduce((sum, { years }) => sum + years, 0)
    expect(weigh(pairs)).toBeCloseTo(weighted.recomputed.weighted_with_negative, 9)
    expect(weigh(pairs.map((p) => ({ ...p, rate: Math.max(0, p.rate) })))).toBeCloseTo(
      weighted.recomputed.weighted_negative_as_zero,
      9,
    )
    expect(weigh(pairs.filter(({ rate }) => rate > 0))).toBeCloseTo(weighted.recomputed.weighted_without_negative, 9)
    // first to last census is the mean of the logarithms, the negative interval among them
    const whole = ratio('geometric', points) - 1
    expect(whole).toBeCloseTo(weighted.recomputed.log_weighted_variants.with_negative, 9)
  })
})

describe('worked examples of population methods', () => {
  const [course, side, , synthetic] = peers.cases

  it('a course exercise: the mean of the last three increments, from the last census', () => {
    const points = (course?.years ?? []).map((year, i) => ({ year, people: course?.population?.[i] as number }))
    const increments = pairsOf(points).map(increment)
    expect(increments.map((k) => Number(k.toFixed(2)))).toEqual(course?.published?.increments)
    const line = withIncrement(last(points), mean(increments.slice(-3)))
    expect(project('arithmetic', line, 2020)).toBeCloseTo(1121.640873015873, 9)
    expect(project('arithmetic', line, 2045)).toBeCloseTo(1537.6626984126983, 9)
  })

  it('five methods side by side: the unrounded rates differ from the printed ones by up to 13 persons', () => {
    const points = (side?.years ?? []).map((year, i) => ({ year, people: side?.population?.[i] as number }))
    const end = last(points)
    const pairs = pairsOf(points)
    const geometric = mean(pairs.map((pair) => ratio('geometric', pair)))
    const exponential = mean(pairs.map((pair) => Math.log(ratio('exponential', pair))))
    const ours = {
      arithmetic: project('arithmetic', withIncrement(end, mean(pairs.map(increment))), 2024),
      geometric: project('geometric', withRatio(end, geometric), 2024),
      exponential: project('exponential', withRatio(end, Math.exp(exponential)), 2024),
    }
    for (const [method, people] of Object.entries(ours))
      expect(people, method).toBeCloseTo(side?.unrounded?.[method as keyof typeof ours] as number, 6)
    expect(ours.exponential - 4206).toBeCloseTo(12.857, 3)
  })

  it('four Colombian censuses: arithmetic and geometric as they stand', () => {
    const points = (synthetic?.years ?? []).map((year, i) => ({ year, people: synthetic?.population?.[i] as number }))
    for (const [year, found] of Object.entries(synthetic?.computed ?? {})) {
      expect(project('arithmetic', points, Number(year))).toBeCloseTo(found.arithmetic, 6)
      expect(project('geometric', points, Number(year))).toBeCloseTo(found.geometric, 6)
    }
  })

  it('the same rate of growth as that peer, who starts exponential and Wappaus at the last census and not at the first', () => {
    const points = (synthetic?.years ?? []).map((year, i) => ({ year, people: synthetic?.population?.[i] as number }))
    const end = last(points)
    const [before, after] = points.slice(-2) as [CensusPoint, CensusPoint]
    // Wappaus only sees ratios: the last interval again, put after the last census
    const shifted = [end, { year: 2 * after.year - before.year, people: after.people ** 2 / before.people }]
    for (const [year, found] of Object.entries(synthetic?.computed ?? {})) {
      const growth = project('exponential', points, Number(year)) / project('exponential', points, end.year)
      expect(end.people * growth).toBeCloseTo(found.exponential, 5)
      expect(project('wappaus', shifted, Number(year))).toBeCloseTo(found.wappaus, 5)
    }
  })
})
