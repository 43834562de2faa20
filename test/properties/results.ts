import { evaluate } from '../../src/study/evaluate.ts'
import type { AlternativeResult, ResultLine, VariantResult } from '../../src/study/result.ts'
import { scenarioOf } from './scenarios.ts'

type Row = ResultLine['rows'][number]

const evaluated = new Map<string, VariantResult[]>()

/** Variants of a document's result; properties that draw the same document share one evaluation. */
export function variantsOf(document: unknown): VariantResult[] {
  const key = JSON.stringify(document)
  const known = evaluated.get(key) ?? evaluate(scenarioOf(document)).variants
  evaluated.set(key, known)
  return known
}

/** Every alternative of every variant of a document. */
export const alternativesOf = (document: unknown): AlternativeResult[] =>
  variantsOf(document).flatMap((v) => v.alternatives)

/** Rows of a line with all its dimensions: not the consolidated ones. */
export function rowsIn(of: AlternativeResult, id: string): Row[] {
  const rows = of.lines[id]?.rows
  if (rows === undefined) throw new Error(`the result has no line ${id}`)
  const most = Math.max(0, ...rows.map((r) => Object.keys(r.at).length))
  return rows.filter((r) => Object.keys(r.at).length === most)
}

const plus = (sofar: readonly number[], values: readonly (number | null)[]): number[] =>
  values.map((v, t) => (sofar[t] ?? 0) + (v ?? 0))

/** Sum over the rows of a line that pass, by year; undefined values count as nothing. */
export const totalIn = (of: AlternativeResult, id: string, keep: (at: Row['at']) => boolean = () => true): number[] =>
  rowsIn(of, id)
    .filter((r) => keep(r.at))
    .reduce<number[]>(
      (sofar, r) => plus(sofar, r.values),
      new Array<number>(of.lines[id]?.rows[0]?.values.length ?? 0).fill(0),
    )

export const sumOf = (lists: readonly (readonly (number | null)[])[], years: number): number[] =>
  lists.reduce<number[]>((sofar, list) => plus(sofar, list), new Array<number>(years).fill(0))

/** Asserts that two series are equal to `share` of the scale of each year; says where they first part. */
export function expectSame(
  what: string,
  pair: readonly [readonly number[], readonly number[]],
  scale: readonly number[],
) {
  const [found, wanted] = pair
  if (found.length !== wanted.length) throw new Error(`${what}: ${found.length} years instead of ${wanted.length}`)
  found.forEach((x, t) => {
    const y = wanted[t] as number
    const allowed = 1e-9 * Math.max(Math.abs(x), Math.abs(y), Math.abs(scale[t] ?? 0), 1e-3)
    if (!(Math.abs(x - y) <= allowed)) throw new Error(`${what} at t = ${t}: ${x} instead of ${y}`)
  })
}
