import { readFileSync } from 'node:fs'
import { planWorkbook } from '../../src/delivery/workbook/plan-workbook.ts'
import { xlsxOf } from '../../src/delivery/workbook/write.ts'
import { readPlan } from '../../src/study/read-plan.ts'

/** Milliseconds and formulas of San Pedro's workbook, the best of some rounds; the aim is 2 seconds. */
export async function workbookTimes(rounds = 5): Promise<{ ms: number; formulas: number }> {
  const document: unknown = JSON.parse(readFileSync('scenarios/san-pedro-valle.json', 'utf8'))
  const read = readPlan(document)
  if (!read.ok) throw new Error(read.problems[0]?.es)
  let best = Number.POSITIVE_INFINITY
  let formulas = 0
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now()
    const built = planWorkbook({ scenario: read.scenario, document })
    if (!built.ok) throw new Error(built.field)
    await xlsxOf(built.book)
    best = Math.min(best, performance.now() - start)
    formulas = built.book.sheets.flatMap((s) => s.cells.flat()).filter((c) => c?.formula !== undefined).length
  }
  return { ms: best, formulas }
}
