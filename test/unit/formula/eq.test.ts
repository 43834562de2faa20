import { describe, expect, test } from 'vitest'
import { references } from '../../../src/formula/entry.ts'
import { eq, FormulaError, parseFormula } from '../../../src/formula/eq.ts'
import { a, b, scope } from './toy.ts'

const reasonOf = (text: string): string => {
  try {
    parseFormula(text, scope)
    return 'read'
  } catch (error) {
    return error instanceof FormulaError ? error.reason : String(error)
  }
}

/** A sum of 2^n terms that is wide and not deep. */
const balanced = (n: number): string => (n === 0 ? 'a' : `(${balanced(n - 1)}+${balanced(n - 1)})`)

const attacks: Readonly<Record<string, readonly string[]>> = {
  'reaches for the language below': [
    ...['a.constructor', 'a["constructor"]', "a['constructor']", 'a[1]', 'a[1:2]', 'a.b', 'a.b()', 'a.b.c = 1'],
    ...['constructor', 'constructor(a)', '__proto__', '__proto__(a)', 'toString()', 'hasOwnProperty(a)', 'valueOf()'],
    ...['this', 'globalThis', 'process', 'process.exit()', 'require(a)', 'module', 'window', 'Function(a)'],
    ...['cos.constructor("return process")()', 'f(x) = x', 'f(x) = cos.constructor(x)', 'new(a)', 'isPrototypeOf(a)'],
  ],
  'calls what is not in the table': [
    ...['import(a)', 'import("fs")', 'eval("1")', 'evaluate("1")', 'evaluate(a)', 'parse("1")', 'compile(a)'],
    ...[
      'config(a)',
      'createUnit(a)',
      'typed(a)',
      'simplify(a)',
      'derivative(a, b)',
      'chain(a)',
      'parser()',
      'reviver(a)',
    ],
    ...['print(a)', 'format(a)', 'help(a)', 'random()', 'sin(a)', 'sqrt(a)', 'round(a)', 'range(1, 9)', 'zeros(9)'],
    ...['ones(99999999)', 'factorial(a)', 'gamma(a)', 'combinations(a, b)', 'a(1)', 'a(b)', '(a)(1)', 'unaryPlus(a)'],
  ],
  'is of another language': [
    ...['a = 1', 'a := 1', 'a; b', 'a\nb', 'a, b', '[1, 2]', '[a]', '{x: 1}', '"text"', "'text'", '`a`', '$a', '@a'],
    ...['a ? b : 1', '1:3', 'a:b', "a'", 'a!', '5!', '!a', 'a .* b', 'a ./ b', 'a .^ b', 'a | b', 'a & b', '~a'],
    ...['a << 1', 'a >> 1', 'a >>> 1', 'a xor b', 'a to b', 'a in b', 'a mod b', 'a % b', '50%', 'a # b', 'a \\ b'],
    ...['5 cm', '2 a', '2a', 'a b', '(a)(b)', '2(a)', '1i', '+a', 'a < b < c', 'a == b == c', 'a && b', 'a || b'],
  ],
  'is no number': [
    'true',
    'false',
    'null',
    'undefined',
    'end',
    'NaN',
    'Infinity',
    'i',
    'pi',
    'e',
    'tau',
    'version',
    '1e999',
  ],
  'is broken': [
    '',
    ' ',
    '(',
    ')',
    '()',
    'a +',
    '* a',
    'a + * b',
    'min(',
    'min(a,)',
    'min(,a)',
    'a)',
    '((a)',
    '1..2',
    '1 2',
  ],
  'is of another alphabet': ['а + b', 'ａ', 'a × b', 'a − b', 'a ÷ b', 'a²', '٣', 'π', 'a​+ b', 'a∧b', '½', 'á'],
  'has a wrong number of arguments': [
    'min(a)',
    'abs()',
    'abs(a, b)',
    'if(a, b)',
    'prev(a, b)',
    'lag(a)',
    'ratio(a)',
    'missing(a)',
  ],
  'reads other years of what is no line': [
    ...['prev(a + b)', 'prev(1)', 'prev(prev(a))', 'lag(2, 1)', 'lag(a + 1, 1)', 'before(a * 2)', 'total(a * b)'],
    ...['cumulative(abs(a))', 'trailing(1, 2)', 'first(-a)', 'last(2)', 'at(1, 2)', 'pv(a + b, c)', 'prev(sum(a))'],
  ],
}

describe('the grammar refuses', () => {
  const before = Object.getOwnPropertyNames(globalThis).length
  for (const [kind, list] of Object.entries(attacks)) {
    test.each(list.map((text) => [text]))(`what ${kind}: %s`, (text) => {
      const reason = reasonOf(text)
      expect([
        'character',
        'syntax',
        'not-allowed',
        'unknown-name',
        'unknown-function',
        'arity',
        'not-a-line',
      ]).toContain(reason)
    })
  }

  test('at least sixty attacks, and none of them left a trace', () => {
    expect(Object.values(attacks).flat().length).toBeGreaterThan(60)
    expect(Object.getOwnPropertyNames(globalThis)).toHaveLength(before)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test.each([
    ['text of more than 2000 characters', `a${' + a'.repeat(600)}`, 'too-long'],
    ['more than 50 brackets', `${'('.repeat(51)}a${')'.repeat(51)}`, 'too-deep'],
    ['more than 50 open brackets', '('.repeat(60), 'too-deep'],
    ['more than 50 signs in a row', `${'-'.repeat(60)}a`, 'too-deep'],
    ['signs in a row with spaces between', `${'- '.repeat(60)}a`, 'too-deep'],
    ['more than 50 powers of powers', `a${'^a'.repeat(60)}`, 'too-deep'],
    ['more than 50 functions in functions', `${'abs('.repeat(60)}a${')'.repeat(60)}`, 'too-deep'],
    ['more than 50 negations of negations', `${'not '.repeat(60)}a`, 'too-deep'],
    ['more than 500 nodes', balanced(8), 'too-deep'],
  ])('%s', (_, text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })

  test('2000 characters of anything in less time than it takes to notice', () => {
    for (const piece of ['(', 'not ', '-', 'a^', 'a*', 'abs(', 'if(a,', '1e', 'a<', 'a or ', '!', ',', '.', 'min(a,'])
      expect(reasonOf(piece.repeat(Math.floor(2000 / piece.length)))).not.toBe('read')
  })
})

describe('the grammar reads', () => {
  test('a wide formula under the limits', () => {
    expect(reasonOf(balanced(7))).toBe('read')
  })

  test.each([
    ['1 + 2 * 3', { fn: 'add' }],
    ['a and b or c', { fn: 'or' }],
    ['-a^2', { fn: 'unaryMinus' }],
    ['2^-a', { fn: 'pow' }],
    ['a - b - c', { fn: 'subtract' }],
    ['not a', { fn: 'not' }],
    ['not(a)', { fn: 'not' }],
    ['a <= b', { fn: 'smallerEq' }],
    ['min(a, b, c)', { fn: 'min' }],
    ['prev(a)', { fn: 'prev' }],
  ])('%s', (text, tree) => {
    expect(parseFormula(text, scope)).toMatchObject(tree)
  })

  test('numbers as people write them in formulas', () => {
    expect(parseFormula('12.5', scope)).toEqual({ kind: 'number', value: 12.5 })
    expect(parseFormula('1e-3', scope)).toEqual({ kind: 'number', value: 0.001 })
  })

  test('entries by reference: the tag binds the thing, not its name', () => {
    expect(references(eq`${a} * ${b} + ${a}`)).toEqual([a, b, a])
  })

  test('a name that is not in scope tells which', () => {
    expect(() => parseFormula('a + turnip', scope)).toThrow('«turnip»')
    expect(() => parseFormula('turnip(a)', scope)).toThrow('«turnip»')
  })

  test('the tree is frozen to its leaves', () => {
    const tree = parseFormula('min(a, 1 + b)', scope)
    expect(Object.isFrozen(tree)).toBe(true)
    expect(tree.kind === 'call' && tree.args.every(Object.isFrozen) && Object.isFrozen(tree.args)).toBe(true)
  })
})
