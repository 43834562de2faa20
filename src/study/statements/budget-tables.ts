import type { Line } from '../../formula/entry.ts'
import type { LawValue } from '../../law/parameter.ts'
import { findLaw } from '../../law/parameter.ts'
import {
  administration,
  capitalExpenditure,
  investment,
  operationMaintenance,
  runningCost,
} from '../../model/3-costs/items.ts'
import { municipalBilledUsers } from '../../model/4-tariffs/cost-recovery.ts'
import { closureWorks } from '../../model/6-statements/closure.ts'
import { programmeCoverage, projectCoverage } from '../../model/7-evaluation/coverage.ts'
import { services } from '../../model/space.ts'
import type { AlternativeRun } from '../run.ts'
import { orNull, rowsOf, series } from '../run.ts'
import { phaseOf } from './budget.ts'
import { stagesOf } from './sources-uses.ts'

/** A cost of one item in one year, with all that it can be summed by. */
interface Cell {
  readonly t: number
  readonly year: number
  readonly amount: number
  readonly program: string
  readonly project: string
  readonly component: string
  readonly category: string
  readonly service: string
  readonly zone: string
  readonly entity: string
  readonly municipality: string
  readonly stage: string
  readonly phase: string
}

type By = Exclude<keyof Cell, 'amount' | 't'>

export interface TableRow {
  readonly key: string
  readonly amounts: readonly number[]
  readonly total: number
}

/** A table that adds up by rows and by columns; pesos of each year, or of the base year where its index was given. */
export interface BudgetTable {
  readonly id: string
  readonly rows: readonly TableRow[]
  readonly columns: readonly string[]
  readonly totals: readonly number[]
  readonly total: number
  /** The total is the plan's capital expenditure, running costs and closure works of the years shown. */
  readonly ok: boolean
}

/** Cuadros del presupuesto y del plan de inversiones [11.2], each adding up by construction and checked. */
export function budgetTables(of: AlternativeRun, index?: Float64Array): BudgetTable[] {
  const cells = cellsOf(of).map((c) => ({ ...c, amount: c.amount / (index?.[c.t] ?? 1) }))
  const expected = planCosts(of, index)
  const table = (id: string, rows: By, columns: By): BudgetTable =>
    tableOf({ id, cells, expected, row: (c) => String(c[rows]), column: (c) => String(c[columns]) })
  const terms = of.scenario.plan?.terms ?? []
  return [
    table('program-phase', 'program', 'phase'),
    table('project-phase', 'project', 'phase'),
    table('component-category', 'component', 'category'),
    table('service-category', 'service', 'category'),
    table('zone-category', 'zone', 'category'),
    table('entity-category', 'entity', 'category'),
    table('municipality-category', 'municipality', 'category'),
    table('stage-phase', 'stage', 'phase'),
    table('program-year', 'program', 'year'),
    investmentPlan(cells, adding(of, [capitalExpenditure], index)),
    ...(terms.length > 0 ? [termTable(cells, expected, terms)] : []),
  ].filter((t) => t.rows.length > 0)
}

interface Question {
  readonly id: string
  readonly cells: readonly Cell[]
  readonly row: (cell: Cell) => string
  readonly column: (cell: Cell) => string
  /** What it should add up to. */
  readonly expected: number
}

function tableOf({ id, cells, row, column, expected }: Question): BudgetTable {
  const columns = [...new Set(cells.map(column))]
  if (columns.every((c) => /^\d{4}$/u.test(c))) columns.sort()
  const amounts = new Map<string, number[]>()
  for (const cell of cells) {
    const values = amounts.get(row(cell)) ?? new Array<number>(columns.length).fill(0)
    const at = columns.indexOf(column(cell))
    values[at] = (values[at] as number) + cell.amount
    amounts.set(row(cell), values)
  }
  const rows = [...amounts].map(([key, values]) => ({ key, amounts: values, total: sum(values) }))
  const totals = columns.map((_, i) => sum(rows.map((r) => r.amounts[i] as number)))
  const total = sum(totals)
  return { id, rows, columns, totals, total, ok: Math.abs(total - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const adding = (of: AlternativeRun, lines: readonly Line[], index?: Float64Array): number =>
  sum(lines.map((l) => sum(Array.from(series(of, l), (x, t) => x / (index?.[t] ?? 1)))))

const planCosts = (of: AlternativeRun, index?: Float64Array): number =>
  adding(of, [capitalExpenditure, operationMaintenance, administration, closureWorks], index)

/** Every cost by item and year; what is shared falls on municipalities by their billed users, and stands as shared by zone. */
function cellsOf(of: AlternativeRun): Cell[] {
  const { baseYear, norm } = of.scenario
  const phase = (t: number) => phaseOf(t, { year: Math.max(baseYear + t, firstLawYear), norm })
  const billed = rowsOf(of, municipalBilledUsers).map(({ at, values }) => ({ id: at.municipality as string, values }))
  const items = of.places.alternative.projects.flatMap((project) =>
    project.costs.flatMap((cost) => {
      const values = Array.from(
        series(of, cost.category === 'investment' ? investment : runningCost, { item: cost.id }),
      )
      const stage =
        cost.category === 'investment' ? (cost.class === 'studies' ? 'preInvestment' : 'investment') : 'operation'
      const { component, category, service, entity } = cost
      const base = {
        program: project.program,
        project: project.id,
        component,
        category,
        service,
        entity,
        zone: cost.zone ?? 'shared',
        stage,
      }
      return values.flatMap((amount, t) =>
        shares(cost.municipality, billed, t).map(({ id, share }) => ({
          ...base,
          t,
          year: baseYear + t,
          phase: phase(t),
          municipality: id,
          amount: amount * share,
        })),
      )
    }),
  )
  const closure = {
    program: 'disposal',
    project: 'closure',
    component: 'disposal',
    category: 'closure',
    service: services[0],
    zone: 'shared',
    entity: 'provider',
    stage: 'closure',
  }
  const works = Array.from(series(of, closureWorks)).flatMap((amount, t) =>
    shares(undefined, billed, t).map(({ id, share }) => ({
      ...closure,
      t,
      year: baseYear + t,
      phase: phase(t),
      municipality: id,
      amount: amount * share,
    })),
  )
  return [...items, ...works].filter((c) => c.amount !== 0)
}

const firstLawYear = 2004

function shares(
  own: string | undefined,
  billed: readonly { id: string; values: Float64Array }[],
  t: number,
): { id: string; share: number }[] {
  if (own !== undefined) return [{ id: own, share: 1 }]
  const all = sum(billed.map((b) => b.values[t] as number))
  return billed.map((b) => ({ id: b.id, share: all === 0 ? 1 / billed.length : (b.values[t] as number) / all }))
}

function investmentPlan(cells: readonly Cell[], expected: number): BudgetTable {
  return tableOf({
    id: 'investment-year',
    cells: cells.filter((c) => c.category === 'investment'),
    row: (c) => c.project,
    column: (c) => String(c.year),
    expected,
  })
}

const termName = (term: { name?: string | undefined; from: number; to: number } | undefined): string =>
  term ? (term.name ?? `${term.from}-${term.to}`) : 'outside'

/** By term of the development plan; years outside every term stand apart, so that the table still adds up. */
function termTable(
  cells: readonly Cell[],
  expected: number,
  terms: readonly { name?: string | undefined; from: number; to: number }[],
): BudgetTable {
  return tableOf({
    id: 'program-term',
    cells,
    expected,
    row: (c) => c.program,
    column: (c) => termName(terms.find((term) => c.year >= term.from && c.year <= term.to)),
  })
}

/** The plan's own table [11.2] and the later norm's: programme × stage × source × year over the years that each norm asks. */
export function planTable(of: AlternativeRun): { norm: string; years: number[]; rows: ReturnType<typeof stagesOf> }[] {
  const { baseYear, horizon } = of.scenario
  const rows = stagesOf(of)
  return (['resolution-1045-2003', 'resolution-754-2014'] as const).map((norm) => {
    const asked =
      (findLaw('planHorizonYears', Math.max(baseYear, laterNormYear), norm) as LawValue<number> | undefined)?.value ??
      horizon.financial
    const count = Math.min(asked, horizon.financial)
    return {
      norm,
      years: Array.from({ length: count }, (_, i) => baseYear + 1 + i),
      rows: rows.map((r) => ({ ...r, values: r.values.slice(1, count + 1) })),
    }
  })
}

const laterNormYear = 2014

/** What each programme and project covers with its own income [art. 2]; null where it costs nothing. */
export function coverageTable(of: AlternativeRun): {
  programs: Record<string, number | null>
  projects: Record<string, number | null>
} {
  const keyed = (line: typeof programmeCoverage, dimension: string) =>
    Object.fromEntries(rowsOf(of, line).map(({ at, values }) => [at[dimension] as string, orNull(values[0] as number)]))
  return { programs: keyed(programmeCoverage, 'program'), projects: keyed(projectCoverage, 'project') }
}
