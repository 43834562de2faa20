import { paperWords } from '../../../../text/cli/paper.ts'
import { termOf } from '../../../../text/cli/terms.ts'
import { statementWords } from '../../../../text/web/statements.ts'
import { balanceSheet, cashFlowStatement, incomeStatement } from '../../../report/base/statement-lines.ts'
import type { Cell, Column, Row } from '../../parts/data-table.tsx'
import { wayOf, written } from '../../parts/written.ts'
import { memberName } from '../../state/names.ts'
import type { Sheet, Values } from './sheet.ts'
import {
  asking,
  isZero,
  labelOf,
  moveName,
  moveQuestion,
  negated,
  rowOf,
  statementRows,
  sumOf,
  titleRow,
} from './sheet.ts'

export const tableNames = ['income', 'cashFlow', 'balance', 'sourcesUses', 'accounts', 'budget', 'ratios'] as const
export type TableName = (typeof tableNames)[number]

export const yearColumns = ({ years }: Sheet): Column[] =>
  years.financial.map((year) => ({ id: `${year}`, head: `${year}` }))

export const yearTable: Readonly<Record<Exclude<TableName, 'budget'>, (sheet: Sheet) => Row[]>> = {
  income: (sheet) => lastAsTotal(statementRows(sheet, incomeStatement)),
  cashFlow: (sheet) => [...statementRows(sheet, cashFlowStatement), ...cashRows(sheet)],
  balance: (sheet) => [...statementRows(sheet, balanceSheet), rightSide(sheet)],
  sourcesUses,
  accounts,
  ratios,
}

const lastAsTotal = (rows: readonly Row[]): Row[] =>
  rows.map((row, at) => (at === rows.length - 1 ? { ...row, kind: 'total' } : row))

function cashRows(sheet: Sheet): Row[] {
  const paper = paperWords[sheet.locale]
  const cash = sumOf(sheet, 'cash')
  const flow = sumOf(sheet, 'netCashFlow')
  const opening = cash.map((value, t) => (value === null ? null : value - (flow[t] ?? 0)))
  const before = (t: number) => (t === 0 ? undefined : asking(sheet, 'cash')(t - 1))
  return [
    rowOf(sheet, { id: 'openingCash', name: paper.openingCash, values: opening, question: before }),
    rowOf(sheet, { id: 'cash', name: paper.closingCash, values: cash, kind: 'total', question: asking(sheet, 'cash') }),
  ]
}

function rightSide(sheet: Sheet): Row {
  const [liabilities, equity] = [sumOf(sheet, 'liabilities'), sumOf(sheet, 'equity')]
  const values = liabilities.map((value, t) => (value === null ? null : value + (equity[t] ?? 0)))
  const name = paperWords[sheet.locale].liabilitiesAndEquity
  return rowOf(sheet, { id: 'rightSide', name, values, kind: 'total', question: asking(sheet, 'assets') })
}

function sourcesUses(sheet: Sheet): Row[] {
  const paper = paperWords[sheet.locale]
  const { sources, uses } = sheet.of.sourcesAndUses
  const side = (all: Readonly<Record<string, Values>>): Row[] =>
    Object.entries(all)
      .filter(([, values]) => !isZero(values))
      .map(([id, values]) => rowOf(sheet, { id, name: moveName(sheet, id), values, question: moveQuestion(sheet, id) }))
  const total = (line: string): Row =>
    rowOf(sheet, {
      id: line,
      name: labelOf(sheet, line),
      values: sumOf(sheet, line),
      kind: 'total',
      question: asking(sheet, line),
    })
  return [
    titleRow('sources', paper.sources),
    ...side(sources),
    total('totalSources'),
    titleRow('uses', paper.uses),
    ...side(uses),
    total('totalUses'),
  ]
}

function accounts(sheet: Sheet): Row[] {
  const words = statementWords[sheet.locale]
  return sheet.of.corkscrews
    .filter(({ opening, closing }) => !isZero(opening) || !isZero(closing))
    .flatMap(({ account, at, opening, closing, ...moves }): Row[] => {
      const key = `${account} ${Object.values(at).join(' ')}`
      const places = Object.entries(at).map(([dimension, member]) =>
        memberName(sheet.document, { dimension, member }, sheet.locale),
      )
      const line = account === 'debt' && Object.keys(at).length > 0 ? 'loanClosing' : account
      const ask = moveQuestion(sheet, line, at)
      const side = (all: Readonly<Record<string, Values>>, sign: 1 | -1): Row[] =>
        Object.entries(all)
          .filter(([, values]) => !isZero(values))
          .map(([id, values]) =>
            rowOf(sheet, {
              id: `${key} ${id}`,
              name: id === 'runningCosts' ? words.runningCosts : labelOf(sheet, id),
              values: sign === 1 ? values : negated(values),
              depth: 1,
              question: moveQuestion(sheet, id, at),
            }),
          )
      const before = (t: number) => (t === 0 ? undefined : ask?.(t - 1))
      return [
        titleRow(key, [labelOf(sheet, account), ...places].join(': ')),
        rowOf(sheet, { id: `${key} opening`, name: words.opening, values: opening, question: before }),
        ...side(moves.in, 1),
        ...side(moves.out, -1),
        rowOf(sheet, {
          id: `${key} closing`,
          name: words.closing,
          values: closing,
          kind: 'subtotal',
          ...(ask === undefined ? {} : { question: ask }),
        }),
      ]
    })
}

function ratios(sheet: Sheet): Row[] {
  const words = paperWords[sheet.locale]
  return Object.entries(words.ratioWords).map(([line, name]) => {
    const way = wayOf(line, sheet.of.lines[line]?.unit ?? '1')
    return rowOf(sheet, { id: line, name, values: sumOf(sheet, line), way, question: asking(sheet, line) })
  })
}

/** What each project costs by year, out of the book, so that each figure can be asked. */
export function projectRows(sheet: Sheet): Row[] {
  const rows = sheet.of.lines.projectCost?.rows ?? []
  const projects = [...new Set(rows.map(({ at }) => at.project ?? ''))].filter(Boolean)
  const own = projects.map((project): Row => {
    const name = memberName(sheet.document, { dimension: 'project', member: project }, sheet.locale)
    const values = sumOf(sheet, 'projectCost', { project })
    return rowOf(sheet, { id: project, name, values, question: asking(sheet, 'projectCost', { project }) })
  })
  const total = rowOf(sheet, {
    id: 'total',
    name: statementWords[sheet.locale].total,
    values: sumOf(sheet, 'projectCost'),
    kind: 'total',
  })
  return projects.length === 0 ? [] : [...own, total]
}

const phases = ['short', 'medium', 'long'] as const

/** The budget by programme and project, with a column a term. */
export function budgetTable({ of, document, locale }: Sheet): { columns: Column[]; rows: Row[] } {
  const words = statementWords[locale]
  const sum = (rows: typeof of.budget, phase?: string): number =>
    rows.filter((row) => phase === undefined || row.phase === phase).reduce((all, { amount }) => all + amount, 0)
  const cells = (rows: typeof of.budget): Cell[] =>
    [...phases.map((phase) => sum(rows, phase)), sum(rows)].map((value) => ({
      text: written(value, 'millions', locale),
      value,
    }))
  const programs = [...new Set(of.budget.map(({ program }) => program))]
  const rows = programs.flatMap((program): Row[] => {
    const own = of.budget.filter((row) => row.program === program)
    const projects = [...new Set(own.map(({ project }) => project))]
    return [
      { id: program, name: termOf('program', program, locale), kind: 'subtotal', cells: cells(own) },
      ...projects.map(
        (project): Row => ({
          id: `${program} ${project}`,
          name: memberName(document, { dimension: 'project', member: project }, locale),
          depth: 1,
          cells: cells(own.filter((row) => row.project === project)),
        }),
      ),
    ]
  })
  const columns = phases.map((phase) => ({ id: phase, head: termOf('phase', phase, locale) }))
  return {
    columns: [...columns, { id: 'total', head: words.total }],
    rows: [...rows, { id: 'total', name: words.total, kind: 'total', cells: cells(of.budget) }],
  }
}
