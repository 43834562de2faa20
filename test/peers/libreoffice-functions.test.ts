import { describe, expect, it } from 'vitest'
import { levelPaymentFactor } from '../../src/numeric/annuity.ts'
import { irr, irrRoots } from '../../src/numeric/irr.ts'
import { mirr } from '../../src/numeric/mirr.ts'
import { presentValue } from '../../src/numeric/npv.ts'
import type { PeerCase } from './vectors.ts'
import { readVectors, relativeError } from './vectors.ts'

const { cases } = readVectors<{ cases: PeerCase[] }>('peer-libreoffice-functions')
const of = (fn: string) => cases.filter((one) => one.fn === fn)

describe('LibreOffice Calc agrees', () => {
  it('on every NPV, which discounts the first value too', () => {
    const found = of('NPV').map(({ args, expected }) => {
      const [rate, flows] = args as [number, number[]]
      const scale = presentValue(flows.map(Math.abs), rate, 'end')
      return relativeError(presentValue(flows, rate, 'end') / (1 + rate), expected as number, scale)
    })
    expect(found.length).toBe(144)
    expect(Math.max(...found)).toBeLessThan(1e-12)
  })

  it('on every IRR, which is the only root of these flows', () => {
    const found = of('IRR').map(({ args, expected }) => {
      const flows = args[0] as number[]
      expect(irrRoots(flows, 'end').length).toBe(1)
      const { value, because } = irr({ flows, discountRate: 0.1, timing: 'end' })
      expect(because).toBe('ok')
      return relativeError(value ?? Number.NaN, expected as number)
    })
    expect(found.length).toBe(24)
    expect(Math.max(...found)).toBeLessThan(1e-8)
  })

  it('on every MIRR', () => {
    const found = of('MIRR').map(({ args, expected }) => {
      const [flows, financeRate, reinvestRate] = args as [number[], number, number]
      return relativeError(mirr({ flows, financeRate, reinvestRate }) ?? Number.NaN, expected as number)
    })
    expect(found.length).toBe(24)
    expect(Math.max(...found)).toBeLessThan(1e-8)
  })

  it('on every PMT, paid at the end or at the beginning of the period', () => {
    const found = of('PMT').map(({ args, expected }) => {
      const [rate, periods, principal, future, when] = args as [number, number, number, number, number]
      expect(future).toBe(0)
      const payment = (-principal * levelPaymentFactor(rate, periods)) / (1 + rate * when)
      return relativeError(payment, expected as number)
    })
    expect(found.length).toBe(96)
    expect(Math.max(...found)).toBeLessThan(1e-12)
  })
})
