import fc from 'fast-check'
import type { Frame } from './basic.ts'
import { all, byYear, index, money, named, num, path, sharePath, some, whole } from './basic.ts'
import { entity, existing, financing, grants, loans } from './funding.ts'
import { materials, subsidies, tariff } from './territory.ts'

const programs = [
  ...['awareness', 'storage', 'collection', 'sweeping', 'recovery', 'disposal'],
  ...['special', 'rural', 'commercial', 'institutional', 'contingency'],
]
const components = [
  ...['collectionToDisposal', 'collectionToRecovery', 'sweeping', 'organicRecovery'],
  ...['inorganicRecovery', 'disposal', 'special', 'general'],
]
const zone = fc.constantFrom('urban', 'rural')
const zonedDrivers = ['users', 'tonnesCollected', 'population']
const drivers = [
  ...zonedDrivers,
  ...['tonnesDisposed', 'tonnesRecovered', 'tonnesRecoveredOrganic', 'tonnesRecoveredInorganic', 'kmSwept'],
]

const common = (frame: Frame) => ({
  component: fc.constantFrom(...components),
  service: fc.constantFrom('ordinary', 'special'),
  entity: entity(frame),
  municipality: fc.constantFrom(...frame.towns),
  index,
  jobs: whole(0, 20),
})

const purchases = (frame: Frame) => {
  const one = all({ year: whole(frame.baseYear, frame.baseYear + frame.horizon), amount: money })
  const listed = all({ values: fc.array(money, { minLength: 1, maxLength: 4 }), t: whole(0, frame.horizon - 4) }).map(
    ({ values, t }) => ({ values, from: frame.baseYear + t }),
  )
  return fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }), listed)
}

const investment = (frame: Frame) =>
  some(
    {
      category: fc.constant('investment'),
      class: fc.constantFrom('works', 'land', 'equipment', 'studies'),
      amount: purchases(frame),
      life: whole(1, 25),
      residual: num(0, 0.5),
      replace: fc.boolean(),
      zone,
      ...common(frame),
    },
    ['category', 'class', 'amount', 'life'],
  )

const runningCost = (frame: Frame) => {
  const active = {
    from: whole(frame.baseYear - 1, frame.baseYear + 8),
    to: whole(frame.baseYear + 9, frame.baseYear + 40),
  }
  const category = fc.constantFrom('operationMaintenance', 'administration')
  const shared = { category, ...common(frame), ...active }
  const unit = path(frame, num(0, 200_000))
  return fc.oneof(
    some({ ...shared, zone, amount: path(frame, num(0, 9e8)) }, ['category', 'amount']),
    some({ ...shared, unit, driver: fc.constantFrom(...drivers) }, ['category', 'unit', 'driver']),
    some({ ...shared, zone, unit, driver: fc.constantFrom(...zonedDrivers) }, ['category', 'unit', 'driver']),
  )
}

const project = (frame: Frame) =>
  some(
    {
      program: fc.constantFrom(...programs),
      startYear: whole(frame.baseYear, frame.baseYear + 5),
      endYear: whole(frame.baseYear + 6, frame.baseYear + 30),
      costs: fc.array(fc.oneof(investment(frame), runningCost(frame)), { maxLength: 4 }),
    },
    ['program', 'costs'],
  )

interface Project {
  id: string
}

/** Cost ids are unique in the whole alternative. */
const projects = (frame: Frame): fc.Arbitrary<Project[]> =>
  fc.array(project(frame), { maxLength: 3 }).map((list) =>
    list.map((p, i) => ({
      id: `proyecto${i + 1}`,
      ...p,
      costs: p.costs.map((c, j) => ({ id: `renglon${i + 1}-${j + 1}`, ...c })),
    })),
  )

const town = (frame: Frame, value: fc.Arbitrary<unknown>) =>
  fc.oneof(value, some(Object.fromEntries(frame.towns.map((id) => [id, value]))))

const targets = (frame: Frame) =>
  some({
    coverage: town(frame, some({ urban: sharePath(frame), rural: sharePath(frame) }, ['urban'])),
    reduction: town(frame, sharePath(frame, 0, 0.3)),
    continuity: town(frame, sharePath(frame)),
    billingEfficiency: town(frame, sharePath(frame)),
    collectionEfficiency: town(frame, sharePath(frame)),
    sweptKm: town(frame, some({ manual: path(frame, num(0, 900)), mechanical: path(frame, num(0, 300)) }, ['manual'])),
  })

const site = (frame: Frame) =>
  all({
    opens: fc.option(whole(-3, 12)),
    open: fc.option(whole(0, 30)),
    towns: fc.option(fc.shuffledSubarray([...frame.towns], { minLength: 1 })),
    more: some({
      kind: fc.constantFrom('landfill', 'manual', 'dump'),
      licence: some({ to: whole(frame.baseYear, frame.baseYear + 30), m3: num(0, 500_000) }),
      capacity: num(0, 900_000),
      density: num(0.4, 1.2),
      coverFactor: num(0, 0.4),
    }),
  }).map(({ opens, open, towns, more }) => ({
    ...(opens === null ? {} : { opens: frame.baseYear + opens }),
    ...(open === null ? {} : { closes: frame.baseYear + (opens ?? 0) + open }),
    ...(towns === null ? {} : { municipalities: towns }),
    ...more,
  }))

const byMaterial = (value: fc.Arbitrary<unknown>) => some(Object.fromEntries(materials.map((m) => [m, value])))
const recovered = (frame: Frame) =>
  some({
    capture: byMaterial(sharePath(frame)),
    rejects: byMaterial(num(0, 1)),
    compostYield: num(0, 0.6),
    prices: some(Object.fromEntries([...materials.slice(1), 'compost'].map((m) => [m, path(frame, num(0, 900_000))]))),
    sold: sharePath(frame),
    index,
  })
const recovery = (frame: Frame) =>
  fc.oneof(
    recovered(frame),
    fc
      .array(recovered(frame), { maxLength: frame.towns.length })
      .map((list) => list.map((r, i) => ({ ...r, municipalities: [frame.towns[i]] }))),
  )

/** What an alternative may name of the towns. */
export interface Towns {
  readonly streams: readonly string[]
  readonly classes: readonly string[]
  readonly carries: boolean
}

/** One way of giving the service, through every field that figures depend on. */
export const alternative = (frame: Frame, given: Towns) =>
  projects(frame).chain((list) =>
    some(
      {
        projects: fc.constant(list),
        targets: targets(frame),
        tariff: tariff(frame),
        subsidies: subsidies(frame, given.classes),
        sites: named('sitio', 3, site(frame)),
        recovery: recovery(frame),
        ...(given.streams.length
          ? {
              specialServices: named(
                'servicio',
                2,
                some({ stream: fc.constantFrom(...given.streams), price: path(frame, num(0, 900_000)), index }, [
                  ...(['stream', 'price'] as const),
                ]),
              ),
            }
          : {}),
        loans: loans(frame),
        grants: grants(
          frame,
          list.map((p) => p.id),
        ),
        existing: existing(frame, given.carries),
        financing: financing(frame),
        measures: some({ prevention: fc.boolean(), minimization: fc.boolean(), mitigation: fc.boolean() }),
        screening: some({ energy: all({ met: fc.constantFrom(true, false, 'unknown') }) }),
        workingCapital: all({ payableDays: whole(0, 365) }),
        closure: some({ provisionPerTonne: path(frame, num(0, 60_000)), index, works: byYear(frame, 1) }),
      },
      ['projects'],
    ),
  )
