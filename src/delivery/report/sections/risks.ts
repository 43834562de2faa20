import { termOf } from '../../../text/cli/terms.ts'
import { percent, plain } from '../../../text/numbers.ts'
import { illustrativeWords } from '../../../text/studies/simulation.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Context } from '../base/context.ts'
import { chartOf, studied } from '../base/context.ts'
import { inMillions, inPercent, readable } from '../base/numbers.ts'
import type { Block, Part } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'

/** Riesgos: sensitivity, stresses and contingencies, and the simulation where one was asked for. */
export function risks(context: Context): Part[] {
  const { words } = context
  const { risks: w } = words
  return [
    {
      blocks: [
        heading(2, w.title),
        heading(3, w.sensitivity),
        ...sensitivity(context),
        heading(3, w.stress),
        ...stress(context),
        heading(3, w.simulation),
        ...simulation(context),
      ],
    },
  ]
}

function sensitivity(context: Context): Block[] {
  const { words, sensitivity: found, locale, result } = context
  const { risks: w } = words
  if (found === null) return []
  const write = inMillions(locale)
  return [
    paragraph(w.sensitivityIntro(percent(studied.share, locale))),
    ...chartOf(context, 'tornado'),
    table({
      caption: w.sensitivity,
      unit: words.pesos.millionsOfBase(result.years.base),
      columns: w.sensitivityHeads.map((head, i) => ({
        head,
        width: i === 0 ? 46 : 18,
        ...(i > 0 ? { align: 'right' as const } : {}),
      })),
      rows: found.bars.map((bar) => ({
        cells: [
          bar.label[locale],
          write(bar.points[0]?.difference ?? null),
          write(bar.points[1]?.difference ?? null),
          write(bar.swing),
        ],
      })),
    }),
  ]
}

function stress({ words, stress: board, locale, alternative, result }: Context): Block[] {
  const { risks: w, summary } = words
  if (board === null) return []
  const write = inMillions(locale)
  return [
    table({
      caption: w.stress,
      unit: words.pesos.millionsOfBase(result.years.base),
      columns: w.stressHeads.map((head, i) => ({
        head,
        width: [34, 12, 26, 15, 13][i] ?? 15,
        ...(i > 2 ? { align: 'right' as const } : {}),
      })),
      rows: board.rows.flatMap((row) => {
        const own = row.alternatives.find((a) => a.id === alternative.id)
        if (own === undefined) return []
        const lost = own.tests.filter((t) => t.before === true && t.after === false)
        return [
          {
            cells: [
              row.name[locale],
              row.touches ? (own.viableAfter ? summary.yes : summary.no) : w.untouched,
              lost.map((t) => termOf('viability', t.id, locale)).join(', ') || w.none,
              write(own.figures.planNpv?.change ?? null),
              write(own.figures.lowestCash?.after ?? null),
            ],
          },
        ]
      }),
    }),
  ]
}

function simulation(context: Context): Block[] {
  const { words, simulation: found, locale, alternative } = context
  const { risks: w, column } = words
  if (found === undefined) return [paragraph(w.notRun, 'missing')]
  const own = found.alternatives.find((a) => a.id === alternative.id)
  const bands = (own?.bands ?? []).filter((b) => b.p50.length === 1)
  return [
    paragraph(w.simulationIntro(plain(found.draws, 0, locale), found.seed)),
    ...(found.illustrative ? [paragraph(illustrativeWords[locale], 'note')] : []),
    table({
      caption: w.simulation,
      columns: w.simulationHeads.map((head, i) => ({
        head,
        width: i === 0 ? 50 : 25,
        ...(i > 0 ? { align: 'right' as const } : {}),
      })),
      rows: found.alternatives.map((a) => ({
        cells: [a.name, inPercent(locale)(a.viable.probability), inPercent(locale)(a.first.probability)],
      })),
    }),
    ...chartOf(context, 'fan'),
    ...(bands.length === 0
      ? []
      : [
          table({
            caption: w.bands,
            columns: [
              { head: column.concept, width: 35 },
              { head: column.unit, width: 15 },
              ...w.bandHeads.slice(1).map((head) => ({ head, width: 10, align: 'right' as const })),
            ],
            rows: bands.map((b) => {
              const isMoney = b.unit === 'COP'
              const write = isMoney ? inMillions(locale) : (x: number | null) => readable(x, locale)
              return {
                cells: [
                  b.label[locale],
                  isMoney ? words.pesos.millionsOfBase(context.result.years.base) : unitInWords(b.unit, locale),
                  ...[b.p5, b.p25, b.p50, b.p75, b.p95].map((q) => write(q[0] ?? null)),
                ],
              }
            }),
          }),
        ]),
  ]
}
