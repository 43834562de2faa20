import type { Criterion } from '../../../scenario/document/ranking.ts'
import { criteria } from '../../../scenario/document/ranking.ts'
import type { Screening } from '../../../study/choice/screening.ts'
import { screeningOf } from '../../../study/choice/screening.ts'
import type { AlternativeResult } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { percent, plain } from '../../../text/numbers.ts'
import { criterionText } from '../../../text/studies/ranking.ts'
import type { Context } from '../base/context.ts'
import { chartOf, studied } from '../base/context.ts'
import { missingBlocks, under } from '../base/missing.ts'
import { inMillions } from '../base/numbers.ts'
import { nameOf } from '../base/sheet.ts'
import type { Block, Part, Row } from '../document.ts'
import { heading, list, paragraph, table } from '../document.ts'
import { ordered } from './summary.ts'

/** 6. Análisis y selección de alternativas [10]: what they are, pre-feasibility, ranking with reasons, and its stability. */
export function choice(context: Context): Part[] {
  const { words } = context
  return [
    {
      blocks: [
        heading(1, words.chapter.choice),
        heading(2, words.choice.alternatives),
        alternatives(context),
        heading(2, words.choice.screening),
        ...screening(context),
        heading(2, words.choice.ranking),
        ...ranking(context),
        ...stability(context),
        ...variants(context),
        ...missingBlocks(context, under('10')),
      ],
    },
  ]
}

function alternatives({ words, scenario, alternatives: all, locale, pesos: which }: Context): Block {
  const { choice: w, pesos } = words
  const invested = (id: string) =>
    inMillions(locale)(
      (all.find((a) => a.id === id)?.budget ?? [])
        .filter((b) => b.category === 'investment')
        .reduce((sum, b) => sum + b.amount, 0),
    )
  return table({
    caption: w.alternatives,
    columns: w.heads.map((head, i) => ({
      head: i === 3 ? `${head}, ${pesos.millions(which)}` : head,
      width: [26, 48, 11, 15][i] ?? 10,
      ...(i > 1 ? { align: 'right' as const } : {}),
    })),
    rows: scenario.alternatives.map((a) => ({
      cells: [
        a.name ?? a.id,
        [a.statusQuo ? w.statusQuo : '', a.scope ?? '', a.description ?? ''].filter((t) => t !== '').join(' ') || '–',
        plain(a.projects.length, 0, locale),
        invested(a.id),
      ],
    })),
  })
}

function screening(context: Context): Block[] {
  const { words, runs, locale } = context
  const { choice: w, column } = words
  const found = runs.map((of) => screeningOf(of))
  const [first] = found
  if (first === undefined) return []
  const cell = (s: Screening, i: number) => w.answers[`${s.answers[i]?.met ?? null}`]
  return [
    table({
      caption: w.screening,
      columns: [{ head: w.question, width: 44 }, ...found.map((s) => ({ head: s.name, width: 56 / found.length }))],
      rows: [
        ...first.answers.map((a, i): Row => ({ cells: [a.question[locale], ...found.map((s) => cell(s, i))] })),
        { cells: [column.finding, ...found.map((s) => (s.passed ? w.passed : w.notPassed))], kind: 'total' },
      ],
    }),
    ...list([
      ...found.map((s) => `${s.name}: ${s.message[locale]}`),
      ...found.flatMap((s) =>
        s.answers
          .filter((a) => a.met === false)
          .map((a) => `${s.name}, ${a.question[locale]} ${a.because[locale]} (${w.basis[a.basis]})`),
      ),
    ]),
  ]
}

function ranking(context: Context): Block[] {
  const { words, ranking: order, locale, alternatives: all, paper } = context
  const { choice: w, column, summary } = words
  if (order.order.length === 0) return [paragraph(summary.nobody, 'missing')]
  const verdict = (id: string) => {
    const own = all.find((a) => a.id === id) as AlternativeResult
    const failing = own.viability.filter((t) => t.passed === false).map((t) => termOf('viability', t.id, locale))
    return own.viable ? paper.viable : paper.failing(failing.join(', ').toLowerCase())
  }
  const name = (id: string) => nameOf(context, 'alternative', id)
  return [
    paragraph(summary.method(termOf('rankingMethod', order.method, locale))),
    table({
      caption: w.ranking,
      columns: [
        { head: summary.place, width: 8, align: 'right' },
        { head: column.alternative, width: 24 },
        { head: w.verdict, width: 20 },
        { head: column.reason, width: 38 },
        { head: w.score, width: 10, align: 'right' },
      ],
      rows: order.order.map((p) => ({
        cells: [
          String(p.place),
          name(p.alternative),
          verdict(p.alternative),
          p.because,
          p.score === null ? '–' : plain(p.score, 4, locale),
        ],
      })),
    }),
    ...list(order.setAside.map((s) => paper.setAside(name(s.alternative), s.reasons.join('; ')))),
    ...(order.order.length < 2 ? [paragraph(w.onlyOne, 'note')] : compared(context)),
  ]
}

function compared(context: Context): Block[] {
  const { words, ranking: order, locale, paper } = context
  const { choice: w } = words
  const name = (id: string) => nameOf(context, 'alternative', id)
  return [
    ...chartOf(context, 'criteria'),
    heading(3, w.criteria),
    criteriaTable(context),
    paragraph(w.best, 'note'),
    heading(3, w.others),
    table({
      caption: w.others,
      columns: [
        { head: w.methodHead, width: 28 },
        { head: w.orderHead, width: 72 },
      ],
      rows: Object.entries(order.methods).map(([method, places]) => ({
        cells: [
          termOf('rankingMethod', method, locale),
          places.map((p) => `${p.place}. ${name(p.alternative)}`).join(' · '),
        ],
      })),
    }),
    ...list([
      order.sameWinner ? paper.sameWinner(name(order.order[0]?.alternative ?? '')) : paper.otherWinner,
      paper.pareto(order.pareto.map(name).join(', ')),
    ]),
  ]
}

const lowerIsBetter: ReadonlySet<Criterion> = new Set(['pvCosts', 'averageTariff', 'territorialContribution'])

function criteriaTable(context: Context): Block {
  const { words, locale } = context
  const shown = ordered(context)
  return table({
    caption: words.choice.criteria,
    columns: [
      { head: words.choice.criterion, width: 30 },
      ...shown.map((a) => ({ head: a.name, width: 70 / shown.length, align: 'right' as const })),
    ],
    rows: criteria.map((criterion) => {
      const values = shown.map((a) => a.criteria[criterion] ?? null)
      const known = values.filter((v) => v !== null)
      const best = lowerIsBetter.has(criterion) ? Math.min(...known) : Math.max(...known)
      const differ = new Set(known).size > 1
      return {
        cells: [
          termOf('criterion', criterion, locale),
          ...values.map((v) => `${criterionText(criterion, v, locale)}${differ && v === best ? ' *' : ''}`),
        ],
      }
    }),
  })
}

function stability(context: Context): Block[] {
  const { words, stability: found, locale } = context
  const { choice: w } = words
  if (found === null) return []
  const name = (id: string | null) => (id === null ? '–' : nameOf(context, 'alternative', id))
  const signed = (share: number) => `${share > 0 ? '+' : ''}${percent(share, locale)}`
  return [
    heading(2, w.stability),
    ...list(found.sentences.map((s) => s[locale])),
    paragraph(w.searched(studied.most, percent(studied.reach, locale)), 'note'),
    table({
      caption: w.stability,
      columns: w.switchHeads.map((head, i) => ({ head, width: [40, 30, 30][i] ?? 30 })),
      rows: found.drivers.map((d) => {
        const [near] = [d.up, d.down].filter((s) => s !== null).sort((a, b) => Math.abs(a.share) - Math.abs(b.share))
        return {
          cells: [
            d.label[locale],
            near === undefined ? w.never(percent(studied.reach, locale)) : signed(near.share),
            near === undefined ? '–' : name(near.winner),
          ],
        }
      }),
    }),
  ]
}

/** Escenarios distintos [6]: who comes first in each, and which alternatives are not viable. */
function variants(context: Context): Block[] {
  const { words, result, scenario } = context
  const { choice: w, cover } = words
  if (result.variants.length < 2) return []
  const named = (id: string) => (id === 'base' ? cover.base : (scenario.variants.find((v) => v.id === id)?.name ?? id))
  return [
    heading(2, w.variants),
    table({
      caption: w.variants,
      columns: w.variantHeads.map((head, i) => ({ head, width: [26, 32, 42][i] ?? 30 })),
      rows: result.variants.map((v) => ({
        cells: [
          named(v.id),
          v.alternatives.find((a) => a.id === v.ranking.order[0]?.alternative)?.name ?? '–',
          v.alternatives
            .filter((a) => !a.viable)
            .map((a) => a.name)
            .join('; ') || w.none,
        ],
      })),
    }),
  ]
}
