import { describe, expect, it } from 'vitest'
import { equivalentAnnual, levelPaymentFactor } from '../../src/numeric/annuity.ts'
import { readVectors, relativeError } from './vectors.ts'

interface Table {
  inputs: { rates: number[]; periods: number[] }
  expected: { table: Record<string, number[]>; example: { P: number; n: number; rate: number; A: number } }
  recomputed: { table: Record<string, number[]>; example_A: number }
}

const book = readVectors<Table>('real-D9-crf-table')

describe('a printed table of capital recovery factors agrees', () => {
  it('in each of its 56 cells, to the three decimals printed', () => {
    let counted = 0
    for (const n of book.inputs.periods) {
      for (const [j, rate] of book.inputs.rates.entries()) {
        const factor = levelPaymentFactor(rate, n)
        expect(factor.toFixed(3)).toBe(book.expected.table[String(n)]![j]!.toFixed(3))
        expect(relativeError(factor, book.recomputed.table[String(n)]![j]!)).toBeLessThan(1e-12)
        counted++
      }
    }
    expect(counted).toBe(56)
  })

  it('in its worked example, which rounds the factor first', () => {
    const { P, n, rate, A } = book.expected.example
    expect(equivalentAnnual({ presentValue: P, rate, years: n })).toBeCloseTo(book.recomputed.example_A, 6)
    expect(P * Number(levelPaymentFactor(rate, n).toFixed(3))).toBeCloseTo(A, 6)
  })
})
