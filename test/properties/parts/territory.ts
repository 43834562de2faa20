import fc from 'fast-check'
import type { Frame } from './basic.ts'
import { all, named, num, path, ratePath, sharePath, some, whole } from './basic.ts'

const strata = ['stratum1', 'stratum2', 'stratum3', 'stratum4', 'stratum5', 'stratum6']
const others = [
  ...['smallCommercial', 'smallIndustrial', 'smallOfficial'],
  ...['largeCommercial', 'largeIndustrial', 'largeOfficial'],
]
const classes = [...strata, ...others]
const uses = ['residential', 'industrial', 'commercial', 'institutional', 'publicWays']
const materials = ['foodAndGarden', 'paper', 'cardboard', 'plastic', 'glass', 'metal', 'textile', 'wood', 'other']
const zone = fc.constantFrom('urban', 'rural')

/** Censuses that grow so slowly that every method of projection reaches the horizon. */
const censuses = (frame: Frame): fc.Arbitrary<{ year: number; urban: number; rural: number }[]> =>
  all({
    urban: whole(900, 90_000),
    rural: fc.oneof(fc.constant(0), whole(300, 9000)),
    steps: fc.array(fc.tuple(whole(5, 12), num(-0.01, 0.014), num(-0.01, 0.014)), { minLength: 1, maxLength: 3 }),
  }).map(({ urban, rural, steps }) => {
    const list = [{ year: frame.baseYear - 34, urban, rural }]
    for (const [gap, u, r] of steps) {
      const last = list.at(-1) ?? { year: 0, urban, rural }
      list.push({
        year: last.year + gap,
        urban: Math.round(last.urban * (1 + u) ** gap),
        rural: Math.round(last.rural * (1 + r) ** gap),
      })
    }
    return list
  })

const population = (frame: Frame, count: number) =>
  some({
    method: fc.constantFrom(
      ...['auto', 'arithmetic', 'geometric', 'wappaus', 'given'],
      ...(count > 2 ? ['exponential'] : []),
    ),
    growthDelta: num(-0.01, 0.01),
    floating: path(frame, num(0, 4000)),
    given: fc.constant({ urban: { start: 20_000, growth: 0.01 }, rural: 3000 }),
  }).map((p) => (p.method === 'given' ? { given: { urban: 8000, rural: { start: 900, growth: -0.01 } }, ...p } : p))

const growth = (frame: Frame) =>
  fc.oneof(
    fc.constant('population'),
    ratePath(frame, -0.02, 0.03),
    fc.constantFrom(...uses.map((use) => `area:${use}`)),
  )

interface UserRow {
  class: string
  zone: string
}

const userRow = (frame: Frame): fc.Arbitrary<UserRow> =>
  all({
    row: all({ class: fc.constantFrom(...classes), zone, dwellings: whole(0, 6000) }),
    served: num(0, 1),
    billed: num(0.3, 1),
    more: some({
      growth: growth(frame),
      productionFactor: num(0.5, 1.5),
      continuity: all({ scheduled: whole(50, 156), missed: whole(0, 50) }),
      vacantShare: num(0, 0.1),
    }),
    persons: num(1, 5),
    production: fc.option(num(0, 3)),
  }).map(({ row, served, billed, more, persons, production }) => {
    const { vacantShare, ...rest } = more
    const users = Math.floor(row.dwellings * served)
    const residential = strata.includes(row.class)
    return {
      ...row,
      served: users,
      billed: Math.floor(users * billed),
      ...(vacantShare === undefined ? {} : { vacant: Math.floor(users * vacantShare) }),
      ...(residential ? { persons } : {}),
      ...(production === null && residential ? {} : { productionPerUser: production ?? 0.1 }),
      ...rest,
    }
  })

const composition = fc
  .array(whole(0, 20), { minLength: materials.length, maxLength: materials.length })
  .map((weights) => {
    const total = weights.reduce((a, b) => a + b, 0)
    const shares = total === 0 ? materials.map((_, i) => (i === 0 ? 1 : 0)) : weights.map((w) => w / total)
    return Object.fromEntries(materials.map((m, i) => [m, shares[i]]))
  })

const streamKinds = [
  ...['industrial', 'commercial', 'institutional', 'streets', 'pathogenic'],
  ...['constructionDemolition', 'canalSludge', 'treatmentSludge', 'greenWaste'],
]
/** A stream grows with something that its zone has. */
const stream = (frame: Frame, { rows, swept }: Ground) =>
  zone.chain((zone) =>
    some(
      {
        kind: fc.constantFrom(...streamKinds),
        zone: fc.constant(zone),
        service: fc.constantFrom('ordinary', 'special'),
        tonnesPerMonth: num(0, 300),
        driver: fc.constantFrom(
          ...['none', 'population', ...(swept ? ['sweptKm'] : []), ...uses.map((use) => `area:${use}`)],
          ...rows.filter((row) => row.zone === zone).map((row) => row.class),
        ),
        growth: ratePath(frame, -0.02, 0.03),
        coverage: sharePath(frame),
        toLandfill: fc.boolean(),
      },
      ['kind', 'zone', 'tonnesPerMonth'],
    ),
  )

interface Ground {
  readonly rows: readonly UserRow[]
  readonly swept: boolean
}

const waste = (frame: Frame, ground: Ground) =>
  some(
    {
      perCapita: some({ urban: num(0.2, 1.2), rural: num(0.1, 0.8) }, ['urban']),
      perCapitaGrowth: ratePath(frame, -0.005, 0.01),
      composition,
      streams: named('stream', 3, stream(frame, ground)),
      reduction: sharePath(frame, 0, 0.3),
    },
    ['perCapita'],
  )

/** A reference or cost recovery tariff, with or without a transition. */
export const tariff = (frame: Frame) => {
  const common = {
    index: fc.constantFrom('inflation', 'wage', 'construction', 'none'),
    transition: all({
      current: all({ fixed: num(0, 20_000), variable: num(0, 300_000) }),
      years: whole(1, frame.horizon),
    }),
  }
  return fc.oneof(
    some(
      {
        method: fc.constant('reference'),
        reference: all({ fixed: path(frame, num(0, 20_000)), variable: path(frame, num(0, 300_000)) }),
        ...common,
      },
      ['method', 'reference'],
    ),
    some({ method: fc.constant('costRecovery'), netOfGrants: fc.boolean(), ...common }, ['method']),
  )
}

/** Factors of these classes: the lower strata are subsidised, the upper ones and all others contribute. */
export const subsidies = (frame: Frame, of: readonly string[]) => {
  const factor = (low: number, high: number) =>
    fc.oneof(sharePath(frame, low, high), some({ urban: num(low, high), rural: num(low, high) }, ['urban']))
  const paying = new Set([...strata.slice(4), ...others])
  const known = of.filter((c) => paying.has(c) || strata.indexOf(c) < 3)
  return some({
    factors: some(Object.fromEntries(known.map((c) => [c, paying.has(c) ? factor(0, 0.6) : factor(-0.6, 0)]))),
    fundCoverage: sharePath(frame),
    transferDelayMonths: whole(0, 12),
  })
}

const expansion = (frame: Frame, rows: readonly UserRow[]) =>
  rows.length === 0
    ? fc.constant([])
    : fc.array(
        all({
          row: fc.constantFrom(...rows),
          year: whole(frame.baseYear + 1, frame.baseYear + 20),
          dwellings: whole(0, 400),
          persons: num(0, 5),
        }).map(({ row, ...rest }) => ({ class: row.class, zone: row.zone, ...rest })),
        { maxLength: 2 },
      )

/** A municipality through every field that figures depend on; ids come from the frame. */
export const municipality = (frame: Frame, id: string) =>
  fc
    .tuple(
      censuses(frame),
      fc.uniqueArray(userRow(frame), { maxLength: 6, selector: (row) => `${row.class} ${row.zone}` }),
      fc.option(some({ manualKm: path(frame, num(1, 900)), mechanicalKm: path(frame, num(0, 300)) }, ['manualKm'])),
    )
    .chain(([counted, rows, sweeping]) =>
      some(
        {
          id: fc.constant(id),
          censuses: fc.constant(counted),
          population: population(frame, counted.length),
          users: fc.constant(rows),
          waste: waste(frame, { rows, swept: sweeping !== null }),
          expansion: expansion(frame, rows),
          landUse: all(Object.fromEntries(uses.map((use) => [use, path(frame, num(0, 90))]))),
          householdIncome: some(Object.fromEntries(strata.map((c) => [c, num(800_000, 9e6)]))),
          collectionEfficiency: sharePath(frame, 0.5),
          badDebtShare: num(0, 1),
          publicFinance: some({ currentRevenue: path(frame, num(1e9, 9e10)) }),
          tariff: tariff(frame),
          subsidies: subsidies(
            frame,
            rows.map((row) => row.class),
          ),
        },
        ['id', 'censuses', 'users', 'waste', 'landUse', 'tariff'],
      ).map((town) => ({ ...town, ...(sweeping === null ? {} : { sweeping }) })),
    )

export { classes, materials }
