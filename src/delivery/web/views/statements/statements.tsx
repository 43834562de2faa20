import { statementWords } from '../../../../text/web/statements.ts'
import type { ChartId } from '../../../charts/catalogue/catalogue.ts'
import { Chart } from '../../parts/chart.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Problem, Waiting } from '../../parts/notices.tsx'
import { PickAlternative, PickVariant, useChosen } from '../../parts/pick.tsx'
import { go, useAddress } from '../../state/address.ts'
import { useLines } from '../../state/names.ts'
import { restudy, usePlan, useStudy } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import type { Sheet } from './sheet.ts'
import { sumOf } from './sheet.ts'
import type { TableName } from './tables.ts'
import { budgetTable, projectRows, tableNames, yearColumns, yearTable } from './tables.ts'

const charts: Readonly<Partial<Record<TableName, ChartId>>> = {
  income: 'income-statement',
  cashFlow: 'cash-flow',
  balance: 'balance-sheet',
  sourcesUses: 'funding',
  accounts: 'debt-service',
  budget: 'budget',
}

/** The statements of one alternative as dense tables, years across. */
export function Statements() {
  const locale = useLocale()
  const words = statementWords[locale]
  const { failure, money } = useStudy()
  const { result, alternative } = useChosen()
  const lines = useLines()
  const document = usePlan()?.document
  const { own } = useAddress()
  const table = tableNames.find((name) => name === own.table) ?? 'income'
  if (failure !== undefined && alternative === undefined) {
    return <Problem problem={failure} retry={() => void restudy()} />
  }
  if (result === undefined || alternative === undefined || lines === undefined) return <Waiting />
  const sheet: Sheet = { of: alternative, years: result.years, lines, document, locale }
  const real = money === 'baseYear'
  const chart = charts[table]
  return (
    <div class="statements">
      <h1>{words.title}</h1>
      {failure !== undefined && <Problem problem={failure} retry={() => void restudy()} />}
      <div class="row controls">
        <PickAlternative />
        <PickVariant />
      </div>
      <Choice current={table} />
      <h2>
        {words.tables[table]}
        {table !== 'ratios' && <span class="unit">{real ? words.baseYear(result.years.base) : words.current}</span>}
      </h2>
      {table === 'budget' ? (
        <Budget sheet={sheet} />
      ) : (
        <DataTable
          name={words.tables[table]}
          head={words.concept}
          columns={yearColumns(sheet)}
          rows={yearTable[table](sheet)}
        />
      )}
      <p class="quiet">{table === 'balance' ? balanced(sheet) : words.zeros}</p>
      {real && (table === 'cashFlow' || table === 'accounts') && <p class="quiet">{words.realNote}</p>}
      {chart !== undefined && <Chart id={chart} alternative={alternative.id} height={400} />}
    </div>
  )
}

function Choice({ current }: { current: TableName }) {
  const words = statementWords[useLocale()]
  const { own } = useAddress()
  return (
    <fieldset class="choice">
      <legend class="unseen">{words.choose}</legend>
      {tableNames.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === current}
          onClick={() => go({ own: { ...own, table: name }, explain: undefined })}
        >
          {words.tables[name]}
        </button>
      ))}
    </fieldset>
  )
}

function Budget({ sheet }: { sheet: Sheet }) {
  const words = statementWords[sheet.locale]
  const { columns, rows } = budgetTable(sheet)
  return (
    <>
      <h3>{words.byPhase}</h3>
      <DataTable name={words.byPhase} head={words.concept} columns={columns} rows={rows} />
      <h3>{words.byYear}</h3>
      <DataTable name={words.byYear} head={words.concept} columns={yearColumns(sheet)} rows={projectRows(sheet)} />
    </>
  )
}

function balanced(sheet: Sheet): string {
  const words = statementWords[sheet.locale]
  const assets = sumOf(sheet, 'assets')
  const wrong = sumOf(sheet, 'balanceCheck').findIndex(
    (value, t) => Math.abs(value ?? 0) > 1e-6 * Math.max(1, Math.abs(assets[t] ?? 0)),
  )
  return wrong < 0 ? words.balances : words.unbalanced(sheet.years.base + wrong)
}
