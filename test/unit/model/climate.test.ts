import { describe, expect, test } from 'vitest'
import { climateOf } from '../../../src/model/8-climate/climate.ts'
import type { Municipality } from '../../../src/scenario/document/municipality.ts'
import { add, minimalWith, scenarioOf, town } from '../scenario/minimal.ts'

const months = (mm: number): number[] => Array.from({ length: 12 }, () => mm)
const townWith = (climate: Municipality['climate'], given?: string) => {
  const operations = [add(`${town}/climate`, climate), ...(given ? [add(`${town}/waste/climate`, given)] : [])]
  return scenarioOf(minimalWith(...operations)).territory.municipalities[0] as Municipality
}

describe('the climate of landfill gas', () => {
  test.each([
    ['tropicalWet', { temperatureC: 20.1, rainMm: months(84) }],
    ['tropicalDry', { temperatureC: 28, rainMm: months(83) }],
    ['temperateWet', { temperatureC: 20, rainMm: months(60), evapotranspirationMm: months(59) }],
    ['temperateDry', { temperatureC: 13, rainMm: months(60), evapotranspirationMm: months(60) }],
  ] as const)('is %s by the temperature and the rain of the year', (climate, measured) => {
    expect(climateOf(townWith({ ...measured, rainMm: [...measured.rainMm] }))).toBe(climate)
  })

  test('is the one given, whatever was measured', () => {
    expect(climateOf(townWith({ temperatureC: 28, rainMm: months(200) }, 'temperateDry'))).toBe('temperateDry')
  })

  test('is not guessed where what decides it was not measured', () => {
    expect(climateOf(townWith({ temperatureC: 28 }))).toBeUndefined()
    expect(climateOf(townWith({ rainMm: months(100) }))).toBeUndefined()
    expect(climateOf(townWith({ temperatureC: 14, rainMm: months(100) }))).toBeUndefined()
  })
})
