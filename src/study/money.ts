import type { Line } from '../formula/entry.ts'
import { parseUnit } from '../formula/units.ts'
import { inflationIndex } from '../model/3-costs/prices.ts'
import { lineOf } from './reading/lines.ts'
import type { AlternativeResult, ResultLine } from './result.ts'
import type { AlternativeRun } from './run.ts'
import { series } from './run.ts'
import { budgetOf } from './statements/budget.ts'

/** Pesos of each year, or of the base year. */
export const moneys = ['current', 'baseYear'] as const
export type Money = (typeof moneys)[number]

export const moneyOf = (name: string | undefined): Money => (name === 'baseYear' ? name : 'current')

/** Lines of money that the book already writes in pesos of the base year. */
export const baseYearLines: ReadonlySet<string> = new Set(['realTariff', 'monthlyCostPerUser', 'waterfallFilled'])

type Real = <Value extends number | null>(values: readonly Value[]) => Value[]

/** Each year's money divided by that year's inflation index. */
const byIndex =
  (index: Float64Array): Real =>
  <Value extends number | null>(values: readonly Value[]): Value[] =>
    values.map((v, t) => (v === null ? v : v / (index[t] as number)) as Value)

/** One line of an alternative in the pesos that are asked for. */
export function lineInMoney(of: AlternativeRun, line: Line, money: Money): ResultLine {
  const found = lineOf(of, line)
  const index = series(of, inflationIndex)
  return money === 'baseYear' && isCurrent(line.id, found, index.length) ? realLine(found, byIndex(index)) : found
}

/**
 * The result of an alternative in pesos of the base year: each year's money divided by that year's inflation index.
 *
 * Present values are already of the base year and do not change; nor do verdicts, which are judged in pesos of each
 * year. Inside a year every sum still adds up; an opening balance is no longer the closing of the year before.
 */
export function inBaseYearMoney(result: AlternativeResult, of: AlternativeRun): AlternativeResult {
  const index = series(of, inflationIndex)
  const real = byIndex(index)
  const each = <Value extends number | null>(lists: Readonly<Record<string, readonly Value[]>>) =>
    Object.fromEntries(Object.entries(lists).map(([id, values]) => [id, real(values)]))
  const lines = (all: AlternativeResult['lines']): AlternativeResult['lines'] =>
    Object.fromEntries(
      Object.entries(all).map(([id, line]) => [id, isCurrent(id, line, index.length) ? realLine(line, real) : line]),
    )
  const { sources, uses } = result.sourcesAndUses
  return {
    ...result,
    lines: lines(result.lines),
    entities: result.entities.map((entity) => ({ ...entity, lines: lines(entity.lines) })),
    corkscrews: result.corkscrews.map((c) => ({
      ...c,
      opening: real(c.opening),
      in: each(c.in),
      out: each(c.out),
      closing: real(c.closing),
    })),
    sourcesAndUses: { sources: each(sources), uses: each(uses) },
    stages: result.stages.map((stage) => ({ ...stage, values: real(stage.values) })),
    budget: budgetOf(of, index),
  }
}

/** Money over the thirty years of waste is a datum of the diagnosis, carried along as it was surveyed. */
const isCurrent = (id: string, { unit, rows }: ResultLine, years: number): boolean => {
  const parsed = parseUnit(unit)
  if (rows.some(({ values }) => values.length > years)) return false
  return parsed !== 'any' && parsed.COP === 1 && !baseYearLines.has(id)
}

const realLine = ({ unit, rows }: ResultLine, real: Real): ResultLine => ({
  unit,
  rows: rows.map(({ at, values }) => ({ at, values: real(values) })),
})
