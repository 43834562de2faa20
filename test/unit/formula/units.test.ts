import { describe, expect, test } from 'vitest'
import { constant, line } from '../../../src/formula/entry.ts'
import { parseFormula } from '../../../src/formula/eq.ts'
import { unitOf, unitProblems } from '../../../src/formula/units/check.ts'
import { parseUnit, printUnit } from '../../../src/formula/units.ts'
import { given, made } from './toy.ts'

const units = {
  money: 'COP',
  income: 'COP/year',
  mass: 't/year',
  bin: 't',
  tariff: 'COP/user·month',
  people: 'users',
  homes: 'dwellings',
  dirt: 'kg/inhabitant·day',
  price: 'COP/t',
  share: 'share',
  road: 'km/month',
  count: '1',
} as const
const entries = Object.entries(units).map(([id, unit]) => given(id, { unit }))
const months = constant({ id: 'months', es: 'meses', en: 'months', unit: 'month/year', value: 12 })
const scope = new Map([...entries, months].map((e) => [e.id, e]))
const comes = (text: string): string => printUnit(unitOf(parseFormula(text, scope)))

describe('units come out of formulas', () => {
  test.each([
    ['people * tariff * months', 'COP/year'],
    ['mass * price', 'COP/year'],
    ['income / mass', 'COP/t'],
    ['ratio(income, people)', 'COP/user·year'],
    ['homes - people', 'user'],
    ['total(income)', 'COP'],
    ['cumulative(mass)', 't'],
    ['trailing(income, 5)', 'COP'],
    ['prev(income)', 'COP/year'],
    ['pv(income, share)', 'COP'],
    ['if(share > 0, income, 0)', 'COP/year'],
    ['max(0, income)', 'COP/year'],
    ['0 - income', 'COP/year'],
    ['-income', 'COP/year'],
    ['money * levelPayment(share, 5)', 'COP/year'],
    ['share ^ 2', '1'],
    ['exp(share) * income', 'COP/year'],
    ['missing()', 'cualquiera'],
    ['if(known(income), income, missing())', 'COP/year'],
    ['road * months', 'km/year'],
    ['bin * bin', 't^2'],
    ['1 / price', 't/COP'],
  ])('%s in %s', (text, unit) => {
    expect(comes(text)).toBe(unit)
  })

  test.each([
    ['money + bin', ['COP', 't']],
    ['income + mass', ['COP/year', 't/year']],
    ['money + income', ['COP', 'COP/year']],
    ['money - people * tariff', ['COP', 'COP/month']],
    ['max(money, bin)', ['COP', 't']],
    ['if(share, money, bin)', ['COP', 't']],
    ['money < bin', ['COP', 't']],
    ['money == 1', ['COP', '1']],
    ['money + 1', ['COP', '1']],
    ['exp(money)', ['COP']],
    ['ln(mass)', ['t/year']],
    ['money ^ 2', ['COP']],
    ['2 ^ money', ['COP']],
    ['dirt + mass', ['t/year']],
  ])('%s does not meet, and says which units', (text, named) => {
    for (const unit of named) expect(() => comes(text)).toThrow(`«${unit}»`)
  })
})

describe('a book with a wrong unit', () => {
  const billing = (text: string) => made('billing', text, { unit: 'COP/year', read: () => [...entries, months] })

  test('is told by line and numeral, with both units', () => {
    expect(unitProblems([billing('money + bin')])).toEqual(['billing [11.3]: «COP» con «t»'])
  })

  test('has its forgotten months found', () => {
    expect(unitProblems([billing('people * tariff')])).toEqual(['billing [11.3]: «COP/year» con «COP/month»'])
    expect(unitProblems([billing('people * tariff * months')])).toEqual([])
  })

  test('has every wrong line told, not the first', () => {
    expect(unitProblems([billing('money'), billing('mass'), billing('income')])).toHaveLength(2)
  })

  test('may say that a formula of the norm is unsound, and only where it is', () => {
    const literal = (text: string) => ({ ...billing(text), unsound: 'income / road · 365' })
    expect(unitProblems([literal('income / road')])).toEqual([])
    expect(unitProblems([literal('income')])).toEqual([expect.stringContaining('billing [11.3]')])
  })

  test('is told where an entry has a unit that nobody knows', () => {
    const odd = line({ id: 'odd', es: '', en: '', unit: 'bananas', formula: () => parseFormula('1', scope) })
    expect(unitProblems([odd])).toEqual([expect.stringMatching(/^odd \[–\]: .*bananas/)])
  })

  test('lets the literal zero stand for any unit, but no other number', () => {
    expect(unitProblems([billing('if(share, income, 0)')])).toEqual([])
    expect(unitProblems([billing('if(share, income, 1)')])).toHaveLength(1)
  })
})

describe('units are read', () => {
  test.each([
    ['COP/user·month', 'COP/month·user'],
    ['share', '1'],
    ['inh', 'inhabitant'],
    ['dwellings', 'user'],
    ['m³', 'm3'],
    ['job-years', 'job·year'],
    ['COP·t/t', 'COP'],
  ])('%s as %s', (written, printed) => {
    expect(printUnit(parseUnit(written))).toBe(printed)
  })

  test('and refused where they have two bars', () => {
    expect(() => parseUnit('COP/t/year')).toThrow('una sola barra')
  })
})
