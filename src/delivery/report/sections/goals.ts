import type { GoalResult } from '../../../study/diagnosis/goals.ts'
import { goalsOf } from '../../../study/diagnosis/goals.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Context } from '../base/context.ts'
import { missingBlocks, under } from '../base/missing.ts'
import { inPercent, readable, yearText } from '../base/numbers.ts'
import { labelOf } from '../base/sheet.ts'
import type { Block, Part } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'

/** 4. Objetivos y metas generales [7, 8] and 5. by programmes [9], with what the alternative reaches. */
export function goals(context: Context): Part[] {
  const { words, of, locale } = context
  const all = goalsOf(of, locale)
  const ofKind = (kind: string) => all.filter((g) => (g.kind === 'general') === (kind === 'general'))
  return [
    {
      blocks: [
        heading(1, words.chapter.goals),
        ...goalTable(context, words.chapter.goals, ofKind('general')),
        ...missingBlocks(context, under('7', '8')),
      ],
    },
    {
      blocks: [
        heading(1, words.chapter.specific),
        ...goalTable(context, words.chapter.specific, ofKind('specific')),
        ...fulfilment(context, all),
        ...projects(context),
        ...missingBlocks(context, under('9')),
      ],
    },
  ]
}

function amount(value: number | null, unit: string | null, { locale }: Pick<Context, 'locale'>): string {
  if (value === null) return '–'
  if (unit === 'share') return `${inPercent(locale)(value)} %`
  const words = unit === null ? '' : unitInWords(unit, locale)
  return `${readable(value, locale)}${words === '' ? '' : ` ${words}`}`
}

function goalTable(context: Context, caption: string, rows: readonly GoalResult[]): Block[] {
  const { words, locale } = context
  const { goals: w } = words
  if (rows.length === 0) return [paragraph(w.noGoals, 'missing')]
  return [
    table({
      caption: caption.replace(/^\d+\. /u, ''),
      columns: w.heads.map((head, i) => ({
        head,
        width: [26, 15, 12, 12, 7, 11, 17][i] ?? 10,
        ...(i >= 2 && i <= 5 ? { align: 'right' as const } : {}),
      })),
      rows: rows.map((g) => ({
        cells: [
          [g.objective ?? g.id, g.program === null ? '' : `(${termOf('program', g.program, locale)})`].join(' ').trim(),
          g.indicator === null ? '–' : labelOf(g.indicator, locale),
          amount(g.baseline, g.unit, context),
          amount(g.goal, g.unit, context),
          yearText(g.goalYear),
          amount(g.gap, g.unit, context),
          g.policy ?? '–',
        ],
      })),
    }),
  ]
}

function fulfilment(context: Context, rows: readonly GoalResult[]): Block[] {
  const { words } = context
  const { goals: w } = words
  const body = rows.flatMap((g) =>
    g.years.map((y) => ({
      cells: [
        g.objective ?? g.id,
        String(y.year),
        amount(y.target, g.unit, context),
        amount(y.value, g.unit, context),
        y.missing === null ? '–' : amount(Math.max(0, y.missing), g.unit, context),
        y.met === null ? w.unknown : y.met ? w.met : w.notMet,
      ],
    })),
  )
  if (body.length === 0) return []
  return [
    heading(2, w.fulfilment),
    table({
      caption: w.fulfilment,
      columns: w.years.map((head, i) => ({
        head,
        width: [36, 8, 16, 16, 14, 10][i] ?? 10,
        ...(i > 0 && i < 5 ? { align: 'right' as const } : {}),
      })),
      rows: body,
    }),
  ]
}

function projects({ words, of, locale }: Context): Block[] {
  const { goals: w, structure } = words
  const own = of.places.alternative.projects
  if (own.length === 0) return [heading(2, w.projects), paragraph(structure.noProjects, 'missing')]
  const programs = [...new Set(own.map((p) => p.program))]
  return [
    heading(2, w.projects),
    table({
      caption: w.projects,
      columns: w.projectHeads.map((head, i) => ({ head, width: [30, 30, 20, 20][i] ?? 20 })),
      rows: programs.flatMap((program) => [
        { cells: [termOf('program', program, locale)], kind: 'group' as const },
        ...own
          .filter((p) => p.program === program)
          .map((p) => ({
            cells: [p.name ?? p.id, p.expectedResult ?? '–', p.indicator ?? '–', p.responsible ?? '–'],
          })),
      ]),
    }),
  ]
}
