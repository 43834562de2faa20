import { describe, expect, test } from 'vitest'
import { Fault } from '../../../src/formula/interpret.ts'
import type { Computed } from '../../../src/formula/order.ts'
import { a, evaluated, given, made, part, queue, runToy, town, valuesOf } from './toy.ts'

const years = { a: [10, 11, 12, 13, 14, 15] }

describe('over the years', () => {
  test.each([
    ['prev(a)', [0, 10, 11, 12, 13, 14]],
    ['lag(a, 2)', [0, 0, 10, 11, 12, 13]],
    ['lag(a, 9)', [0, 0, 0, 0, 0, 0]],
    ['trailing(a, 2)', [0, 10, 21, 23, 25, 27]],
    ['cumulative(a)', [10, 21, 33, 46, 60, 75]],
    ['total(a)', [75, 75, 75, 75, 75, 75]],
    ['first(a)', [10, 10, 10, 10, 10, 10]],
    ['last(a)', [15, 15, 15, 15, 15, 15]],
    ['at(a, 3)', [13, 13, 13, 13, 13, 13]],
    ['at(a, 99)', [15, 15, 15, 15, 15, 15]],
    ['if(a >= 13, a, 0)', [0, 0, 0, 13, 14, 15]],
  ])('%s', (text, values) => {
    expect(evaluated(text, years)).toEqual(values)
  })

  test('a lag may differ from year to year', () => {
    expect(evaluated('lag(a, b)', { ...years, b: [1, 1, 2, 1, 3, 5] })).toEqual([0, 10, 10, 12, 11, 10])
  })

  test('debt and cash that read each other through the year before', () => {
    const debt = made('debt', 'prev(debt) + if(a > 10, 0, 100) - min(prev(cash), prev(debt))', {
      read: () => [debt, cash, a],
    })
    const cash = made('cash', 'prev(cash) + 30 - min(prev(cash), prev(debt))', { read: () => [debt, cash] })
    const run = runToy([debt], years)
    expect(valuesOf(run, debt)).toEqual([[100, 70, 40, 10, 0, 0]])
    expect(valuesOf(run, cash)).toEqual([[30, 30, 30, 30, 50, 80]])
  })

  test('a short line reads a long one in its own years', () => {
    const brief = made('brief', 'a * 2', { axis: 'short', read: () => [a] })
    expect(valuesOf(runToy([brief], years), brief)).toEqual([[20, 22, 24, 26]])
  })

  test('a present value', () => {
    const [value] = evaluated('pv(a, b)', { a: 100, b: [1, 0.5, 0.25, 0, 0, 0] })
    expect(value).toBe(175)
  })
})

describe('over dimensions', () => {
  const byTown = given('byTown', { over: [town] })
  const wide = given('wide', { over: [town, part] })
  const values = {
    'byTown:x': 1,
    'byTown:y': 2,
    'byTown:z': 4,
    ...{ 'wide:x:p': 1, 'wide:x:q': 10, 'wide:y:p': 2, 'wide:y:q': 20, 'wide:z:p': 3, 'wide:z:q': 30 },
  }
  const at0 = (line: Computed, rows: [string, string][] = []) =>
    valuesOf(runToy([line], values, rows), line).map(([x]) => x)

  test('a sum adds what the asking place lacks and keeps what it has', () => {
    expect(at0(made('one', 'sum(wide)', { over: [town], read: () => [wide] }))).toEqual([11, 22, 33])
    expect(at0(made('one', 'sum(wide)', { over: [part], read: () => [wide] }))).toEqual([6, 60])
    expect(at0(made('one', 'sum(wide)', { read: () => [wide] }))).toEqual([66])
    expect(at0(made('one', 'sum(wide * byTown)', { over: [part], read: () => [wide, byTown] }))).toEqual([17, 170])
    expect(at0(made('one', 'sum(byTown) * 2', { read: () => [byTown] }))).toEqual([14])
  })

  test('a share of a sum reads its own row beside the sum', () => {
    expect(at0(made('one', 'byTown / sum(byTown * 1)', { over: [town], read: () => [byTown] }))).toEqual([1, 1, 1])
    const all = made('all', 'sum(byTown)', { read: () => [byTown] })
    expect(at0(made('one', 'byTown / all', { over: [town], read: () => [byTown, all] }))).toEqual([1 / 7, 2 / 7, 4 / 7])
  })

  test('only combinations of a relation exist', () => {
    const rows: [string, string][] = [
      ['x', 'p'],
      ['y', 'p'],
      ['y', 'q'],
    ]
    expect(at0(made('one', 'wide', { over: [town, part], read: () => [wide] }), rows)).toEqual([1, 2, 20])
    expect(at0(made('one', 'sum(wide)', { over: [town], read: () => [wide] }), rows)).toEqual([1, 22, 0])
    expect(at0(made('one', 'sum(wide)', { over: [part], read: () => [wide] }), rows)).toEqual([3, 20])
    expect(at0(made('one', 'sum(wide)', { read: () => [wide] }), rows)).toEqual([23])
  })

  test('a product over a relation counts only pairs that exist', () => {
    const byPart = given('byPart', { over: [part] })
    const line = made('one', 'sum(byTown * byPart)', { read: () => [byTown, byPart] })
    const run = runToy([line], { ...values, byPart: 1 }, [
      ['x', 'p'],
      ['z', 'q'],
    ])
    expect(valuesOf(run, line).map(([x]) => x)).toEqual([5])
  })

  test('the greatest of nothing is undefined, of something known it is that', () => {
    expect(at0(made('one', 'maxOver(wide)', { over: [town], read: () => [wide] }), [['x', 'q']])).toEqual([
      10,
      Number.NaN,
      Number.NaN,
    ])
    expect(at0(made('one', 'maxOver(byTown)', { read: () => [byTown] }))).toEqual([4])
  })

  test.each([
    ['first', [Number.NaN, 5, 1]],
    ['between', [5, Number.NaN, 1]],
    ['last', [5, 1, Number.NaN]],
  ])('the greatest leaves out what is undefined, where it stands %s', (_, [x, y, z]) => {
    const asked = made('asked', 'maxOver(byTown)', { read: () => [byTown] })
    const run = runToy([asked], { 'byTown:x': x as number, 'byTown:y': y as number, 'byTown:z': z as number })
    expect(valuesOf(run, asked)[0]?.[0]).toBe(5)
  })

  test('sites are filled in their order, within the year and over the years', () => {
    const room = given('room', { over: [queue] })
    const left = made('left', 'if(b == 0, room, prev(after))', { over: [queue], read: () => [room, after, given('b')] })
    const placed = made('placed', 'min(left, a - before(placed))', { over: [queue], read: () => [left, placed, a] })
    const after = made('after', 'left - placed', { over: [queue], read: () => [left, placed] })
    const run = runToy([after], { a: 10, b: [0, 1, 2, 3, 4, 5], 'room:first': 15, 'room:second': 8, 'room:third': 99 })
    expect(valuesOf(run, placed)).toEqual([
      [10, 5, 0, 0, 0, 0],
      [0, 5, 3, 0, 0, 0],
      [0, 0, 7, 10, 10, 10],
    ])
  })
})

describe('what has no value', () => {
  test('a ratio to zero is undefined and spreads; it is known to be missing', () => {
    expect(evaluated('ratio(a, b)', { a: 1, b: [2, 0, 1, 1, 1, 1] })).toEqual([0.5, Number.NaN, 1, 1, 1, 1])
    expect(evaluated('ratio(a, b) + 1', { a: 1, b: 0 })[0]).toBeNaN()
    expect(evaluated('if(known(ratio(a, b)), 1, 2)', { a: 1, b: 0 })[0]).toBe(2)
    expect(evaluated('if(ratio(a, b), 1, 2)', { a: 1, b: 0 })[0]).toBeNaN()
    expect(evaluated('if(missing() > 1, 1, 2)')[0]).toBeNaN()
  })
})

describe('a fault of ours', () => {
  const faultOf = (text: string, values: Record<string, number | number[]>): Fault => {
    const byTown = given('byTown', { over: [town] })
    const asked = made('asked', text, { over: [town], read: () => [a, byTown] })
    try {
      runToy([asked], values)
    } catch (error) {
      if (error instanceof Fault) return error
    }
    throw new Error('no fault')
  }

  test('a division by zero names line, place and year', () => {
    const fault = faultOf('1 / (byTown - a)', { a: [1, 1, 5, 1, 1, 1], byTown: 0, 'byTown:y': 5 })
    expect(fault).toMatchObject({ line: 'asked', at: { town: 'y' }, t: 2 })
    expect(fault.message).toBe('asked[y] t=2: división por cero')
  })

  test.each([
    ['a value that overflows', 'exp(byTown * a)', { a: [1, 1, 1, 9, 1, 1], byTown: 0, 'byTown:z': 100 }, 'z', 3],
    ['the logarithm of zero', 'ln(1 - byTown * a)', { a: [0, 1, 0, 0, 0, 0], byTown: 0, 'byTown:x': 1 }, 'x', 1],
    ['zero to a negative power', '(1 - byTown)^(0 - a)', { a: 1, byTown: 0, 'byTown:y': 1 }, 'y', 0],
  ])('%s is named in the same way', (_, text, values, place, t) => {
    expect(faultOf(text, values)).toMatchObject({ line: 'asked', at: { town: place }, t })
  })

  test('a lag of less than a year is one, not a reading of the future', () => {
    expect(faultOf('lag(a, byTown)', { a: 1, byTown: 1, 'byTown:y': 0 })).toMatchObject({ at: { town: 'y' }, t: 0 })
    expect(() => faultOf('lag(a, byTown)', { a: 1, byTown: 1 })).toThrow('no fault')
  })

  test('a branch that is not taken is not evaluated', () => {
    expect(evaluated('if(b == 0, 0, a / b)', { a: 1, b: 0 })).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('a row that a line reads and that does not exist is named', () => {
    const pairs = given('pairs', { over: [town, part] })
    const byPart = given('byPart', { over: [part] })
    const narrow = made('narrow', 'pairs * byPart', { over: [part, town], read: () => [pairs, byPart] })
    expect(valuesOf(runToy([narrow], { pairs: 2, byPart: 3 }, [['x', 'p']]), narrow)).toEqual([[6, 6, 6, 6, 6, 6]])
  })
})
