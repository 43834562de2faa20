import { components, programs } from '../../../scenario/document/project.ts'
import type { AlternativeResult } from '../../../study/result.ts'
import { phaseOf } from '../../../study/statements/budget.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { GridColumn, GridRow } from '../print/grid.ts'
import { grid, heading } from '../print/grid.ts'
import type { Sheet } from './sheet.ts'
import { inMillions } from './year-table.ts'

type BudgetRow = AlternativeResult['budget'][number]
const phases = ['short', 'medium', 'long', 'after'] as const
const categories = ['investment', 'operationMaintenance', 'administration'] as const

/** Presupuesto [11.2]: programmes by phase, and cost components by category [5.5.2 b.4]. */
export function budget(sheet: Sheet): string[] {
  const { words, locale, alternative } = sheet
  const spans = phaseSpans(sheet)
  const held = phases.filter((p) => spans.has(p))
  return [
    ...heading(words.budget),
    '',
    ...crossTable(sheet, {
      head: words.byProgram,
      rows: used(programs, alternative.budget, (r) => r.program).map((id) => ({
        id,
        label: termOf('program', id, locale),
      })),
      rowOf: (r) => r.program,
      columns: held.map((id) => ({ id, head: `${termOf('phase', id, locale)} ${spans.get(id)}` })),
      columnOf: (r) => r.phase,
    }),
    '',
    ...crossTable(sheet, {
      head: words.byComponent,
      rows: used(components, alternative.budget, (r) => r.component).map((id) => ({
        id,
        label: termOf('component', id, locale),
      })),
      rowOf: (r) => r.component,
      columns: categories.map((id) => ({ id, head: termOf('category', id, locale) })),
      columnOf: (r) => r.category,
    }),
  ]
}

/** The members that the budget has, in the order of the resolution. */
const used = (members: readonly string[], rows: readonly BudgetRow[], key: (row: BudgetRow) => string): string[] =>
  members.filter((m) => rows.some((r) => key(r) === m))

/** The years of each phase, «2024–2027». */
function phaseSpans({ scenario, result }: Sheet): Map<string, string> {
  const spans = new Map<string, [number, number]>()
  result.years.financial.forEach((year, t) => {
    const phase = phaseOf(t, { year: Math.max(year, 2004), norm: scenario.norm })
    spans.set(phase, [spans.get(phase)?.[0] ?? year, year])
  })
  return new Map([...spans].map(([phase, [from, to]]) => [phase, from === to ? String(from) : `${from}–${to}`]))
}

interface CrossTable {
  readonly head: string
  readonly rows: readonly { id: string; label: string }[]
  readonly rowOf: (row: BudgetRow) => string
  readonly columns: readonly { id: string; head: string }[]
  readonly columnOf: (row: BudgetRow) => string
}

/** Sums of the budget by two of its keys, with totals at the foot and at the right. */
function crossTable(sheet: Sheet, { head, rows, rowOf, columns, columnOf }: CrossTable): string[] {
  const write = inMillions(sheet)
  const { budget: all } = sheet.alternative
  const sum = (keep: (row: BudgetRow) => boolean): string =>
    write(all.filter(keep).reduce((total, r) => total + r.amount, 0))
  const heads: GridColumn[] = [
    { head, most: 46, least: 46 },
    ...columns.map((c): GridColumn => ({ head: c.head, align: 'right', most: 18, least: 14 })),
    { head: sheet.words.total, align: 'right', least: 14 },
  ]
  const body = rows.map(
    ({ id, label }): GridRow => ({
      cells: [
        `  ${label}`,
        ...columns.map((c) => sum((r) => rowOf(r) === id && columnOf(r) === c.id)),
        sum((r) => rowOf(r) === id),
      ],
    }),
  )
  const total: GridRow = {
    cells: [sheet.words.total, ...columns.map((c) => sum((r) => columnOf(r) === c.id)), sum(() => true)],
    rule: 'single',
  }
  return grid(heads, [...body, total])
}
