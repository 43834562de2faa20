import type { Computed } from '../../../formula/order.ts'
import type { Key } from '../../../model/places.ts'
import type { AlternativeRun } from '../../../study/run.ts'
import { explanationWords } from '../../../text/cli/explanation.ts'
import type { Locale } from '../../../text/numbers.ts'
import { percent } from '../../../text/numbers.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Naming } from '../../report/base/sheet.ts'
import { capital, nameOf, placeWords } from '../../report/base/sheet.ts'
import { traceLines } from './explanation.ts'
import { readable } from './formula-words.ts'
import type { GridColumn, GridRow } from './grid.ts'
import { grid, heading } from './grid.ts'
import type { TraceNode } from './trace.ts'

export interface AskedRow {
  readonly at: Key
  readonly value: number | null
}

/** Everything that an explanation shows: the rows asked for, their total where they add up, one of them opened. */
export interface Explanation {
  readonly entry: Computed
  readonly year: number | null
  readonly variant: string
  readonly of: AlternativeRun
  readonly rows: readonly AskedRow[]
  readonly total: number | null
  readonly opened: TraceNode
  readonly depth: number
}

interface PageWish {
  readonly locale: Locale
  /** The alternative was not asked for: it is the first of the ranking. */
  readonly first: boolean
}

/** An explanation as a page: what was asked, its rows and total, and one cell opened. */
export function explanationPage(found: Explanation, { locale, first }: PageWish): string[] {
  const { entry, year, variant, of, rows, opened, depth } = found
  const naming = namingOf(found, locale)
  const words = explanationWords[locale]
  const what = `${entry[locale]}${entry.numeral ? ` [${entry.numeral}]` : ''}${year === null ? '' : `, ${year}`}`
  const deeper = unopened(opened)
  return [
    ...heading(`${words.title} ${what}`, '═'),
    of.scenario.name,
    `${words.alternative(of.name, first && of.scenario.alternatives.length > 1)} · ${words.variant(variant)}`,
    '',
    ...(rows.length > 1 ? [...allRows(found, locale), '', words.oneRow, ''] : []),
    ...traceLines(opened, naming),
    ...(rows.length > 1 || deeper !== undefined ? [''] : []),
    ...(rows.length > 1 ? [words.choose(optionsOf(found))] : []),
    ...(deeper === undefined ? [] : [words.deeper(depth + 1, deeper)]),
  ]
}

/** The id of a line that stayed closed, to say how to open it. */
function unopened(node: TraceNode): string | undefined {
  for (const operand of node.operands ?? []) {
    if (operand.kind === 'line' && operand.operands === undefined && !operand.seen && operand.unit !== '1')
      return operand.id
    const below = unopened(operand)
    if (below !== undefined) return below
  }
  return undefined
}

const mostRows = 60

const namingOf = ({ of }: Explanation, locale: Locale): Naming => ({
  scenario: of.scenario,
  locale,
  alternative: { id: of.id },
})

/** Every row with its value; with a total and shares where they add up. What all rows share stands above. */
function allRows(found: Explanation, locale: Locale): string[] {
  const { entry, rows, total } = found
  const words = explanationWords[locale]
  const naming = namingOf(found, locale)
  const varying = entry.over.filter((d) => new Set(rows.map((r) => r.at[d.id])).size > 1)
  const common = placeWords(
    naming,
    Object.fromEntries(entry.over.filter((d) => !varying.includes(d)).map((d) => [d.id, rows[0]?.at[d.id] ?? ''])),
  )
  const amount = total === null ? '' : ` = ${readable(total, locale)} ${unitInWords(entry.unit, locale)}`
  const share = (value: number | null): string[] =>
    total === null || total === 0 ? [] : [percent(value === null ? null : value / total, locale)]
  const columns: GridColumn[] = [
    ...varying.map((d, i) => ({ head: `${i === 0 ? '  ' : ''}${capital(d[locale])}`, most: 44 })),
    { head: `${words.value} (${unitInWords(entry.unit, locale)})`, align: 'right' },
    ...(share(0).length > 0 ? [{ head: words.share, align: 'right' as const }] : []),
  ]
  const body = rows.slice(0, mostRows).map(
    ({ at, value }): GridRow => ({
      cells: [
        ...varying.map((d, i) => `${i === 0 ? '  ' : ''}${nameOf(naming, d.id, at[d.id] ?? '')}`),
        readable(value, locale, entry.id),
        ...share(value),
      ],
    }),
  )
  const sum: GridRow = {
    cells: [`  ${words.total}`, ...varying.slice(1).map(() => ''), readable(total, locale), ...share(total)],
    rule: 'single',
  }
  return [
    `${entry[locale]}${common === '' ? '' : ` · ${common}`}${amount} (${total === null ? words.severalRows(rows.length) : words.rows(rows.length)})`,
    '',
    ...grid(columns, total === null ? body : [...body, sum]),
    ...(rows.length > mostRows ? [`  ${words.more(rows.length - mostRows)}`] : []),
  ]
}

const ownOptions: Readonly<Record<string, string>> = {
  municipality: '--municipality',
  userClass: '--class',
  zone: '--zone',
}

/** The options that tell the rows apart, with members of the first one that could be asked for. */
function optionsOf({ entry, rows }: Explanation): string {
  const last = rows.at(-1)?.at ?? {}
  return entry.over
    .filter((d) => new Set(rows.map((r) => r.at[d.id])).size > 1)
    .map((d) => (ownOptions[d.id] ? `${ownOptions[d.id]} ${last[d.id]}` : `--at ${d.id}=${last[d.id]}`))
    .join(' ')
}
