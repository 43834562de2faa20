import { bookCatalogue } from '../../model/book.ts'
import { criteria } from '../../scenario/document/ranking.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { evaluate } from '../../study/evaluate.ts'
import { weightsOf } from '../../study/ranking.ts'
import type { VariantResult } from '../../study/result.ts'
import { termOf } from '../../text/cli/terms.ts'
import type { Locale } from '../../text/numbers.ts'
import { unitInWords } from '../../text/units.ts'
import { coverWords } from '../../text/workbook/cover.ts'
import { rankingWords } from '../../text/workbook/ranking.ts'
import { said, sheetNames } from '../../text/workbook/words.ts'
import type { Sheet, Workbook } from './cells.ts'
import { columnName, put, quoted } from './cells.ts'
import { formatOf } from './formats.ts'
import { criterionFormat } from './pages/criteria.ts'
import type { WorkbookSource } from './plan-workbook.ts'
import type { RankingSource } from './ranking/table.ts'
import { ranked, rankingTable } from './ranking/table.ts'

/** Comparación de alternativas [10.3]: figures side by side with their differences, criteria, normalisation and order by formula. */
export function comparisonWorkbook({ scenario, document }: WorkbookSource, locale: Locale = 'es'): Workbook {
  const { variants } = evaluate({ ...scenario, variants: [] }, { document, locale })
  const variant = variants[0] as VariantResult
  const figures = figureSheet(variant, locale)
  const ranking: Sheet = {
    name: sheetNames.ranking[locale],
    widths: [52, 10, ...variant.alternatives.map(() => 24)],
    cells: [],
    frozen: { rows: 3, columns: 1 },
    grouped: new Set<number>(),
  }
  const w = coverWords[locale]
  put(ranking, 0, 0, { value: sheetNames.ranking[locale], look: { role: 'title' } })
  put(ranking, 1, 0, { value: w.comparisonNote, look: { role: 'note' } })
  rankingTable({
    sheet: ranking,
    row: 2,
    columns: { label: 0, value: 1, first: 2 },
    variant,
    wish: scenario.ranking,
    locale,
    source: sourceIn(figures, { variant, wish: scenario.ranking, locale }),
  })
  return { title: `${w.comparisonTitle} · ${scenario.name}`, sheets: [figures.sheet, ranking], names: [] }
}

interface Figures {
  readonly sheet: Sheet
  readonly criteriaRow: number
}

/** What the ranking needs beside the figures stands below them, in the same sheet. */
function sourceIn(
  { sheet, criteriaRow }: Figures,
  { variant, wish, locale }: { variant: VariantResult; wish: Scenario['ranking']; locale: Locale },
): RankingSource {
  const w = rankingWords[locale]
  const at = quoted(sheet.name)
  const placeOf = ranked(variant).map(({ id }) => variant.alternatives.findIndex((a) => a.id === id))
  const below = (name: string, values: readonly (number | string | boolean)[], format?: string): number => {
    const row = sheet.cells.length
    put(sheet, row, 0, { value: name, look: { role: 'label' } })
    values.forEach((value, i) => void put(sheet, row, 1 + i, { value, look: { role: 'kept', format } }))
    return row
  }
  put(sheet, sheet.cells.length + 1, 0, { value: sheetNames.ranking[locale], look: { role: 'section' } })
  const fixed = (row: number) => `${at}!$B$${row + 1}`
  const viable = below(
    w.viable,
    variant.alternatives.map((a) => (a.viable ? 1 : 0)),
    '0',
  )
  const viableFirst = fixed(below(w.viableFirst, [wish.requireViable]))
  const method = fixed(below(w.method, [wish.method]))
  const each = (text: string, values: readonly number[], format: string) =>
    values.map((value, j) =>
      fixed(below(`${text}: ${termOf('criterion', criteria[j] ?? '', locale)}`, [value], format)),
    )
  const weights = each(w.weight, weightsOf(wish), '0.000')
  const thresholds = each(
    w.threshold,
    criteria.map((c) => wish.thresholds[c]),
    '0.0##%',
  )
  const column = (i: number) => columnName(1 + (placeOf[i] ?? 0))
  return {
    cell: (criterion, i) => ({
      value: variant.alternatives[placeOf[i] ?? 0]?.criteria[criterion] ?? said('noDatum', locale),
      formula: `${at}!${column(i)}${criteriaRow + criteria.indexOf(criterion) + 1}`,
    }),
    viable: (i) => `${at}!${column(i)}${viable + 1}`,
    weight: (j) => weights[j] as string,
    threshold: (j) => thresholds[j] as string,
    viableFirst,
    method,
  }
}

function figureSheet({ alternatives }: VariantResult, locale: Locale): Figures {
  const w = coverWords[locale]
  const n = alternatives.length
  const sheet: Sheet = {
    name: w.comparisonTitle,
    widths: [66, ...alternatives.map(() => 24), ...alternatives.slice(1).map(() => 24)],
    cells: [],
    frozen: { rows: 4, columns: 1 },
  }
  put(sheet, 0, 0, { value: w.comparisonTitle, look: { role: 'title' } })
  put(sheet, 1, 0, { value: w.comparisonNote, look: { role: 'note' } })
  put(sheet, 3, 0, { value: w.figureHead, look: { role: 'head' } })
  alternatives.forEach(({ name }, i) => {
    put(sheet, 3, 1 + i, { value: name, look: { role: 'head' } })
    if (i > 0) put(sheet, 3, 1 + n + i - 1, { value: `${name}: ${w.difference}`, look: { role: 'head' } })
  })
  let row = 4
  const write = (name: string, values: readonly (number | null)[], format: string) => {
    put(sheet, row, 0, { value: name, look: { role: 'label' } })
    values.forEach((v, i) => {
      put(sheet, row, 1 + i, { value: v ?? said('noDatum', locale), look: { role: 'kept', format } })
      if (i === 0) return
      const [own, first] = [`${columnName(1 + i)}${row + 1}`, `$B${row + 1}`]
      const [a, b] = [values[i] ?? null, values[0] ?? null]
      const formula = `IF(AND(ISNUMBER(${own}),ISNUMBER(${first})),${own}-${first},"")`
      put(sheet, row, n + i, {
        value: a === null || b === null ? '' : a - b,
        formula,
        look: { role: 'figure', format },
      })
    })
    row += 1
  }
  const criteriaRow = row
  for (const c of criteria)
    write(
      termOf('criterion', c, locale),
      alternatives.map((a) => a.criteria[c] ?? null),
      criterionFormat(c),
    )
  row += 1
  for (const entry of bookCatalogue()) {
    const values = alternatives.map((a) => a.figures[entry.id])
    if (!values.every((v): v is number | null => v === null || typeof v === 'number')) continue
    write(
      `${entry[locale]}${entry.unit === '1' ? '' : ` (${unitInWords(entry.unit, locale)})`}`,
      values,
      formatOf(entry.unit),
    )
  }
  return { sheet, criteriaRow }
}
