import type { Line, Method } from '../../../formula/entry.ts'
import { isComputed } from '../../../formula/order.ts'
import { renderText } from '../../../formula/render.ts'
import { book, modelHash } from '../../../model/book.ts'
import { scenarioHash } from '../../../scenario/canonical.ts'
import type { AlternativeResult } from '../../../study/result.ts'
import { engineVersion } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import { unitInWords } from '../../../text/units.ts'
import { coverWords } from '../../../text/workbook/cover.ts'
import type { SheetId } from '../../../text/workbook/words.ts'
import { sheetNames } from '../../../text/workbook/words.ts'
import type { Chart, Sheet } from '../cells.ts'
import { columnName, put, quoted } from '../cells.ts'
import { formatOf, verdictFormat } from '../formats.ts'
import type { Layout } from '../layout.ts'
import { columns, headRow, seenFrom, valueCell } from '../layout.ts'
import type { PlanSheets } from '../workbook.ts'
import { placeNames, shown, valuesOf } from './rows.ts'

const flat = (name: string, widths: readonly number[], rows = 0): Sheet => ({
  name,
  widths,
  cells: [],
  ...(rows > 0 ? { frozen: { rows, columns: 0 }, repeatedRows: `$1:$${rows}` } : {}),
})

const keyFigures = [
  'planNpv',
  'irr',
  'pvCosts',
  'averageTariff',
  'costCoverage',
  'territorialContribution',
  'landfillEndYear',
  'minimumCash',
]

interface CoverFacts {
  readonly sheets: readonly string[]
  readonly result: AlternativeResult
  /** The cells of the checks' and the viability's verdicts. */
  readonly master: string
  readonly viable: string
  readonly locale: Locale
}

/** Portada: what the workbook is, its master flag, its key figures and its sheets. */
export function coverSheet({ layout }: PlanSheets, { sheets, result, master, viable, locale }: CoverFacts): Sheet {
  const { of } = layout
  const w = coverWords[locale]
  const sheet: Sheet = { ...flat(sheetNames.cover[locale], [44, 68, 26]), onePage: true }
  put(sheet, 0, 0, { value: of.scenario.name, look: { role: 'title' } })
  put(sheet, 1, 0, { value: `${w.subtitle} · ${of.name}`, look: { role: 'note' } })
  const facts: [string, string | number][] = [
    [w.municipalities, of.scenario.territory.municipalities.map((m) => m.name ?? m.id).join(', ')],
    [w.norm, termOf('norm', of.scenario.norm, locale)],
    [w.years, `${of.scenario.baseYear}–${of.scenario.baseYear + of.scenario.horizon.financial}`],
    [w.scenarioHash, scenarioHash(of.document)],
    [w.modelHash, modelHash],
    [w.engine, engineVersion],
  ]
  let row = 3
  for (const [name, value] of facts) {
    put(sheet, row, 0, { value: name, look: { role: 'label' } })
    put(sheet, row, 1, { value, look: { role: 'plain' } })
    row += 1
  }
  const verdicts = [
    { name: w.viable, holds: result.viable, cell: viable, texts: [w.yes, w.no] },
    { name: w.checks, holds: result.checks.ok, cell: master, texts: [w.allOk, w.notOk] },
  ] as const
  for (const { name, holds, cell, texts } of verdicts) {
    put(sheet, row, 0, { value: name, look: { role: 'subtotal' } })
    put(sheet, row, 1, {
      value: holds ? 1 : 0,
      formula: cell,
      look: { role: 'verdict', format: verdictFormat(...texts) },
    })
    row += 1
  }
  row += 1
  row = figureRows(sheet, { layout, locale }, row)
  row += 2
  put(sheet, row, 0, { value: w.contents, look: { role: 'section' } })
  for (const c of [1, 2]) put(sheet, row, c, { value: null, look: { role: 'section' } })
  for (const name of sheets) {
    row += 1
    put(sheet, row, 0, { value: name, look: { role: 'link' }, goTo: `${quoted(name)}!A1` })
  }
  row += 2
  for (const note of [...w.notes]) {
    put(sheet, row, 0, { value: note, look: { role: 'note' } })
    row += 1
  }
  return sheet
}

/** The key figures below their heading; gives the last row written. */
function figureRows(sheet: Sheet, { layout, locale }: { layout: Layout; locale: Locale }, start: number): number {
  const { of } = layout
  let row = start
  put(sheet, row, 0, { value: coverWords[locale].figures, look: { role: 'section' } })
  for (const c of [1, 2]) put(sheet, row, c, { value: null, look: { role: 'section' } })
  for (const id of keyFigures) {
    const entry = book.byId.get(id)
    const place = entry && layout.places.get(entry)
    if (entry === undefined || place === undefined || of.run.slots.get(entry)?.years !== 1) continue
    row += 1
    put(sheet, row, 0, { value: entry[locale], look: { role: 'label' } })
    put(sheet, row, 1, {
      value: shown(valuesOf(of, entry, 0)[0], '–'),
      formula: `IF(ISNUMBER(${valueCell(sheet.name, place)}),${valueCell(sheet.name, place)},"–")`,
      look: { role: 'figure', format: formatOf(entry.unit) },
    })
    put(sheet, row, 2, {
      value: ['1', 'share'].includes(entry.unit) ? '' : unitInWords(entry.unit, locale),
      look: { role: 'faint' },
    })
  }
  return row
}

/** Glosario: every line of the book that the workbook holds, with its numeral, unit and formula. */
export function glossarySheet({ layout, sheets }: PlanSheets, locale: Locale): Sheet {
  const w = coverWords[locale]
  const sheet = flat(sheetNames.glossary[locale], [26, 52, 20, 12, 28, 110], 1)
  w.glossary.forEach((title, c) => void put(sheet, 0, c, { value: title, look: { role: 'head' } }))
  let row = 1
  const named = new Set([...sheets.values()].map((s) => s.name))
  for (const [entry, place] of layout.places) {
    if (!isComputed(entry) || !named.has(place.sheet)) continue
    const formula = entry.type === 'line' ? book.formulas.get(entry) : undefined
    const texts = [
      entry.id,
      entry[locale],
      entry.unit === '1' ? '' : unitInWords(entry.unit, locale),
      entry.numeral ?? '',
      place.sheet,
    ]
    texts.forEach((value, c) => void put(sheet, row, c, { value, look: { role: c === 0 ? 'faint' : 'plain' } }))
    put(sheet, row, 5, { value: formula ? renderText(formula).slice(0, 2000) : w.method, look: { role: 'faint' } })
    row += 1
  }
  return sheet
}

interface Drawing {
  readonly title: string
  readonly kind: Chart['kind']
  readonly stacked?: boolean
  readonly unit: string
  readonly lines: readonly { readonly id: string; readonly row?: number; readonly name?: string }[]
}

const palette = ['12486B', 'E69F00', '009E73', 'CC79A7', '56B4E9', 'D55E00', '7B8794', 'F0E442']

/** Gráficas that the spreadsheet draws from its own cells. */
export function chartSheet(plan: PlanSheets, locale: Locale): Sheet {
  const { layout } = plan
  const w = coverWords[locale]
  const named = placeNames(layout.of, locale)
  const rowsOf = (id: string, most = 8) => {
    const entry = book.byId.get(id) as Line | Method | undefined
    const slot = entry && layout.of.run.slots.get(entry)
    if (entry === undefined || slot === undefined) return []
    const used = slot.domain.rows
      .map((_, row) => row)
      .filter((row) => valuesOf(layout.of, entry, row).some((v) => v !== 0 && !Number.isNaN(v)))
    return used.slice(0, most).map((row) => {
      const { municipality, ...key } = layout.of.run.domains.keyOf(slot.domain, row)
      const isAlone = layout.of.scenario.territory.municipalities.length === 1
      const place = named(municipality === undefined || isAlone ? key : { municipality, ...key })
      return { id, row, name: place === '' ? entry[locale] : place }
    })
  }
  const drawings: Drawing[] = [
    {
      title: w.charts.cash,
      kind: 'column',
      unit: 'COP',
      lines: ['operatingCashFlow', 'investmentCashFlow', 'financingCashFlow'].flatMap((id) => rowsOf(id)),
    },
    { title: w.charts.balance, kind: 'line', unit: 'COP', lines: rowsOf('cash') },
    { title: w.charts.tariffs, kind: 'line', unit: 'COP/mes', lines: rowsOf('userTariff') },
    { title: w.charts.landfill, kind: 'area', unit: 'm³', lines: rowsOf('landfillRemaining') },
    { title: w.charts.waste, kind: 'column', stacked: true, unit: 't/año', lines: rowsOf('siteDisposal') },
    {
      title: w.charts.costs,
      kind: 'column',
      stacked: true,
      unit: 'COP',
      lines: ['operationMaintenance', 'administration'].flatMap((id) => rowsOf(id)),
    },
  ]
  const sheet = flat(sheetNames.charts[locale], new Array<number>(20).fill(11))
  put(sheet, 0, 0, { value: sheetNames.charts[locale], look: { role: 'title' } })
  put(sheet, 1, 0, { value: w.chartsNote, look: { role: 'note' } })
  const charts = drawings.filter(({ lines }) => lines.length > 0).map((d, i) => chartOf(plan, d, i))
  return { ...sheet, charts, onePage: true }
}

function chartOf({ layout }: PlanSheets, { title, kind, stacked, unit, lines }: Drawing, i: number): Chart {
  const series = lines.map(({ id, row = 0, name = id }, n) => {
    const entry = book.byId.get(id) as Line
    const place = layout.places.get(entry) as { sheet: string; row: number }
    const { years } = layout.of.run.slots.get(entry) as { years: number }
    const span = (r: number) =>
      `${seenFrom('', place.sheet)}$${columnName(columns.firstYear)}$${r}:$${columnName(columns.firstYear + years - 1)}$${r}`
    return {
      name,
      values: span(place.row + row + 1),
      categories: span(headRow + 1),
      color: palette[n % palette.length] as string,
    }
  })
  const at = { row: 3 + Math.floor(i / 2) * 22, col: (i % 2) * 9 }
  return {
    kind,
    title,
    ...(stacked ? { stacked } : {}),
    series,
    unit,
    from: at,
    to: { row: at.row + 20, col: at.col + 8 },
  }
}

/** Pesos constantes: the statements in pesos of the base year, each year divided by its price index. */
export function constantPesos(
  { layout, sheets }: PlanSheets,
  sheet: Sheet,
  { lines, locale }: { lines: readonly Line[]; locale: Locale },
): Sheet {
  const index = book.byId.get('inflationIndex')
  const place = index && layout.places.get(index)
  const head = sheets.get('income' satisfies SheetId)?.cells[headRow] ?? []
  sheet.cells[headRow] = [...head]
  put(sheet, 0, 0, { value: sheetNames.constant[locale], look: { role: 'title' } })
  put(sheet, 1, 0, { value: coverWords[locale].constantNote, look: { role: 'note' } })
  if (index === undefined || place === undefined) return sheet
  const prices = valuesOf(layout.of, index, 0)
  const column = (t: number) => columnName(columns.firstYear + t)
  let row = headRow + 1
  for (const line of lines) {
    const from = layout.places.get(line)
    if (from === undefined || !line.unit.startsWith('COP')) continue
    put(sheet, row, columns.name, { value: line[locale], look: { role: 'label' } })
    put(sheet, row, columns.unit, { value: coverWords[locale].baseUnit, look: { role: 'faint' } })
    put(sheet, row, columns.numeral, { value: line.numeral ?? '', look: { role: 'faint' } })
    put(sheet, row, columns.code, { value: line.id, look: { role: 'faint' } })
    valuesOf(layout.of, line, 0).forEach((v, t) => {
      const formula = `IFERROR(${quoted(from.sheet)}!${column(t)}${from.row + 1}/${quoted(place.sheet)}!${column(t)}${place.row + 1},"")`
      put(sheet, row, columns.firstYear + t, {
        value: shown(v / (prices[t] ?? 1)),
        formula,
        look: { role: 'figure', format: formatOf('COP') },
      })
    })
    row += 1
  }
  return sheet
}
