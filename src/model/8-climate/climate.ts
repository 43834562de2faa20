import type { Municipality } from '../../scenario/document/municipality.ts'
import type { Material } from '../../scenario/document/waste.ts'
import type { Key, Places } from '../places.ts'

const climates = ['temperateDry', 'temperateWet', 'tropicalDry', 'tropicalWet'] as const
export type Climate = (typeof climates)[number]

const warmest = 20
const wetRain = 1000
const sum = (months: readonly number[] | undefined): number | undefined => months?.reduce((a, b) => a + b, 0)

/**
 * Clima para el gas del relleno [5.1.1; IPCC 2006, vol. 5, tabla 3.3]: the one given, else from the mean temperature
 * (tropical above 20 °C) and the year's rain (tropical: 1000 mm or more is wet; temperate: more rain than
 * evapotranspiration is wet). Undefined where a measurement that decides it is missing.
 */
export function climateOf({ waste, climate }: Pick<Municipality, 'waste' | 'climate'>): Climate | undefined {
  if (waste.climate !== undefined) return waste.climate
  const rain = sum(climate?.rainMm)
  if (climate?.temperatureC === undefined || rain === undefined) return undefined
  if (climate.temperatureC > warmest) return rain >= wetRain ? 'tropicalWet' : 'tropicalDry'
  const evaporation = sum(climate.evapotranspirationMm)
  if (evaporation === undefined) return undefined
  return rain > evaporation ? 'temperateWet' : 'temperateDry'
}

/** Kinds of degradable matter of the IPCC and the materials of a composition that are of each; the rest is inert. */
const kindsOfMatter = {
  food: ['foodAndGarden'],
  paper: ['paper', 'cardboard'],
  textile: ['textile'],
  wood: ['wood'],
} as const satisfies Record<string, readonly Material[]>

const flag = (b: boolean): number => (b ? 1 : 0)

/** What the methane chapter is given: kinds of matter, climates, and whether a composition was measured at all. */
export function climateGivens({ scenario }: Places): Readonly<Record<string, (key: Key) => number>> {
  const towns = new Map(scenario.territory.municipalities.map((m) => [m.id, m]))
  const townOf = ({ municipality = '' }: Key) => towns.get(municipality)
  const climateIs = (climate: Climate) => (key: Key) => {
    const town = townOf(key)
    return flag(town !== undefined && climateOf(town) === climate)
  }
  const isKind = (kind: readonly string[]) => (key: Key) => flag(kind.includes(key.material ?? ''))
  return {
    matterFood: isKind(kindsOfMatter.food),
    matterPaper: isKind(kindsOfMatter.paper),
    matterTextile: isKind(kindsOfMatter.textile),
    matterWood: isKind(kindsOfMatter.wood),
    knownClimate: (key) => {
      const town = townOf(key)
      return town === undefined || climateOf(town) === undefined ? Number.NaN : 1
    },
    climateTemperateDry: climateIs('temperateDry'),
    climateTemperateWet: climateIs('temperateWet'),
    climateTropicalDry: climateIs('tropicalDry'),
    climateTropicalWet: climateIs('tropicalWet'),
    statedComposition: (key) => (townOf(key)?.waste.composition === undefined ? Number.NaN : 1),
  }
}
