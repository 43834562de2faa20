import fc from 'fast-check'
import type { Expr } from '../../../src/formula/entry.ts'
import { functions } from '../../../src/formula/functions.ts'
import { a, b, c } from './toy.ts'

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  fc.constantFrom<Expr>(...[a, b, c].map((entry) => ({ kind: 'ref', entry }) as const)),
  fc.constantFrom(0, 1, 2, 0.5, 12, 365, 1e-7).map((value): Expr => ({ kind: 'number', value })),
)
const call = (fn: string, args: readonly Expr[]): Expr => ({ kind: 'call', fn, args })

const timed = ['prev', 'first', 'last', 'total', 'cumulative']
const without = new Set([...timed, 'lag', 'at', 'trailing', 'pv', 'before', 'sum', 'maxOver'])

/** Random trees over a, b and c, through every function that a formula may hold in its own year. */
export const trees = (fns: readonly string[] = Object.keys(functions)): fc.Arbitrary<Expr> =>
  fc.letrec<{ tree: Expr; node: Expr }>((tie) => ({
    tree: fc.oneof({ maxDepth: 5, depthSize: 'medium' }, leaf, tie('node')),
    node: fc.constantFrom(...fns.filter((fn) => !without.has(fn))).chain((fn) => {
      const [least, most] = functions[fn]?.arity ?? [0, 0]
      return fc.array(tie('tree'), { minLength: least, maxLength: Math.min(most, 4) }).map((args) => call(fn, args))
    }),
  })).tree
