import type { Open } from '../formula/entry.ts'
import { FormulaError } from '../formula/eq.ts'
import type { Slot } from '../formula/interpret.ts'
import { BookError } from '../formula/order.ts'
import { writtenFormula } from '../model/bind.ts'
import { book } from '../model/book.ts'
import type { Problem } from '../scenario/problem.ts'
import type { Reading } from '../scenario/read.ts'
import { readScenario } from '../scenario/read.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { formulaWords } from '../text/formulas.ts'
import type { AlternativeRun } from './run.ts'
import { runAlternative } from './run.ts'

/** A document read against the book too: a tariff study's own formulas must be in the language and give a cost every year. */
export function readPlan(raw: unknown): Reading {
  const read = readScenario(raw)
  if (!read.ok) return read
  const written = formulasOf(read.scenario)
  if (written.length === 0) return read
  const malformed = written.flatMap(({ pointer, line, text }) => grammarProblems(pointer, line, text))
  const problems =
    malformed.length > 0
      ? malformed
      : read.scenario.alternatives.flatMap((_, i) => valueProblems(runAlternative(read.scenario, i)))
  return problems.length > 0 ? { ok: false, problems: distinct(problems) } : read
}

interface WrittenFormula {
  readonly pointer: string
  readonly line: Open
  readonly text: string
}

const openLines = {
  fixed: book.byId.get('fixedByFormula') as Open,
  variable: book.byId.get('variableByFormula') as Open,
}

function formulasOf(scenario: Scenario): WrittenFormula[] {
  const tariffs = [
    ...scenario.territory.municipalities.map((m, i) => ({
      pointer: `/territory/municipalities/${i}/tariff`,
      tariff: m.tariff,
    })),
    ...scenario.alternatives.map((a, i) => ({ pointer: `/alternatives/${i}/tariff`, tariff: a.tariff })),
  ]
  return tariffs.flatMap(({ pointer, tariff }) =>
    tariff?.method === 'formula' && tariff.formula
      ? (['fixed', 'variable'] as const).map((part) => ({
          pointer: `${pointer}/formula/${part}`,
          line: openLines[part],
          text: tariff.formula?.[part] ?? '',
        }))
      : [],
  )
}

function grammarProblems(pointer: string, line: Open, text: string): Problem[] {
  try {
    writtenFormula(line, text)
    return []
  } catch (error) {
    if (error instanceof FormulaError)
      return [{ pointer, code: `formula-${error.reason}`, es: error.message, en: error.en, received: text }]
    if (error instanceof BookError)
      return [{ pointer, code: 'formula-shape', ...formulaWords.shape(error.message), received: text }]
    throw error
  }
}

/** A formula that divides by zero, overflows or gives a negative cost in some year. */
function valueProblems(of: AlternativeRun): Problem[] {
  const { baseYear } = of.scenario
  return Object.values(openLines).flatMap((line) => {
    const slot = of.run.slots.get(line) as Slot
    const formulas = of.run.opened.get(line) ?? []
    return slot.domain.rows.flatMap((_, row) => {
      if (!formulas[row]) return []
      const values = of.run.buffer.subarray(slot.offset + row * slot.years, slot.offset + (row + 1) * slot.years)
      const t = values.findIndex((v) => !(v >= 0))
      if (t < 0) return []
      const { pointer = '', raw } = of.bound.readingOf(line, of.run.domains.keyOf(slot.domain, row))
      const words = Number.isNaN(values[t]) ? formulaWords.noValue(baseYear + t) : formulaWords.negative(baseYear + t)
      return [
        { pointer, code: Number.isNaN(values[t]) ? 'formula-no-value' : 'formula-negative', ...words, received: raw },
      ]
    })
  })
}

const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((p) => [`${p.code} ${p.pointer}`, p])).values(),
]
