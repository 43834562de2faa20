import type { Existing } from '../scenario/document/funding.ts'
import type { UserRow } from '../scenario/document/users.ts'
import { isPathLike } from '../scenario/path.ts'
import { escapeToken } from '../scenario/pointer.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Members of a row by dimension id. */
export type Key = Readonly<Record<string, string>>

/** Where the things of one alternative stand in the scenario document: pointers by the names that templates use. */
export interface Places {
  readonly scenario: Scenario
  readonly alternative: Scenario['alternatives'][number]
  /** The pointer (or token) that a placeholder stands for in a row; undefined where there is none. */
  readonly find: (placeholder: string, key: Key) => string | undefined
}

export const existingOf = (scenario: Scenario, alternative: Scenario['alternatives'][number]): Existing =>
  alternative.existing ?? scenario.existing

/** Places of the alternative at `index` of the document. */
export function placesOf(scenario: Scenario, index: number): Places {
  const alternative = scenario.alternatives[index] as Scenario['alternatives'][number]
  const root = `/alternatives/${index}`
  const pointers = { ...territoryPointers(scenario), ...alternativePointers(scenario, { alternative, root }) }
  const finders = findersOf(scenario, { alternative, root, pointers })
  return { scenario, alternative, find: (placeholder, key) => finders[placeholder]?.(key) }
}

type Pointers = Readonly<Record<string, ReadonlyMap<string, string>>>
type Finder = (key: Key) => string | undefined
interface Ground {
  readonly alternative: Scenario['alternatives'][number]
  readonly root: string
}

function territoryPointers(scenario: Scenario): Pointers {
  const municipality = new Map<string, string>()
  const userRow = new Map<string, string>()
  const stream = new Map<string, string>()
  const expansion = new Map<string, string>()
  scenario.territory.municipalities.forEach((m, i) => {
    const here = `/territory/municipalities/${i}`
    municipality.set(m.id, here)
    m.users.forEach((u, j) => void userRow.set(`${m.id} ${u.class} ${u.zone}`, `${here}/users/${j}`))
    m.waste.streams.forEach((s, j) => void stream.set(`${m.id} ${s.id}`, `${here}/waste/streams/${j}`))
    m.expansion.forEach((_, j) => void expansion.set(expansionId(m.id, j), `${here}/expansion/${j}`))
  })
  const pointerOf = (list: readonly { id: string; pointer: string }[]) => new Map(list.map((x) => [x.id, x.pointer]))
  const { provider, providerYear, billingYear } = providerPlaces(scenario)
  return {
    ...{ municipality, userRow, stream, expansion, collectionSector: pointerOf(collectionSectors(scenario)) },
    ...{ provider: pointerOf(provider), providerYear: pointerOf(providerYear), billingYear: pointerOf(billingYear) },
  }
}

export const expansionId = (municipality: string, position: number): string => `${municipality}-${position + 1}`
export const assetId = (position: number): string => `asset-${position + 1}`

/** Each municipality, and where they are several `consolidated`, under a name that none of them has. */
export function territoriesOf({ territory }: Scenario): { id: string; municipalities: readonly string[] }[] {
  const ids = territory.municipalities.map((m) => m.id)
  const own = ids.map((id) => ({ id, municipalities: [id] }))
  const name = ids.includes('consolidated') ? 'consolidated territory' : 'consolidated'
  return ids.length > 1 ? [{ id: name, municipalities: ids }, ...own] : own
}

/** Sectors of collection of the diagnosis [5.4.2], with the scopes they belong to and where they stand. */
export function collectionSectors({ territory }: Scenario): {
  id: string
  municipality: string
  scopes: readonly string[]
  pointer: string
}[] {
  return territory.municipalities.flatMap((m, i) => {
    const block = m.diagnosis?.collection
    if (block === undefined) return []
    const here = `/territory/municipalities/${i}/diagnosis/collection`
    const listed = (zones: readonly unknown[] | undefined, zone?: string) =>
      (zones ?? []).map((_, j) => ({
        id: `${m.id}-${zone === undefined ? '' : `${zone}-`}${j + 1}`,
        municipality: m.id,
        scopes: zone === undefined ? ['total'] : ['total', zone],
        pointer: `${here}${zone === undefined ? '' : `/${zone}`}/zones/${j}`,
      }))
    if (!('urban' in block || 'rural' in block)) return 'zones' in block ? listed(block.zones) : []
    return [...listed(block.urban?.zones, 'urban'), ...listed(block.rural?.zones, 'rural')]
  })
}

/** Pointers of each provider, each year of its books and each year of its billing [5.5]. */
export function providerPlaces({
  providers,
}: Scenario): Record<
  'provider' | 'providerYear' | 'billingYear',
  { id: string; provider: string; pointer: string; year: number | null }[]
> {
  const yearly = (field: 'financial' | 'billing') =>
    providers.flatMap((p, i) =>
      p[field].map(({ year }, j) => ({
        id: `${p.id} ${year}${p[field].findIndex((x) => x.year === year) === j ? '' : ` (${j + 1})`}`,
        provider: p.id,
        pointer: `/providers/${i}/${field}/${j}`,
        year,
      })),
    )
  return {
    provider: providers.map((p, i) => ({ id: p.id, provider: p.id, pointer: `/providers/${i}`, year: null })),
    providerYear: yearly('financial'),
    billingYear: yearly('billing'),
  }
}

export const stepId = (position: number): string => `step-${position + 1}`

/** Loans that a funding waterfall may draw: one a year, `waterfall-<year>`; none where no step is a loan. */
export function waterfallLoans({ scenario, alternative }: Pick<Places, 'scenario' | 'alternative'>): string[] {
  if (!alternative.financing?.waterfall.some((s) => s.source === 'loan')) return []
  return Array.from({ length: scenario.horizon.financial + 1 }, (_, t) => `waterfall-${scenario.baseYear + t}`)
}

function alternativePointers(scenario: Scenario, { alternative, root }: Ground): Pointers {
  const byId = (list: readonly { id: string }[], field: string, at = root) =>
    new Map(list.map((x, i) => [x.id, `${at}/${field}/${i}`]))
  const item = new Map(
    alternative.projects.flatMap((p, i) => p.costs.map((c, j) => [c.id, `${root}/projects/${i}/costs/${j}`] as const)),
  )
  const investments = new Set(
    alternative.projects.flatMap((p) => p.costs.filter((c) => c.category === 'investment').map((c) => c.id)),
  )
  const existing = existingOf(scenario, alternative)
  const existingRoot = alternative.existing ? `${root}/existing` : '/existing'
  return {
    item,
    investmentItem: new Map([...item].filter(([id]) => investments.has(id))),
    runningItem: new Map([...item].filter(([id]) => !investments.has(id))),
    site: byId(alternative.sites, 'sites'),
    loan: byId(alternative.loans, 'loans'),
    existingLoan: byId(existing.loans, 'loans', existingRoot),
    grant: byId(alternative.grants, 'grants'),
    specialService: byId(alternative.specialServices, 'specialServices'),
    asset: new Map(existing.assets.map((_, i) => [assetId(i), `${existingRoot}/assets/${i}`])),
    existing: new Map([['', existingRoot]]),
    step: new Map(
      (alternative.financing?.waterfall ?? []).map((_, i) => [stepId(i), `${root}/financing/waterfall/${i}`]),
    ),
    waterfallLoan: new Map(
      waterfallLoans({ scenario, alternative }).map((id) => [
        id,
        `${root}/financing/waterfall/${alternative.financing?.waterfall.findIndex((s) => s.source === 'loan')}`,
      ]),
    ),
    recovery: recoveryPointers(scenario, { alternative, root }),
  }
}

function recoveryPointers(scenario: Scenario, { alternative, root }: Ground): ReadonlyMap<string, string> {
  const { recovery } = alternative
  if (!recovery) return new Map()
  const list = Array.isArray(recovery) ? recovery : [recovery]
  const pointers = new Map<string, string>()
  for (const { id } of scenario.territory.municipalities) {
    const position = list.findIndex((r) => r.municipalities === undefined || r.municipalities.includes(id))
    if (position >= 0) pointers.set(id, Array.isArray(recovery) ? `${root}/recovery/${position}` : `${root}/recovery`)
  }
  return pointers
}

const token =
  (dimension: string): Finder =>
  (key) =>
    escapeToken(key[dimension] ?? '')

/** Placeholders that stand for the same in all alternatives of a scenario. */
export const sharedPlaceholders: ReadonlySet<string> = new Set([
  ...['zone', 'userClass', 'material', 'priceIndex', 'category', 'municipality', 'municipalityId', 'streamId'],
  ...['userRow', 'stream', 'expansion', 'collectionSector', 'provider', 'providerYear', 'billingYear'],
  ...['baseSubsidies', 'ownGrowth', 'urbanOnly', 'indexed', 'product'],
])

/** Placeholders that stand for the thing of the row's own member. */
const simple = [
  ...['item', 'investmentItem', 'runningItem', 'site', 'grant', 'specialService', 'asset', 'expansion', 'step'],
  ...['collectionSector', 'provider', 'providerYear', 'billingYear'],
]

function findersOf(scenario: Scenario, ground: Ground & { pointers: Pointers }): Readonly<Record<string, Finder>> {
  const { alternative, root, pointers } = ground
  const municipalities = new Map(scenario.territory.municipalities.map((m) => [m.id, m]))
  const userRows = new Map<string, UserRow>(
    scenario.territory.municipalities.flatMap((m) => m.users.map((u) => [`${m.id} ${u.class} ${u.zone}`, u] as const)),
  )
  const pointed =
    (name: string, by: Finder): Finder =>
    (key) =>
      pointers[name]?.get(by(key) ?? '')
  const by =
    (dimension: string): Finder =>
    (key) =>
      key[dimension]
  const userKey: Finder = (key) => `${key.municipality} ${key.userClass} ${key.zone}`
  const municipality = pointed('municipality', by('municipality'))
  const ownTariff = (key: Key) => municipalities.get(key.municipality ?? '')?.tariff
  const baseTariff: Finder = (key) =>
    ownTariff(key) || !alternative.tariff ? `${municipality(key)}/tariff` : `${root}/tariff`
  const tariff: Finder = (key) => (alternative.tariff ? `${root}/tariff` : `${municipality(key)}/tariff`)
  const withoutTransition: Finder = (key) =>
    (ownTariff(key) ?? alternative.tariff)?.transition ? undefined : baseTariff(key)
  const recovery = pointed('recovery', by('municipality'))
  const dimensionOf = (name: string) => (name.endsWith('Item') ? 'item' : name)
  return {
    ...Object.fromEntries(simple.map((name) => [name, pointed(name, by(dimensionOf(name)))])),
    ...Object.fromEntries(
      ['zone', 'userClass', 'material', 'priceIndex', 'source', 'category'].map((d) => [d, token(d)]),
    ),
    municipality,
    municipalityId: token('municipality'),
    streamId: token('stream'),
    alternative: () => root,
    userRow: pointed('userRow', userKey),
    stream: pointed('stream', (key) => `${key.municipality} ${key.stream}`),
    loan: pointed('loan', by('loan')),
    waterfallLoan: pointed('waterfallLoan', by('loan')),
    existingLoan: pointed('existingLoan', by('loan')),
    existing: pointed('existing', () => ''),
    recovery,
    compost: (key) => (key.material === 'foodAndGarden' ? recovery(key) : undefined),
    product: (key) => (key.material === 'foodAndGarden' ? 'compost' : escapeToken(key.material ?? '')),
    tariff,
    baseTariff,
    tariffOfEra: (key) => (key.tariffEra === 'base' ? baseTariff(key) : tariff(key)),
    tariffOfEraWithoutTransition: (key) => (key.tariffEra === 'base' ? withoutTransition(key) : tariff(key)),
    baseTariffWithoutTransition: withoutTransition,
    subsidies: (key) => (alternative.subsidies ? `${root}/subsidies` : `${municipality(key)}/subsidies`),
    baseSubsidies: (key) => `${municipality(key)}/subsidies`,
    ownGrowth: (key) => {
      const row = userKey(key) as string
      return isPathLike(userRows.get(row)?.growth) ? `${pointers.userRow?.get(row)}/growth` : undefined
    },
    urbanOnly: (key) => (key.zone === 'urban' ? '' : undefined),
    indexed: (key) => (key.priceIndex === 'none' ? undefined : ''),
  }
}
