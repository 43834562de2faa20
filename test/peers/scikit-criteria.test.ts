import { describe, expect, it } from 'vitest'
import { weightedSums } from '../../src/numeric/centroids.ts'
import type { Better } from '../../src/numeric/scale.ts'
import { closeness, topsis } from '../../src/numeric/topsis.ts'
import { readVectors, relativeError } from './vectors.ts'

interface DecisionCase {
  test: string
  method: string
  matrix: number[][]
  objectives: number[]
  weights: number[]
  rank: number[]
  extra: { score?: number[]; similarity?: number[] }
}

const { cases } = readVectors<{ cases: DecisionCase[] }>('peer-scikit-criteria')
const of = (method: string) => cases.filter((one) => one.method === method)
const sides = (objectives: readonly number[]): Better[] => objectives.map((side) => (side === 1 ? 'higher' : 'lower'))

function ranksOf(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other > score).length)
}

function worstError(found: readonly number[], expected: readonly number[]): number {
  expect(found.length).toBe(expected.length)
  return Math.max(...found.map((value, i) => relativeError(value, expected[i]!)))
}

describe('scikit-criteria agrees', () => {
  it('on every TOPSIS, whose matrices come already scaled', () => {
    for (const { matrix, objectives, weights, rank, extra } of of('TOPSIS')) {
      const found = closeness({ rows: matrix, weights, better: sides(objectives) })
      expect(worstError(found, extra.similarity!)).toBeLessThan(1e-12)
      expect(ranksOf(found)).toEqual(rank)
    }
    expect(of('TOPSIS').length).toBe(3)
  })

  it('on TOPSIS from raw figures too, since columns of length one stay as they are', () => {
    const book = of('TOPSIS').find((one) => one.test.includes('tzeng2011'))!
    const raw = book.matrix.map((row) => row.map((value, j) => value * [1, 1000, 1e-6][j]!))
    const found = topsis({ rows: raw, weights: book.weights, better: sides(book.objectives) })
    expect(worstError(found, book.extra.similarity!)).toBeLessThan(1e-12)
  })

  it('on every weighted sum', () => {
    for (const { matrix, weights, rank, extra } of of('WeightedSumModel')) {
      const found = weightedSums(matrix, weights)
      expect(worstError(found, extra.score!)).toBeLessThan(1e-12)
      expect(ranksOf(found)).toEqual(rank)
    }
    expect(of('WeightedSumModel').length).toBe(4)
  })
})
