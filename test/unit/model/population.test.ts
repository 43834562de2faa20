import { describe, expect, test } from 'vitest'
import { projectPopulation } from '../../../src/model/1-projections/population-methods.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import { add, minimalWith, replace, scenarioOf, town } from '../scenario/minimal.ts'

const censuses = [
  { year: 1993, urban: 4000, rural: 2000 },
  { year: 2005, urban: 5200, rural: 1900 },
  { year: 2018, urban: 5600, rural: 1900 },
]
const threeCensuses = minimalWith(replace(`${town}/censuses`, censuses))
const first = (document: unknown, options = {}) => evaluate(scenarioOf(document), options)

describe('the sensitivity to the starting census', () => {
  test('runs every permitted method with each census but the last as the initial one', () => {
    const [urban] = first(threeCensuses).variants[0]!.alternatives[0]!.populationMethods
    expect(urban?.startingCensus.map(({ year, method }) => `${year} ${method}`)).toEqual([
      '1993 arithmetic',
      '1993 geometric',
      '1993 exponential',
      '2005 arithmetic',
      '2005 geometric',
    ])
    // two censuses are too few for the exponential method
    const late = urban?.startingCensus.at(-1)
    expect(late?.values[6]).toBeCloseTo(5600 * (5600 / 5200) ** ((2030 - 2018) / 13), 9)
    const points = censuses.map(({ year, urban: people }) => ({ year, people }))
    expect(urban?.startingCensus[0]?.values[30]).toBe(projectPopulation('arithmetic', points, 2054))
  })

  test('is empty where the population is given without censuses', () => {
    const given = minimalWith(
      replace(`${town}/censuses`, []),
      add(`${town}/population`, { method: 'given', given: { urban: 6000, rural: 2000 } }),
    )
    const { populationMethods } = first(given).variants[0]!.alternatives[0]!
    expect(populationMethods.map(({ startingCensus }) => startingCensus)).toEqual([[], []])
  })
})

describe('scenarios of population', () => {
  test('are built from the permitted methods with the fewest and the most people, and say so', () => {
    const result = first(threeCensuses, { populationVariants: true })
    expect(result.variants.map(({ id }) => id)).toEqual(['base', 'low', 'high'])
    const people = result.spread?.find(({ figure }) => figure === 'population')
    expect(people?.least).toBe(people?.values.low)
    expect(people?.greatest).toBe(people?.values.high)
    expect(people?.values.low).toBeLessThan(people?.values.high as number)
    const [low] = result.variants[1]!.alternatives
    expect(low?.populationMethods.map(({ chosen }) => chosen)).toEqual(['arithmetic', 'arithmetic'])
    expect(low?.warnings.find(({ code }) => code === 'population-variant')?.message).toMatch(
      /^Este escenario no lo trae el plan.*Villa Ejemplo, método aritmético/u,
    )
    const cost = result.spread?.find(({ figure }) => figure === 'pvCosts')
    expect(cost?.values.base).toBe(result.variants[0]?.alternatives[0]?.figures.pvCosts)
  })

  test('are not evaluated unless asked for, and a single scenario has no spread', () => {
    const result = first(threeCensuses)
    expect(result.variants.map(({ id }) => id)).toEqual(['base'])
    expect(result).not.toHaveProperty('spread')
  })

  test("do not replace the plan's own variants, whose spread is told", () => {
    const own = minimalWith(add('/variants', [{ id: 'cara', patch: { economy: { discountRate: 0.2 } } }]))
    const result = first(own, { populationVariants: true })
    expect(result.variants.map(({ id }) => id)).toEqual(['base', 'cara'])
    expect(Object.keys(result.spread?.[0]?.values ?? {})).toEqual(['base', 'cara'])
    expect(result.variants[0]?.alternatives[0]?.warnings[0]).toMatchObject({
      pointer: '/variants',
      code: 'population-variant',
    })
  })

  test('are not built where every method gives the same people', () => {
    const still = minimalWith(
      replace(`${town}/censuses`, [
        { year: 2005, urban: 5000, rural: 0 },
        { year: 2018, urban: 5000, rural: 0 },
      ]),
    )
    const result = first(still, { populationVariants: true })
    expect(result.variants.map(({ id }) => id)).toEqual(['base'])
    expect(result.variants[0]?.alternatives[0]?.warnings[0]?.message).toMatch(/^No se construyeron escenarios/u)
  })
})
