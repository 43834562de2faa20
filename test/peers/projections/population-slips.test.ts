import { describe, expect, it } from 'vitest'
import peers from '../vectors/peer-population-methods.json' with { type: 'json' }
import declining from '../vectors/real-A6-declining.json' with { type: 'json' }
import sanPedro from '../vectors/real-B14-sanpedro-valle-2024.json' with { type: 'json' }
import { byYear, runOf, warningsOf } from './town.ts'

const retiro = peers.cases[2]!
const censuses = retiro.years.map((year, i) => ({ year, urban: retiro.population[i], rural: 0 }))

describe('slips of published projections are warned of, not copied', () => {
  it('El Retiro: from its own censuses we give 42,852 inhabitants in 2044 and not 48,398', () => {
    const of = runOf({ baseYear: 2015, town: { censuses, population: { method: 'arithmetic' } } })
    expect(byYear(of, 'population')(2044)).toBeCloseTo(retiro.unrounded?.from_2015 as number, 6)
  })

  it('El Retiro: the population of 2015 put in 2005 is told with both numbers', () => {
    const given = { urban: { values: Array.from({ length: 40 }, (_, t) => 26769 + 554.6 * t), from: 2005 } }
    const town = { censuses, population: { method: 'given', given } }
    const told = warningsOf({ baseYear: 2005, waste: 39, town }, 'population-base-year')
    expect(told.map(({ pointer }) => pointer)).toEqual(['/territory/municipalities/0/censuses/0/urban'])
    expect(told[0]?.message).toContain('26.769')
    expect(told[0]?.message).toContain('21.223')
    expect(warningsOf({ baseYear: 2015, town: { censuses } }, 'population-base-year')).toEqual([])
  })

  it('a projection that runs below zero inhabitants is stopped there and told', () => {
    const points = Object.entries(declining.inputs.census).map(([year, urban]) => ({
      year: Number(year),
      urban,
      rural: 0,
    }))
    const shrinking = {
      baseYear: 2012,
      waste: 50,
      town: { censuses: points.slice(1, 3), population: { method: 'arithmetic' } },
    }
    const of = runOf(shrinking)
    expect(byYear(of, 'population')(2050)).toBe(0)
    const told = warningsOf(shrinking, 'population-vanishes')
    expect(told.map(({ pointer }) => pointer)).toEqual(['/territory/municipalities/0/population/method'])
    // from 2005 to 2007 the town lost 8.2 % a year: two counts that are not of the same thing
    const rates = warningsOf({ ...shrinking, town: { censuses: points } }, 'census-rate')
    expect(rates.map(({ pointer }) => pointer)).toEqual(['/territory/municipalities/0/censuses/2/urban'])
    expect(rates[0]?.message).toMatch(/2005 y 2007.*−?-?8,2/u)
  })

  it('a percentage used as a fraction, and a growth of 1.5 % used as a factor of 1.5, are told', () => {
    const town = {
      censuses,
      population: { growthDelta: 0.5 },
      waste: { perCapita: { urban: 0.13 }, perCapitaGrowth: 0.5 },
    }
    expect(warningsOf({ baseYear: 2015, town }, 'steep-growth').map(({ pointer }) => pointer)).toEqual([
      '/territory/municipalities/0/population/growthDelta',
      '/territory/municipalities/0/waste/perCapitaGrowth',
    ])
    const mended = { ...town, population: {}, waste: { perCapita: { urban: 0.13 }, perCapitaGrowth: 0.015 } }
    expect(warningsOf({ baseYear: 2015, town: mended }, 'steep-growth')).toEqual([])
  })

  it("San Pedro: the plan's own 18,136 inhabitants against the official 17,687 of the same year", () => {
    const { population_2024_document: own, population_2024_dane: official } = sanPedro.inputs
    const town = {
      censuses: [
        { year: 2018, urban: 16942 },
        { year: 2024, urban: official },
      ],
      population: { method: 'given', given: { urban: own } },
    }
    const [told] = warningsOf({ baseYear: 2024, town }, 'population-base-year')
    expect(told?.message).toContain('18.136')
    expect(told?.message).toContain('17.687')
  })
})
