import { levelPaymentFactor } from '../numeric/annuity.ts'
import type { Unit } from './units.ts'
import { dividedBy, multipliedBy, none, perYear, same, scaled, timesYear } from './units.ts'

interface Words {
  readonly es: string
  readonly en: string
}

/** One function or operator of the language and all its printings. */
export interface FunctionRow {
  readonly arity: readonly [number, number]
  /** Value from values; absent where the function reads other years or rows (the interpreter does that). */
  readonly number?: (...args: number[]) => number
  readonly excel: (...args: string[]) => string
  readonly tex: (...args: string[]) => string
  readonly words: Words
  readonly unit: (...units: Unit[]) => Unit
  /** Binding strength in the text form, for operators. */
  readonly infix?: { readonly symbol: string; readonly strength: number }
}

const truth = (b: boolean): number => (b ? 1 : 0)
const infix = (symbol: string, strength: number) => ({ symbol, strength })
const between = (op: string) => (a: string, b: string) => `(${a}${op}${b})`
const call =
  (name: string) =>
  (...args: string[]) =>
    `${name}(${args.join(',')})`
const words = (es: string, en: string): Words => ({ es, en })

type Comparison = readonly [
  sign: string,
  excel: string,
  tex: string,
  words: Words,
  holds: (a: number, b: number) => boolean,
]

const comparisons: Readonly<Record<string, Comparison>> = {
  smaller: ['<', '<', '<', words('menor que', 'less than'), (a, b) => a < b],
  larger: ['>', '>', '>', words('mayor que', 'greater than'), (a, b) => a > b],
  smallerEq: ['<=', '<=', '\\le', words('menor o igual que', 'at most'), (a, b) => a <= b],
  largerEq: ['>=', '>=', '\\ge', words('mayor o igual que', 'at least'), (a, b) => a >= b],
  equal: ['==', '=', '=', words('igual a', 'equal to'), (a, b) => a === b],
  unequal: ['!=', '<>', '\\ne', words('distinto de', 'other than'), (a, b) => a !== b],
}

const comparisonRow = ([sign, excel, tex, said, holds]: Comparison): FunctionRow => ({
  arity: [2, 2],
  number: (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : truth(holds(a, b))),
  excel: (a, b) => `IF(${a}${excel}${b},1,0)`,
  tex: (a, b) => `${a} ${tex} ${b}`,
  words: said,
  unit: (a, b) => {
    same(a, b)
    return none
  },
  infix: infix(sign, 2),
})

/** A function that reads a line at other years; `#` is the line and `@` the years. */
const timed = (tex: string, said: Words): FunctionRow => ({
  arity: tex.includes('@') ? [2, 2] : [1, 1],
  excel: (a) => a,
  tex: (a, n = '') => tex.replaceAll('#', () => a).replaceAll('@', () => n),
  words: said,
  unit: (a) => a,
})

/** THE table: every function of the language with its number, Excel, TeX, words and unit rule. */
export const functions: Readonly<Record<string, FunctionRow>> = Object.freeze({
  add: {
    arity: [2, 2],
    number: (a, b) => a + b,
    excel: between('+'),
    tex: (a, b) => `${a} + ${b}`,
    words: words('más', 'plus'),
    unit: same,
    infix: infix('+', 4),
  },
  subtract: {
    arity: [2, 2],
    number: (a, b) => a - b,
    excel: between('-'),
    tex: (a, b) => `${a} - ${b}`,
    words: words('menos', 'minus'),
    unit: same,
    infix: infix('-', 4),
  },
  multiply: {
    arity: [2, 2],
    number: (a, b) => a * b,
    excel: between('*'),
    tex: (a, b) => `${a} \\cdot ${b}`,
    words: words('por', 'times'),
    unit: multipliedBy,
    infix: infix('*', 5),
  },
  divide: {
    arity: [2, 2],
    number: (a, b) => a / b,
    excel: between('/'),
    tex: (a, b) => `\\frac{${a}}{${b}}`,
    words: words('dividido por', 'divided by'),
    unit: dividedBy,
    infix: infix('/', 5),
  },
  pow: {
    arity: [2, 2],
    number: (a, b) => a ** b,
    excel: between('^'),
    tex: (a, b) => `{${a}}^{${b}}`,
    words: words('elevado a', 'to the power of'),
    unit: scaled,
    infix: infix('^', 7),
  },
  unaryMinus: {
    arity: [1, 1],
    number: (a) => -a,
    excel: (a) => `(-${a})`,
    tex: (a) => `-${a}`,
    words: words('menos', 'minus'),
    unit: (a) => a,
    infix: infix('-', 6),
  },
  ...Object.fromEntries(Object.entries(comparisons).map(([fn, c]) => [fn, comparisonRow(c)])),
  and: {
    arity: [2, 2],
    number: (a, b) => truth(a !== 0 && b !== 0),
    excel: (a, b) => `IF(AND(${a}<>0,${b}<>0),1,0)`,
    tex: (a, b) => `${a} \\wedge ${b}`,
    words: words('y', 'and'),
    unit: () => none,
    infix: infix('and', 1),
  },
  or: {
    arity: [2, 2],
    number: (a, b) => truth(a !== 0 || b !== 0),
    excel: (a, b) => `IF(OR(${a}<>0,${b}<>0),1,0)`,
    tex: (a, b) => `${a} \\vee ${b}`,
    words: words('o', 'or'),
    unit: () => none,
    infix: infix('or', 0),
  },
  not: {
    arity: [1, 1],
    number: (a) => truth(a === 0),
    excel: (a) => `IF(${a}=0,1,0)`,
    tex: (a) => `\\neg ${a}`,
    words: words('no', 'not'),
    unit: () => none,
  },
  if: {
    arity: [3, 3],
    excel: (c, a, b) => `IF(${c}<>0,${a},${b})`,
    tex: (c, a, b) => `\\begin{cases} ${a} & ${c} \\\\ ${b} & \\text{si no} \\end{cases}`,
    words: words('si', 'if'),
    unit: (_, a, b) => same(a as Unit, b as Unit),
  },
  min: {
    arity: [2, 9],
    number: Math.min,
    excel: call('MIN'),
    tex: (...a) => `\\min(${a.join(', ')})`,
    words: words('el menor de', 'the least of'),
    unit: same,
  },
  max: {
    arity: [2, 9],
    number: Math.max,
    excel: call('MAX'),
    tex: (...a) => `\\max(${a.join(', ')})`,
    words: words('el mayor de', 'the greatest of'),
    unit: same,
  },
  abs: {
    arity: [1, 1],
    number: Math.abs,
    excel: call('ABS'),
    tex: (a) => `\\left|${a}\\right|`,
    words: words('valor absoluto de', 'absolute value of'),
    unit: (a) => a,
  },
  exp: {
    arity: [1, 1],
    number: Math.exp,
    excel: call('EXP'),
    tex: (a) => `e^{${a}}`,
    words: words('exponencial de', 'exponential of'),
    unit: (a) => same(a, none),
  },
  ln: {
    arity: [1, 1],
    number: Math.log,
    excel: call('LN'),
    tex: (a) => `\\ln(${a})`,
    words: words('logaritmo de', 'logarithm of'),
    unit: (a) => same(a, none),
  },
  ratio: {
    arity: [2, 2],
    number: (a, b) => (Number.isFinite(a / b) ? a / b : Number.NaN),
    excel: (a, b) => `IF(${b}=0,"",${a}/${b})`,
    tex: (a, b) => `\\frac{${a}}{${b}}`,
    words: words('dividido por (sin valor si el divisor es cero)', 'divided by (no value where the divisor is zero)'),
    unit: dividedBy,
  },
  missing: {
    arity: [0, 0],
    number: () => Number.NaN,
    excel: () => '""',
    tex: () => '\\varnothing',
    words: words('sin valor', 'no value'),
    unit: () => 'any',
  },
  known: {
    arity: [1, 1],
    number: (a) => truth(!Number.isNaN(a)),
    excel: (a) => `IF(ISNUMBER(${a}),1,0)`,
    tex: (a) => `\\exists ${a}`,
    words: words('se conoce', 'is known'),
    unit: () => none,
  },
  levelPayment: {
    arity: [2, 2],
    number: levelPaymentFactor,
    excel: (r, n) => `IF(${r}=0,1/${n},${r}/(1-((1+${r})^(-${n}))))`,
    tex: (r, n) => `\\frac{${r}}{1-(1+${r})^{-${n}}}`,
    words: words('cuota nivelada a la tasa y los años', 'level payment at the rate over the years'),
    unit: () => perYear,
  },
  prev: timed('{#}_{t-1}', words('del año anterior', 'of the year before')),
  lag: timed('{#}_{t-@}', words('de años atrás', 'of years before')),
  at: timed('{#}_{@}', words('en el año', 'in the year')),
  first: timed('{#}_{0}', words('del año base', 'of the base year')),
  last: timed('{#}_{H}', words('del último año', 'of the last year')),
  trailing: {
    ...timed('\\sum_{k=1}^{@} {#}_{t-k}', words('suma de los años anteriores', 'sum of the years before')),
    excel: call('SUM'),
    unit: (a) => timesYear(a),
  },
  cumulative: {
    ...timed('\\sum_{s=0}^{t} {#}_{s}', words('acumulado de', 'cumulative')),
    excel: call('SUM'),
    unit: timesYear,
  },
  total: {
    arity: [1, 1],
    excel: call('SUM'),
    tex: (a) => `\\sum_{t} ${a}`,
    words: words('suma de todos los años de', 'sum over the years of'),
    unit: timesYear,
  },
  pv: {
    arity: [2, 2],
    excel: call('SUMPRODUCT'),
    tex: (a, d) => `\\sum_{t} ${a} \\cdot ${d}`,
    words: words('valor presente de', 'present value of'),
    unit: (a, d) => timesYear(multipliedBy(a, d as Unit)),
  },
  sum: {
    arity: [1, 1],
    excel: call('SUM'),
    tex: (a) => `\\sum ${a}`,
    words: words('suma de', 'sum of'),
    unit: (a) => a,
  },
  maxOver: {
    arity: [1, 1],
    excel: call('MAX'),
    tex: (a) => `\\max ${a}`,
    words: words('el mayor de', 'the greatest of'),
    unit: (a) => a,
  },
  before: {
    arity: [1, 1],
    excel: call('SUM'),
    tex: (a) => `\\sum_{j<i} {${a}}_{j}`,
    words: words('suma de los anteriores en orden', 'sum of the earlier ones in order'),
    unit: (a) => a,
  },
} satisfies Record<string, FunctionRow>)
