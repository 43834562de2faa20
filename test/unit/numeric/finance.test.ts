import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equivalentAnnual, levelPaymentFactor } from '../../../src/numeric/annuity.ts'
import { irrRoots } from '../../../src/numeric/irr.ts'
import { mirr } from '../../../src/numeric/mirr.ts'
import { exponentOf, presentValue } from '../../../src/numeric/npv.ts'
import { paybackIndex } from '../../../src/numeric/payback.ts'
import { positiveRoots } from '../../../src/numeric/positive-roots.ts'

describe('present value', () => {
  it('never discounts the base year, and takes half a year off in the middle timing', () => {
    expect([0, 1, 2].map((t) => exponentOf(t, 'mid'))).toEqual([0, 0.5, 1.5])
    expect(presentValue([10, 121], 0.21, 'end')).toBeCloseTo(110, 12)
    expect(presentValue([10, 121], 0.21, 'mid')).toBeCloseTo(120, 12)
    expect(presentValue([], 0.1, 'end')).toBe(0)
  })

  it('refuses a rate of −1 or less and figures that are not finite', () => {
    expect(() => presentValue([1], -1, 'end')).toThrow(RangeError)
    expect(() => presentValue([1], Number.NaN, 'end')).toThrow(RangeError)
    expect(() => presentValue([1, Number.POSITIVE_INFINITY], 0.1, 'end')).toThrow(RangeError)
  })
})

describe('modified rate of return', () => {
  it('is the plain rate where it reinvests at that rate', () => {
    const flows = [-1000, 400, 400, 400]
    const root = irrRoots(flows, 'end')[0]!
    expect(mirr({ flows, financeRate: 0.08, reinvestRate: root })).toBeCloseTo(root, 10)
  })

  it('is null unless money flows both ways', () => {
    const rates = { financeRate: 0.1, reinvestRate: 0.1 }
    expect(mirr({ flows: [-1, -2], ...rates })).toBeNull()
    expect(mirr({ flows: [1, 2], ...rates })).toBeNull()
    expect(mirr({ flows: [], ...rates })).toBeNull()
  })
})

describe('payback', () => {
  it('waits until the sum stays positive to the end', () => {
    expect(paybackIndex([-100, 150, -80, 20, 30], 0, 'end')).toBe(4)
    expect(paybackIndex([-100, 150, -80, 20], 0, 'end')).toBeNull()
    expect(paybackIndex([-100, 150, -40], 0, 'end')).toBe(1)
  })

  it('counts a sum of exactly zero in spite of rounding', () => {
    expect(paybackIndex([-100, 110], 0.1, 'end')).toBe(1)
    expect(paybackIndex([-300, 110, 121, 133.1], 0.1, 'end')).toBe(3)
    expect(paybackIndex([0, 0], 0.1, 'end')).toBe(0)
    expect(paybackIndex([], 0.1, 'end')).toBeNull()
  })
})

describe('level payment', () => {
  it('repays a principal exactly', () => {
    const rate = fc.double({ min: -0.5, max: 1, noNaN: true })
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 60 }), (r, n) => {
        const payment = levelPaymentFactor(r, n)
        expect(presentValue([0, ...new Array<number>(n).fill(payment)], r, 'end')).toBeCloseTo(1, 9)
      }),
    )
  })

  it('passes smoothly through a rate of zero', () => {
    expect(levelPaymentFactor(0, 15)).toBe(1 / 15)
    for (const tiny of [1e-300, 1e-18, 1e-12, -1e-12]) {
      // To first order the factor is 1/n + rate (n + 1)/(2n).
      expect(levelPaymentFactor(tiny, 15)).toBeCloseTo(1 / 15 + (tiny * 16) / 30, 15)
    }
    expect(equivalentAnnual({ presentValue: 30, rate: 0, years: 15 })).toBe(2)
  })

  it('refuses impossible terms and rates', () => {
    expect(() => levelPaymentFactor(0.1, 0)).toThrow(RangeError)
    expect(() => levelPaymentFactor(-1, 3)).toThrow(RangeError)
    expect(() => levelPaymentFactor(Number.NaN, 3)).toThrow(RangeError)
  })
})

describe('positive roots', () => {
  it('give the sign on either side, equal where the sum only touches zero', () => {
    const square = [1, -2, 1].map((coefficient, exponent) => ({ coefficient, exponent }))
    expect(positiveRoots(square)).toEqual([{ logarithm: expect.closeTo(0, 12), before: 1, after: 1 }])
    const line = [-1, 1].map((coefficient, exponent) => ({ coefficient, exponent }))
    expect(positiveRoots(line)).toEqual([{ logarithm: expect.closeTo(0, 12), before: -1, after: 1 }])
  })
})
