import { describe, expect, test } from 'vitest'
import { expandPath, type Path } from '../../../src/scenario/path.ts'

const span = { baseYear: 2024, length: 5 }
const hold = (path: Path) => expandPath(path, span, 'hold')

describe('a value over time', () => {
  test('a number is the same every year', () => {
    expect(hold(0.8)).toEqual([0.8, 0.8, 0.8, 0.8, 0.8])
  })

  test('points are joined by lines and held flat outside', () => {
    expect(hold({ points: { '2025': 1, '2027': 2 } })).toEqual([1, 1, 1.5, 2, 2])
    expect(hold({ points: { '2020': 0, '2030': 10 } })).toEqual([4, 5, 6, 7, 8])
  })

  test('steps keep each point until the next', () => {
    expect(hold({ points: { '2025': 1, '2027': 2 }, between: 'step' })).toEqual([1, 1, 1, 2, 2])
  })

  test('one point is a constant', () => {
    expect(hold({ points: { '2090': 3 } })).toEqual([3, 3, 3, 3, 3])
  })

  test('a start grows from t = 0 by a yearly rate', () => {
    expect(hold({ start: 100, growth: 1 })).toEqual([100, 200, 400, 800, 1600])
  })

  test('a growth that changes uses the rate of the year it arrives in', () => {
    expect(hold({ start: 100, growth: { values: [9, 0.5, 1], from: 2024 } })).toEqual([100, 150, 300, 600, 1200])
    expect(hold({ start: 1, growth: { start: 1, growth: 1 } })).toEqual([1, 3, 15, 135, 2295])
  })

  test('outside a list of values a sum is zero and all else is held', () => {
    const path = { values: [1, 2], from: 2025 }
    expect(expandPath(path, span, 'zero')).toEqual([0, 1, 2, 0, 0])
    expect(hold(path)).toEqual([1, 1, 2, 2, 2])
  })

  test('a list that starts before the base year is cut there', () => {
    expect(hold({ values: [1, 2, 3, 4], from: 2022 })).toEqual([3, 4, 4, 4, 4])
  })
})
