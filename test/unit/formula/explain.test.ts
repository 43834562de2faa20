import { describe, expect, test } from 'vitest'
import { method } from '../../../src/formula/entry.ts'
import { explain } from '../../../src/formula/explain.ts'
import { a, b, c, given, made, runToy, town } from './toy.ts'

const values = { a: [1, 2, 3, 4, 5, 6], b: 10, c: [0, 0, 1, 1, 1, 1] }
const explained = (text: string, t: number, numbers: Record<string, number | number[]> = values) => {
  const asked = made('asked', text, { read: () => [a, b, c] })
  return explain(runToy([asked], numbers), asked, { at: {}, t })
}
const cells = (of: ReturnType<typeof explained>) => of.operands.map((o) => `${o.entry.id}@${o.t}=${o.value}`)

describe('an explanation', () => {
  test('gives the value, the formula, and every cell it was made from', () => {
    const found = explained('a * b + prev(a)', 2)
    expect(found).toMatchObject({ t: 2, at: {}, value: 32 })
    expect(found.formula).toEqual({
      text: 'a * b + prev(a)',
      tex: '\\mathrm{a} \\cdot \\mathrm{b} + {\\mathrm{a}}_{t-1}',
      withNumbers: 'a{2} * 10 + prev(a{2})',
    })
    expect(cells(found)).toEqual(['a@2=3', 'b@2=10', 'a@1=2'])
  })

  test('puts the numbers in where a name stands for one cell', () => {
    expect(explained('a * b', 1).formula?.withNumbers).toBe('2 * 10')
  })

  test('says ∅ for a number that there is not', () => {
    expect(explained('if(known(a), a, b)', 0, { a: Number.NaN, b: 7 }).formula?.withNumbers).toBe('if(known(∅), ∅, 7)')
  })

  test('follows only the branch that was taken', () => {
    expect(cells(explained('if(c == 0, a, b)', 0))).toEqual(['c@0=0', 'a@0=1'])
    expect(cells(explained('if(c == 0, a, b)', 2))).toEqual(['c@2=1', 'b@2=10'])
    expect(explained('if(c == 0, a, b)', 2).formula?.withNumbers).toBe('if(1 == 0, a, 10)')
  })

  test.each([
    ['trailing(a, 2)', ['a@2=3', 'a@3=4']],
    ['lag(a, 3)', ['a@1=2']],
    ['lag(a, 9)', []],
    ['cumulative(a)', ['a@0=1', 'a@1=2', 'a@2=3', 'a@3=4', 'a@4=5']],
    ['at(a, c)', ['c@4=1', 'a@1=2']],
    ['first(a) + last(a)', ['a@0=1', 'a@5=6']],
  ])('names the years that %s reads', (text, read) => {
    expect(cells(explained(text, 4))).toEqual(read)
  })

  test('names the rows that a sum reads, and the row asked for', () => {
    const byTown = given('byTown', { over: [town] })
    const all = made('all', 'sum(byTown)', { read: () => [byTown] })
    const asked = made('asked', 'byTown / all', { over: [town], read: () => [byTown, all] })
    const run = runToy([asked], { byTown: 2, 'byTown:y': 4 })
    expect(explain(run, all, { at: {}, t: 0 }).operands.map((o) => [o.at, o.value])).toEqual([
      [{ town: 'x' }, 2],
      [{ town: 'y' }, 4],
      [{ town: 'z' }, 2],
    ])
    expect(explain(run, asked, { at: { town: 'y' }, t: 3 })).toMatchObject({ at: { town: 'y' }, value: 0.5 })
  })

  test('of a plain function gives its reason and all that it looked at', () => {
    const because = { es: 'porque sí', en: 'because' }
    const found = method({
      id: 'found',
      es: '',
      en: '',
      unit: '1',
      of: () => [a],
      run: () => ({ value: null, because }),
    })
    const explanation = explain(runToy([found], values), found, { at: {}, t: 4 })
    expect(explanation).toMatchObject({ t: 0, because })
    expect(explanation.value).toBeNaN()
    expect(explanation.formula).toBeUndefined()
    expect(explanation.operands.map((o) => o.value)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('of a row or a year that there is not is a range error', () => {
    expect(() => explained('a', 6)).toThrow(RangeError)
    expect(() => explained('a', -1)).toThrow(RangeError)
    const asked = made('asked', '1', { over: [town] })
    expect(() => explain(runToy([asked]), asked, { at: { town: 'w' }, t: 0 })).toThrow(RangeError)
    expect(() => explain(runToy([asked]), asked, { at: {}, t: 0 })).toThrow(RangeError)
  })
})
