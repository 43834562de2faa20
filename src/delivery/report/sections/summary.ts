import { checkName } from '../../../model/checks.ts'
import { criteria } from '../../../scenario/document/ranking.ts'
import type { AlternativeResult } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Context } from '../base/context.ts'
import { chartOf } from '../base/context.ts'
import type { Write } from '../base/numbers.ts'
import { decimals, inMillions, inPercent, yearText } from '../base/numbers.ts'
import { labelOf } from '../base/sheet.ts'
import type { Block, Part, Row } from '../document.ts'
import { heading, list, paragraph, table } from '../document.ts'
import { mendBlocks } from './viability.ts'

/** Resumen: which alternative and why, the main figures side by side, and what would mend the plan. */
export function summary(context: Context): Part[] {
  const { words, alternatives } = context
  return [
    {
      blocks: [
        heading(1, words.summary.title),
        paragraph(opening(context), 'lead'),
        heading(2, words.summary.why),
        ...list(reasons(context)),
        heading(2, words.summary.figures),
        figuresTable(context),
        ...chartOf(context, alternatives.length > 1 ? 'npv' : 'cash-flow'),
        ...(context.alternative.viable ? [] : [heading(2, words.summary.mend), ...mendBlocks(context)]),
        heading(2, words.summary.warnings),
        ...list(cautions(context)),
      ],
    },
  ]
}

function opening({ words, ranking, alternative }: Context): string {
  const { summary: w } = words
  if (ranking.order.length === 0) return w.nobody
  const mine = ranking.order.find((p) => p.alternative === alternative.id)
  if (mine === undefined) return w.setAside(alternative.name)
  return mine.place === 1
    ? w.recommended(alternative.name)
    : w.about(alternative.name, mine.place, ranking.order.length)
}

function reasons(context: Context): string[] {
  const { words, ranking, alternative, locale, stability } = context
  const { summary: w } = words
  const mine = ranking.order.find((p) => p.alternative === alternative.id)
  const named = (passed: boolean | null) =>
    alternative.viability
      .filter((t) => t.passed === passed)
      .map((t) => termOf('viability', t.id, locale).toLowerCase())
      .join(', ')
  const unknown = named(null)
  return [
    ...(mine === undefined ? [] : [mine.because]),
    w.method(termOf('rankingMethod', ranking.method, locale)),
    alternative.viable ? w.viable(alternative.name) : w.notViable(alternative.name, named(false)),
    ...alternative.viability.filter((t) => t.passed === false).map((t) => t.message),
    ...(unknown === '' ? [] : [w.unknown(unknown)]),
    ...(stability?.sentences.slice(0, 2).map((s) => s[locale]) ?? []),
  ]
}

/** Figures down, alternatives across, in the order of the ranking. */
function figuresTable(context: Context): Block {
  const { words, ranking, locale, paper, result } = context
  const { summary: w, pesos, column } = words
  const shown = ordered(context)
  const place = (a: AlternativeResult) => yearText(ranking.order.find((p) => p.alternative === a.id)?.place)
  const figure = (id: string, unit: string, write: Write): Row => ({
    cells: [labelOf(id, locale), unit, ...shown.map((a) => write(numberOf(a, id)))],
  })
  const base = pesos.millionsOfBase(result.years.base)
  return table({
    caption: w.figures,
    columns: [
      { head: column.concept, width: 21 },
      { head: column.unit, width: 15 },
      ...shown.map((a) => ({ head: a.name, width: 64 / shown.length, align: 'right' as const })),
    ],
    rows: [
      { cells: [w.place, '', ...shown.map((a) => (place(a) === '–' ? w.aside : place(a)))] },
      { cells: [w.viableRow, '', ...shown.map((a) => (a.viable ? w.yes : w.no))] },
      figure('planNpv', base, inMillions(locale)),
      figure('projectNpv', base, inMillions(locale)),
      figure('pvCosts', base, inMillions(locale)),
      figure('territorialContribution', base, inMillions(locale)),
      figure('costCoverage', '%', inPercent(locale)),
      figure('irr', '%', inPercent(locale)),
      figure('averageTariff', paper.pesosOfBase(result.years.base, paper.perUserMonth), decimals(locale, 0)),
      figure('landfillEndYear', paper.calendarYear, yearText),
    ],
  })
}

/** Alternatives in the order of the ranking, those set aside last. */
export function ordered({ alternatives, ranking }: Pick<Context, 'alternatives' | 'ranking'>): AlternativeResult[] {
  const place = (a: AlternativeResult) =>
    ranking.order.find((p) => p.alternative === a.id)?.place ?? Number.POSITIVE_INFINITY
  return alternatives.toSorted((a, b) => place(a) - place(b))
}

export function numberOf(a: AlternativeResult, id: string): number | null {
  const value = criteria.some((c) => c === id) ? (a.criteria[id] ?? a.figures[id]) : a.figures[id]
  return typeof value === 'number' ? value : null
}

const mostCautions = 5

function cautions({ words, alternative, locale }: Context): string[] {
  const { checks } = alternative
  const broken = checks.items.filter((c) => !c.ok).map((c) => checkName(c.id, locale))
  const told = alternative.warnings.filter((w) => w.code !== 'undefined' && w.code !== 'not-evaluated')
  return [
    checks.ok ? words.summary.checks(checks.items.length) : words.summary.broken(broken.join(', ')),
    ...[...new Set(told.map((w) => w.message))].slice(0, mostCautions),
  ]
}
