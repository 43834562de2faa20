import { describe, expect, test } from 'vitest'
import { millions, money, percent, plain } from '../../../src/text/numbers.ts'

describe('numbers for people', () => {
  test('four digits carry their separator, as longer numbers do', () => {
    expect(plain(1234.5, 1)).toBe('1.234,5')
    expect(plain(12345.5, 1)).toBe('12.345,5')
    expect(plain(1234.5, 1, 'en')).toBe('1,234.5')
  })

  test('pesos have no decimals and millions have one', () => {
    expect(money(10_043_000_000.4)).toBe('10.043.000.000')
    expect(millions(1_234_540_000)).toBe('1.234,5')
    expect(millions(1_234_540_000, 'en')).toBe('1,234.5')
  })

  test('a share is read as a percentage', () => {
    expect(percent(0.125)).toBe('12,5\u00a0%')
    expect(percent(0.125, 'en')).toBe('12.5%')
    expect(percent(-0.5)).toBe('−50,0\u00a0%')
  })

  test('a figure without value prints as a dash, in every form', () => {
    for (const absent of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(plain(absent, 2)).toBe('–')
      expect(money(absent)).toBe('–')
      expect(millions(absent)).toBe('–')
      expect(percent(absent)).toBe('–')
    }
  })

  test('a negative number has a minus sign, not a hyphen, and what rounds to zero has none', () => {
    expect(money(-1234)).toBe('−1.234')
    expect(plain(-1e-9, 1)).toBe('0,0')
    expect(millions(-40_000)).toBe('0,0')
  })
})
