import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankOrderCentroids, weightedSums } from '../../../src/numeric/centroids.ts'
import { lexicographic } from '../../../src/numeric/lexicographic.ts'
import { paretoFront } from '../../../src/numeric/pareto.ts'
import type { Better } from '../../../src/numeric/scale.ts'
import { fillWorst, fillWorstRows, scaleColumn } from '../../../src/numeric/scale.ts'
import { closeness, topsis } from '../../../src/numeric/topsis.ts'

describe('centroid weights', () => {
  it('are the published ones, fall, and sum one', () => {
    expect(rankOrderCentroids(3).map((weight) => weight.toFixed(4))).toEqual(['0.6111', '0.2778', '0.1111'])
    expect(rankOrderCentroids(0)).toEqual([])
    for (const n of [1, 4, 6, 10]) {
      const weights = rankOrderCentroids(n)
      expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
      expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    }
    expect(() => rankOrderCentroids(1.5)).toThrow(RangeError)
    expect(() => weightedSums([[1]], [1, 2])).toThrow(RangeError)
  })
})

describe('scaling a criterion', () => {
  it('goes from the worst to the best alternative, either way round', () => {
    expect(scaleColumn([10, 30, 15], 'higher')).toEqual([0, 1, 0.25])
    expect(scaleColumn([10, 30, 15], 'lower')).toEqual([1, 0, 0.75])
  })

  it('takes equal alternatives as equally good, also where they differ by rounding only', () => {
    expect(scaleColumn([7, 7], 'lower')).toEqual([1, 1])
    expect(scaleColumn([0.1 + 0.2, 0.3], 'higher')).toEqual([1, 1])
    expect(scaleColumn([0, 0], 'higher')).toEqual([1, 1])
    expect(scaleColumn([null, null], 'higher')).toEqual([1, 1])
  })

  it('takes a missing figure as the worst of its column', () => {
    expect(scaleColumn([4, null, 8], 'lower')).toEqual([1, 0, 0])
    expect(fillWorst([null, 2, 5], 'higher')).toEqual([2, 2, 5])
    expect(fillWorstRows([[1, null]], ['higher', 'lower'])).toEqual([[1, 0]])
    expect(() => fillWorst([Number.NaN], 'higher')).toThrow(RangeError)
    expect(() => fillWorstRows([[1, 2]], ['higher'])).toThrow(RangeError)
  })
})

describe('TOPSIS', () => {
  it('gives 1 to what is best in all, 0 to what is worst in all, and null counts as worst', () => {
    const rows = [
      [9, 1],
      [5, null],
      [2, 3],
    ]
    const found = topsis({ rows, weights: [0.5, 0.5], better: ['higher', 'lower'] })
    expect(found[0]).toBe(1)
    expect(found[1]).toBeGreaterThan(found[2]!)
    expect(found[2]).toBe(0)
  })

  it('finds equal alternatives equally good', () => {
    const rows = [
      [3, 0],
      [3, 0],
    ]
    expect(topsis({ rows, weights: [1, 1], better: ['higher', 'lower'] })).toEqual([1, 1])
    expect(topsis({ rows: [[0]], weights: [1], better: ['higher'] })).toEqual([1])
  })

  it('does not depend on the unit of a criterion', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (rows) => {
        const better: Better[] = ['higher', 'lower']
        const one = topsis({ rows, weights: [0.7, 0.3], better })
        const other = topsis({ rows: rows.map(([a, b]) => [a * 1000, b]), weights: [0.7, 0.3], better })
        for (const [i, value] of one.entries()) expect(other[i]).toBeCloseTo(value, 9)
      }),
    )
  })

  it('refuses tables of unequal width', () => {
    expect(() => closeness({ rows: [[1, 2]], weights: [1], better: ['higher'] })).toThrow(RangeError)
  })
})

describe('lexicographic order', () => {
  it('goes on to the next criterion while values are within reach, and says which decided', () => {
    const rows = [
      [100, 5],
      [99.5, 9],
      [80, 99],
    ]
    const order = lexicographic({ rows, better: ['higher', 'higher'], thresholds: [0.01, 0.01] })
    expect(order).toEqual([
      { row: 1, decidedBy: 1 },
      { row: 0, decidedBy: 0 },
      { row: 2, decidedBy: null },
    ])
  })

  it('leaves what no criterion tells apart in the order given', () => {
    const order = lexicographic({ rows: [[1], [1]], better: ['lower'], thresholds: [0] })
    expect(order).toEqual([
      { row: 0, decidedBy: 'tie' },
      { row: 1, decidedBy: null },
    ])
  })

  it('measures the threshold against the greater size of the two', () => {
    // −101 is 1 % of 101 away from −100: a tie at one per cent.
    const rows = [
      [-101, 1],
      [-100, 0],
    ]
    const order = lexicographic({ rows, better: ['higher', 'higher'], thresholds: [0.01, 0.01] })
    expect(order[0]).toEqual({ row: 0, decidedBy: 1 })
  })

  it('ranks each row once', () => {
    const row = fc.array(fc.option(fc.integer({ min: -3, max: 3 })), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 7 }), (rows) => {
        const order = lexicographic({ rows, better: ['higher', 'lower', 'higher'], thresholds: [0.01, 0.01, 0.01] })
        expect(order.map((place) => place.row).sort((a, b) => a - b)).toEqual([...rows.keys()])
        expect(order.at(-1)?.decidedBy ?? null).toBeNull()
      }),
    )
  })

  it('refuses a list of thresholds of another length', () => {
    expect(() => lexicographic({ rows: [], better: ['higher'], thresholds: [] })).toThrow(RangeError)
  })
})

describe('Pareto front', () => {
  it('keeps what no other beats, equals included, and drops the rest', () => {
    const rows = [
      [3, 5],
      [2, 3],
      [2, 4],
      [2, 3],
      [1, null],
    ]
    expect(paretoFront(rows, ['higher', 'lower'])).toEqual([0, 1, 3])
  })

  it('does not tell apart what differs by rounding only', () => {
    expect(paretoFront([[0.1 + 0.2], [0.3]], ['higher'])).toEqual([0, 1])
  })

  it('always holds the best of every criterion', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const front = paretoFront(rows, ['higher', 'lower'])
        const most = Math.max(...rows.map(([first]) => first))
        expect(front.some((i) => rows[i]![0] === most)).toBe(true)
      }),
    )
  })
})
