import { describe, expect, test } from 'vitest'
import minimal from '../../../../scenarios/minimal.json' with { type: 'json' }
import { evaluate } from '../../../../src/study/evaluate.ts'
import { observationProblems } from '../../../../src/study/tracking/compare.ts'
import { tracked } from '../../../../src/study/tracking/tracked.ts'
import { modificationMarkdown } from '../../../../src/text/studies/tracking.ts'
import { planOf } from '../plans.ts'

const scenario = planOf(minimal)
const result = evaluate(scenario, { details: true })
const lines = result.variants[0]?.alternatives[0]?.lines ?? {}
const year = scenario.baseYear + 1
const usual = { alert: 0.1, substantial: 0.2 }

/** The plan's own total of a line in the second year. */
const plannedOf = (line: string): number => {
  const rows = lines[line]?.rows ?? []
  const most = Math.max(...rows.map(({ at }) => Object.keys(at).length))
  const finest = rows.filter(({ at }) => Object.keys(at).length === most)
  return finest.reduce((sum, { values }) => sum + (values[1] ?? 0), 0)
}
const seen = (line: string, share: number) => ({
  ...{ id: `${line}${share}`, year, line, at: {}, value: plannedOf(line) * (1 + share), source: 'catastro' },
})
const follow = (observations: ReturnType<typeof seen>[], thresholds = usual) =>
  tracked({ scenario, result, index: 0, observations }, thresholds, 'es')

describe('tracking', () => {
  test.each([
    [0.05, 'inPlan'],
    [-0.099, 'inPlan'],
    [0.101, 'alert'],
    [-0.15, 'alert'],
    [0.201, 'substantial'],
    [-0.5, 'substantial'],
  ])('a difference of %d in users is %s', (share, level) => {
    const { tracking } = follow([seen('users', share)])
    expect(tracking.level).toBe(level)
    expect(tracking.items[0]).toMatchObject({ kind: 'users', level })
    expect(tracking.items[0]?.relative).toBeCloseTo(share, 9)
    expect(tracking.modification.required).toBe(level === 'substantial')
  })

  test('asks for what the ministry fixes: the thresholds are settable', () => {
    expect(follow([seen('users', 0.05)], { alert: 0.02, substantial: 0.04 }).tracking.level).toBe('substantial')
    expect(follow([seen('users', 0.3)], { alert: 0.4, substantial: 0.5 }).tracking.level).toBe('inPlan')
  })

  test('projects again a plan that passes through what was observed', () => {
    const { tracking } = follow([seen('users', 0.25)])
    const rows = tracking.projections.lines.users?.rows ?? []
    const most = Math.max(...rows.map(({ at }) => Object.keys(at).length))
    const projected = rows
      .filter(({ at }) => Object.keys(at).length === most)
      .reduce((sum, row) => sum + (row.projected[1] ?? 0), 0)
    expect(tracking.projections.problems).toEqual([])
    expect(projected / (plannedOf('users') * 1.25)).toBeCloseTo(1, 6)
    expect(tracking.projections.patch.length).toBeGreaterThan(0)
    expect(tracking.modification.figures.some(({ before, after }) => before !== after)).toBe(true)
  })

  test('changes nothing where nothing was observed', () => {
    const { tracking } = follow([])
    expect(tracking).toMatchObject({ level: 'inPlan', items: [], projections: { patch: [], factors: [] } })
    expect(tracking.modification.figures.every(({ before, after }) => before === after)).toBe(true)
  })

  test('writes the technical document with ground, evidence and figures before and after', () => {
    const answer = follow([seen('users', 0.25)])
    const text = modificationMarkdown({ plan: 'San | Pedro', ...answer.document }, 'es')
    for (const part of ['## Fundamento', '## Evidencia', '## Cifras antes y después', 'catastro', 'San \\| Pedro'])
      expect(text).toContain(part)
    expect(text).toMatch(/variación sustancial: procede modificar el plan \[13\]/)
    expect(text).toContain(String(year))
  })

  test('tells every reason why a figure does not fit the plan', () => {
    const codeOf = (change: object) =>
      observationProblems(lines, { ...seen('users', 0), ...change }, result.years.financial).map(({ code }) => code)
    expect(codeOf({})).toEqual([])
    expect(codeOf({ line: 'nada' })).toEqual(['unknown-line'])
    expect(codeOf({ year: 1990 })).toEqual(['year-outside-plan'])
    expect(codeOf({ at: { zone: 'marte' } })).toEqual(['unknown-place'])
  })
})
