import { expect, test } from 'vitest'
import minimal from '../../../scenarios/minimal.json' with { type: 'json' }
import type { PlanRow } from '../../../src/study/portfolio/plan-row.ts'
import { crashedRow, isOutput, planRow } from '../../../src/study/portfolio/plan-row.ts'
import { portfolioCsv, portfolioOf } from '../../../src/study/portfolio/portfolio.ts'

const outputs = ['planNpv', 'population:first', 'costCoverage', 'averageTariff']
const row = (id: string, changes: Partial<PlanRow> = {}): PlanRow => ({
  ...planRow({ id, document: minimal }, outputs, 'es'),
  ...changes,
})
const tableOf = (rows: readonly PlanRow[]): string[] =>
  [...portfolioCsv(portfolioOf(rows, outputs, 'es'), 'es')].map((line) => line.replace(/\r\n$/, ''))

test('what plans have in money and people is added up; a share is not, and a plan without a value is not counted', () => {
  const one = row('a')
  const { totals, columns } = portfolioOf([one, row('b'), crashedRow('c', 'es')], outputs, 'es')
  expect(totals).toEqual({ plans: 3, evaluated: 2, viable: 2, notViable: 0, withProblems: 1 })
  const [npv, people, coverage] = columns
  expect(npv).toMatchObject({ unit: 'COP', plans: 2, total: 2 * (one.figures.planNpv ?? Number.NaN) })
  expect(people).toMatchObject({ unit: 'inhabitants', total: 2 * (one.figures['population:first'] ?? Number.NaN) })
  expect(people?.label).toMatch(/, año base$/)
  expect(coverage).toMatchObject({ plans: 2, total: null })
})

test('a portfolio of no evaluated plan has no totals', () => {
  const { totals, columns } = portfolioOf([crashedRow('c', 'en')], outputs, 'en')
  expect(totals).toMatchObject({ plans: 1, evaluated: 0, viable: 0, notViable: 0 })
  expect(columns.map(({ total, plans }) => [total, plans])).toEqual(outputs.map(() => [null, 0]))
})

test('a plan that breaks rules or is no plan at all is told in its row', () => {
  for (const document of [undefined, null, [], 'plan', { schemaVersion: '1' }]) {
    const { viable, problems } = planRow({ id: 'x', document }, outputs, 'es')
    expect(viable).toBeNull()
    expect(problems.length).toBeGreaterThan(0)
  }
})

test('a year that a plan does not have is a problem of that figure alone', () => {
  const { figures, problems } = planRow({ id: 'x', document: minimal }, ['planNpv', 'population:1900'], 'es')
  expect(figures.planNpv).not.toBeNull()
  expect(figures['population:1900']).toBeNull()
  expect(problems).toHaveLength(1)
})

test('an output is a figure, a criterion or a line of the book', () => {
  expect(['planNpv', 'population:first', 'viable', 'nada', ''].map(isOutput)).toEqual([true, true, true, false, false])
})

test.each([
  ['=1+1', "'=1+1"],
  ['+57 310', "'+57 310"],
  ['-2', "'-2"],
  ['@sum', "'@sum"],
  ['  =cmd', "'  =cmd"],
  ['\t=cmd', "'\t=cmd"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['uno; dos', '"uno; dos"'],
  ['dos\nrenglones', '"dos\nrenglones"'],
  ['Nariño, «el Alto»', '"Nariño, «el Alto»"'],
  ['a=b', 'a=b'],
])('in a table %j stands as %j', (given, wanted) => {
  const [, line] = tableOf([row(given)])
  expect(line?.startsWith(`${wanted},`)).toBe(true)
})

test('names of municipalities, plans and alternatives are made harmless as ids are; numbers stay numbers', () => {
  const bad = '=cmd|" /C calc"!A0'
  const changed = row('a', {
    ...{ name: bad, municipalities: [{ name: bad, divipola: '05001' }], alternative: { id: 'x', name: bad } },
    figures: { planNpv: -1234.5, 'population:first': 10 },
  })
  const [, line] = tableOf([changed])
  expect(line).not.toMatch(/(?:^|,)"?=/)
  expect(line).toContain(',-1234.5,10,')
})
