import type { Context } from '../base/context.ts'
import { chartOf } from '../base/context.ts'
import type { Values, Write } from '../base/numbers.ts'
import { decimals, inMillions, inPercent } from '../base/numbers.ts'
import { addUp, isZero, labelOf, nameOf, negated, rowsOf, sourceName, sumOf } from '../base/sheet.ts'
import type { StatementRow } from '../base/statement-lines.ts'
import { balanceSheet, cashFlowStatement, incomeStatement } from '../base/statement-lines.ts'
import type { YearRow } from '../base/year-table.ts'
import { yearTables } from '../base/year-table.ts'
import type { Block, Part } from '../document.ts'
import { heading, paragraph } from '../document.ts'

/** Estados financieros [11.3]: income statement, cash flow, balance sheet, sources and uses, accounts and ratios. */
export function statements(context: Context): Part[] {
  const { words, paper, pesos } = context
  const { statements: w } = words
  return [
    {
      landscape: true,
      blocks: [
        heading(2, w.title),
        paragraph(w.intro(pesos)),
        heading(3, paper.income),
        ...money(context, paper.income, rowsFor(context, incomeStatement)),
        ...chartOf(context, 'income-statement'),
        heading(3, paper.cashFlow),
        ...money(context, paper.cashFlow, [...rowsFor(context, cashFlowStatement), ...cashRows(context)]),
        ...chartOf(context, 'cash-flow'),
        heading(3, paper.balanceSheet),
        ...money(context, paper.balanceSheet, [...rowsFor(context, balanceSheet), rightSide(context)]),
        paragraph(balanced(context), 'note'),
        heading(3, paper.sourcesUses),
        ...money(context, paper.sourcesUses, sourcesAndUses(context)),
        ...entities(context),
        heading(3, w.corkscrews),
        ...corkscrews(context),
        heading(3, w.ratios),
        ...ratios(context),
      ],
    },
  ]
}

function money({ pesos, words, result, locale }: Context, caption: string, rows: readonly YearRow[]): Block[] {
  return yearTables({
    caption,
    unit: words.pesos.millions(pesos),
    head: words.column.concept,
    rows,
    years: result.years.financial,
    write: inMillions(locale),
  })
}

/** A row of a statement as it is printed: with its sign, from its first year. */
export function statementValues(context: Context, row: StatementRow): Values {
  const none = rowsOf(context, row.line).length === 0
  const values = none ? context.result.years.financial.map(() => 0) : sumOf(context, row.line)
  const signed = row.sign === -1 ? negated(values) : values
  return row.fromFirstYear ? signed.map((v, t) => (t === 0 ? 0 : v)) : signed
}

function rowsFor(context: Context, rows: readonly StatementRow[]): YearRow[] {
  return rows.flatMap((row): YearRow[] => {
    const values = statementValues(context, row)
    const label = labelOf(row.line, context.locale)
    if (row.adds) return [{ label, values, kind: 'subtotal' }]
    return isZero(values) ? [] : [{ label, values }]
  })
}

/** Opening cash, and the closing cash that it comes to with the year's flow. */
function cashRows(context: Context): YearRow[] {
  const { paper, locale } = context
  const cash = sumOf(context, 'cash')
  const opening = addUp([cash, negated(sumOf(context, 'netCashFlow'))])
  const provider = sumOf(context, 'providerCash')
  const others = !isZero(addUp([cash, negated(provider)]))
  return [
    { label: paper.openingCash, values: opening },
    { label: paper.closingCash, values: cash, kind: 'total' },
    ...(others ? [{ label: labelOf('providerCash', locale), values: provider }] : []),
  ]
}

const rightSide = (context: Context): YearRow => ({
  label: context.paper.liabilitiesAndEquity,
  values: addUp([sumOf(context, 'liabilities'), sumOf(context, 'equity')]),
  kind: 'total',
})

function balanced(context: Context): string {
  const check = sumOf(context, 'balanceCheck').map((v) => Math.abs(v ?? 0))
  const assets = sumOf(context, 'assets').map((v) => Math.abs(v ?? 0))
  if (check.every((v, t) => v <= 1e-6 * Math.max(1, assets[t] ?? 0))) return context.paper.balances
  return context.paper.unbalanced(context.result.years.base + check.indexOf(Math.max(...check)))
}

function sourcesAndUses(context: Context): YearRow[] {
  const { paper, locale, alternative } = context
  const rows = (side: Readonly<Record<string, Values>>): YearRow[] =>
    Object.entries(side)
      .filter(([, values]) => !isZero(values))
      .map(([id, values]) => ({ label: sourceName(context, id), values }))
  return [
    { label: paper.sources },
    ...rows(alternative.sourcesAndUses.sources),
    { label: labelOf('totalSources', locale), values: sumOf(context, 'totalSources'), kind: 'total' },
    { label: paper.uses },
    ...rows(alternative.sourcesAndUses.uses),
    { label: labelOf('totalUses', locale), values: sumOf(context, 'totalUses'), kind: 'total' },
  ]
}

const entityRows = {
  income: ['operatingIncome', 'operatingExpense', 'ebitda', 'netProfit'],
  cashFlow: ['operatingCashFlow', 'investmentCashFlow', 'financingCashFlow', 'netCashFlow', 'cash'],
  balanceSheet: ['assets', 'liabilities', 'equity'],
} as const

/** Estados de cada entidad [11.3]: the lines that sum each statement up; a line of nothing but zeros is left out. */
function entities(context: Context): Block[] {
  const { words, paper, locale, alternative } = context
  const known = alternative.entities.filter(({ id }) => id !== 'eliminations')
  if (known.length < 2) return []
  return [
    heading(3, words.statements.byEntity),
    ...known.flatMap(({ id, lines }): Block[] => {
      const rows = (['income', 'cashFlow', 'balanceSheet'] as const).flatMap((part): YearRow[] => {
        const own = entityRows[part].flatMap((line): YearRow[] => {
          const values = lines[line]?.rows[0]?.values ?? []
          return isZero(values) ? [] : [{ label: labelOf(line, locale), values }]
        })
        return own.length === 0 ? [] : [{ label: paper[part] }, ...own]
      })
      return money(context, words.statements.entities(nameOf(context, 'entity', id)), rows)
    }),
  ]
}

function corkscrews(context: Context): Block[] {
  const { words, locale, alternative } = context
  const { statements: w } = words
  const rows = alternative.corkscrews
    .filter((c) => !isZero(c.opening) || !isZero(c.closing))
    .flatMap((c): YearRow[] => {
      const place = Object.entries(c.at).map(([d, member]) => nameOf(context, d, member))
      const moves = (side: Readonly<Record<string, Values>>, sign: 1 | -1): YearRow[] =>
        Object.entries(side)
          .filter(([, values]) => !isZero(values))
          .map(([id, values]) => ({
            label: id === 'runningCosts' ? w.runningCosts : labelOf(id, locale),
            values: sign === 1 ? values : negated(values),
          }))
      return [
        { label: [w.accounts[c.account] ?? labelOf(c.account, locale), ...place].join(': ') },
        { label: w.opening, values: c.opening },
        ...moves(c.in, 1),
        ...moves(c.out, -1),
        { label: w.closing, values: c.closing, kind: 'subtotal' },
      ]
    })
  return money(context, w.corkscrews, rows)
}

const shares: ReadonlySet<string> = new Set(['operatingMargin', 'indebtedness'])

function ratios(context: Context): Block[] {
  const { words, paper, locale, result } = context
  const write = (line: string): Write =>
    shares.has(line) ? inPercent(locale) : decimals(locale, line === 'receivableDays' ? 0 : 2)
  const { financial, base } = result.years
  const common = { head: words.column.concept, years: financial }
  const perUser = rowsOf(context, 'monthlyCostPerUser').map(
    ({ at, values }): YearRow => ({ label: nameOf(context, 'category', at.category ?? ''), values }),
  )
  return [
    ...yearTables({
      ...common,
      caption: words.statements.ratios,
      rows: Object.entries(paper.ratioWords).map(
        ([line, label]): YearRow => ({ label, values: sumOf(context, line), write: write(line) }),
      ),
      write: decimals(locale, 2),
    }),
    ...yearTables({
      ...common,
      caption: words.statements.perUser,
      unit: paper.pesosOfBase(base, paper.perUserMonth),
      rows: [...perUser, { label: words.column.total, values: sumOf(context, 'monthlyCostPerUser'), kind: 'total' }],
      write: decimals(locale, 0),
    }),
  ]
}
