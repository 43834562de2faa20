import type { Line } from '../../formula/entry.ts'
import { references } from '../../formula/entry.ts'
import type { Computed } from '../../formula/order.ts'
import { isComputed } from '../../formula/order.ts'
import * as generation from '../../model/1-projections/generation.ts'
import * as landfill from '../../model/1-projections/landfill.ts'
import * as landfillArea from '../../model/1-projections/landfill-area.ts'
import * as recovery from '../../model/1-projections/recovery.ts'
import * as discount from '../../model/3-costs/discount.ts'
import * as billing from '../../model/4-tariffs/billing.ts'
import * as balance from '../../model/6-statements/balance.ts'
import * as closure from '../../model/6-statements/closure.ts'
import { entityStatements } from '../../model/6-statements/entity-statements.ts'
import * as income from '../../model/6-statements/income.ts'
import * as ratios from '../../model/6-statements/ratios.ts'
import * as sales from '../../model/6-statements/sales.ts'
import * as criteria from '../../model/7-evaluation/criteria.ts'
import { book, chapters } from '../../model/book.ts'
import type { AlternativeRun } from '../../study/run.ts'
import type { SheetId } from '../../text/workbook/words.ts'
import { balanceSheet, cashFlowStatement, incomeStatement } from '../report/base/statement-lines.ts'

/** Sheets that hold lines of the book. */
export const lineSheets = [
  ...['projections', 'waste', 'costs', 'tariffs', 'subsidies', 'investments', 'debt', 'income', 'cash', 'balance'],
  ...['evaluation', 'ranking', 'indicators', 'checks'],
] as readonly SheetId[]

const byChapter: Readonly<Record<string, SheetId>> = {
  '1-projections': 'projections',
  '2-diagnosis': 'indicators',
  '3-costs': 'costs',
  '4-tariffs': 'tariffs',
  '5-funding': 'debt',
  '6-statements': 'cash',
  '7-evaluation': 'evaluation',
  '8-climate': 'waste',
  checks: 'checks',
}

const modules: readonly (readonly [SheetId, readonly object[]])[] = [
  ['waste', [generation, recovery, landfill, landfillArea]],
  ['evaluation', [discount]],
  ['subsidies', [billing]],
  ['income', [income, sales, closure]],
  ['balance', [balance, ratios]],
  ['ranking', [criteria]],
]

const isInvestment = (id: string): boolean =>
  /invest|capitalExpenditure|capex|replacement|residual|netFixed|depreciation|asset/i.test(id)

/** The sheet of every line that the chapters name. */
function namedSheets(): Map<Computed, SheetId> {
  const found = new Map<Computed, SheetId>()
  for (const { id, lines } of chapters) {
    for (const line of lines) {
      const sheet = id === '3-costs' && isInvestment(line.id) ? 'investments' : (byChapter[id] as SheetId)
      if (!found.has(line)) found.set(line, sheet)
    }
  }
  for (const [sheet, list] of modules)
    for (const entry of list.flatMap((module) => Object.values(module) as Computed[]))
      if (found.has(entry)) found.set(entry, sheet)
  const statements: readonly (readonly [SheetId, readonly { line: string }[]])[] = [
    ['cash', cashFlowStatement],
    ['balance', balanceSheet],
    ['income', incomeStatement],
  ]
  for (const [sheet, rows] of statements) {
    for (const { line } of rows) {
      const entry = book.byId.get(line)
      if (entry && isComputed(entry) && byChapterOf.get(entry) === '6-statements') found.set(entry, sheet)
    }
  }
  for (const [id, line] of Object.entries(entityStatements)) {
    const whole = book.byId.get(id)
    found.set(line, (whole && isComputed(whole) ? found.get(whole) : undefined) ?? 'balance')
  }
  return found
}

const byChapterOf = new Map(chapters.flatMap((c) => c.lines.map((l) => [l, c.id] as const)))

/** Lines of the book by sheet: those that a reader asks for, and those that they need. */
export function linesBySheet(of: AlternativeRun): ReadonlyMap<SheetId, { shown: Computed[]; support: Computed[] }> {
  const sheetOf = namedSheets()
  const spread = (line: Computed, sheet: SheetId): void => {
    const formula = line.type === 'line' ? book.formulas.get(line) : undefined
    const needed = formula ? references(formula) : line.type === 'line' ? [] : line.of()
    for (const entry of needed) {
      if (!isComputed(entry) || sheetOf.has(entry)) continue
      sheetOf.set(entry, sheet)
      spread(entry, sheet)
    }
  }
  for (const [line, sheet] of [...sheetOf]) spread(line, sheet)
  const sheets = new Map(lineSheets.map((id) => [id, { shown: [] as Computed[], support: [] as Computed[] }]))
  for (const [line, sheet] of sheetOf) {
    if (!of.run.slots.has(line)) continue
    const detail = (line.type === 'line' && line.detail === true) || line.type === 'open' || !byChapterOf.has(line)
    sheets.get(sheet)?.[detail ? 'support' : 'shown'].push(line)
  }
  for (const [sheet, rows] of [
    ['income', incomeStatement],
    ['cash', cashFlowStatement],
    ['balance', balanceSheet],
  ] as const) {
    const order = new Map(rows.map(({ line }, i) => [line, i]))
    sheets.get(sheet)?.shown.sort((a, b) => (order.get(a.id) ?? 999) - (order.get(b.id) ?? 999))
  }
  return sheets
}

/** Lines that add up those above them in a statement. */
export const subtotals: ReadonlySet<string> = new Set(
  [...incomeStatement, ...cashFlowStatement, ...balanceSheet].filter((r) => r.adds !== undefined).map((r) => r.line),
)

/** Lines of the three statements that stand as one row of pesos a year. */
export const statementLines: readonly Line[] = [...incomeStatement, ...cashFlowStatement, ...balanceSheet]
  .map(({ line }) => book.byId.get(line))
  .filter((entry): entry is Line => entry?.type === 'line' && entry.over.length === 0)
