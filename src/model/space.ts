import type { Relation, Space } from '../formula/domain.ts'
import { grantSources } from '../scenario/document/funding.ts'
import { components, programs } from '../scenario/document/project.ts'
import { userClasses } from '../scenario/document/users.ts'
import { materials } from '../scenario/document/waste.ts'
import type { Places } from './places.ts'
import {
  assetId,
  collectionSectors,
  existingOf,
  expansionId,
  providerPlaces,
  stepId,
  territoriesOf,
  waterfallLoans,
} from './places.ts'

export const zones = ['urban', 'rural'] as const
export const scopes = ['total', ...zones] as const
export const priceIndices = ['inflation', 'wage', 'fuel', 'construction', 'none'] as const
export const categories = ['investment', 'operationMaintenance', 'administration'] as const
export const tariffEras = ['base', 'plan'] as const
export const services = ['ordinary', 'special'] as const
/** The stream of households; the others are the scenario's own. */
export const residentialStream = 'residential'

const relation = (dimensions: readonly string[], rows: readonly (readonly string[])[]): Relation => ({
  dimensions,
  rows,
})
const unique = (list: readonly string[]): string[] => [...new Set(list)]

/** Members of every dimension in one alternative, and which combinations exist. */
export function spaceOf({ scenario, alternative }: Places): Space {
  const { municipalities } = scenario.territory
  const items = alternative.projects.flatMap((p) => p.costs.map((c) => ({ ...c, project: p.id, program: p.program })))
  const existing = existingOf(scenario, alternative)
  const entities = unique([
    'provider',
    ...items.map((c) => c.entity),
    ...alternative.loans.map((l) => l.entity),
    ...alternative.grants.map((g) => g.entity),
    ...municipalities.flatMap((m) => {
      const tariff = alternative.tariff ?? m.tariff
      return tariff?.method === 'cra-720-2015' ? [tariff.recoveryEntity] : []
    }),
  ])
  const steps = alternative.financing?.waterfall ?? []
  const members = {
    municipality: municipalities.map((m) => m.id),
    zone: zones,
    userClass: userClasses,
    stream: unique([residentialStream, ...municipalities.flatMap((m) => m.waste.streams.map((s) => s.id))]),
    material: materials,
    site: alternative.sites.map((s) => s.id),
    item: items.map((c) => c.id),
    loan: [
      ...existing.loans.map((l) => l.id),
      ...alternative.loans.map((l) => l.id),
      ...waterfallLoans({ scenario, alternative }),
    ],
    entity: entities,
    source: grantSources.filter((s) => [...alternative.grants, ...steps].some((g) => g.source === s)),
    step: steps.map((_, i) => stepId(i)),
    grant: alternative.grants.map((g) => g.id),
    asset: existing.assets.map((_, i) => assetId(i)),
    expansion: municipalities.flatMap((m) => m.expansion.map((_, i) => expansionId(m.id, i))),
    specialService: alternative.specialServices.map((s) => s.id),
    priceIndex: priceIndices,
    program: programs,
    project: alternative.projects.map((p) => p.id),
    component: components,
    category: categories,
    service: services,
    tariffEra: tariffEras,
    ...diagnosisMembers(scenario),
  }
  return {
    members,
    relations: [
      ...territoryRelations(municipalities),
      ...diagnosisRelations(scenario),
      ...itemRelations(items, members.municipality),
      ...fundingRelations(alternative, members),
    ],
  }
}

/** Dimensions that have the same members, and the same combinations among themselves, in all alternatives of a scenario. */
export const sharedDimensions: ReadonlySet<string> = new Set([
  ...['municipality', 'zone', 'userClass', 'stream', 'material', 'expansion', 'priceIndex', 'program', 'component'],
  ...['category', 'service', 'tariffEra', 'territory', 'scope', 'collectionSector', 'provider', 'providerYear'],
  'billingYear',
])

const memberIds = (list: readonly { id: string }[]) => list.map((x) => x.id)

function diagnosisMembers(scenario: Places['scenario']) {
  const { provider, providerYear, billingYear } = providerPlaces(scenario)
  return {
    territory: memberIds(territoriesOf(scenario)),
    scope: scopes,
    collectionSector: memberIds(collectionSectors(scenario)),
    provider: memberIds(provider),
    providerYear: memberIds(providerYear),
    billingYear: memberIds(billingYear),
  }
}

/** Indicators are told by territory and scope: which towns and zones each of them has, and what is found there. */
function diagnosisRelations(scenario: Places['scenario']): Relation[] {
  const territories = territoriesOf(scenario)
  const towns = scenario.territory.municipalities
  const inScopes = (dimension: string, of: (m: Municipalities[number]) => { id: string; zone: string }[]) =>
    relation(
      ['territory', 'scope', dimension],
      territories.flatMap((t) =>
        towns
          .filter((m) => t.municipalities.includes(m.id))
          .flatMap(of)
          .flatMap(({ id, zone }) => ['total', zone].map((s) => [t.id, s, id])),
      ),
    )
  const sectors = collectionSectors(scenario)
  return [
    relation(
      ['territory', 'municipality'],
      territories.flatMap((t) => t.municipalities.map((m) => [t.id, m])),
    ),
    relation(
      ['scope', 'zone'],
      zones.flatMap((z) => ['total', z].map((s) => [s, z])),
    ),
    inScopes('userClass', (m) => m.users.map((u) => ({ id: u.class, zone: u.zone }))),
    inScopes('stream', (m) => [
      ...zones.map((zone) => ({ id: residentialStream, zone })),
      ...m.waste.streams.map((s) => ({ id: s.id, zone: s.zone })),
    ]),
    relation(
      ['territory', 'collectionSector'],
      territories.flatMap((t) =>
        sectors.filter((s) => t.municipalities.includes(s.municipality)).map((s) => [t.id, s.id]),
      ),
    ),
    relation(
      ['scope', 'collectionSector'],
      sectors.flatMap((s) => s.scopes.map((scope) => [scope, s.id])),
    ),
  ]
}

type Municipalities = Places['scenario']['territory']['municipalities']

function territoryRelations(municipalities: Municipalities): Relation[] {
  const streamsOf = (m: Municipalities[number]) => [
    ...zones.map((zone) => ({ id: residentialStream, zone, service: 'ordinary' })),
    ...m.waste.streams.map((s) => ({ id: s.id, zone: s.zone, service: s.service })),
  ]
  const eachStream = (row: (m: string, s: { id: string; zone: string; service: string }) => string[]) =>
    municipalities.flatMap((m) => streamsOf(m).map((s) => row(m.id, s)))
  const expansions = municipalities.flatMap((m) =>
    m.expansion.map((e, i) => ({ ...e, id: expansionId(m.id, i), municipality: m.id })),
  )
  return [
    relation(
      ['municipality', 'userClass', 'zone'],
      municipalities.flatMap((m) => m.users.map((u) => [m.id, u.class, u.zone])),
    ),
    relation(
      ['municipality', 'stream', 'zone'],
      eachStream((m, s) => [m, s.id, s.zone]),
    ),
    relation(
      ['municipality', 'stream', 'service'],
      eachStream((m, s) => [m, s.id, s.service]),
    ),
    relation(
      ['expansion', 'municipality'],
      expansions.map((e) => [e.id, e.municipality]),
    ),
    relation(
      ['expansion', 'zone'],
      expansions.map((e) => [e.id, e.zone]),
    ),
    relation(
      ['expansion', 'userClass'],
      expansions.map((e) => [e.id, e.class]),
    ),
  ]
}

interface PlacedItem {
  readonly id: string
  readonly project: string
  readonly program: string
  readonly component: string
  readonly category: string
  readonly service: string
  readonly entity: string
  readonly zone?: string | undefined
  readonly municipality?: string | undefined
}

/** An item belongs to one project, programme, component…; it is scoped to its municipality and zone, or to all. */
function itemRelations(items: readonly PlacedItem[], municipalities: readonly string[]): Relation[] {
  const own = (dimension: 'project' | 'program' | 'component' | 'category' | 'service' | 'entity') =>
    relation(
      ['item', dimension],
      items.map((c) => [c.id, c[dimension]]),
    )
  return [
    ...(['project', 'program', 'component', 'category', 'service', 'entity'] as const).map(own),
    relation(
      ['item', 'municipality'],
      items.flatMap((c) => (c.municipality === undefined ? municipalities : [c.municipality]).map((m) => [c.id, m])),
    ),
    relation(
      ['item', 'zone'],
      items.flatMap((c) => (c.zone === undefined ? zones : [c.zone]).map((z) => [c.id, z])),
    ),
  ]
}

/** The municipality that an entity is: the one of its id, or of a plan of one, `municipality`. */
export const ownMunicipality = (entity: string, municipalities: readonly string[]): string[] =>
  municipalities.includes(entity)
    ? [entity]
    : entity === 'municipality' && municipalities.length === 1
      ? [...municipalities]
      : []

function fundingRelations(
  alternative: Places['alternative'],
  members: Readonly<Record<string, readonly string[]>>,
): Relation[] {
  const { municipality = [], loan = [] } = members
  const entityOfLoan = new Map(alternative.loans.map((l) => [l.id, l.entity]))
  /** A grant to a municipality is its own; the others are shared by all. */
  const municipalitiesOf = (e: string) => (municipality.includes(e) ? [e] : municipality)
  return [
    relation(
      ['project', 'program'],
      alternative.projects.map((p) => [p.id, p.program]),
    ),
    relation(
      ['loan', 'entity'],
      loan.map((l) => [l, entityOfLoan.get(l) ?? 'provider']),
    ),
    relation(
      ['grant', 'entity'],
      alternative.grants.map((g) => [g.id, g.entity]),
    ),
    relation(
      ['grant', 'source'],
      alternative.grants.map((g) => [g.id, g.source]),
    ),
    relation(
      ['grant', 'municipality'],
      alternative.grants.flatMap((g) => municipalitiesOf(g.entity).map((m) => [g.id, m])),
    ),
    relation(
      ['grant', 'project'],
      alternative.grants.flatMap((g) => (g.project === undefined ? [] : [[g.id, g.project]])),
    ),
    relation(
      ['specialService', 'stream'],
      alternative.specialServices.map((s) => [s.id, s.stream]),
    ),
    relation(
      ['site', 'municipality'],
      alternative.sites.flatMap((s) => (s.municipalities ?? municipality).map((m) => [s.id, m])),
    ),
  ]
}
