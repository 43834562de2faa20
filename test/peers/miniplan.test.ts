import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/formula/entry.ts'
import { explain } from '../../src/formula/explain.ts'
import { runBook, seriesOf } from '../../src/formula/run.ts'
import { unitProblems } from '../../src/formula/units/check.ts'
import { miniBook, miniFigures, miniPlan, stratum } from './miniplan-book.ts'
import { relativeError } from './vectors.ts'

const { inputs, expected } = miniPlan
const strata = inputs.share.map((_, i) => `stratum${i + 1}`)
const run = runBook(miniBook, {
  space: { members: { [stratum.id]: strata }, relations: [] },
  lengths: { tonnage: 31, plan: 16 },
  read: (entry, key) => {
    const place = strata.indexOf(key.stratum ?? '')
    if (entry.id === 't') return Array.from({ length: 31 }, (_, t) => t)
    return (entry.id === 'share' ? inputs.share : inputs.f)[place] as number
  },
})

const valuesOf = (entry: Entry | undefined): number[] => {
  const slot = entry && run.slots.get(entry)
  if (!slot) throw new Error('the little book lacks this line')
  return Array.from(seriesOf(run, slot, 0))
}
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

describe('the plan of a stranger, written in the formula language, comes to the figures of four other tools', () => {
  test.each(Object.entries(expected.rows))('row %s', (name, wanted) => {
    const found = valuesOf(miniBook.byId.get(camel(name))).slice(0, wanted.length)
    expect(found).toHaveLength(wanted.length)
    const size = Math.max(...wanted.map(Math.abs))
    wanted.forEach((value, t) => {
      if (name === 'check') expect(Math.abs(found[t] as number)).toBeLessThanOrEqual(1e-5)
      // a loan repaid leaves a residue of rounding where the peer wrote zero
      else if (value === 0) expect(Math.abs(found[t] as number)).toBeLessThanOrEqual(1e-9 * size)
      else expect(relativeError(found[t] as number, value)).toBeLessThanOrEqual(1e-9)
    })
  })

  test.each(Object.entries(expected.kpi))('figure %s', (name, wanted) => {
    const [found] = valuesOf(miniFigures[name as keyof typeof miniFigures])
    expect(relativeError(found as number, wanted)).toBeLessThanOrEqual(1e-9)
  })

  test('every row and figure of the vector is compared', () => {
    expect(Object.keys(expected.rows)).toHaveLength(31)
    expect(new Set(Object.keys(expected.kpi))).toEqual(new Set(Object.keys(miniFigures)))
  })

  test('its units come out', () => {
    expect(unitProblems(miniBook.entries)).toEqual([])
  })

  test('its debt is explained down to the payment', () => {
    const loan = miniBook.byId.get('loan')
    if (loan?.type !== 'line') throw new Error('no loan')
    const { formula, operands } = explain(run, loan, { at: {}, t: 1 })
    expect(formula?.text).toBe('if(t == 0, drawn, prev(loan) - principal * oneYear)')
    expect(operands.map((o) => o.entry.id)).toEqual(['t', 'loan', 'principal', 'oneYear'])
  })
})
