import type { Municipality } from '../document/municipality.ts'
import { type Zone, zones } from '../fields.ts'
import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, municipalities } from './rule.ts'

const yearsBeyondBase = 10
const steepestYearlyFactor = 2

/** Censuses and methods of projection [6.1]: what is needed to carry each zone to the horizon. */
export function population(scenario: Scenario, add: Add): void {
  for (const { municipality, at } of municipalities(scenario)) {
    const { method } = municipality.population
    if (municipality.censuses.length < 2 && method !== 'given') {
      add(problem('census-count', { pointer: `${at}/censuses`, received: municipality.censuses.length }))
    }
    censusYears(municipality, scenario.baseYear, { at, add })
    for (const zone of zones) {
      censusGrowth(municipality, zone, { at, add })
      methodNeeds(scenario, { municipality, zone }, { at, add })
    }
  }
}

interface Place {
  at: string
  add: Add
}

function censusYears({ censuses }: Municipality, baseYear: number, { at, add }: Place): void {
  for (const [place, census] of censuses.entries()) {
    const pointer = `${at}/censuses/${place}/year`
    const before = censuses[place - 1]
    if (before !== undefined && census.year <= before.year) {
      add(problem('census-order', { pointer, received: census.year }, before.year))
    } else if (place === censuses.length - 1 && census.year > baseYear + yearsBeyondBase) {
      add(problem('census-late', { pointer, received: census.year }, baseYear + yearsBeyondBase))
    }
  }
}

function censusGrowth({ censuses }: Municipality, zone: Zone, { at, add }: Place): void {
  for (const [place, census] of censuses.entries()) {
    const before = censuses[place - 1]
    if (before === undefined || census.year <= before.year || before[zone] <= 0) continue
    const most = before[zone] * steepestYearlyFactor ** (census.year - before.year)
    if (census[zone] > most) {
      add(problem('census-growth', { pointer: `${at}/censuses/${place}/${zone}`, received: census[zone] }))
    }
  }
}

function methodNeeds(scenario: Scenario, of: { municipality: Municipality; zone: Zone }, { at, add }: Place): void {
  const { censuses, population } = of.municipality
  const pointer = `${at}/population/method`
  if (population.method === 'given' && population.given?.[of.zone] === undefined) {
    const inhabited = population.given === undefined || censuses.some((census) => census[of.zone] > 0)
    const used = of.municipality.users.some((row) => row.zone === of.zone)
    if (inhabited || used) add(problem('given-missing', { pointer: `${at}/population/given/${of.zone}` }, of.zone))
  }
  if (population.method === 'exponential' && of.zone === 'urban' && censuses.length < 3) {
    add(problem('exponential-censuses', { pointer, received: censuses.length }))
  }
  if (population.method === 'wappaus') {
    const last = lastWappausYear(censuses, of.zone)
    if (last < scenario.baseYear + scenario.horizon.waste) {
      add(problem('wappaus-pole', { pointer, received: of.zone }, last))
    }
  }
}

/** The last whole year that the Wappaus method reaches before its pole, where i · (Tf − Tci) is 200. */
function lastWappausYear(censuses: Municipality['censuses'], zone: Zone): number {
  const first = censuses[0]
  const last = censuses[censuses.length - 1]
  if (first === undefined || last === undefined || last.year <= first.year) return Number.POSITIVE_INFINITY
  const [before, after] = [first[zone], last[zone]]
  // a census of zero holds the last value, so there is no pole
  if (before <= 0 || after <= before) return Number.POSITIVE_INFINITY
  const rate = (200 * (after - before)) / ((last.year - first.year) * (after + before))
  return Math.ceil(first.year + 200 / rate) - 1
}
