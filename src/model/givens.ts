import type { LoanRate } from '../scenario/document/funding.ts'
import { isResidential, strata } from '../scenario/document/users.ts'
import type { Path } from '../scenario/path.ts'
import { expandPath } from '../scenario/path.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { PopulationChoice } from './1-projections/population-choice.ts'
import { choosePopulation } from './1-projections/population-choice.ts'
import { effectiveRates } from './5-funding/rates.ts'
import { climateGivens } from './8-climate/climate.ts'
import type { Key, Places } from './places.ts'
import { existingOf } from './places.ts'
import { ownMunicipality, residentialStream, zones } from './space.ts'

/** Values that plain functions derive from the scenario: by the `key` of a given entry. */
export type Givens = Readonly<Record<string, (key: Key) => number | readonly number[]>>

const flag = (b: boolean): number => (b ? 1 : 0)

/** How each zone's population is projected; the same for all alternatives. */
export const populationsOf = (scenario: Scenario): readonly PopulationChoice[] =>
  scenario.territory.municipalities.flatMap((m) => zones.map((zone) => choosePopulation(scenario, m, zone)))

export function populationGivens(populations: readonly PopulationChoice[]): Givens {
  const values = new Map(populations.map((p) => [`${p.municipality} ${p.zone}`, p.values]))
  return { projectedPopulation: (key) => values.get(`${key.municipality} ${key.zone}`) ?? 0 }
}

/** The givens of one alternative, and how each zone's population was projected. */
export function givensOf(
  places: Places,
  populations: readonly PopulationChoice[] = populationsOf(places.scenario),
): { givens: Givens; populations: readonly PopulationChoice[] } {
  return {
    populations,
    givens: {
      ...populationGivens(populations),
      ...timeGivens(places),
      ...territoryGivens(places),
      ...itemGivens(places),
      ...siteGivens(places),
      ...fundingGivens(places),
      ...climateGivens(places),
    },
  }
}

function timeGivens({ scenario }: Places): Givens {
  const years = Array.from({ length: scenario.horizon.waste + 1 }, (_, t) => t)
  const { financial } = scenario.horizon
  return {
    yearIndex: () => years,
    planYear: () => years.map((t) => flag(t > 0)),
    calendarYear: () => years.map((t) => scenario.baseYear + t),
    lastPlanYear: () => years.map((t) => flag(t === financial)),
    horizonYears: () => financial,
    wasteHorizonYears: () => scenario.horizon.waste,
    programIsRecovery: ({ program }) => flag(program === 'recovery'),
    programIsSpecial: ({ program }) => flag(program === 'special'),
    programIsDisposal: ({ program }) => flag(program === 'disposal'),
    baseCalendarYear: () => scenario.baseYear,
    indexIsNone: ({ priceIndex }) => flag(priceIndex === 'none'),
    indexIsInflation: ({ priceIndex }) => flag(priceIndex === 'inflation'),
    organicMaterial: ({ material }) => flag(material === 'foodAndGarden'),
    residentialClass: ({ userClass }) => flag(isResidential(userClass ?? '')),
    sourceIsMunicipal: ({ source }) => flag(source === 'municipal'),
    urbanZone: ({ zone }) => flag(zone === 'urban'),
    largeProducer: ({ userClass = '' }) => flag(userClass.startsWith('large')),
    isSmallNonResidential: ({ userClass = '' }) => flag(userClass.startsWith('small')),
    ...Object.fromEntries(strata.map((s, i) => [`isStratum${i + 1}`, ({ userClass }: Key) => flag(userClass === s)])),
    tariffEraInForce: ({ tariffEra }) => years.map((t) => flag((tariffEra === 'base') === (t === 0))),
    residentialStream: ({ stream }) => flag(stream === residentialStream),
  }
}

function territoryGivens({ scenario }: Places): Givens {
  const length = scenario.horizon.waste + 1
  const span = { baseYear: scenario.baseYear, length }
  const municipalities = new Map(scenario.territory.municipalities.map((m) => [m.id, m]))
  const userRow = (key: Key) =>
    municipalities.get(key.municipality ?? '')?.users.find((u) => u.class === key.userClass && u.zone === key.zone)
  const streamOf = (key: Key) =>
    municipalities.get(key.municipality ?? '')?.waste.streams.find((s) => s.id === key.stream)
  const areaRatio = (key: Key, named: unknown): number | number[] => {
    const use = typeof named === 'string' && named.startsWith('area:') ? named.slice('area:'.length) : undefined
    const path =
      use === undefined
        ? undefined
        : (municipalities.get(key.municipality ?? '')?.landUse as Record<string, Path | undefined> | undefined)?.[use]
    if (path === undefined) return 1
    const areas = expandPath(path, span, 'hold')
    const [first = 0] = areas
    return areas.map((a) => (first === 0 ? 1 : a / first))
  }
  return {
    followsZone: (key) => flag(userRow(key)?.growth === 'population'),
    userAreaGrowth: (key) => areaRatio(key, userRow(key)?.growth),
    streamAreaGrowth: (key) => areaRatio(key, streamOf(key)?.driver),
    scopeIsTotal: ({ scope }) => flag(scope === 'total'),
    zoneHasUsers: ({ municipality: m = '', zone }) => {
      const rows = municipalities.get(m)?.users ?? []
      return flag(rows.length === 0 || rows.some((u) => u.zone === zone))
    },
    goesToLandfill: (key) => flag(streamOf(key)?.toLandfill ?? true),
    ordinaryStream: (key) => flag((streamOf(key)?.service ?? 'ordinary') === 'ordinary'),
    expansionStart: (key) => {
      const id = key.expansion ?? ''
      const [m, position] = [id.slice(0, id.lastIndexOf('-')), Number(id.slice(id.lastIndexOf('-') + 1)) - 1]
      return (municipalities.get(m)?.expansion[position]?.year ?? 0) - scenario.baseYear
    },
  }
}

const variableComponents: readonly string[] = [
  'collectionToDisposal',
  'collectionToRecovery',
  'disposal',
  'organicRecovery',
  'inorganicRecovery',
]

function itemGivens({ scenario, alternative }: Places): Givens {
  const { baseYear, horizon } = scenario
  const items = new Map(alternative.projects.flatMap((p) => p.costs.map((c) => [c.id, { ...c, project: p }] as const)))
  const recovering = scenario.territory.municipalities
    .map((m) => alternative.tariff ?? m.tariff)
    .filter((t) => t?.method === 'costRecovery')
  return {
    itemIsVariable: ({ item = '' }) => flag(variableComponents.includes(items.get(item)?.component ?? '')),
    itemActive: ({ item = '' }) => {
      const cost = items.get(item)
      if (!cost || cost.category === 'investment') return 0
      const from = cost.from ?? cost.project.startYear ?? baseYear + 1
      const to = cost.to ?? cost.project.endYear ?? baseYear + horizon.financial
      return Array.from({ length: horizon.financial + 1 }, (_, t) =>
        flag(t > 0 && baseYear + t >= from && baseYear + t <= to),
      )
    },
    tariffNetOfGrants: () => flag(recovering.every((t) => t?.netOfGrants !== false)),
  }
}

const measureKinds = ['prevention', 'minimization', 'mitigation'] as const

function hasMeasure(measures: Places['alternative']['measures'], kind: (typeof measureKinds)[number]): boolean {
  if (measures === undefined) return false
  return Array.isArray(measures) ? measures.some((m) => m.kind === kind) : measures[kind]
}

function siteGivens({ scenario, alternative }: Places): Givens {
  const { baseYear, horizon } = scenario
  const sites = new Map(alternative.sites.map((s, position) => [s.id, { ...s, position }]))
  const opens = (s: { opens?: number | undefined }) => s.opens ?? baseYear
  const openAt = (id: string, year: number): boolean => {
    const s = sites.get(id)
    return s !== undefined && year >= opens(s) && year <= (s.closes ?? Number.POSITIVE_INFINITY)
  }
  const byOpening = [...sites.values()].sort((a, b) => opens(a) - opens(b) || a.position - b.position).map((s) => s.id)
  return {
    siteUnlimited: ({ site = '' }) => flag(sites.get(site)?.capacity === undefined),
    siteOpen: ({ site = '' }) => {
      return Array.from({ length: horizon.waste + 1 }, (_, t) => flag(openAt(site, baseYear + t)))
    },
    siteRank: ({ site = '' }) => byOpening.indexOf(site) + 1,
    siteOpenAtHorizon: ({ site = '' }) => flag(openAt(site, baseYear + horizon.financial)),
    unlimitedSiteAtHorizon: () =>
      flag([...sites.values()].some((s) => s.capacity === undefined && openAt(s.id, baseYear + horizon.financial))),
    measuresInPlace: () =>
      measureKinds.filter((kind) => hasMeasure(alternative.measures, kind)).length / measureKinds.length,
  }
}

function fundingGivens({ scenario, alternative }: Places): Givens {
  const { baseYear, horizon } = scenario
  const drawn = new Map(alternative.loans.map((l) => [l.id, l]))
  const existing = new Map(existingOf(scenario, alternative).loans.map((l) => [l.id, l]))
  const borrowed = alternative.financing?.waterfall.find((s) => s.source === 'loan')
  const yearOf = (loan: string) =>
    loan.startsWith('waterfall-') && !drawn.has(loan) && !existing.has(loan)
      ? Number(loan.slice('waterfall-'.length))
      : undefined
  const rates = (key: Key): LoanRate =>
    drawn.get(key.loan ?? '')?.rate ?? existing.get(key.loan ?? '')?.rate ?? borrowed?.rate ?? 0
  const effective = (key: Key) => effectiveRates(scenario.economy, rates(key), { baseYear, length: horizon.waste + 2 })
  const municipalities = scenario.territory.municipalities.map((m) => m.id)
  return {
    hasWaterfall: () => flag(alternative.financing !== undefined),
    waterfallLoanOfYear: ({ loan = '' }) =>
      Array.from({ length: horizon.financial + 1 }, (_, t) => flag(yearOf(loan) === baseYear + t)),
    loanRate: effective,
    loanNextRate: (key) => effective(key).slice(1),
    loanFirstYear: ({ loan = '' }) => {
      const draws = drawn.get(loan)?.draws
      const filledIn = yearOf(loan)
      if (filledIn !== undefined) return filledIn - baseYear
      return draws === undefined ? 0 : Math.min(...Object.keys(draws).map(Number)) - baseYear
    },
    entityOwnMunicipality: ({ entity = '', municipality = '' }) =>
      flag(ownMunicipality(entity, municipalities).includes(municipality)),
    recoveryEntityGets: ({ entity, municipality }) => {
      const own = scenario.territory.municipalities.find((m) => m.id === municipality)
      return flag(entity !== 'provider' && (alternative.tariff ?? own?.tariff)?.recoveryEntity === entity)
    },
    entityIsProvider: ({ entity }) => flag(entity === 'provider'),
    entityIsOther: ({ entity }) => flag(entity !== 'provider'),
    entityIsTerritorial: ({ entity = '' }) =>
      flag(entity === 'municipality' || ownMunicipality(entity, municipalities).length > 0),
  }
}
