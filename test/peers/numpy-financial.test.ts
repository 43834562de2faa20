import { describe, expect, it } from 'vitest'
import { levelPaymentFactor } from '../../src/numeric/annuity.ts'
import { irr, irrRoots } from '../../src/numeric/irr.ts'
import { mirr } from '../../src/numeric/mirr.ts'
import { presentValue } from '../../src/numeric/npv.ts'
import type { Json, PeerCase } from './vectors.ts'
import { isNumberList, readVectors, relativeError, toNumber } from './vectors.ts'

const { cases } = readVectors<{ cases: PeerCase[] }>('peer-numpy-financial')
const of = (fn: string) => cases.filter((one) => one.fn === fn)

/** Broadcasts as the peer does: the last axes line up, an axis of one is repeated. */
function at(value: Json, place: readonly number[]): number {
  let found = value
  const depth = depthOf(value)
  for (const index of place.slice(place.length - depth)) {
    const list = found as Json[]
    found = list[list.length === 1 ? 0 : index]!
  }
  return toNumber(found)
}

function depthOf(value: Json): number {
  return Array.isArray(value) ? 1 + depthOf(value[0]!) : 0
}

function places(value: Json): number[][] {
  return Array.isArray(value) ? value.flatMap((inner, i) => places(inner).map((rest) => [i, ...rest])) : [[]]
}

describe('numpy-financial agrees', () => {
  it('on every npv, a rate of −1 being an error here', () => {
    const counted = { values: 0, refused: 0, shapes: 0 }
    for (const { args, result, raises } of of('npv')) {
      const [rate, flows] = args as [Json, Json]
      if (raises !== undefined) {
        // The peer refuses arrays of rates or of arrays; here the types admit one rate and one list only.
        expect(typeof rate === 'number' && isNumberList(flows)).toBe(false)
        counted.shapes++
      } else if (result === 'NaN') {
        expect(() => presentValue(flows as number[], rate as number, 'end')).toThrow(RangeError)
        counted.refused++
      } else {
        const scale = presentValue((flows as number[]).map(Math.abs), rate as number, 'end')
        const found = presentValue(flows as number[], rate as number, 'end')
        expect(relativeError(found, result as number, scale)).toBeLessThan(1e-12)
        counted.values++
      }
    }
    expect(counted).toEqual({ values: 2, refused: 2, shapes: 4 })
  })

  it('on every irr: its answer is among all roots, and is the answer here where one is given', () => {
    const counted = { values: 0, none: 0, given: 0 }
    for (const { args, result, raises } of of('irr')) {
      const flows = args[0] as number[]
      const roots = irrRoots(flows, 'end')
      if (raises !== undefined || result === 'NaN') {
        expect(roots).toEqual([])
        expect(irr({ flows, discountRate: 0.1, timing: 'end' }).because).toBe('no-root')
        counted.none++
      } else {
        const expected = result as number
        const nearest = Math.min(...roots.map((root) => relativeError(root, expected)))
        expect(nearest).toBeLessThan(1e-7)
        counted.values++
        const answer = irr({ flows, discountRate: expected - 1e-3 * (1 + expected), timing: 'end' })
        if (answer.value !== null) {
          expect(relativeError(answer.value, expected)).toBeLessThan(1e-7)
          counted.given++
        }
      }
    }
    // The two flows without an answer here fall at two rates, of which the peer takes the one nearest to zero.
    expect(counted).toEqual({ values: 11, none: 3, given: 9 })
  })

  it('on every mirr', () => {
    const counted = { values: 0, none: 0 }
    for (const { args, result, raises } of of('mirr')) {
      const [values, finance, reinvest] = args as [Json, Json, Json]
      if (raises !== undefined || result === 'NaN') {
        const question = { flows: values as number[], financeRate: toNumber(finance), reinvestRate: toNumber(reinvest) }
        expect(mirr(question)).toBeNull()
        counted.none++
        continue
      }
      for (const place of places(result as Json)) {
        const [i, j] = place
        const flows = (i === undefined ? values : (values as Json[])[i]) as number[]
        const financeRate = j === undefined ? toNumber(finance) : at(finance, [j])
        const reinvestRate = j === undefined ? toNumber(reinvest) : at(reinvest, [j])
        const found = mirr({ flows, financeRate, reinvestRate })
        expect(relativeError(found ?? Number.NaN, at(result as Json, place))).toBeLessThan(1e-9)
        counted.values++
      }
    }
    expect(counted).toEqual({ values: 12, none: 2 })
  })

  it('on every pmt', () => {
    let counted = 0
    for (const { args, result } of of('pmt')) {
      const [rates, periods, principals, future = 0, when = 'end'] = args as [Json, Json, Json, Json?, Json?]
      const isBegin = when === 'begin' || when === 1
      expect(future).toBe(0)
      for (const place of places(result as Json)) {
        const rate = at(rates, place)
        const factor = levelPaymentFactor(rate, at(periods, place)) / (isBegin ? 1 + rate : 1)
        expect(relativeError(-at(principals, place) * factor, at(result as Json, place))).toBeLessThan(1e-12)
        counted++
      }
    }
    expect(of('pmt').length).toBe(12)
    expect(counted).toBe(18)
  })
})
