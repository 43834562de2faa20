import { scenarioHash } from '../../scenario/canonical.ts'
import { contestOf } from '../../study/choice/contest.ts'
import { runAlternative } from '../../study/run.ts'
import type { ExtractColumn, ExtractTable } from '../../study/statements/provider-extract.ts'
import { extractEntities, providerExtract } from '../../study/statements/provider-extract.ts'
import type { Locale } from '../../text/numbers.ts'
import { reportWords } from '../../text/report/words.ts'
import { planOf } from './base/context.ts'
import { inMillions, readable, yearText } from './base/numbers.ts'
import type { YearRow } from './base/year-table.ts'
import { yearTables } from './base/year-table.ts'
import type { Block, ReportDocument } from './document.ts'
import { heading, paragraph, table } from './document.ts'
import { pdfOf } from './pdf/pdf.ts'
import type { ReportSource } from './report.ts'
import { UnknownInPlan } from './report.ts'

export interface ExtractAsked {
  readonly entity: string
  readonly locale: Locale
  readonly alternative?: string | undefined
  readonly variant?: string | undefined
}

/** Extracto para el prestador [arts. 3, 14] as PDF: the tables of its study as they stand. Throws UnknownInPlan. */
export const extractPdf = (source: ReportSource, asked: ExtractAsked): Promise<Uint8Array> =>
  pdfOf(extractTree(source, asked))

export function extractTree({ scenario, document }: ReportSource, asked: ExtractAsked): ReportDocument {
  const { entity, locale, alternative, variant = 'base' } = asked
  const variants = ['base', ...scenario.variants.map(({ id }) => id)]
  if (!variants.includes(variant)) throw new UnknownInPlan('variant', variants)
  const plan = planOf(scenario, variant)
  const ids = plan.alternatives.map(({ id }) => id)
  const wanted = alternative ?? contestOf(plan).winner ?? ids[0] ?? ''
  if (!ids.includes(wanted)) throw new UnknownInPlan('alternative', ids)
  const of = runAlternative(plan, ids.indexOf(wanted))
  const entities = extractEntities(of)
  if (!entities.includes(entity)) throw new UnknownInPlan('entity', entities)
  const found = providerExtract(of, entity, locale)
  const words = reportWords[locale]
  const hash = scenarioHash(document)
  return {
    title: `${words.extract.title(found.name)} · ${found.scenario}`,
    subject: words.extract.subtitle,
    language: locale === 'es' ? 'es-CO' : 'en-US',
    running: { left: found.scenario, right: words.running(hash.slice(0, 12)) },
    page: words.page,
    contentsTitle: words.contents,
    cover: {
      over: words.over,
      title: words.extract.title(found.name),
      subtitle: found.scenario,
      facts: [
        { term: words.cover.alternative, text: found.alternative },
        { term: words.cover.pesos, text: words.pesos.current },
        { term: words.cover.plan, text: hash.slice(0, 12) },
      ],
    },
    parts: [
      {
        landscape: true,
        blocks: found.sections.flatMap((section): Block[] => [
          heading(1, section.title),
          ...(section.empty === undefined ? [] : [paragraph(section.empty, 'missing')]),
          ...section.tables.flatMap((one) => blocksOf(one, locale)),
        ]),
      },
    ],
    year: plan.baseYear,
    hash,
  }
}

type Cell = string | number | null

function blocksOf(one: ExtractTable, locale: Locale): Block[] {
  const { pesos } = reportWords[locale]
  const isMoney = one.columns.some((c) => c.kind === 'money')
  const unit = isMoney ? { unit: pesos.millions(pesos.current) } : {}
  const rows = [
    ...one.rows.map((row) => ({ row, total: false })),
    ...(one.total ? [{ row: one.total, total: true }] : []),
  ]
  const years = one.columns.filter((c) => /^\d{4}$/u.test(c.id))
  if (years.length > 6) return yearly(one, rows, { years, unit, locale })
  return [
    table({
      caption: one.title,
      ...unit,
      columns: one.columns.map((c) => ({
        head: c.title,
        width: c.kind === 'text' ? 16 : 9,
        ...(c.kind === 'text' ? {} : { align: 'right' as const }),
      })),
      rows: rows.map(({ row, total }) => ({
        cells: row.map((cell, i) => written(cell, one.columns[i], locale)),
        ...(total ? { kind: 'total' as const } : {}),
      })),
    }),
  ]
}

function written(cell: Cell, column: ExtractColumn | undefined, locale: Locale): string {
  if (typeof cell === 'string') return cell
  if (cell === null) return column?.kind === 'text' ? '' : '–'
  if (column?.kind === 'money') return inMillions(locale)(cell)
  const plainYear = column?.kind === 'year' && !/^\d{4}$/u.test(column.id)
  return plainYear ? yearText(cell) : readable(cell, locale)
}

interface Yearly {
  readonly years: readonly ExtractColumn[]
  readonly unit: { readonly unit?: string }
  readonly locale: Locale
}

function yearly(
  one: ExtractTable,
  rows: readonly { readonly row: readonly Cell[]; readonly total: boolean }[],
  { years, unit, locale }: Yearly,
): Block[] {
  const names = one.columns.flatMap((c, i) => (c.kind === 'text' ? [i] : []))
  const write = years[0]?.kind === 'money' ? inMillions(locale) : (x: number | null) => readable(x, locale)
  return yearTables({
    caption: one.title,
    ...unit,
    head: names.map((i) => one.columns[i]?.title ?? '').join(' · '),
    rows: rows.map(
      ({ row, total }): YearRow => ({
        label: names
          .map((i) => row[i] ?? '')
          .filter((t) => t !== '')
          .join(' · '),
        values: years.map((c) => {
          const value = row[one.columns.indexOf(c)]
          return typeof value === 'number' ? value : null
        }),
        ...(total ? { kind: 'total' } : {}),
      }),
    ),
    years: years.map((c) => Number(c.id)),
    write,
  })
}
