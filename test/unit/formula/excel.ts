import type { Expr } from '../../../src/formula/entry.ts'
import { functions } from '../../../src/formula/functions.ts'

/** A tree as a spreadsheet formula, from the table's own column. */
export function renderExcel(expr: Expr): string {
  if (expr.kind === 'number') return String(expr.value)
  if (expr.kind === 'ref') return expr.entry.id
  return functions[expr.fn]?.excel(...expr.args.map(renderExcel)) ?? ''
}

type Value = number | string | boolean
const num = (x: Value): number => (typeof x === 'string' ? Number.NaN : Number(x))

const calls: Readonly<Record<string, (...args: Value[]) => Value>> = {
  IF: (c, yes, no) => (c === true || (typeof c === 'number' && c !== 0) ? (yes as Value) : (no as Value)),
  AND: (...args) => args.every((x) => x === true),
  OR: (...args) => args.some((x) => x === true),
  MIN: (...args) => Math.min(...args.map(num)),
  MAX: (...args) => Math.max(...args.map(num)),
  ABS: (x) => Math.abs(num(x as Value)),
  EXP: (x) => Math.exp(num(x as Value)),
  LN: (x) => Math.log(num(x as Value)),
  ISNUMBER: (x) => typeof x === 'number' && !Number.isNaN(x),
}

const compare: Readonly<Record<string, (x: Value, y: Value) => Value>> = {
  '=': (x, y) => x === y,
  '<>': (x, y) => x !== y,
  '<': (x, y) => num(x) < num(y),
  '>': (x, y) => num(x) > num(y),
  '<=': (x, y) => num(x) <= num(y),
  '>=': (x, y) => num(x) >= num(y),
}
const arithmetic: Readonly<Record<string, (x: number, y: number) => number>> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
  '^': (x, y) => x ** y,
}

/**
 * A spreadsheet's own reading of a formula: a minus sign in front binds tighter than ^, and equal operators, ^ too, run
 * from left to right.
 */
export function readExcel(text: string, cells: Readonly<Record<string, number>>): Value {
  const tokens = text.match(/\d[\d.]*(?:e[+-]?\d+)?|\w+|""|<>|<=|>=|./g) ?? []
  let at = 0
  const peek = () => tokens[at] ?? ''
  const levels = [Object.keys(compare), ['+', '-'], ['*', '/'], ['^']]
  const binary = (level: number): Value => {
    const signs = levels[level]
    if (signs === undefined) return unary()
    let left = binary(level + 1)
    while (signs.includes(peek())) {
      const sign = tokens[at++] as string
      const right = binary(level + 1)
      left = level === 0 ? (compare[sign]?.(left, right) ?? '') : (arithmetic[sign]?.(num(left), num(right)) ?? '')
    }
    return left
  }
  const list = (): Value[] => {
    const args: Value[] = []
    at += 1
    while (peek() !== ')') {
      args.push(binary(0))
      if (peek() === ',') at += 1
    }
    at += 1
    return args
  }
  const unary = (): Value => {
    const token = tokens[at] ?? ''
    if (token === '(') return list()[0] ?? ''
    at += 1
    if (token === '-') return -num(unary())
    if (token === '""') return ''
    const known = calls[token]
    if (known && peek() === '(') return known(...list())
    return cells[token] ?? Number(token)
  }
  return binary(0)
}
