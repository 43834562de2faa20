const truth = (condition: string): string => `(${condition} ? 1 : 0)`
const nan = 'NaN'

/** A comparison as code: when it holds and when it does not; where neither does, an operand has no value. */
export interface Test {
  readonly holds: string
  readonly fails: string
}

type Compare = (a: string, b: string) => Test

/** Comparisons of two values, none of which may be NaN for either side to be true. */
export const comparisons: Readonly<Record<string, Compare>> = {
  smaller: (a, b) => ({ holds: `${a} < ${b}`, fails: `${a} >= ${b}` }),
  larger: (a, b) => ({ holds: `${a} > ${b}`, fails: `${a} <= ${b}` }),
  smallerEq: (a, b) => ({ holds: `${a} <= ${b}`, fails: `${a} > ${b}` }),
  largerEq: (a, b) => ({ holds: `${a} >= ${b}`, fails: `${a} < ${b}` }),
  equal: (a, b) => ({ holds: `${a} === ${b}`, fails: `(${a} < ${b} || ${a} > ${b})` }),
  unequal: (a, b) => ({ holds: `(${a} < ${b} || ${a} > ${b})`, fails: `${a} === ${b}` }),
}

/** Functions as code over names and numbers; the same operations in the same order as the table of functions. */
export const operators: Readonly<Record<string, (...args: string[]) => string>> = {
  add: (a, b) => `${a} + ${b}`,
  subtract: (a, b) => `${a} - ${b}`,
  multiply: (a, b) => `${a} * ${b}`,
  divide: (a, b) => `${a} / ${b}`,
  pow: (a, b) => `Math.pow(${a}, ${b})`,
  unaryMinus: (a) => `-(${a})`,
  and: (a, b) => truth(`${a} !== 0 && ${b} !== 0`),
  or: (a, b) => truth(`${a} !== 0 || ${b} !== 0`),
  not: (a) => truth(`${a} === 0`),
  min: (...args) => `Math.min(${args.join(', ')})`,
  max: (...args) => `Math.max(${args.join(', ')})`,
  abs: (a) => `Math.abs(${a})`,
  exp: (a) => `Math.exp(${a})`,
  ln: (a) => `Math.log(${a})`,
  missing: () => nan,
  known: (a) => truth(`${a} === ${a}`),
  ...Object.fromEntries(
    Object.entries(comparisons).map(([fn, compare]) => [
      fn,
      (a: string, b: string) => {
        const { holds, fails } = compare(a, b)
        return `(${holds} ? 1 : ${fails} ? 0 : ${nan})`
      },
    ]),
  ),
}
