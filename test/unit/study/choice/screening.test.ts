import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../../src/scenario/scenario.ts'
import { contestOf } from '../../../../src/study/choice/contest.ts'
import type { Screening } from '../../../../src/study/choice/screening.ts'
import { screeningOf } from '../../../../src/study/choice/screening.ts'
import { runAlternative } from '../../../../src/study/run.ts'
import { twoPlans } from './two-plans.ts'

const plan = twoPlans()
const screened = (scenario: Scenario, index: number, minimumTonnes?: Record<string, number>) =>
  screeningOf(runAlternative(scenario, index), { minimumTonnes })
const answer = (screening: Screening, key: string) => {
  const found = screening.answers.find((a) => a.key === key)
  return `${found?.met} ${found?.basis}`
}

/** The plan with other answers or members of the composting alternative. */
function composting(change: object): Scenario {
  return { ...plan, alternatives: plan.alternatives.map((a, i) => (i === 1 ? { ...a, ...change } : a)) } as Scenario
}

describe('the pre-feasibility', () => {
  test('asks the eleven questions of the resolution and says who answers each', () => {
    const screening = screened(plan, 0)
    expect(screening.answers.length).toBe(11)
    expect(answer(screening, 'environmentalRules')).toBe('true computed')
    expect(answer(screening, 'separation')).toBe('true computed')
    expect(answer(screening, 'minimumTonnes')).toBe('true computed')
    expect(answer(screening, 'energy')).toBe('null unknown')
    expect(screening.passed).toBe(true)
    expect(screening.message.es).toContain('sin respuesta')
  })

  test('what the plan answers goes before what the model would compute', () => {
    const given = composting({
      screening: { environmentalRules: { met: false, note: 'Sin licencia' }, energy: { met: 'unknown' } },
    })
    const screening = screened(given, 1)
    expect(answer(screening, 'environmentalRules')).toBe('false given')
    expect(answer(screening, 'energy')).toBe('null unknown')
    expect(screening.setAside).toBe(true)
    expect(contestOf(given).ranking.setAside).toEqual([
      { alternative: 'compostar', reasons: ['environmentalRules: Sin licencia'] },
    ])
  })

  test('tonnes to a dump fail the environmental rules, but only the plan itself sets an alternative aside', () => {
    const dump = composting({ sites: plan.alternatives[1]?.sites.map((s) => ({ ...s, kind: 'dump' })) })
    const screening = screened(dump, 1)
    expect(answer(screening, 'environmentalRules')).toBe('false computed')
    expect(screening.passed).toBe(false)
    expect(screening.setAside).toBe(false)
    expect(contestOf(dump).ranking.order.map((o) => o.alternative)).toContain('compostar')
  })

  test('a plant that needs more tonnes than it gets does not pass; what it needs must be stated', () => {
    expect(answer(screened(plan, 1), 'minimumTonnes')).toBe('null unknown')
    expect(answer(screened(plan, 1, { compostar: 10 }), 'minimumTonnes')).toBe('true computed')
    const starved = screened(plan, 1, { compostar: 1e6 })
    expect(answer(starved, 'minimumTonnes')).toBe('false computed')
    expect(starved.answers.find((a) => a.key === 'minimumTonnes')?.because.es).toContain('1.000.000 t al año')
  })

  test('targets are measured with the line that each goal names, upwards or downwards from its baseline', () => {
    const goal = (targets: Record<string, number>, rest: object) =>
      ({
        ...plan,
        plan: { goals: [{ id: 'g', kind: 'specific', objective: 'Meta', targets, ...rest }] },
      }) as unknown as Scenario
    const recovered = (target: number) => goal({ '2030': target }, { indicator: 'recovered' })
    expect(answer(screened(recovered(10), 1), 'goals')).toBe('true computed')
    expect(answer(screened(recovered(1e7), 1), 'goals')).toBe('false computed')
    const buried = (target: number) => goal({ '2030': target }, { indicator: 'disposed', baseline: 1e6 })
    expect(answer(screened(buried(9e5), 1), 'goals')).toBe('true computed')
    expect(answer(screened(buried(1), 1), 'goals')).toBe('false computed')
    expect(answer(screened(goal({ '2030': 1 }, { indicator: 'lo que diga el alcalde' }), 1), 'goals')).toBe(
      'null unknown',
    )
  })

  test('nobody affected and a plan of several municipalities answer for themselves', () => {
    expect(answer(screened(composting({ affected: { inhabitants: 0 } }), 1), 'affectedPopulation')).toBe(
      'true computed',
    )
    expect(answer(screened(composting({ affected: 'Los vecinos del lote' }), 1), 'affectedPopulation')).toBe(
      'null unknown',
    )
  })
})
