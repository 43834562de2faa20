import type { BudgetTable } from '../../../study/statements/budget-tables.ts'
import { budgetTables, coverageTable } from '../../../study/statements/budget-tables.ts'
import { scheduleOf } from '../../../study/statements/schedule.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Context } from '../base/context.ts'
import { chartOf } from '../base/context.ts'
import { inMillions, inPercent, yearText } from '../base/numbers.ts'
import { nameOf, sourceName } from '../base/sheet.ts'
import { yearTables } from '../base/year-table.ts'
import type { Block, Part } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'

/** 7. Estructuración del plan [11.1, 11.2]: schedule, budget and investment plan. */
export function structure(context: Context): Part[] {
  const { words } = context
  const { structure: w } = words
  return [
    {
      landscape: true,
      blocks: [
        heading(1, words.chapter.structure),
        heading(2, w.schedule),
        ...schedule(context),
        heading(2, w.budget),
        ...chartOf(context, 'budget'),
        ...budget(context),
        ...coverage(context),
        ...stages(context),
      ],
    },
  ]
}

function schedule({ words, of, locale }: Context): Block[] {
  const { structure: w } = words
  const entries = scheduleOf(of)
  if (entries.length === 0) return [paragraph(w.noProjects, 'missing')]
  return [
    table({
      caption: w.schedule,
      columns: w.scheduleHeads.map((head, i) => ({
        head,
        width: [46, 11, 11, 8, 24][i] ?? 10,
        ...(i > 0 && i < 4 ? { align: 'right' as const } : {}),
      })),
      rows: [...new Set(entries.map((e) => e.program))].flatMap((program) => [
        { cells: [termOf('program', program, locale)], kind: 'group' as const },
        ...entries
          .filter((e) => e.program === program)
          .map((e) => ({
            cells: [
              e.kind === 'activity' ? `– ${e.name}` : e.name,
              e.start ?? '–',
              e.end ?? '–',
              yearText(e.years),
              e.responsible ?? '–',
            ],
          })),
      ]),
    }),
  ]
}

const rowDimension: Readonly<Record<string, string>> = {
  'program-phase': 'program',
  'component-category': 'component',
  'entity-category': 'entity',
  'municipality-category': 'municipality',
  'program-term': 'program',
  'investment-year': 'project',
}

/** The study's tables: their own totals stand at the foot. */
function budget(context: Context): Block[] {
  const { words, of, scenario, index } = context
  const { structure: w } = words
  const wanted = Object.keys(w.tables).filter(
    (id) => id !== 'municipality-category' || scenario.territory.municipalities.length > 1,
  )
  const found = budgetTables(of, index).filter((t) => wanted.includes(t.id))
  const ordered = wanted.flatMap((id) => found.filter((t) => t.id === id))
  if (ordered.length === 0) return [paragraph(w.noProjects, 'missing')]
  return ordered.flatMap((t) =>
    t.id === 'investment-year' ? [heading(2, w.investments), ...investmentPlan(context, t)] : [crossTable(context, t)],
  )
}

function memberName(context: Context, dimension: string, member: string): string {
  const { structure: w } = context.words
  if (member === 'closure') return w.closure
  if (member === 'outside') return w.outside
  if (member === 'shared') return w.shared
  return nameOf(context, dimension, member)
}

function crossTable(context: Context, { id, rows, columns, totals, total }: BudgetTable): Block {
  const { words, locale } = context
  const write = inMillions(locale)
  const [, across = ''] = id.split('-')
  return table({
    caption: words.structure.tables[id] ?? id,
    unit: words.pesos.millions(context.pesos),
    columns: [
      { head: words.column.concept, width: 34 },
      ...columns.map((c) => ({ head: memberName(context, across, c), width: 13, align: 'right' as const })),
      { head: words.column.total, width: 14, align: 'right' as const },
    ],
    rows: [
      ...rows.map((r) => ({
        cells: [memberName(context, rowDimension[id] ?? '', r.key), ...r.amounts.map(write), write(r.total)],
      })),
      { cells: [words.column.total, ...totals.map(write), write(total)], kind: 'total' as const },
    ],
  })
}

function investmentPlan(context: Context, { rows, columns, totals }: BudgetTable): Block[] {
  const { words, locale } = context
  return yearTables({
    caption: words.structure.tables['investment-year'] ?? '',
    unit: words.pesos.millions(context.pesos),
    head: words.column.project,
    rows: [
      ...rows.map((r) => ({ label: memberName(context, 'project', r.key), values: r.amounts })),
      { label: words.column.total, values: totals, kind: 'total' as const },
    ],
    years: columns.map(Number),
    write: inMillions(locale),
    most: 10,
  })
}

function coverage({ words, of, locale }: Context): Block[] {
  const rows = Object.entries(coverageTable(of).programs)
  if (rows.length === 0) return []
  return [
    table({
      caption: words.structure.coverage,
      columns: [
        { head: words.column.program, width: 75 },
        { head: words.structure.coverageHead, width: 25, align: 'right' },
      ],
      rows: rows.map(([program, value]) => ({ cells: [termOf('program', program, locale), inPercent(locale)(value)] })),
    }),
  ]
}

/** Costos por etapa y su financiación [11.3]: what each stage takes from each source over the whole plan. */
function stages(context: Context): Block[] {
  const { words, alternative, locale, pesos } = context
  const { structure: w } = words
  const sources = [...new Set(alternative.stages.map((s) => s.source))]
  const write = inMillions(locale)
  const total = (stage?: string, source?: string): number =>
    alternative.stages
      .filter((s) => (stage === undefined || s.stage === stage) && (source === undefined || s.source === source))
      .reduce((sum, { values }) => sum + values.reduce<number>((a, v) => a + (v ?? 0), 0), 0)
  const named = [...new Set(alternative.stages.map((s) => s.stage))]
  if (named.length === 0) return []
  return [
    table({
      caption: w.stages,
      unit: words.pesos.millions(pesos),
      columns: [
        { head: words.column.source, width: 40 },
        ...named.map((stage) => ({ head: w.stage[stage] ?? stage, width: 15, align: 'right' as const })),
        { head: words.column.total, width: 15, align: 'right' },
      ],
      rows: [
        ...sources.map((source) => ({
          cells: [
            sourceName(context, source),
            ...named.map((stage) => write(total(stage, source))),
            write(total(undefined, source)),
          ],
        })),
        {
          cells: [words.column.total, ...named.map((stage) => write(total(stage))), write(total())],
          kind: 'total',
        },
      ],
    }),
  ]
}
