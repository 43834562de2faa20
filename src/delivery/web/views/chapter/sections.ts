import { idFrom } from '../../form/lists.ts'
import type { Section } from '../../form/section.ts'
import { fields, tree } from '../../form/section.ts'

const town = '/territory/municipalities/{town}'
const alternative = '/alternatives/{alternative}'
type Row = Readonly<Record<string, unknown>>
const ids = (rows: readonly Row[]): unknown[] => rows.map(({ id }) => id)

const userClasses = [1, 2, 3, 4, 5, 6].map((n) => `stratum${n}`)
const trades = [
  'smallCommercial',
  'smallIndustrial',
  'smallOfficial',
  'largeCommercial',
  'largeIndustrial',
  'largeOfficial',
]

/** The next class and zone that have no row yet: one row at most for each. */
function nextUser(rows: readonly Row[]): Record<string, unknown> {
  for (const zone of ['urban', 'rural']) {
    for (const one of [...userClasses.slice(0, 3), 'smallCommercial', ...userClasses.slice(3), ...trades.slice(1)]) {
      if (!rows.some((row) => row.class === one && row.zone === zone)) return { class: one, zone }
    }
  }
  return {}
}

export const censuses: Section = {
  shape: 'list',
  title: 'censuses',
  at: `${town}/censuses`,
  columns: ['year', 'urban', 'rural'],
  ready: 2,
}
export const users: Section = {
  shape: 'list',
  title: 'users',
  at: `${town}/users`,
  columns: ['class', 'zone', 'dwellings', 'served', 'billed', 'persons', 'productionPerUser'],
  totals: ['dwellings', 'served', 'billed'],
  start: nextUser,
  ready: 4,
}
export const perCapita = fields('perCapita', town, [
  'waste/perCapita/urban',
  'waste/perCapita/rural',
  'waste/perCapitaGrowth',
])
export const composition: Section = {
  shape: 'names',
  title: 'composition',
  at: town,
  columns: ['waste/composition'],
  totals: true,
}
export const streams: Section = {
  shape: 'list',
  title: 'streams',
  at: `${town}/waste/streams`,
  columns: ['kind', 'tonnesPerMonth', 'driver', 'zone', 'coverage'],
  totals: ['tonnesPerMonth'],
  start: (rows) => ({ id: idFrom(`corriente-${rows.length + 1}`, ids(rows)), kind: 'commercial' }),
}
export const income: Section = {
  shape: 'names',
  title: 'households',
  at: town,
  columns: ['householdIncome', 'willingnessToPay'],
  rows: userClasses,
}
export const tariff = fields('tariff', `${town}/tariff`, ['method', 'reference/fixed', 'reference/variable', 'index'])
export const factors: Section = {
  shape: 'names',
  title: 'factors',
  at: town,
  columns: ['subsidies/factors'],
  rows: [...userClasses, ...trades],
}
export const existing = fields('existing', '/existing', [
  'cash',
  'receivables',
  'payables',
  'closureProvision',
  'otherLiabilities',
])
export const rates = fields('rates', '/economy', ['inflation', 'discountRate', 'discountRateBasis'])
const components: Readonly<Record<string, string>> = {
  collection: 'collectionToDisposal',
  sweeping: 'sweeping',
  disposal: 'disposal',
  recovery: 'inorganicRecovery',
  special: 'special',
}
const projectsWith = (at: string, keys: readonly string[], columns: readonly string[]): Section => ({
  shape: 'each',
  title: 'projects',
  at,
  keys,
  start: (rows) => ({ id: idFrom('proyecto', ids(rows)), program: 'collection', costs: [] }),
  table: {
    key: 'costs',
    title: 'costs',
    columns,
    totals: ['amount'],
    start: (project, rows) => ({
      id: idFrom(`${String(project.id ?? 'costo')}-costo`, ids(rows)),
      category: 'operationMaintenance',
      component: components[String(project.program)] ?? 'general',
    }),
  },
})
export const costsToday = projectsWith('/alternatives/0/projects', [], ['name', 'amount', 'unit', 'driver'])
const projects = projectsWith(
  `${alternative}/projects`,
  ['name', 'program', 'responsible', 'startYear', 'endYear', 'expectedResult'],
  ['name', 'category', 'component', 'amount', 'unit', 'driver', 'class', 'life', 'index', 'from', 'to', 'jobs'],
)

/** The parts of each of the nine chapters; what no part shows stands under «Todos los datos». */
export const chapterSections: readonly (readonly Section[])[] = [
  [
    fields('plan', '', ['name', 'description', 'norm', 'baseYear', 'horizon/financial', 'horizon/waste']),
    fields('town', town, ['name', 'department', 'divipola', 'incomePerCapita']),
    censuses,
    fields('climate', town, ['climate/temperatureC', 'waste/climate']),
    {
      shape: 'list',
      title: 'sectors',
      at: `${town}/sectors`,
      columns: ['name', 'ha', 'inhabitants'],
      totals: ['ha', 'inhabitants'],
    },
    fields('publicFinance', `${town}/publicFinance`, [
      'currentRevenue',
      'transfers',
      'propertyTax',
      'debtService',
      'toWasteService',
    ]),
  ],
  [
    users,
    perCapita,
    composition,
    streams,
    income,
    fields('collection', town, [
      'collectionEfficiency',
      'badDebtShare',
      'sweeping/manualKm',
      'sweeping/mechanicalKm',
      'sweeping/roadKm',
    ]),
    tree('diagnosis', `${town}/diagnosis`),
    tree('providers', '/providers'),
    {
      shape: 'list',
      title: 'gaps',
      at: '/plan/gaps',
      columns: ['component', 'kind', 'problem', 'causes', 'consequences', 'measure'],
    },
  ],
  [
    fields('population', `${town}/population`, ['method', 'growthDelta', 'floating']),
    fields('economy', '/economy', ['prices', 'inflation', 'incomeTaxRate', 'interestOnCash']),
    fields('indices', '/economy/indices', ['wage', 'fuel', 'construction']),
    {
      shape: 'list',
      title: 'expansion',
      at: `${town}/expansion`,
      columns: ['year', 'zone', 'class', 'dwellings', 'persons'],
      totals: ['dwellings'],
    },
    fields('landUse', `${town}/landUse`, ['residential', 'industrial', 'commercial', 'institutional', 'publicWays']),
    tree('variants', '/variants'),
  ],
  [
    fields('alternative', alternative, [
      'name',
      'scope',
      'description',
      'statusQuo',
      'benefited/inhabitants',
      'benefited/ha',
    ]),
    fields('targets', `${alternative}/targets`, [
      'coverage/urban',
      'coverage/rural',
      'reduction',
      'continuity',
      'billingEfficiency',
      'collectionEfficiency',
    ]),
    {
      shape: 'list',
      title: 'sites',
      at: `${alternative}/sites`,
      columns: ['name', 'kind', 'capacity', 'opens', 'closes', 'density'],
      totals: ['capacity'],
      start: (rows) => ({ id: idFrom(`sitio-${rows.length + 1}`, ids(rows)) }),
    },
    tree('recovery', `${alternative}/recovery`),
    tree('screening', `${alternative}/screening`),
    {
      shape: 'list',
      title: 'goals',
      at: '/plan/goals',
      columns: ['kind', 'program', 'objective', 'indicator', 'baseline', 'policy'],
      start: (rows) => ({ id: idFrom(`objetivo-${rows.length + 1}`, ids(rows)) }),
    },
  ],
  [projects, tree('special', `${alternative}/specialServices`), tree('closure', `${alternative}/closure`)],
  [
    tariff,
    factors,
    fields('fund', `${town}/subsidies`, ['fundCoverage', 'transferDelayMonths']),
    tree('ownTariff', `${alternative}/tariff`),
    tree('ownSubsidies', `${alternative}/subsidies`),
  ],
  [
    existing,
    {
      shape: 'list',
      title: 'assets',
      at: '/existing/assets',
      columns: ['name', 'gross', 'accumulated', 'remainingLife', 'land'],
      totals: ['gross', 'accumulated'],
    },
    fields('rates', '/economy', [
      'discountRate',
      'discountRateBasis',
      'discountTiming',
      'minimumDebtServiceCover',
      'affordabilityLimit',
    ]),
    tree('loans', `${alternative}/loans`),
    tree('grants', `${alternative}/grants`),
    tree('financing', `${alternative}/financing`),
  ],
  [
    fields('ranking', '/ranking', ['method', 'requireViable']),
    { shape: 'names', title: 'thresholds', at: '/ranking', columns: ['thresholds', 'weights'] },
    tree('measures', `${alternative}/measures`),
    tree('contingency', '/plan/contingency'),
  ],
  [
    fields('plan', '/plan', ['coordinator', 'technicalDirector', 'adoptionAct', 'adoptedOn']),
    { shape: 'list', title: 'terms', at: '/plan/terms', columns: ['name', 'from', 'to'] },
    {
      shape: 'list',
      title: 'sources',
      at: '/sources',
      columns: ['pointer', 'status', 'source', 'url'],
      start: () => ({ status: 'estimated' }),
    },
  ],
]
