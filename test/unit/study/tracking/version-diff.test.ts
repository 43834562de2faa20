import { expect, test } from 'vitest'
import minimal from '../../../../scenarios/minimal.json' with { type: 'json' }
import { evaluate } from '../../../../src/study/evaluate.ts'
import { changedFigures, changedInputs } from '../../../../src/study/tracking/version-diff.ts'
import { planOf } from '../plans.ts'

const of = (before: unknown, after: unknown) =>
  changedInputs(before, after).map(({ pointer, before: was, after: is }) => [pointer, was, is])

test('members of lists are the same by their ids, wherever they stand', () => {
  const [a, b] = [
    { id: 'a', cost: 1 },
    { id: 'b', cost: 2 },
  ]
  expect(of({ list: [a, b] }, { list: [b, a] })).toEqual([])
  expect(of({ list: [a, b] }, { list: [b, { ...a, cost: 9 }] })).toEqual([['/list/1/cost', 1, 9]])
  expect(of({ list: [a, b] }, { list: [b] })).toEqual([['/list/0', a, null]])
  expect(of({ list: [a] }, { list: [b, a] })).toEqual([['/list/0', null, b]])
})

test('members without ids are the same by their place, as long as none came or went', () => {
  expect(of({ list: [{ x: 1 }, { x: 2 }] }, { list: [{ x: 1 }, { x: 3 }] })).toEqual([['/list/1/x', 2, 3]])
  expect(of({ list: [{ x: 1 }] }, { list: [{ x: 1 }, { x: 3 }] })).toEqual([
    ['/list', [{ x: 1 }], [{ x: 1 }, { x: 3 }]],
  ])
})

test('a value over time is one value, and a name with a slash is escaped', () => {
  const [was, is] = [
    { start: 1, growth: 0.1 },
    { start: 1, growth: 0.2 },
  ]
  expect(of({ path: was }, { path: is })).toEqual([['/path', was, is]])
  expect(of({ 'a/b': 1 }, { 'a/b': 2 })).toEqual([['/a~1b', 1, 2]])
})

test('what the book reads is named, and the figures that move are told before and after', () => {
  const changed = { ...minimal, economy: { ...minimal.economy, discountRate: 0.15 } }
  const [found] = changedInputs(minimal, changed)
  expect(found).toMatchObject({ pointer: '/economy/discountRate', after: 0.15 })
  expect(found?.label?.es).toMatch(/descuento/i)
  const figures = changedFigures(evaluate(planOf(minimal)), evaluate(planOf(changed)))
  const npv = figures.alternatives[0]?.figures.find(({ figure }) => figure === 'planNpv')
  expect(npv?.before).not.toBe(npv?.after)
  expect(changedFigures(null, evaluate(planOf(minimal))).ranking.before).toBeNull()
})
