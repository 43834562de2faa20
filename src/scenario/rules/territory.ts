import type { Municipality } from '../document/municipality.ts'
import type { Cra720Inputs, Tariff } from '../document/tariff.ts'
import { isResidential, type LandUse, type UserRow, userClasses } from '../document/users.ts'
import type { Composition } from '../document/waste.ts'
import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, alternatives, financialYears, municipalities } from './rule.ts'

const compositionTolerance = 0.001

/** Users, waste, expansion and tariffs of each municipality [5, 6, 11.3]. */
export function territory(scenario: Scenario, add: Add): void {
  const everyAlternativeHasTariff = scenario.alternatives.every(({ tariff }) => tariff !== undefined)
  for (const { municipality, at } of municipalities(scenario)) {
    userRows(municipality, at, add)
    expansions(municipality, scenario.baseYear, { at, add })
    waste(municipality, at, add)
    drivers(municipality, at, add)
    if (municipality.tariff !== undefined) tariff(municipality.tariff, `${at}/tariff`, { scenario, add })
    else if (!everyAlternativeHasTariff) add(problem('tariff-missing', { pointer: `${at}/tariff` }))
  }
  for (const { alternative, at } of alternatives(scenario)) {
    if (alternative.tariff !== undefined) tariff(alternative.tariff, `${at}/tariff`, { scenario, add })
  }
}

function userRows(municipality: Municipality, at: string, add: Add): void {
  const seen = new Set<string>()
  for (const [place, row] of municipality.users.entries()) {
    const pointer = `${at}/users/${place}`
    const key = `${row.class} ${row.zone}`
    if (seen.has(key)) add(problem('duplicate-user-row', { pointer, received: key }, row.class, row.zone))
    seen.add(key)
    userFigures(row, pointer, add)
    areaGrowth(municipality, row.growth, { at: `${pointer}/growth`, add })
  }
}

function userFigures(row: UserRow, at: string, add: Add): void {
  if (row.served > row.dwellings) {
    add(problem('users-order', { pointer: `${at}/served`, received: row.served }, 'dwellings', row.dwellings))
  }
  if (row.billed > row.served) {
    add(problem('users-order', { pointer: `${at}/billed`, received: row.billed }, 'served', row.served))
  }
  if (row.vacant > row.served) {
    add(problem('vacant-above-served', { pointer: `${at}/vacant`, received: row.vacant }, row.served))
  }
  if (row.productionPerUser === undefined) {
    if (!isResidential(row.class)) add(problem('production-missing', { pointer: `${at}/productionPerUser` }))
    else if (row.persons === undefined) add(problem('persons-missing', { pointer: `${at}/persons` }))
  }
  if (row.continuity !== undefined && row.continuity.missed > row.continuity.scheduled) {
    const place = { pointer: `${at}/continuity/missed`, received: row.continuity.missed }
    add(problem('continuity-order', place, row.continuity.scheduled))
  }
}

function areaGrowth(municipality: Municipality, growth: unknown, { at, add }: { at: string; add: Add }): void {
  if (typeof growth !== 'string' || !growth.startsWith('area:')) return
  const use = growth.slice('area:'.length) as LandUse
  if (municipality.landUse[use] === undefined) {
    add(problem('land-use-missing', { pointer: at, received: growth }, use))
  }
}

function expansions(municipality: Municipality, baseYear: number, { at, add }: { at: string; add: Add }): void {
  for (const [place, area] of municipality.expansion.entries()) {
    const pointer = `${at}/expansion/${place}`
    const known = municipality.users.some((row) => row.class === area.class && row.zone === area.zone)
    if (!known) add(problem('expansion-class', { pointer: `${pointer}/class`, received: area.class }))
    if (area.year <= baseYear) {
      add(problem('expansion-year', { pointer: `${pointer}/year`, received: area.year }, baseYear))
    }
  }
}

function waste(municipality: Municipality, at: string, add: Add): void {
  const { composition, compositionByClass, streams } = municipality.waste
  if (composition !== undefined) compositionSum(composition, `${at}/waste/composition`, add)
  for (const [name, shares] of Object.entries(compositionByClass ?? {})) {
    if (shares !== undefined) compositionSum(shares, `${at}/waste/compositionByClass/${name}`, add)
  }
  for (const [place, stream] of streams.entries()) {
    areaGrowth(municipality, stream.driver, { at: `${at}/waste/streams/${place}/driver`, add })
  }
}

/** A stream grows by the ratio of its driver to the base year: a class without a row or roads never swept give none. */
function drivers({ sweeping, users, waste: { streams } }: Municipality, at: string, add: Add): void {
  const swept = sweeping.manualKm !== 0 || sweeping.mechanicalKm !== 0
  for (const [place, { driver, zone }] of streams.entries()) {
    const isClass = (userClasses as readonly string[]).includes(driver)
    const known = driver === 'sweptKm' ? swept : !isClass || users.some((u) => u.class === driver && u.zone === zone)
    if (known) continue
    add(
      problem(
        'driver-without-base',
        { pointer: `${at}/waste/streams/${place}/driver`, received: driver },
        driver,
        zone,
      ),
    )
  }
}

function compositionSum(shares: Composition, pointer: string, add: Add): void {
  const sum = Object.values(shares).reduce((total, part) => total + part, 0)
  // a hair above the tolerance, because 0.999 itself is not exact in binary
  if (Math.abs(sum - 1) > compositionTolerance + 1e-12) {
    add(problem('composition-sum', { pointer, received: Number(sum.toPrecision(12)) }, sum))
  }
}

const methodData = { reference: 'reference', 'cra-720-2015': 'inputs', formula: 'formula' } as const

function tariff(given: Tariff, at: string, { scenario, add }: { scenario: Scenario; add: Add }): void {
  if (given.method !== 'costRecovery') {
    const field = methodData[given.method]
    if (given[field] === undefined) {
      add(problem('tariff-input-missing', { pointer: `${at}/${field}` }, given.method, field))
    }
  }
  if (given.method === 'cra-720-2015' && given.inputs !== undefined) cra720(given.inputs, `${at}/inputs`, add)
  const { first, last } = financialYears(scenario)
  if (given.transition !== undefined && given.transition.years > last - first) {
    const place = { pointer: `${at}/transition/years`, received: given.transition.years }
    add(problem('transition-years', place, last - first))
  }
}

/** What CRA 720 cannot compute without, unless the component was published and given. */
function cra720(inputs: Cra720Inputs, at: string, add: Add): void {
  const needed = [
    { field: 'segment', computed: inputs.given.ccs === undefined || inputs.given.clus === undefined },
    { field: 'billedWith', computed: inputs.given.ccs === undefined },
    { field: 'distanceKm', computed: inputs.given.crt === undefined },
  ] as const
  for (const { field, computed } of needed) {
    if (!computed || inputs[field] !== undefined) continue
    add(problem('tariff-input-missing', { pointer: `${at}/${field}` }, 'cra-720-2015', `inputs.${field}`))
  }
  if (inputs.conditionalAssets.CDF === true && inputs.given.cdf === undefined) {
    add(problem('conditional-disposal', { pointer: `${at}/conditionalAssets/CDF`, received: true }))
  }
}
