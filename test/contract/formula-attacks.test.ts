import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json, ProblemAnswer, Service } from './service.ts'
import { minimal, startService } from './service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

const town = '/territory/municipalities/0'

function withFormula(fixed: string, variable = '1'): Json {
  const plan = minimal() as { territory: { municipalities: Json[] } } & Json
  const [place] = plan.territory.municipalities
  const tariff = { method: 'formula', formula: { fixed, variable } }
  return { ...plan, territory: { municipalities: [{ ...place, tariff }] } }
}

/** What reaches for anything outside the language: the host, prototypes, mathjs's own tools, loops, text, assignments. */
const reaching = [
  ...['process', 'process.exit(1)', 'require("fs")', 'global', 'globalThis', 'this', 'module', 'exports', 'window'],
  ...['import("fs")', 'import({})', 'eval("1")', 'evaluate("1")', 'parse("1")', 'compile("1")', 'simplify("1")'],
  ...['createUnit("x")', 'config({})', 'typed("a", 1)', 'chain(3)', 'help("sin")', 'parser()', 'reviver()', 'math.pi'],
  ...['cos.constructor("return process")()', 'constructor', 'constructor.constructor("return 1")()', '__proto__'],
  ...['{}.constructor', '[].constructor', '"".constructor', '{}["__proto__"]', '[1,2,3]', '[1]["map"]', '{a: 1}', '{}'],
  ...['toString', 'toString()', 'valueOf()', 'hasOwnProperty("a")', '__defineGetter__("a", 1)', 'isPrototypeOf(1)'],
  ...['f(x) = x', 'f(x) = f(x)', 'x = 1', 'population = 1', 'a.b', 'population.constructor', 'users["constructor"]'],
  ...['1; 2', '1\n2', '"text"', "'text'", 'true', 'null', 'NaN', 'Infinity', 'i', 'e', 'pi', 'undefined', 'version'],
  ...[
    'sin(1)',
    'random()',
    'now()',
    'fetch("http://localhost")',
    'map([1], f)',
    'range(1, 1000000)',
    'zeros(10000, 10000)',
  ],
  ...[
    'factorial(170)',
    '5!',
    '2 cm',
    '5 kg to g',

    '1:10',
    '10 % 3',
    '1 | 2',
    '~1',
    '1 << 30',
    '2^3^4^5^6',
    "1'",
  ],
  ...['userTariff', 'billing', 'fundTransfer', 'cash', 'levelizedFixed', 'fixedByFormula', 'referenceFixed'],
  ...['sum()', 'if(1)', 'prev(1)', 'at(1, 2)', 'pv(1, 2)', 'unknownName', 'población', 'users + dwellings'],
  ...['', ' ', '(', ')', '1 +', '* 2', '((((1)', '1 2', ',', '..', '1..2', '#', '\\', '\u0000', '💥', '`1`', '$1'],
  `${'('.repeat(900)}1${')'.repeat(900)}`,
  `${'-'.repeat(1500)}1`,
  `1${'+1'.repeat(1200)}`,
  `${Array(600).fill('if(1, 1').join(', ')}, 1${')'.repeat(600)}`,
]

describe('a formula that reaches for what the language does not have', () => {
  test('there are sixty of them at least', () => expect(new Set(reaching).size).toBeGreaterThanOrEqual(60))

  test.each([...new Set(reaching)].map((text) => [text.slice(0, 60), text]))(
    '%j is refused and reaches nothing',
    async (_, text) => {
      const before = Object.keys(globalThis).length
      const answer = await service.post(withFormula(text))
      expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([422, answer.body.slice(0, 300)])
      const { errors } = answer.json<ProblemAnswer>()
      expect(errors.length).toBeGreaterThan(0)
      for (const { pointer } of errors) expect(pointer).toBe(`${town}/tariff/formula/fixed`)
      expect(Object.keys(globalThis)).toHaveLength(before)
      expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
      expect(answer.body).not.toMatch(/node_modules|at Object|\.ts:\d/)
    },
    20_000,
  )
})

describe('a formula of the language that gives no cost', () => {
  test.each([
    ['divides by zero', '1 / (users_no_existe)', 'formula-unknown-name'],
    ['has an unknown function', 'potencia(2, 3)', 'formula-unknown-function'],
    ['is negative', '0 - 5', 'formula-negative'],
    ['is nothing over nothing', '1 / (2 - 2)', 'formula-no-value'],
  ])('%s', async (_, text, code) => {
    const answer = await service.post(withFormula(text))
    expect(answer.statusCode).toBe(422)
    expect(answer.json<ProblemAnswer>().errors.map((found) => found.code)).toEqual([code])
  })

  test('is longer than a formula may be', async () => {
    const answer = await service.post(withFormula(`1${' '.repeat(2001)}`))
    expect(answer.statusCode).toBe(422)
    expect(answer.json<ProblemAnswer>().errors).toMatchObject([
      { code: 'too-long', pointer: `${town}/tariff/formula/fixed` },
    ])
  })
})

test('an honest formula passes', async () => {
  const answer = await service.post(withFormula('1000 + 2 * 500', 'max(100, 2 * 60)'))
  expect(answer.statusCode).toBe(200)
})
