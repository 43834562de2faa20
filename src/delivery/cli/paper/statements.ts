import type { Values } from '../../report/base/numbers.ts'
import { addUp, isZero, labelOf, nameOf, negated, rowsOf, sumOf } from '../../report/base/sheet.ts'
import type { StatementRow } from '../../report/base/statement-lines.ts'
import { balanceSheet, cashFlowStatement, incomeStatement } from '../../report/base/statement-lines.ts'
import { heading } from '../print/grid.ts'
import type { Sheet } from './sheet.ts'
import type { YearRow } from './year-table.ts'
import { inMillions, yearTable } from './year-table.ts'

/** Estados financieros [11.3], line by line, with fuentes y usos. */
export function statements(sheet: Sheet): string[] {
  const { words } = sheet
  return [
    ...heading(words.statements),
    '',
    ...table(sheet, words.income, rowsFor(sheet, incomeStatement)),
    '',
    ...table(sheet, words.cashFlow, [...rowsFor(sheet, cashFlowStatement), ...cashRows(sheet)]),
    '',
    ...table(sheet, words.balanceSheet, [...rowsFor(sheet, balanceSheet), rightSide(sheet)]),
    `  ${verdictOfBalance(sheet)}`,
    '',
    ...table(sheet, words.sourcesUses, sourcesAndUses(sheet)),
    `  ${words.omitted}`,
  ]
}

const table = (sheet: Sheet, head: string, rows: readonly YearRow[]): string[] =>
  yearTable(sheet, { head, rows, last: sheet.result.years.financial.length - 1, format: inMillions(sheet) })

/** A row of a statement as it is printed: with its sign, from its first year. */
export function statementValues(sheet: Sheet, row: StatementRow): Values {
  const values = rowsOf(sheet, row.line).length === 0 ? zeros(sheet) : sumOf(sheet, row.line)
  const signed = row.sign === -1 ? negated(values) : values
  return row.fromFirstYear ? signed.map((v, t) => (t === 0 ? 0 : v)) : signed
}

const zeros = (sheet: Sheet): Values => sheet.result.years.financial.map(() => 0)

function rowsFor(sheet: Sheet, rows: readonly StatementRow[]): YearRow[] {
  return rows.flatMap((row): YearRow[] => {
    const values = statementValues(sheet, row)
    if (row.adds) return [{ label: labelOf(row.line, sheet.locale), values, rule: 'single' }]
    return isZero(values) ? [] : [{ label: `  ${labelOf(row.line, sheet.locale)}`, values }]
  })
}

/** Opening cash, and the closing cash that it comes to with the year's flow. */
function cashRows(sheet: Sheet): YearRow[] {
  const { words } = sheet
  const cash = sumOf(sheet, 'cash')
  const opening = addUp([cash, negated(sumOf(sheet, 'netCashFlow'))])
  const provider = sumOf(sheet, 'providerCash')
  const others = !isZero(addUp([cash, negated(provider)]))
  return [
    { label: `  ${words.openingCash}`, values: opening },
    { label: words.closingCash, values: cash, rule: 'double' },
    ...(others ? [{ label: `  ${labelOf('providerCash', sheet.locale)}`, values: provider }] : []),
  ]
}

const rightSide = (sheet: Sheet): YearRow => ({
  label: sheet.words.liabilitiesAndEquity,
  values: addUp([sumOf(sheet, 'liabilities'), sumOf(sheet, 'equity')]),
  rule: 'double',
})

function verdictOfBalance(sheet: Sheet): string {
  const check = sumOf(sheet, 'balanceCheck').map((v) => Math.abs(v ?? 0))
  const assets = sumOf(sheet, 'assets').map((v) => Math.abs(v ?? 0))
  if (check.every((v, t) => v <= 1e-6 * Math.max(1, assets[t] ?? 0))) return sheet.words.balances
  return sheet.words.unbalanced(sheet.result.years.base + check.indexOf(Math.max(...check)))
}

function sourcesAndUses(sheet: Sheet): YearRow[] {
  const { words, locale, alternative } = sheet
  const named = (id: string): string => {
    const [kind, member] = id.split(/\.(.*)/u)
    if (kind === 'grant' && member) return words.grant(nameOf(sheet, 'source', member))
    if (kind === 'ownResources' && member) return words.own(nameOf(sheet, 'entity', member))
    return labelOf(id, locale)
  }
  const rows = (side: Readonly<Record<string, Values>>): YearRow[] =>
    Object.entries(side)
      .filter(([, values]) => !isZero(values))
      .map(([id, values]) => ({ label: `  ${named(id)}`, values }))
  const implicit = sumOf(sheet, 'conditionalReturn')
  return [
    { label: words.sources },
    ...rows(alternative.sourcesAndUses.sources),
    { label: labelOf('totalSources', locale), values: sumOf(sheet, 'totalSources'), rule: 'single' },
    { label: words.uses },
    ...rows(alternative.sourcesAndUses.uses),
    { label: labelOf('totalUses', locale), values: sumOf(sheet, 'totalUses'), rule: 'single' },
    ...(isZero(implicit) ? [] : [{ label: `  ${labelOf('conditionalReturn', locale)}`, values: implicit }]),
  ]
}
