import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bookCatalogue } from '../../../src/model/book.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import { baseYearLines } from '../../../src/study/money.ts'
import { readPlan } from '../../../src/study/read-plan.ts'

const open = (change: (economy: Record<string, unknown>) => void = () => undefined) => {
  const document = JSON.parse(readFileSync('scenarios/san-pedro-valle.json', 'utf8'))
  change(document.economy)
  const read = readPlan(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.scenario
}
const first = (scenario: ReturnType<typeof open>, money: 'current' | 'baseYear') => {
  const [alternative] = evaluate(scenario, { money, details: true }).variants[0]!.alternatives
  return alternative!
}

describe('pesos of the base year', () => {
  const scenario = open()
  const current = first(scenario, 'current')
  const real = first(scenario, 'baseYear')
  const index = current.lines.inflationIndex!.rows[0]!.values as number[]

  test('divide the money of each year by its index, and leave tonnes, users and present values alone', () => {
    const cash = current.lines.cash!.rows[0]!.values as number[]
    expect(real.lines.cash!.rows[0]!.values).toEqual(cash.map((value, t) => value / index[t]!))
    expect(real.lines.collected).toEqual(current.lines.collected)
    expect(real.lines.userTariff!.rows[0]!.values[5]).toBe(current.lines.userTariff!.rows[0]!.values[5]! / index[5]!)
    expect(real.figures).toEqual(current.figures)
    expect(real.viability).toEqual(current.viability)
  })

  test('add up within each year: sources are uses, and an account opens plus what enters less what leaves', () => {
    const { sources, uses } = real.sourcesAndUses
    const total = (lists: Record<string, (number | null)[]>, t: number) =>
      Object.values(lists).reduce((sum, values) => sum + (values[t] ?? 0), 0)
    for (let t = 1; t < index.length; t += 1) expect(total(sources, t) / total(uses, t)).toBeCloseTo(1, 9)
    for (const { opening, in: enters, out, closing } of real.corkscrews) {
      for (let t = 1; t < closing.length; t += 1) {
        const moved = (opening[t] ?? 0) + total(enters, t) - total(out, t)
        expect(Math.abs(moved - (closing[t] ?? 0))).toBeLessThan(1e-3)
      }
    }
  })

  test('make the budget of the phases the sum of the real costs of its years', () => {
    const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0)
    const budget = sum(real.budget.map(({ amount }) => amount))
    const costs = ['investment', 'runningCost'].flatMap((id) => real.lines[id]!.rows.map(({ values }) => sum(values)))
    expect(budget / sum(costs)).toBeCloseTo(1, 9)
    expect(budget).toBeLessThan(sum(current.budget.map(({ amount }) => amount)))
  })

  test('are the same pesos where the plan is at constant prices', () => {
    const constant = open((economy) => {
      economy.prices = 'constant'
    })
    expect(first(constant, 'baseYear')).toEqual(first(constant, 'current'))
  })

  test('are not taken twice: every line that the book divides by inflation is on the list', () => {
    const divided = bookCatalogue()
      .filter(
        ({ unit, formula }) =>
          unit.includes('COP') && /\/ (\w+ \* )*inflationIndex|, .*\* inflationIndex\)$/.test(formula ?? ''),
      )
      .filter(({ id }) => id !== 'cashShortfall' && id !== 'waterfallFill')
      .map(({ id }) => id)
    expect(new Set(divided)).toEqual(baseYearLines)
  })
})
