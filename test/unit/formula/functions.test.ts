import { describe, expect, test } from 'vitest'
import type { FunctionRow } from '../../../src/formula/functions.ts'
import { functions } from '../../../src/formula/functions.ts'
import { none } from '../../../src/formula/units.ts'
import { a, b, given, made, queue, runToy, town, valuesOf } from './toy.ts'

const names = ['A1', 'B2', 'C3', 'D4', 'E5', 'F6', 'G7', 'H8', 'I9']

/** What a row of the table lacks of its printings. */
function gaps(row: Partial<FunctionRow>): string[] {
  const [least, most] = row.arity ?? [0, 0]
  const args = names.slice(0, Math.max(least, Math.min(most, 3)))
  const missing: string[] = []
  const mark = (what: string, there: boolean | undefined) => void (there || missing.push(what))
  mark('arity', row.arity && least <= most)
  mark('words', Boolean(row.words?.es && row.words.en))
  const first = args.slice(0, 1)
  mark('excel', row.excel && first.every((x) => row.excel?.(...args).includes(x)) && row.excel(...args) !== '')
  mark('tex', row.tex && args.every((x) => row.tex?.(...args).includes(x)) && row.tex(...args) !== '')
  try {
    mark('unit', typeof row.unit === 'function' && row.unit(...args.map(() => none)) !== undefined)
  } catch {
    missing.push('unit')
  }
  return missing
}

describe('every row of the table', () => {
  test.each(Object.entries(functions))('%s has its number of arguments, words, Excel, TeX and unit', (_, row) => {
    expect(gaps(row)).toEqual([])
  })

  test.each(['arity', 'words', 'excel', 'tex', 'unit'] as const)('a row without %s would be noticed', (column) => {
    const { [column]: _, ...rest } = functions.min as FunctionRow
    expect(gaps(rest)).toContain(column)
  })

  test('two functions of the same arity do not print alike, in TeX or in words', () => {
    const printed = Object.entries(functions).map(([fn, row]) => [fn, row.tex('x', 'y', 'z')] as const)
    const twins = printed.filter(([fn, tex], i) =>
      printed.some(([other, same], j) => j < i && other !== fn && same === tex),
    )
    expect(twins.map(([fn]) => fn)).toEqual(['ratio'])
  })
})

/** Formulas for the functions that the interpreter reads itself, with the value of the last year. */
const read: Readonly<Record<string, readonly [text: string, value: number]>> = {
  if: ['if(a > 2, 10, 20)', 10],
  prev: ['prev(a)', 4],
  lag: ['lag(a, 2)', 3],
  at: ['at(a, 1)', 1],
  first: ['first(b)', 7],
  last: ['last(a)', 5],
  trailing: ['trailing(a, 2)', 7],
  cumulative: ['cumulative(a)', 15],
  total: ['total(a)', 15],
  pv: ['pv(a, b)', 105],
  sum: ['sum(byTown)', 6],
  maxOver: ['maxOver(byTown)', 3],
}

describe('every function has a value', () => {
  const byTown = given('byTown', { over: [town] })
  const values = { a: [0, 1, 2, 3, 4, 5], b: 7, 'byTown:x': 1, 'byTown:y': 2, 'byTown:z': 3 }

  test.each(Object.entries(read))('%s is read by the interpreter', (_, [text, value]) => {
    const asked = made('asked', text, { read: () => [a, b, byTown] })
    expect(valuesOf(runToy([asked], values), asked)[0]?.at(-1)).toBe(value)
  })

  test('before is read by the interpreter', () => {
    const waiting = given('waiting', { over: [queue] })
    const asked = made('asked', 'before(waiting)', { over: [queue], read: () => [waiting] })
    const run = runToy([asked], { 'waiting:first': 1, 'waiting:second': 2, 'waiting:third': 4 })
    expect(valuesOf(run, asked).map(([x]) => x)).toEqual([0, 1, 3])
  })

  test('a function without a number of its own is one of those', () => {
    const without = Object.keys(functions).filter((fn) => functions[fn]?.number === undefined)
    expect(new Set(without)).toEqual(new Set([...Object.keys(read), 'before']))
  })

  test.each([
    ['levelPayment', [0, 4], 0.25],
    ['levelPayment', [0.1, 2], 0.1 / (1 - 1.1 ** -2)],
    ['ratio', [1, 0], Number.NaN],
    ['ratio', [3, 2], 1.5],
    ['known', [Number.NaN], 0],
    ['known', [0], 1],
    ['missing', [], Number.NaN],
    ['smaller', [Number.NaN, 1], Number.NaN],
    ['equal', [2, 2], 1],
    ['unequal', [2, 2], 0],
    ['not', [0], 1],
    ['and', [2, 0], 0],
    ['or', [2, 0], 1],
    ['pow', [0, 0], 1],
  ] as const)('%s of %j', (fn, args, value) => {
    const found = functions[fn]?.number?.(...args) ?? 0
    if (Number.isNaN(value)) expect(found).toBeNaN()
    else expect(found).toBeCloseTo(value, 15)
  })

  test('a level payment at a rate near zero does not lose its digits', () => {
    expect(functions.levelPayment?.number?.(1e-12, 10)).toBeCloseTo(0.1, 10)
  })
})
