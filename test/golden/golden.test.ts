import { describe, expect, test } from 'vitest'
import { readScenario } from '../../src/scenario/read.ts'
import { evaluate } from '../../src/study/evaluate.ts'
import { approve, differences, figuresOf, plans, readApproved, readPlan } from './approved.ts'

const approving = process.env.UPDATE_GOLDEN === '1'

function figuresOfPlan(name: string): unknown {
  const read = readScenario(readPlan(name))
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2))
  return figuresOf(evaluate(read.scenario))
}

describe('no figure of a known plan has moved without being approved', () => {
  test.each(plans)('%s', (name) => {
    const figures = figuresOfPlan(name)
    if (approving) approve(name, figures)
    const approved = readApproved(name)
    expect(approved, 'nobody has approved this plan: npm run golden').toBeDefined()
    expect(differences(figures, approved)).toEqual([])
  })

  test('a figure that moves by a millionth, or is gone, or is new, is seen', () => {
    const figures = { a: [1, 2, null], b: { c: 1e12 }, d: 'x' }
    expect(differences(figures, structuredClone(figures))).toEqual([])
    expect(differences(figures, { ...figures, b: { c: 1e12 * (1 + 1e-10) } })).toEqual([])
    expect(differences(figures, { ...figures, b: { c: 1e12 * (1 + 1e-6) } })).toHaveLength(1)
    expect(differences(figures, { ...figures, a: [1, 2, 0] })).toEqual(['/a/2: null, approved 0'])
    expect(differences(figures, { ...figures, e: 1 })).toEqual(['/e: undefined, approved 1'])
    expect(differences(figures, { a: figures.a, b: figures.b })).toEqual(['/d: "x", approved undefined'])
  })
})
