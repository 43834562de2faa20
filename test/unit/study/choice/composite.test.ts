import { describe, expect, test } from 'vitest'
import type { Criterion } from '../../../../src/scenario/document/ranking.ts'
import { applyPatch } from '../../../../src/scenario/patch.ts'
import { compareAlternatives } from '../../../../src/study/choice/comparison.ts'
import { compositeOf } from '../../../../src/study/choice/composite.ts'
import { contestOf } from '../../../../src/study/choice/contest.ts'
import { inputDifferences } from '../../../../src/study/choice/input-differences.ts'
import { programmesOf } from '../../../../src/study/choice/programmes.ts'
import { evaluate } from '../../../../src/study/evaluate.ts'
import { readPlan } from '../../../../src/study/read-plan.ts'
import { twoPlans } from './two-plans.ts'

const plan = twoPlans()
const contest = contestOf(plan)
const programmes = programmesOf(contest)

describe('the ranking by programme', () => {
  test('counts only the criteria that the programme moves, and its own costs', () => {
    const collection = programmes.find((p) => p.program === 'collection')
    expect(collection?.criteria).toEqual(['coverage', 'continuity', 'pvCosts'])
    const recovery = programmes.find((p) => p.program === 'recovery')
    expect(recovery?.criteria).toEqual(['reincorporation', 'landfillCapacity', 'employment', 'pvCosts'])
    const costs = ['collection', 'recovery'].map(
      (program) => programmes.find((p) => p.program === program)?.values.compostar?.pvCosts as number,
    )
    const whole = contest.contenders.find((c) => c.id === 'compostar')?.criteria.pvCosts as number
    expect(costs.reduce((a, b) => a + b, 0)).toBeCloseTo(whole, 2)
  })

  test('an alternative without the programme does not compete in it', () => {
    const recovery = programmes.find((p) => p.program === 'recovery')
    expect(Object.keys(recovery?.values ?? {})).toEqual(['compostar'])
    expect(recovery?.winner).toBe('compostar')
    expect(recovery?.message.es).toContain('solo «Compostar»')
  })

  test('the weights are centroids of the order of the criteria that count', () => {
    const collection = programmes.find((p) => p.program === 'collection')
    // of two benefits the first weighs three quarters of a half; the only cost weighs the other half
    for (const { alternative, score } of collection?.ranking.methods.prioritized ?? []) {
      const best = (criterion: Criterion, side: 1 | -1) => {
        const values = contest.contenders.map((c) => collection?.values[c.id]?.[criterion] as number)
        return (
          Math.max(...values.map((x) => x * side)) === (collection?.values[alternative]?.[criterion] as number) * side
        )
      }
      const expected = (best('coverage', 1) ? 0.375 : 0) + 0.125 + (best('pvCosts', -1) ? 0.5 : 0)
      expect(score).toBeCloseTo(expected, 9)
    }
    expect(collection?.ranking.order.length).toBe(2)
  })
})

describe('the best of each programme', () => {
  test('is offered as a patch that, applied, reads and evaluates to what the answer says', () => {
    const mixed = twoPlans({ ranking: { weights: { pvCosts: 1 } } })
    const base = contestOf(mixed)
    const composite = compositeOf(base, programmesOf(base))
    expect(composite.problems).toEqual([])
    const patched = applyPatch(mixed, [...(composite.patch ?? [])])
    if (!patched.ok) throw new Error(patched.at)
    const read = readPlan(patched.document)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const [variant] = evaluate(read.scenario).variants
    const own = variant?.alternatives.find((a) => a.id === composite.id)
    expect(own?.criteria).toEqual(composite.evaluation?.criteria)
    expect(own?.viable).toBe(composite.evaluation?.viable)
    expect(own?.checks.ok).toBe(true)
    expect(variant?.ranking.order).toEqual(composite.evaluation?.ranking.order)
    const value = read.scenario.alternatives.find((a) => a.id === composite.id)
    expect(value?.projects.map((p) => p.program)).toEqual(composite.parts.map((p) => p.program))
    expect(value?.recovery).toEqual(mixed.alternatives[1]?.recovery)
    expect(value?.tariff).toEqual(mixed.alternatives.find((a) => a.id === composite.base)?.tariff)
  })

  test('ids that two alternatives share are told apart, and a grant goes with its project', () => {
    const sharing = twoPlans({ ranking: { weights: { pvCosts: 1 } } })
    const [first, second] = sharing.alternatives
    if (!first || !second) throw new Error('two alternatives')
    const planta = second.projects.map((p) => ({
      ...p,
      costs: p.costs.map((c, i) => ({ ...c, id: i === 0 ? 'operacion' : c.id })),
    }))
    const clash = { ...sharing, alternatives: [first, { ...second, projects: planta.slice(1) }] }
    const base = contestOf(clash)
    const composite = compositeOf(base, programmesOf(base))
    const [operation] = composite.patch ?? []
    const value = operation && 'value' in operation ? (operation.value as typeof first) : undefined
    const costs = value?.projects.flatMap((p) => p.costs.map((c) => c.id)) ?? []
    expect(new Set(costs).size).toBe(costs.length)
    expect(value?.grants.map((g) => g.project)).toEqual(['planta'])
    expect(composite.problems).toEqual([])
  })

  test('is not offered where the winner is the best in every programme', () => {
    const alone = contestOf({ ...plan, alternatives: plan.alternatives.slice(0, 1) })
    const composite = compositeOf(alone, programmesOf(alone))
    expect(composite.patch).toBeNull()
    expect(composite.message.es).toContain('no hay combinación')
  })
})

describe('the comparison', () => {
  const answer = compareAlternatives(plan, {})
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  const { comparison } = answer

  test('measures every figure against the status quo', () => {
    expect(comparison.base).toBe('como-hoy')
    const costs = comparison.figures.find((f) => f.figure === 'pvCosts')
    expect(costs?.values['como-hoy']?.difference).toBe(0)
    expect(costs?.values.compostar?.difference).toBe(
      (costs?.values.compostar?.value as number) - (costs?.values['como-hoy']?.value as number),
    )
    const table = comparison.criteria.find((c) => c.criterion === 'reincorporation')
    expect(table?.best).toEqual(['compostar'])
  })

  test('says in what the inputs differ, down to single values', () => {
    const places = comparison.inputs[0]?.differences.map((d) => d.place)
    expect(places).toContain('/projects/recoleccion/costs/operacion/unit')
    expect(places).toContain('/recovery')
    expect(places).not.toContain('/name')
    expect(inputDifferences({ a: [{ id: 'x', v: 1 }] }, { a: [{ id: 'x', v: 2 }] })).toEqual([
      { place: '/a/x/v', base: 1, own: 2 },
    ])
  })

  test('an unknown base is a problem', () => {
    const wrong = compareAlternatives(plan, { base: 'nadie' })
    expect(wrong.ok ? [] : wrong.problems.map((p) => `${p.pointer} ${p.code}`)).toEqual(['/base unknown-alternative'])
  })
})
