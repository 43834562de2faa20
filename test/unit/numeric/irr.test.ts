import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { irr, irrRoots } from '../../../src/numeric/irr.ts'
import type { Timing } from '../../../src/numeric/npv.ts'
import { presentValue } from '../../../src/numeric/npv.ts'

/** Flows whose NPV is lead · Π (1 − (1 + root) v) · (1 + v + v²): the last factor has no positive root. */
function flowsWith(roots: readonly number[], lead: number): number[] {
  const factors = [...roots.map((root) => [1, -(1 + root)]), [1, 1, 1]]
  return factors.reduce(product, [lead])
}

function product(a: readonly number[], b: readonly number[]): number[] {
  const out: number[] = new Array(a.length + b.length - 1).fill(0)
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) out[i + j]! += x * y
  return out
}

const ascending = (a: number, b: number) => a - b

/** Rates in steps of 1/32, so that the flows built from them are exact in doubles. */
const spacedRates = fc
  .uniqueArray(fc.integer({ min: -28, max: 64 }), { minLength: 1, maxLength: 5 })
  .map((steps) => steps.sort(ascending).map((step) => step / 32))

describe('every real root above −1', () => {
  it('is found, and nothing else, where the flows are built from known roots', () => {
    fc.assert(
      fc.property(spacedRates, fc.constantFrom(-1, 3, 1024), (roots, lead) => {
        const found = irrRoots(flowsWith(roots, lead), 'end')
        expect(found.length).toBe(roots.length)
        for (const [i, root] of roots.entries()) expect(found[i]).toBeCloseTo(root, 7)
      }),
    )
  })

  it('is found in the middle-of-year timing as well', () => {
    fc.assert(
      fc.property(fc.integer({ min: -28, max: 64 }), fc.integer({ min: 1, max: 30 }), (step, n) => {
        const rate = step / 32
        const flows = [-1000, ...new Array<number>(n).fill(0)]
        flows[n] = 1000 * (1 + rate) ** (n - 0.5)
        const found = irrRoots(flows, 'mid')
        expect(found.length).toBe(1)
        expect(found[0]).toBeCloseTo(rate, 9)
      }),
    )
  })

  it('makes the NPV vanish in either timing, whatever the flows', () => {
    const flow = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(
        fc.array(flow, { minLength: 1, maxLength: 31 }),
        fc.constantFrom<Timing>('end', 'mid'),
        (flows, timing) => {
          for (const root of irrRoots(flows, timing)) {
            const scale = presentValue(flows.map(Math.abs), root, timing)
            // near −1 the rates that a double can write are so far apart that the value leaps between neighbours
            const [below, above] = [root - Number.EPSILON, root + Number.EPSILON]
            const leap = Math.abs(presentValue(flows, above, timing) - presentValue(flows, below, timing))
            expect(Math.abs(presentValue(flows, root, timing))).toBeLessThanOrEqual(1e-9 * scale + leap)
          }
        },
      ),
      { examples: [[[11192, -1], 'mid']] },
    )
  })

  it('is not missed: the NPV keeps its sign between one root and the next', () => {
    const flow = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(fc.array(flow, { minLength: 2, maxLength: 20 }), (flows) => {
        const borders = [-0.8, ...irrRoots(flows, 'end').filter((root) => root > -0.8 && root < 5), 5]
        for (let i = 1; i < borders.length; i++) {
          const width = borders[i]! - borders[i - 1]!
          const signs = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95].map((share) => {
            const rate = borders[i - 1]! + share * width
            const scale = presentValue(flows.map(Math.abs), rate, 'end')
            const value = presentValue(flows, rate, 'end')
            return Math.abs(value) <= 1e-9 * scale ? 0 : Math.sign(value)
          })
          expect(signs.includes(1) && signs.includes(-1)).toBe(false)
        }
      }),
    )
  })

  it('counts a rate at which the NPV only touches zero, once', () => {
    expect(irrRoots([-1, 2.5, -1.5625], 'end')).toEqual([expect.closeTo(0.25, 9)])
    expect(irrRoots(flowsWith([0.125, 0.125, 0.5], 8), 'end')).toEqual([
      expect.closeTo(0.125, 7),
      expect.closeTo(0.5, 7),
    ])
  })

  it('has no roots where no money moves, or only one way', () => {
    expect(irrRoots([], 'end')).toEqual([])
    expect(irrRoots([0, 0, 0], 'mid')).toEqual([])
    expect(irrRoots([5, 0, 2], 'end')).toEqual([])
  })

  it('lasts through magnitudes that overflow a polynomial', () => {
    const flows = [-1e290, ...new Array<number>(60).fill(0), 1e-290]
    expect(irrRoots(flows, 'end')[0]).toBeCloseTo(Math.expm1(-(Math.log(10) * 580) / 61), 12)
    expect(() => irrRoots([-1, Number.NaN], 'end')).toThrow(RangeError)
  })
})

describe('the rate of return', () => {
  const timing = 'end'

  it('does not move when all money is multiplied', () => {
    const flow = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(
        fc.array(flow, { minLength: 2, maxLength: 16 }),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        (flows, times) => {
          const one = irr({ flows, discountRate: 0.09, timing })
          const other = irr({ flows: flows.map((value) => value * times), discountRate: 0.09, timing })
          expect(other.because).toBe(one.because)
          expect(other.roots.length).toBe(one.roots.length)
          for (const [i, root] of one.roots.entries()) {
            expect(Math.abs(other.roots[i]! - root)).toBeLessThan(1e-6 * (1 + Math.abs(root)))
          }
        },
      ),
    )
  })

  it('is the root of an ordinary investment', () => {
    const answer = irr({ flows: [-1000, 400, 400, 400], discountRate: 0.05, timing })
    expect(answer).toEqual({ value: expect.closeTo(0.0970102574, 9), because: 'ok', roots: [answer.value] })
  })

  it('is the root itself where the discount rate equals it', () => {
    expect(irr({ flows: [-100, 110], discountRate: 0.1, timing }).because).toBe('ok')
  })

  it('is null without a root, and says so', () => {
    expect(irr({ flows: [3, 4], discountRate: 0.1, timing })).toEqual({ value: null, because: 'no-root', roots: [] })
  })

  it('is null for a loan, whose NPV rises with the rate', () => {
    expect(irr({ flows: [100, -110], discountRate: 0.05, timing }).because).toBe('rises')
  })

  it('is null where the NPV only touches zero', () => {
    expect(irr({ flows: [-1, 2.5, -1.5625], discountRate: 0.1, timing }).because).toBe('rises')
  })

  it('is null where the NPV falls at several rates', () => {
    const answer = irr({ flows: flowsWith([0.125, 0.25, 0.5], -64), discountRate: 0.1, timing })
    expect(answer.roots.length).toBe(3)
    expect(answer.because).toBe('several-roots')
  })

  it('is the one falling root of two while it advises what the NPV advises', () => {
    // Roots 10 % (rising) and 20 % (falling): between them the project is good, outside it is not.
    const flows = [-100, 230, -132]
    expect(irr({ flows, discountRate: 0.15, timing }).value).toBeCloseTo(0.2, 9)
    expect(irr({ flows, discountRate: 0.25, timing }).value).toBeCloseTo(0.2, 9)
    expect(irr({ flows, discountRate: 0.05, timing }).because).toBe('contradicts-npv')
    expect(irr({ flows, discountRate: 0.1, timing }).because).toBe('contradicts-npv')
  })
})
