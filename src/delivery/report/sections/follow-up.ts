import { goalsOf } from '../../../study/diagnosis/goals.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Context } from '../base/context.ts'
import { missingBlocks, under } from '../base/missing.ts'
import { decimals, inMillions, inPercent } from '../base/numbers.ts'
import { capital, labelOf, nameOf, sumOf } from '../base/sheet.ts'
import type { YearRow } from '../base/year-table.ts'
import { yearTables } from '../base/year-table.ts'
import type { Block, Part } from '../document.ts'
import { heading, list, paragraph, table } from '../document.ts'

/** 8. Plan de contingencias [12], and 9. implementation, follow-up and control [13, 14]. */
export function followUp(context: Context): Part[] {
  const { words } = context
  return [
    {
      blocks: [heading(1, words.chapter.contingency), ...contingency(context), ...missingBlocks(context, under('12'))],
    },
    {
      landscape: true,
      blocks: [
        heading(1, words.chapter.followUp),
        paragraph(words.followUp.intro),
        heading(2, words.followUp.table),
        ...tracked(context),
        heading(2, words.followUp.goals),
        ...goalList(context),
        heading(2, words.followUp.ledger),
        ledger(context),
        ...missingBlocks(context, under('13', '14')),
      ],
    },
  ]
}

function contingency({ words, scenario, locale, stress }: Context): Block[] {
  const { contingency: w, missing } = words
  const rows = scenario.plan?.contingency ?? []
  if (rows.length === 0) return [paragraph(missing.empty('/plan/contingency'), 'missing')]
  const write = inMillions(locale)
  return [
    table({
      caption: w.table,
      unit: words.pesos.millionsOfBase(scenario.baseYear),
      columns: w.heads.map((head, i) => ({
        head,
        width: [21, 21, 23, 16, 6, 8, 11][i] ?? 10,
        ...(i > 3 ? { align: 'right' as const } : {}),
      })),
      rows: rows.map((c) => ({
        cells: [
          c.threat ?? c.id,
          c.vulnerability ?? '–',
          [c.actions ?? []].flat().join('; ') || '–',
          c.responsible ?? '–',
          decimals(locale, 0)(c.days ?? null),
          write(c.cost ?? null),
          inPercent(locale)(c.probability ?? null),
        ],
      })),
    }),
    ...(stress === null ? [] : [paragraph(w.expected(write(stress.expectedContingencyCost)))]),
  ]
}

/** Lines that a town measures every year; each with its unit and how it is written. */
const lines = [
  ['population', 1],
  ['users', 1],
  ['billedUsers', 1],
  ['coverageShare', 100],
  ['generation', 1],
  ['collected', 1],
  ['reincorporated', 1],
  ['disposed', 1],
  ['operatingIncome', 1e-6],
  ['operatingExpense', 1e-6],
  ['capitalExpenditure', 1e-6],
  ['cash', 1e-6],
  ['debt', 1e-6],
  ['subsidyBalance', 1e-6],
] as const

function tracked(context: Context): Block[] {
  const { words, locale, alternative, result, pesos } = context
  const unitOf = (line: string, scale: number): string =>
    scale === 1e-6
      ? words.pesos.millions(pesos)
      : scale === 100
        ? '%'
        : unitInWords(alternative.lines[line]?.unit ?? '', locale)
  return yearTables({
    caption: words.followUp.table,
    head: words.followUp.tracked,
    rows: lines.map(
      ([line, scale]): YearRow => ({
        label: `${labelOf(line, locale)} (${unitOf(line, scale)})`,
        values: sumOf(context, line).slice(0, result.years.financial.length),
        write: decimals(locale, scale === 1 ? 0 : 1, scale),
      }),
    ),
    years: result.years.financial,
    write: decimals(locale, 0),
  })
}

function goalList(context: Context): Block[] {
  const { words, of, locale } = context
  const found = goalsOf(of, locale).filter((g) => g.indicator !== null)
  if (found.length === 0) return [paragraph(words.missing.empty('/plan/goals/…/indicator'), 'missing')]
  return list(found.map((g) => `${g.objective ?? g.id}: ${labelOf(g.indicator ?? '', locale)}.`))
}

function ledger(context: Context): Block {
  const { words, of } = context
  const { followUp: w } = words
  const { projects } = of.places.alternative
  const entities = [...new Set(projects.flatMap((p) => p.costs.map((c) => c.entity)))]
  return table({
    caption: w.ledger,
    columns: w.ledgerHeads.map((head, i) => ({ head, width: i === 0 ? 25 : 75 })),
    rows: entities.map((entity) => ({
      cells: [
        capital(nameOf(context, 'entity', entity)),
        projects
          .filter((p) => p.costs.some((c) => c.entity === entity))
          .map((p) => p.name ?? p.id)
          .join('; '),
      ],
    })),
  })
}
