import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Expr, Line } from '../../../src/formula/entry.ts'
import { line } from '../../../src/formula/entry.ts'
import { parseFormula } from '../../../src/formula/eq.ts'
import { functions } from '../../../src/formula/functions.ts'
import { renderTex, renderText } from '../../../src/formula/render.ts'
import { readExcel, renderExcel } from './excel.ts'
import { given, runToy, scope, town, valuesOf } from './toy.ts'
import { trees } from './trees.ts'

const runs = { seed: 1045, numRuns: Number(process.env.PROPERTY_RUNS ?? 500) }
const wide = given('wide', { over: [town] })
const names = new Map([...scope, ['wide', wide] as const])
const read = (text: string): Expr => parseFormula(text, names)

describe('the text of a formula', () => {
  test.each([
    ['a + b * c', 'a + b * c'],
    ['(a + b) * c', '(a + b) * c'],
    ['((a)) + ((b))', 'a + b'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['a - (b + c)', 'a - (b + c)'],
    ['a / (b * c)', 'a / (b * c)'],
    ['(a / b) / c', 'a / b / c'],
    ['(a ^ b) ^ c', '(a ^ b) ^ c'],
    ['a ^ (b ^ c)', 'a ^ b ^ c'],
    ['(-a) ^ 2', '(-a) ^ 2'],
    ['-(a ^ 2)', '-a ^ 2'],
    ['-(a * b)', '-(a * b)'],
    ['-(a + b)', '-(a + b)'],
    ['a - -b', 'a - -b'],
    ['(a and b) or c', 'a and b or c'],
    ['a and (b or c)', 'a and (b or c)'],
    ['(a < b) and (b < c)', 'a < b and b < c'],
    ['(a < b) * c', '(a < b) * c'],
    ['not(a and b)', 'not(a and b)'],
    ['min((a + b), (c))', 'min(a + b, c)'],
    ['if((a > 0), (a + b), (0))', 'if(a > 0, a + b, 0)'],
  ])('%s is printed %s', (text, printed) => {
    expect(renderText(read(text))).toBe(printed)
  })

  test('is read back as the formula that it prints', () => {
    fc.assert(
      fc.property(trees(), (tree) => {
        expect(parseFormula(renderText(tree), scope)).toEqual(tree)
      }),
      runs,
    )
  })

  test('has no pair of brackets that could be left out', () => {
    const plain = Object.keys(functions).filter((fn) => functions[fn]?.infix && fn !== 'unaryMinus')
    fc.assert(
      fc.property(trees(plain), (tree) => {
        const text = renderText(tree)
        for (const [open, close] of brackets(text)) {
          const less = text.slice(0, open) + text.slice(open + 1, close) + text.slice(close + 1)
          expect(readable(less)).not.toEqual(tree)
        }
      }),
      runs,
    )
  })

  test('takes other names for its entries', () => {
    expect(renderText(read('a + b'), (entry) => entry.id.toUpperCase())).toBe('A + B')
  })
})

/** Positions of every pair of brackets. */
function brackets(text: string): [number, number][] {
  const open: number[] = []
  const pairs: [number, number][] = []
  for (const [i, c] of [...text].entries()) {
    if (c === '(') open.push(i)
    if (c === ')') pairs.push([open.pop() ?? 0, i])
  }
  return pairs
}

function readable(text: string): Expr | undefined {
  try {
    return parseFormula(text, scope)
  } catch {
    return undefined
  }
}

describe('the TeX of a formula', () => {
  const short = (text: string) => renderTex(read(text), (entry) => entry.id)

  test.each([
    ['a * (b + c)', 'a \\cdot \\left(b + c\\right)'],
    ['(a + b) / c', '\\frac{a + b}{c}'],
    ['ratio(a, b - c)', '\\frac{a}{b - c}'],
    ['(a + b) ^ 2', '{\\left(a + b\\right)}^{2}'],
    ['(a / b) ^ c', '{\\left(\\frac{a}{b}\\right)}^{c}'],
    ['prev(a) + lag(b, 2)', '{a}_{t-1} + {b}_{t-2}'],
    ['sum(wide + 1)', '\\sum \\left(wide + 1\\right)'],
    ['if(a >= b, a, b)', '\\begin{cases} a & a \\ge b \\\\ b & \\text{si no} \\end{cases}'],
    ['total(a)', '\\sum_{t} a'],
  ])('%s', (text, tex) => {
    expect(short(text)).toBe(tex)
  })

  test('names entries by their ids, upright', () => {
    expect(renderTex(read('a'))).toBe('\\mathrm{a}')
  })

  test.each([
    ['sum(wide) * b', 'sum(wide * b)'],
    ['maxOver(wide) * b', 'maxOver(wide * b)'],
    ['not(a) + b', 'not(a + b)'],
    ['known(a) + b', 'known(a + b)'],
    ['total(a) * b', 'pv(a, b)'],
    ['pv(a, b) + c', 'pv(a, b + c)'],
    ['sum(wide) / b', 'sum(wide / b)'],
    ['a - (b - c)', 'a - b - c'],
    ['levelPayment(a, b - c)', 'levelPayment(a, b + c)'],
  ])('%s and %s do not look alike', (one, other) => {
    expect(short(one)).not.toBe(short(other))
  })

  test('a level payment over the years that are left prints their difference', () => {
    expect(short('levelPayment(a, b - c)')).toMatch(/\^\{-(\\left)?\(b - c(\\right)?\)\}/)
  })

  test('braces are closed in any formula', () => {
    fc.assert(
      fc.property(trees(), (tree) => {
        const tex = renderTex(tree)
        let depth = 0
        for (const character of tex) {
          if (character === '{') depth += 1
          if (character === '}') depth -= 1
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
        expect(tex.split('\\left(').length).toBe(tex.split('\\right)').length)
      }),
      runs,
    )
  })
})

describe('the Excel of a formula', () => {
  test('puts every operator in brackets, because a spreadsheet reads −2^2 as 4', () => {
    for (const [fn, row] of Object.entries(functions).filter(([, r]) => r.infix))
      expect(`${fn} ${row.excel('x', 'y')}`).toMatch(/ (\(.*\)|IF\(.*\))$/)
    expect(readExcel('-2^2', {})).toBe(4)
    expect(readExcel(renderExcel(read('-2^2')), {})).toBe(-4)
    expect(readExcel('2^3^2', {})).toBe(64)
    expect(readExcel(renderExcel(read('2^3^2')), {})).toBe(512)
  })

  test('comes to the value of the formula, read as a spreadsheet reads it', () => {
    const cells = { a: 3, b: 0.25, c: -2 }
    const known = Object.keys(functions).filter((fn) => !['missing', 'known', 'ratio', 'levelPayment'].includes(fn))
    fc.assert(
      fc.property(trees(known), (tree) => {
        const value = computed(tree, cells)
        if (value === undefined) return
        const found = readExcel(renderExcel(tree), cells)
        expect(Math.abs(Number(found) - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)))
      }),
      runs,
    )
  })

  test.each([
    ['levelPayment(b, 7)', { b: 0.1 }, 0.1 / (1 - 1.1 ** -7)],
    ['levelPayment(b, 7)', { b: 0 }, 1 / 7],
    ['levelPayment(b - 0.1, 3 + 1)', { b: 0.3 }, 0.19999999999999998 / (1 - 1.2 ** -4)],
    ['ratio(a + 1, b - 1)', { a: 3, b: 3 }, 2],
    ['ratio(a + 1, b - 1)', { a: 3, b: 1 }, ''],
    ['known(a)', { a: 3 }, 1],
    ['known(ratio(a, b))', { a: 3, b: 0 }, 0],
    ['missing()', {}, ''],
  ])('%s with %j', (text, cells, value) => {
    const found = readExcel(renderExcel(read(text)), cells as Record<string, number>)
    if (typeof value === 'string') expect(found).toBe(value)
    else expect(found).toBeCloseTo(value, 12)
  })
})

/** The interpreter's own value, or nothing where it is a fault or undefined. */
function computed(tree: Expr, cells: Readonly<Record<string, number>>): number | undefined {
  const asked: Line = line({ id: 'asked', es: '', en: '', unit: '1', axis: 'long', formula: () => tree })
  try {
    const [value] = valuesOf(runToy([asked], cells), asked)[0] ?? []
    return value === undefined || Number.isNaN(value) || Math.abs(value) > 1e100 ? undefined : value
  } catch {
    return undefined
  }
}
