import type { Figure } from '../../../study/result.ts'
import type { PaperWords } from '../../../text/cli/paper-es.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Values } from '../../report/base/numbers.ts'
import type { Kind } from '../../report/base/plan-figures.ts'
import { planFigures } from '../../report/base/plan-figures.ts'
import { isZero, labelOf, nameOf, placeWords, rowsOf, several, sumOf } from '../../report/base/sheet.ts'
import { grid, hanging, heading } from '../print/grid.ts'
import type { Sheet } from './sheet.ts'
import type { YearRow } from './year-table.ts'
import { decimals, inMillions, yearTable } from './year-table.ts'

const ownUnits: Readonly<Record<string, string>> = {
  usersAtHorizon: 'user',
  jobYears: 'job·year',
  reincorporatedTonnes: 't',
  requiredCapacity: 'm3',
  landfillLifeYears: 'year',
}

/** Cifras del plan [10.3, 11.3] with their units, and why one has no value; then ratios and costs by year. */
export function figures(sheet: Sheet): string[] {
  const { words } = sheet
  return [
    ...heading(words.figures),
    '',
    ...single(sheet),
    '',
    ...byYear(sheet, words.ratios, ratioRows(sheet)),
    '',
    ...byYear(sheet, words.perUser(sheet.result.years.base), perUserRows(sheet)),
    ...fiscalEffort(sheet),
  ]
}

function single(sheet: Sheet): string[] {
  const { words, alternative, locale } = sheet
  const rows = planFigures.map(([id, kind]) => {
    const value = numberOf(alternative.figures[id])
    return { id, value, cells: [`  ${labelOf(id, locale)}`, write(sheet, kind, value), unitOf(sheet, id, kind)] }
  })
  const reasons = rows.filter((r) => r.value === null).flatMap((r) => reasonOf(sheet, r.id))
  const columns = [
    { head: words.figure, most: 64 },
    { head: words.value, align: 'right' as const },
    { head: words.unit },
  ]
  return [...grid(columns, rows), ...reasons.flatMap((r) => hanging('  – ', r))]
}

const numberOf = (figure: Figure | undefined): number | null => (typeof figure === 'number' ? figure : null)

function write(sheet: Sheet, kind: Kind, value: number | null): string {
  if (kind === 'year') return value === null ? '–' : String(value)
  if (kind === 'millions') return inMillions(sheet)(value)
  if (kind === 'percent') return decimals(sheet, 1, 100)(value)
  return decimals(sheet, kind === 'times' ? 2 : kind === 'one' ? 1 : 0)(value)
}

function unitOf({ words, result, locale }: Sheet, id: string, kind: Kind): string {
  const base = result.years.base
  if (kind === 'whole' || kind === 'one') return unitInWords(ownUnits[id] ?? '', locale)
  const texts: Readonly<Record<Exclude<Kind, 'whole' | 'one'>, string>> = {
    millions: words.millionsOfBase(base),
    percent: words.percentUnit,
    times: words.times,
    year: words.calendarYear,
    perUserMonth: words.pesosOfBase(base, words.perUserMonth),
    perTonne: words.pesosOfBase(base, words.perTonne),
  }
  return texts[kind]
}

/** The engine's own sentence about a figure without value. */
function reasonOf({ alternative, locale }: Sheet, id: string): string[] {
  const [open, close] = locale === 'es' ? ['«', '»'] : ['"', '"']
  const subject = `${open}${labelOf(id, locale)}${close}`
  const found = alternative.warnings.find((w) => w.code === 'undefined' && w.message.startsWith(subject))
  const reason = found?.message.slice(found.message.indexOf(': ') + 2)
  return reason === undefined ? [] : [`${labelOf(id, locale)}: ${reason}`]
}

const byYear = (sheet: Sheet, head: string, rows: readonly YearRow[]): string[] =>
  yearTable(sheet, { head, rows, last: sheet.result.years.financial.length - 1, format: decimals(sheet, 2) })

function ratioRows(sheet: Sheet): YearRow[] {
  const shares = new Set(['operatingMargin', 'indebtedness'])
  return (Object.keys(sheet.words.ratioWords) as (keyof PaperWords['ratioWords'])[]).map((line) => {
    const format = shares.has(line)
      ? decimals(sheet, 1, 100)
      : line === 'receivableDays'
        ? decimals(sheet, 0)
        : decimals(sheet, 2)
    return { label: `  ${sheet.words.ratioWords[line]}`, values: sumOf(sheet, line), format }
  })
}

function perUserRows(sheet: Sheet): YearRow[] {
  const rows = rowsOf(sheet, 'monthlyCostPerUser').map(
    ({ at, values }): YearRow => ({ label: `  ${nameOf(sheet, 'category', at.category ?? '')}`, values }),
  )
  const total: YearRow = { label: sheet.words.total, values: sumOf(sheet, 'monthlyCostPerUser'), rule: 'single' }
  return [...rows, total].map((r) => ({ ...r, format: decimals(sheet, 0) }))
}

function fiscalEffort(sheet: Sheet): string[] {
  const rows = rowsOf(sheet, 'fiscalEffort').filter(({ values }) => values.some((v: Values[number]) => v !== null))
  if (rows.every(({ values }) => isZero(values))) return []
  const printed = rows.map(
    ({ at, values }): YearRow => ({
      label: `  ${several(sheet) ? placeWords(sheet, at) : nameOf(sheet, 'municipality', at.municipality ?? '')}`,
      values,
      format: decimals(sheet, 1, 100),
    }),
  )
  return ['', ...byYear(sheet, sheet.words.fiscalEffort, printed)]
}
