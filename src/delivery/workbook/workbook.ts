import type { Constant, Entry, Given, Input, Parameter } from '../../formula/entry.ts'
import { lackingEntries } from '../../formula/render-excel.ts'
import type { AlternativeRun } from '../../study/run.ts'
import type { Locale } from '../../text/numbers.ts'
import type { SheetId } from '../../text/workbook/words.ts'
import { said, sheetNames } from '../../text/workbook/words.ts'
import type { Sheet, Workbook } from './cells.ts'
import { columnName, quoted } from './cells.ts'
import type { Layout } from './layout.ts'
import { columns, headRow, yearSheet } from './layout.ts'
import { assumptionsOf, lawRows, otherwiseRows, structureRows, unitRows } from './pages/assumptions.ts'
import type { InputSheet } from './pages/inputs.ts'
import { inputRows, populationRows, timeRows } from './pages/inputs.ts'
import type { SheetPlan } from './pages/lines.ts'
import { allocate, writeLines } from './pages/lines.ts'
import { heading } from './pages/rows.ts'
import { lineSheets, linesBySheet, subtotals } from './sheets.ts'

export interface PlanSheets {
  readonly layout: Layout
  readonly inputs: InputSheet
  readonly sheets: ReadonlyMap<SheetId, Sheet>
  readonly names: Workbook['names']
}

const timeIds = new Set([
  'yearIndex',
  'calendarYear',
  'planYear',
  'lastPlanYear',
  'horizonYears',
  'wasteHorizonYears',
  'baseCalendarYear',
])

/** The sheets that compute: assumptions, inputs by year and every line of the book, of one alternative. */
export function planSheets(of: AlternativeRun, locale: Locale): PlanSheets {
  const entries = [...of.run.slots.keys()]
  const ofType = <T extends Entry>(type: T['type']) => entries.filter((e): e is T => e.type === type)
  const years = of.scenario.horizon.waste + 1
  const sheet = (id: SheetId, more: Partial<Sheet> = {}): Sheet => yearSheet(sheetNames[id][locale], years, more)
  const assumptions = sheet('assumptions', { hidden: new Set() })
  const book = assumptionsOf(of, assumptions, locale)
  const inputs: InputSheet = { book, sheet: sheet('inputs'), places: new Map() }
  const givens = new Map(ofType<Given>('given').map((g) => [g.id, g]))
  for (const rows of [lawRows(book, ofType<Parameter>('parameter')), unitRows(book, ofType<Constant>('constant'))])
    for (const [entry, place] of rows) inputs.places.set(entry, place)
  const all = ofType<Input>('input')
  otherwiseRows(
    book,
    all.filter((entry) => lacksDatum(of, entry)),
  )
  const kept = [...givens.values()].filter(({ id }) => !timeIds.has(id) && id !== 'projectedPopulation')
  for (const [entry, place] of structureRows(book, kept)) inputs.places.set(entry, place)
  const head = headOf(inputs)
  heading(
    inputs.sheet,
    { title: inputs.sheet.name, note: said('inputsNote', locale) },
    { locale, years: head(inputs.sheet.name) },
  )
  const time = timeRows(inputs, givens)
  const population = givens.get('projectedPopulation')
  if (population) populationRows(inputs, population, time)
  for (const entry of all) inputRows(inputs, entry, time)
  const layout: Layout = { of, places: inputs.places, lacking: lackingEntries(of.run), indexRow: time.index }
  const plans = lineSheets.map((id): readonly [SheetId, SheetPlan] => {
    const lines = linesBySheet(of).get(id) ?? { shown: [], support: [] }
    return [id, { sheet: sheet(id), ...lines, subtotals }]
  })
  for (const [, plan] of plans) allocate(layout, plan)
  for (const [, plan] of plans) {
    heading(
      plan.sheet,
      { title: plan.sheet.name, note: said('linesNote', locale) },
      { locale, years: head(plan.sheet.name) },
    )
    writeLines(layout, plan, { inputs, locale })
  }
  const sheets = new Map<SheetId, Sheet>([
    ['assumptions', assumptions],
    ['inputs', inputs.sheet],
    ...plans.map(([id, p]) => [id, p.sheet] as const),
  ])
  return { layout, inputs, sheets, names: book.names }
}

/** Whether some row of an input has nowhere in the document to read. */
function lacksDatum(of: AlternativeRun, entry: Input): boolean {
  const slot = of.run.slots.get(entry)
  return (
    slot?.domain.rows.some(
      (_, i) => of.bound.readingOf(entry, of.run.domains.keyOf(slot.domain, i)).pointer === undefined,
    ) === true
  )
}

/** The heads of the years: the calendar's own cells. */
const headOf =
  ({ book, sheet }: InputSheet) =>
  (from: string) =>
    Array.from({ length: book.of.scenario.horizon.waste + 1 }, (_, t) => ({
      value: book.of.scenario.baseYear + t,
      formula:
        from === sheet.name
          ? `${columnName(columns.firstYear + t)}6`
          : `${quoted(sheet.name)}!${columnName(columns.firstYear + t)}$${headRow + 1}`,
    }))
