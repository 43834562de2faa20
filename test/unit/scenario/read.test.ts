import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import minimal from '../../../scenarios/minimal.json' with { type: 'json' }
import { scenarioJsonSchema } from '../../../src/scenario/json-schema.ts'
import { readScenario, scenarioVariants } from '../../../src/scenario/read.ts'
import type { ProblemCode } from '../../../src/text/problems.ts'
import { add, costs, minimalWith, plan, problemsOf, remove, replace, scenarioOf, town, warningsOf } from './minimal.ts'

describe('the smallest valid plan', () => {
  test('reads without a warning, with its defaults filled in', () => {
    expect(warningsOf(minimal)).toEqual([])
    const scenario = scenarioOf(minimal)
    expect(scenario.horizon).toEqual({ financial: 15, waste: 30 })
    expect(scenario.economy).toMatchObject({ prices: 'current', discountTiming: 'end', minimumDebtServiceCover: 1.2 })
    expect(scenario.ranking.thresholds.pvCosts).toBe(0.01)
    expect(scenario.territory.municipalities[0]!.waste.streams[0]).toMatchObject({
      service: 'ordinary',
      toLandfill: true,
    })
    expect(scenario.alternatives[0]!.sites[0]).toMatchObject({ kind: 'landfill', density: 0.8, coverFactor: 0.2 })
  })

  test('a scenario that was read reads again as itself', () => {
    const scenario = scenarioOf(minimal)
    expect(scenarioOf(scenario)).toEqual(scenario)
  })

  test('the document is left as it was', () => {
    const before = structuredClone(minimal)
    readScenario(minimal)
    expect(minimal).toEqual(before)
  })
})

describe('defaults that depend on other fields', () => {
  test('a special kind of waste does not go to the landfill unless said so', () => {
    const streams = [
      { id: 'a', kind: 'pathogenic', tonnesPerMonth: 1 },
      { id: 'b', kind: 'pathogenic', tonnesPerMonth: 1, toLandfill: true },
      { id: 'c', kind: 'greenWaste', tonnesPerMonth: 1 },
      { id: 'd', kind: 'industrial', service: 'special', tonnesPerMonth: 1 },
    ]
    const read = scenarioOf(minimalWith(replace(`${town}/waste/streams`, streams)))
    const found = read.territory.municipalities[0]!.waste.streams.map((stream) => [stream.service, stream.toLandfill])
    expect(found).toEqual([
      ['special', false],
      ['special', true],
      ['ordinary', true],
      ['special', false],
    ])
  })

  test('under resolution 754 a plan of twelve years is allowed', () => {
    expect(scenarioOf(minimalWith(add('/horizon', { financial: 12 }))).horizon.financial).toBe(12)
  })
})

describe('forms that a field may take', () => {
  test.each([
    [
      'a target by municipality',
      `${plan}/targets`,
      { coverage: { 'villa-ejemplo': { urban: { points: { '2030': 1 } } } } },
    ],
    [
      'a target for all municipalities',
      `${plan}/targets`,
      { coverage: { urban: 1, rural: 0.5 }, streams: { comercio: 1 } },
    ],
    ['a stream target by municipality', `${plan}/targets`, { streams: { 'villa-ejemplo': { comercio: 0.9 } } }],
    ['a factor by zone', `${town}/subsidies/factors/stratum1`, { urban: -0.4, rural: { points: { '2025': -0.5 } } }],
    ['recovery as an object', `${plan}/recovery`, { rejects: { paper: 0.1 }, prices: { compost: 50000 } }],
    ['recovery as a list', `${plan}/recovery`, [{ municipalities: ['villa-ejemplo'] }]],
    ['measures as a list', `${plan}/measures`, [{ kind: 'prevention', name: 'x' }]],
    ['a DTF with its convention', '/economy/referenceRates', { dtf: { rate: 0.1, convention: 'quarterlyInAdvance' } }],
    ['a measured block by zone', `${town}/diagnosis`, { recyclers: { urban: { total: 3 }, rural: { total: 1 } } }],
    [
      'a measured cost by material',
      `${town}/diagnosis`,
      { annualCosts: { inorganicRecovery: { paper: { investment: 1 } } } },
    ],
    [
      'an investment in the base year',
      `${costs}/-`,
      { id: 'x', category: 'investment', class: 'land', amount: { year: 2024, amount: 1 } },
    ],
    [
      'an investment by list of values',
      `${costs}/-`,
      { id: 'x', category: 'investment', class: 'works', life: 5, amount: { values: [0, 1, 0], from: 2023 } },
    ],
  ])('%s', (_name, path, value) => {
    expect(problemsOf(minimalWith(add(path, value)))).toEqual([])
  })

  test('every problem of one place is told once, and a wrong union does not dump its branches', () => {
    const document = minimalWith(
      add(`${plan}/targets`, { coverage: { urban: 1.5, rurla: 1 }, reduction: 'mucha' }),
      replace(`${town}/subsidies/factors/stratum1`, { urban: -2 }),
      replace('/economy/inflation', { start: 0.04 }),
    )
    expect(new Set(problemsOf(document).map(({ code, pointer }) => `${code} ${pointer}`))).toEqual(
      new Set([
        'required /economy/inflation/growth',
        `too-big ${plan}/targets/coverage/urban`,
        `too-small ${town}/subsidies/factors/stratum1/urban`,
        `type ${plan}/targets/reduction`,
        `unknown-field ${plan}/targets/coverage/rurla`,
      ]),
    )
  })
})

describe('a bad document', () => {
  test('a misspelt field is answered with the nearest name', () => {
    const [found] = problemsOf(minimalWith(add('/economy/discountRat', 0.1)))
    expect(found).toMatchObject({ code: 'unknown-field', received: 0.1 })
    expect(found!.es).toContain('«discountRate»')
    expect(found!.en).toContain('"discountRate"')
  })

  test('tells broken shapes and broken rules at once', () => {
    const document = minimalWith(
      add('/colour', 'blue'),
      replace(`${town}/users/0/served`, 5000),
      replace(`${town}/users/1/persons`, 'tres'),
      add(`${costs}/-`, { id: 'operacion', category: 'administration', amount: 1 }),
    )
    expect(new Set(problemsOf(document).map(({ code }) => code))).toEqual(
      new Set(['duplicate-id', 'type', 'unknown-field', 'users-order']),
    )
  })

  test('does not blame a rule on a field that could not be read', () => {
    expect(problemsOf(minimalWith(add(`${town}/users/0/personas`, 3), remove(`${town}/users/0/persons`)))).toHaveLength(
      1,
    )
  })

  test('a member called __proto__ is an unknown field wherever it stands', () => {
    const raw: unknown = JSON.parse(
      JSON.stringify(minimal).replace('"stratum1":-0.4', '"__proto__":{"polluted":1},"stratum1":-0.4'),
    )
    expect(problemsOf(raw)).toMatchObject([{ code: 'unknown-field', pointer: `${town}/subsidies/factors/__proto__` }])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('a document of more values than a plan can have is refused whole', () => {
    const rows = Array.from({ length: 35 }, () => Array.from({ length: 9_000 }, () => 0))
    expect(problemsOf({ ...minimal, sources: rows })).toMatchObject([{ code: 'too-large', pointer: '' }])
  })

  test('a place with more members than any part of a plan is refused', () => {
    const raw = { ...minimal, sources: Array.from({ length: 10_001 }, () => 0) }
    expect(problemsOf(raw)).toMatchObject([{ code: 'too-wide', pointer: '/sources' }])
  })

  test('a flood of problems is cut, and says that there are more', () => {
    const raw = minimalWith(
      add(
        '/providers',
        Array.from({ length: 100 }, () => Object.fromEntries(many(20))),
      ),
    )
    const problems = problemsOf(raw)
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems' })
  })
})

const many = (count: number): [string, number][] => Array.from({ length: count }, (_, at) => [`campo${at}`, at])

describe('warnings', () => {
  const publishedTariff = { method: 'cra-720-2015', inputs: { segment: 2, billedWith: 'water', distanceKm: 15 } }
  const warned: [ProblemCode, string, ...Parameters<typeof minimalWith>][] = [
    ['repealed-norm', '/norm', replace('/norm', 'resolution-1045-2003')],
    ['discount-rate-basis-missing', '/economy/discountRateBasis', remove('/economy/discountRateBasis')],
    ['no-status-quo', '/alternatives', remove(`${plan}/statusQuo`)],
    ['site-unlimited', `${plan}/sites/0`, remove(`${plan}/sites/0/capacity`)],
    ['few-financial-years', '/providers/0/financial', add('/providers', [{ id: 'p', financial: [{ year: 2024 }] }])],
    ['source-pointer', '/sources/0/pointer', replace('/sources/0/pointer', '/economy/inflacion')],
    ['source-pointer', '/sources/0/pointer', replace('/sources/0/pointer', 'economy')],
    ['ignored-field', `${costs}/0/life`, add(`${costs}/0/life`, 5)],
    ['users-assumed', `${town}/users/0/billed`, remove(`${town}/users/0/billed`)],
    ['per-capita-missing', `${town}/waste/perCapita/urban`, remove(`${town}/waste/perCapita/urban`)],
    ['composition-missing', `${plan}/recovery/capture`, add(`${plan}/recovery`, { capture: { paper: 0.3 } })],
    ['cra-720-small', `${town}/tariff/method`, replace(`${town}/tariff`, publishedTariff)],
    ['cra-720-small', `${plan}/tariff/method`, add(`${plan}/tariff`, publishedTariff)],
    ['screening-unknown', `${plan}/screening/energy/met`, add(`${plan}/screening`, { energy: { met: 'unknown' } })],
  ]
  test.each(warned)('%s at %s does not stop the reading', (code, pointer, ...operations) => {
    expect(warningsOf(minimalWith(...operations))).toMatchObject([{ code, pointer }])
  })

  test('users that are left out are taken as the row above them', () => {
    const read = scenarioOf(minimalWith(remove(`${town}/users/0/served`), remove(`${town}/users/0/billed`)))
    expect(read.territory.municipalities[0]!.users[0]).toMatchObject({ dwellings: 900, served: 900, billed: 900 })
  })
})

describe('variants', () => {
  const variants = [
    { id: 'sequia', name: 'Menos población', patch: { economy: { inflation: 0.09, discountRateBasis: null } } },
    { id: 'otro', patch: [{ op: 'replace', path: `${town}/collectionEfficiency`, value: 0.5 }] },
  ]

  test('come after the base, each read again with its own patch', () => {
    const read = scenarioVariants(scenarioOf(minimalWith(add('/variants', variants))))
    expect(read.map(({ id, name }) => [id, name])).toEqual([
      ['base', minimal.name],
      ['sequia', 'Menos población'],
      ['otro', 'otro'],
    ])
    expect(read.map(({ scenario }) => scenario.economy.inflation)).toEqual([0.04, 0.09, 0.04])
    expect(read.map(({ scenario }) => scenario.territory.municipalities[0]!.collectionEfficiency)).toEqual([
      0.9, 0.9, 0.5,
    ])
    expect(read[1]!.scenario.economy.discountRateBasis).toBeUndefined()
  })

  test('a variant that breaks a rule is told at the variant, with the place inside', () => {
    const broken = [{ id: 'v', patch: { existing: { taxLosses: 5 }, economy: { lossCarryForward: false } } }]
    const problems = problemsOf(minimalWith(add('/variants', broken)))
    expect(problems).toMatchObject([{ code: 'tax-losses', pointer: '/variants/0' }])
    expect(problems[0]!.es).toContain('/existing/taxLosses')
  })

  test('the stress of a contingency is asked too', () => {
    const contingency = [{ id: 'sismo', stress: { territory: { municipalities: [] } } }]
    expect(problemsOf(minimalWith(add('/plan', { contingency })))).toMatchObject([
      { code: 'too-few', pointer: '/plan/contingency/0' },
    ])
  })

  test('a warning that only a variant has is told at the variant', () => {
    const warnings = warningsOf(minimalWith(add('/variants', variants)))
    expect(warnings).toMatchObject([{ code: 'discount-rate-basis-missing', pointer: '/variants/0' }])
  })
})

describe('the JSON Schema', () => {
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(scenarioJsonSchema())

  test('accepts the smallest plan and refuses a misspelt field', () => {
    expect(validate(JSON.parse(readFileSync('scenarios/minimal.json', 'utf8')))).toBe(true)
    expect(validate(minimalWith(add('/economy/inflacion', 0.04)))).toBe(false)
  })

  test('describes every field in Spanish', () => {
    const bare = undescribed(scenarioJsonSchema(), '')
    expect(bare).toEqual([])
  })
})

/** Fields of a schema that carry no description. */
function undescribed(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const found: string[] = []
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') {
      for (const [field, inner] of Object.entries(value as Record<string, object>)) {
        if (!('description' in inner)) found.push(`${at}/${field}`)
      }
    }
    found.push(...undescribed(value, `${at}/${key}`))
  }
  return found
}
