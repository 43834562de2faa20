import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import minimal from '../../../scenarios/minimal.json' with { type: 'json' }
import { canonicalJson } from '../../../src/scenario/canonical.ts'
import { readScenario, scenarioVariants } from '../../../src/scenario/read.ts'
import { minimalWith, replace } from './minimal.ts'

const hostile = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.jsonValue(),
  fc.constantFrom(-1, 0, 1e308, -0, Number.NaN, Number.POSITIVE_INFINITY, '', '__proto__', null, undefined, [], {}),
  fc.record(
    { points: fc.anything(), values: fc.anything(), start: fc.anything(), growth: fc.anything() },
    { requiredKeys: [] },
  ),
)

/** Every place of a document, as JSON Pointers. */
function places(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, member]) => places(member, `${at}/${key.replaceAll('/', '~1')}`))]
}

/** It answers with a scenario or with problems that can be written as JSON and read by a person. */
function answers(document: unknown): void {
  const read = readScenario(document)
  const told = read.ok ? read.warnings : read.problems
  if (!read.ok) expect(told.length).toBeGreaterThan(0)
  expect(() => canonicalJson(told)).not.toThrow()
  for (const { es, en, pointer } of told) {
    expect(`${es}${en}`).not.toMatch(/undefined|\[object/)
    expect(pointer === '' || pointer.startsWith('/')).toBe(true)
  }
  if (read.ok) expect(scenarioVariants(read.scenario).length).toBeGreaterThan(0)
}

describe('whatever is given, reading answers', () => {
  test('anything at all', () => {
    fc.assert(fc.property(hostile, answers), { numRuns: 2000 })
  })

  test('a valid plan with something else in any one place', () => {
    const anywhere = fc.constantFrom(...places(minimal).slice(1))
    fc.assert(
      fc.property(anywhere, hostile, (place, value) => answers(minimalWith(replace(place, value)))),
      { numRuns: 2000 },
    )
  })

  test('a valid plan with anything for a variant', () => {
    const patch = fc.oneof(
      fc.dictionary(fc.constantFrom(...Object.keys(minimal), '__proto__', 'x'), hostile),
      fc.array(
        fc.record({
          op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test'),
          path: fc.constantFrom(...places(minimal), '/x', '/alternatives/-', 'x', '/__proto__/x'),
          from: fc.constantFrom(...places(minimal)),
          value: hostile,
        }),
        { maxLength: 5 },
      ),
    )
    fc.assert(
      fc.property(patch, (given) => answers({ ...minimal, variants: [{ id: 'v', patch: given }] })),
      { numRuns: 1000 },
    )
  })

  test('a document that contains itself', () => {
    const endless: Record<string, unknown> = { ...minimal }
    endless.plan = endless
    answers(endless)
  })

  test('a region of fifty municipalities is read in an instant', () => {
    const town = minimal.territory.municipalities[0]!
    const classes = ['stratum1', 'stratum2', 'stratum3', 'stratum4', 'stratum5', 'stratum6', 'smallCommercial']
    const rest = ['smallIndustrial', 'smallOfficial', 'largeCommercial', 'largeIndustrial', 'largeOfficial']
    const users = [...classes, ...rest].flatMap((name) =>
      ['urban', 'rural'].map((zone) => ({
        ...{ class: name, zone, dwellings: 900, served: 850, billed: 800, persons: 3, productionPerUser: 0.1 },
        growth: { points: { '2025': 0.01, '2030': 0.02 } },
      })),
    )
    const municipalities = Array.from({ length: 50 }, (_, at) => ({ ...town, id: `m${at}`, users }))
    const region = { ...minimal, territory: { municipalities } }
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now()
      expect(readScenario(region).ok).toBe(true)
      return performance.now() - start
    })
    // the budget is 50 ms; a busy machine must not fail the test
    expect(Math.min(...times)).toBeLessThan(150)
  })
})
