import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/formula/entry.ts'
import { method } from '../../../src/formula/entry.ts'
import type { Computed } from '../../../src/formula/order.ts'
import { assembleBook, BookError } from '../../../src/formula/order.ts'
import { a, axes, b, given, made, part, queue, runToy, town, valuesOf } from './toy.ts'

const refused = (...lines: Computed[]): string => {
  try {
    assembleBook(lines, axes)
    return 'assembled'
  } catch (error) {
    return error instanceof BookError ? error.message : `another error: ${error}`
  }
}

describe('a book is refused when it is loaded', () => {
  test('for a circle within a year, which it names', () => {
    const one = made('one', 'two + 1', { read: () => [two] })
    const two = made('two', 'three * 2', { read: () => [three] })
    const three = made('three', 'one - 1', { read: () => [one] })
    expect(refused(one)).toMatch(
      /^\w+ \[11\.3\]: círculo dentro del año: (one → two → three → one|two → three → one → two|three → one → two → three)$/,
    )
  })

  test('for a line that reads itself in the same year', () => {
    const self = made('self', 'self + 1', { read: () => [self] })
    expect(refused(self)).toBe('self [11.3]: círculo dentro del año: self → self')
  })

  test('for a line that adds up all years of what depends on it', () => {
    const one = made('one', 'total(two)', { read: () => [two] })
    const two = made('two', 'prev(one)', { read: () => [one] })
    expect(refused(one)).toMatch(/\[11\.3\]: necesita todos los años de algo que depende de ella/)
  })

  test('for a circle that goes through a running total', () => {
    const one = made('one', 'cumulative(one)', { read: () => [one] })
    expect(refused(one)).toMatch(/one \[11\.3\]/)
  })

  test('for a name that nobody has, with line and numeral', () => {
    expect(refused(made('one', 'turnip * 2'))).toBe('one [11.3]: La fórmula usa «turnip», que no existe.')
  })

  test('for a formula that is badly written, with line and numeral', () => {
    expect(refused(made('one', '2 +'))).toMatch(/^one \[11\.3\]: La fórmula «2 \+» está mal escrita/)
  })

  test('for two lines of one name', () => {
    expect(refused(made('one', '1'), made('one', '2'))).toBe('one [11.3]: hay dos líneas con el mismo nombre')
  })

  test('for a dimension that the place lacks, showing both shapes', () => {
    const wide = given('wide', { over: [town, part] })
    expect(refused(made('one', 'wide', { over: [town], read: () => [wide] }))).toBe(
      'one [11.3]: lee wide[town,part] desde [town]; falta sumar sobre part',
    )
    expect(refused(made('one', 'sum(wide)', { over: [town], read: () => [wide] }))).toBe('assembled')
  })

  test('for a dimension that is summed in one place and not in another', () => {
    const wide = given('wide', { over: [town] })
    expect(refused(made('one', 'sum(wide) + wide', { read: () => [wide] }))).toMatch(/falta sumar sobre town/)
  })

  test('for a long line that reads a short one in its own years', () => {
    const brief = given('brief', { axis: 'short' })
    const read = () => [brief]
    expect(refused(made('one', 'brief', { read }))).toBe('one [11.3]: lee brief (short) en sus propios años (long)')
    expect(refused(made('one', 'prev(brief)', { read }))).toMatch(/en sus propios años/)
    expect(refused(made('one', 'total(brief)', { read }))).toBe('assembled')
    expect(refused(made('one', 'a', { axis: 'short', read: () => [a] }))).toBe('assembled')
  })

  test('for a single figure that reads a series without saying of which year', () => {
    const read = () => [a, b]
    expect(refused(made('one', 'a', { axis: 'once', read }))).toBe('one [11.3]: lee la serie a sin decir de qué año')
    expect(refused(made('one', 'prev(a)', { axis: 'once', read }))).toMatch(/sin decir de qué año/)
    for (const text of ['first(a)', 'last(a)', 'at(a, 2)', 'total(a)', 'pv(a, b)'])
      expect(refused(made('one', text, { axis: 'once', read }))).toBe('assembled')
  })

  test('for earlier members of a dimension that a member of its group does not have', () => {
    const placed = made('placed', 'left - before(taken)', { over: [queue], read: () => [left, taken] })
    const taken = made('taken', 'placed * 1', { over: [queue], read: () => [placed] })
    const left = made('left', 'prev(all)', { over: [queue], read: () => [all] })
    const all = made('all', 'sum(taken)', { read: () => [taken] })
    expect(refused(placed)).toMatch(/lee anteriores en orden/)
  })
})

describe('a book is put in order', () => {
  const groupsOf = (...lines: Computed[]) =>
    assembleBook(lines, axes).groups.map((g) => ({ ids: g.lines.map((l) => l.id), recursive: g.recursive }))

  test('each line after those it reads, however they are written', () => {
    const one = made('one', 'two + a', { read: () => [two, a] })
    const two = made('two', 'three', { read: () => [three] })
    const three = made('three', 'a', { read: () => [a] })
    for (const lines of [[one], [two, one], [three, two, one]])
      expect(groupsOf(...lines).flatMap((g) => g.ids)).toEqual(['three', 'two', 'one'])
  })

  test('with what reads each other through the year before in one group', () => {
    const cash = made('cash', 'prev(cash) + flow', { read: () => [cash, flow] })
    const flow = made('flow', 'prev(cash) * a', { read: () => [cash, a] })
    expect(groupsOf(cash)).toEqual([{ ids: ['flow', 'cash'], recursive: true }])
  })

  test('and entries are reached through lines, each once', () => {
    const entries = assembleBook([made('one', 'a * a + b', { read: () => [a, b] as readonly Entry[] })], axes).entries
    expect(entries.map((e) => e.id)).toEqual(['one', 'a', 'b'])
  })

  test('with a plain function after its series', () => {
    const one = made('one', 'a', { read: () => [a] })
    const found = method({
      id: 'found',
      es: '',
      en: '',
      unit: '1',
      of: () => [one],
      run: ([x = []]) => ({ value: Math.max(...x), because: { es: 'el mayor', en: 'the greatest' } }),
    })
    const reader = made('reader', 'found * 2', { axis: 'once', read: () => [found] })
    expect(groupsOf(reader).flatMap((g) => g.ids)).toEqual(['one', 'found', 'reader'])
    expect(valuesOf(runToy([reader], { a: [1, 9, 2] }), reader)).toEqual([[18]])
  })
})
