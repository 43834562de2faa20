import { describe, expect, test } from 'vitest'
import { readScenario } from '../../src/scenario/read.ts'
import { evaluate } from '../../src/study/evaluate.ts'
import type { Case } from './cases.ts'
import { casesOf, scenarioOf } from './cases.ts'
import { differences } from './compare.ts'

/** Every line does what the resolution says: the figures of the cases were worked out by hand, never by this program. */
const chapters = [
  ...[
    '1-projections',
    '1-projections-more',
    '2-diagnosis',
    '3-costs',
    '4-tariffs',
    '4-tariffs-720',
    '5-funding',
    '6-statements',
    '7-evaluation',
  ],
  '8-climate',
]

for (const chapter of chapters) {
  describe(`capítulo ${chapter}`, () => {
    for (const entry of casesOf(`${chapter}.yaml`)) test(`${entry.name} [${entry.numeral}]`, () => examine(entry))
  })
}

function examine(entry: Case): void {
  const read = readScenario(scenarioOf(entry))
  if (entry.expect.problems) {
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(entry.expect.problems)
    return
  }
  if (!read.ok) throw new Error(read.problems.map(({ pointer, es }) => `${pointer}: ${es}`).join('\n'))
  const variant = evaluate(read.scenario).variants[0]!
  const asked = entry.expect.alternative ?? read.scenario.alternatives[0]!.id
  const result = variant.alternatives.find(({ id }) => id === asked)!
  const { ranking } = variant
  const tolerance = entry.tolerance ?? 1e-9
  const found = differences({ scenario: read.scenario, result, ranking, tolerance }, entry.expect)
  expect(found.different).toEqual([])
  expect(found.compared).toBeGreaterThan(0)
}
