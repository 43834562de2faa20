import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scenarioVariants } from '../../../src/scenario/read.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import { readPlan } from '../../../src/study/read-plan.ts'

const file = new URL('../../../scenarios/san-pedro-valle.json', import.meta.url)
const document = JSON.parse(readFileSync(file, 'utf8')) as { variants: object[] }
const larger = {
  id: 'larger',
  patch: [{ op: 'replace', path: '/territory/municipalities/0/users/0/dwellings', value: 9000 }],
}

function planOf(raw: unknown): Scenario {
  const read = readPlan(raw)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.scenario
}

describe('what variants share', () => {
  it('gives each variant the result that it has alone, whether or not it differs in more than its alternatives', () => {
    const scenario = planOf({ ...document, variants: [...document.variants, larger] })
    const together = evaluate(scenario).variants
    const alone = scenarioVariants(scenario).map((v) => evaluate({ ...structuredClone(v.scenario), variants: [] }))
    expect(together.map((v) => v.alternatives)).toEqual(alone.map((result) => result.variants[0]?.alternatives))
    expect(together).toHaveLength(4)
  })
})
