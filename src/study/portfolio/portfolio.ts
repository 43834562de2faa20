import { book } from '../../model/book.ts'
import { portfolioWords } from '../../text/jobs/portfolio.ts'
import type { Locale } from '../../text/numbers.ts'
import { unitInWords } from '../../text/units.ts'
import type { PlanRow } from './plan-row.ts'

export interface PortfolioColumn {
  readonly output: string
  readonly unit: string
  readonly label: string
  /** Sum over the plans that have it; null where a sum means nothing, as of a share or a tariff. */
  readonly total: number | null
  /** How many plans have a value. */
  readonly plans: number
}

/** Un portafolio de planes: a row a plan in the order they were handed in, and what they add up to. */
export interface Portfolio {
  readonly totals: {
    readonly plans: number
    readonly evaluated: number
    readonly viable: number
    readonly notViable: number
    readonly withProblems: number
  }
  readonly columns: readonly PortfolioColumn[]
  readonly rows: readonly PlanRow[]
}

const additive: readonly string[] = [
  'COP',
  'COP/year',
  't',
  't/year',
  'inhabitants',
  'users',
  'job·year',
  'jobs',
  'm³',
  'ha',
]

/** Puts the rows of a portfolio together; the same rows give the same bytes whoever evaluated them. */
export function portfolioOf(rows: readonly PlanRow[], outputs: readonly string[], locale: Locale): Portfolio {
  const count = (keep: (row: PlanRow) => boolean): number => rows.filter(keep).length
  return {
    totals: {
      plans: rows.length,
      evaluated: count((r) => r.viable !== null),
      viable: count((r) => r.viable === true),
      notViable: count((r) => r.viable === false),
      withProblems: count((r) => r.problems.length > 0),
    },
    columns: outputs.map((output) => columnOf(rows, output, locale)),
    rows,
  }
}

function columnOf(rows: readonly PlanRow[], output: string, locale: Locale): PortfolioColumn {
  const [name = '', year = ''] = output.split(':')
  const entry = book.byId.get(name)
  const unit = entry && 'unit' in entry ? entry.unit : ''
  const values = rows.flatMap(({ figures }) => figures[output] ?? [])
  const at = year === 'first' || year === 'last' ? `, ${portfolioWords[year][locale]}` : year === '' ? '' : `, ${year}`
  return {
    output,
    unit,
    label: `${entry && 'es' in entry ? entry[locale] : output}${at}`,
    total: additive.includes(unit) && values.length > 0 ? values.reduce((sum, x) => sum + x, 0) : null,
    plans: values.length,
  }
}

/**
 * A text cell of RFC 4180, made harmless by an apostrophe where a spreadsheet would take it for a formula. A field may
 * begin with blanks that some readers cut, so those are looked through.
 */
function cell(text: string): string {
  const harmless = /^\s*[=+\-@]|^[\t\r\n]/u.test(text) ? `'${text}` : text
  return /[",\r\n;]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** The table of a portfolio in CSV (RFC 4180, decimal points), one row a plan, in the reader's language. */
export function* portfolioCsv({ columns, rows }: Portfolio, locale: Locale): Generator<string> {
  const words = portfolioWords.heads[locale]
  const figures = columns.map(({ label, unit }) =>
    unit === '' || unit === '1' ? label : `${label} (${unitInWords(unit, locale)})`,
  )
  const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`
  yield line([...words.before, ...figures, ...words.after].map(cell))
  for (const row of rows)
    yield line([
      cell(row.id),
      cell(row.municipalities.map((m) => m.divipola ?? '').join('; ')),
      cell(row.municipalities.map((m) => m.name).join('; ')),
      cell(row.name ?? ''),
      row.viable === null ? '' : cell(portfolioWords.answer(row.viable)[locale]),
      cell(row.alternative?.name ?? ''),
      ...columns.map(({ output }) => String(row.figures[output] ?? '')),
      cell(row.failed.map((f) => f.message).join(' ')),
      cell(row.problems.map((p) => `${p.pointer} ${p.message}`.trim()).join(' ')),
    ])
}
