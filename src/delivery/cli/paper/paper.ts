import type { Scenario } from '../../../scenario/scenario.ts'
import type { Money } from '../../../study/money.ts'
import type { AlternativeResult, Result } from '../../../study/result.ts'
import { paperWords } from '../../../text/cli/paper.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import { capital, nameOf } from '../../report/base/sheet.ts'
import { grid, hanging, heading } from '../print/grid.ts'
import { budget } from './budget.ts'
import { figures } from './figures.ts'
import { projections } from './projections.ts'
import { decision, firstInMethods, firstPlaced, rankingOf } from './ranking.ts'
import type { Paper, Sheet } from './sheet.ts'
import { statements } from './statements.ts'
import { tariffs } from './tariffs.ts'
import { criteriaOf, verdictOf, viability } from './verdict.ts'
import { warningsOf } from './warnings.ts'
import { inMillions } from './year-table.ts'

export interface PaperWish {
  /** The id of the scenario to print: `base` or a variant. */
  readonly variant: string
  readonly alternative?: string | undefined
  readonly allYears?: boolean
  readonly money?: Money
  readonly locale: Locale
}

/** What is printed of one scenario of a result; `scenario` is that scenario's own document. */
export function paperOf(result: Result, scenario: Scenario, wish: PaperWish): Paper {
  const found = result.variants.find((v) => v.id === wish.variant)
  if (!found) throw new RangeError(wish.variant)
  const { locale, allYears = false, money = 'current' } = wish
  return {
    result,
    scenario,
    alternatives: found.alternatives,
    ranking: found.ranking,
    locale,
    words: paperWords[locale],
    allYears,
    money,
  }
}

/** The plan as a planner pastes it into a council paper, as lines. */
export function planPaper(paper: Paper, wish: PaperWish): string[] {
  const shown = paper.alternatives.filter((a) => wish.alternative === undefined || a.id === wish.alternative)
  return [
    ...front(paper, wish.variant),
    '',
    ...summary(paper),
    ...shown.flatMap((alternative) => ['', '', ...alternativePages({ ...paper, alternative }, wish.variant)]),
    '',
    '',
    ...rankingOf(paper),
    ...otherScenarios(paper, wish.variant),
    '',
    ...warningsOf({ ...paper, alternatives: shown }),
  ]
}

function front(paper: Paper, variant: string): string[] {
  const { words, scenario } = paper
  return [...heading(`${words.title} · ${scenario.name}`, '═'), ...about(paper, variant)]
}

/** Base year, horizon, norm, pesos, and the versions that made these figures. */
export function about({ words, result, scenario, locale, money }: Paper, variant: string): string[] {
  const { base, financial } = result.years
  const pesos =
    money === 'baseYear' || scenario.economy.prices === 'constant' ? words.constantPesos(base) : words.currentPesos
  const place = scenario.territory.municipalities.map((m) => m.name ?? m.id).join(', ')
  return [
    `${place} · ${termOf('norm', scenario.norm, locale)} · ${words.variant.toLowerCase()}: ${variant}`,
    `${words.baseYear} ${base} · ${words.horizon(base, financial.at(-1) ?? base)} · ${capital(pesos)}, ${words.inMillions}`,
    capital(words.versions(result.engine.model.slice(0, 12), result.scenario.hash.slice(0, 12))),
  ]
}

function summary(paper: Paper): string[] {
  const { words, ranking, alternatives } = paper
  const first = firstPlaced(paper)
  const [mine, next] = ranking.order
  const write = inMillions(paper)
  const rows = alternatives.map((a) => ({
    cells: [
      `  ${a.name}`,
      verdictOf(a, paper),
      String(ranking.order.find((p) => p.alternative === a.id)?.place ?? words.aside),
      write(numberOf(a, 'planNpv')),
      write(numberOf(a, 'pvCosts')),
      write(numberOf(a, 'territorialContribution')),
    ],
  }))
  const methods = Object.keys(ranking.methods).length
  const said =
    first === undefined || mine === undefined
      ? [words.nobody]
      : [
          `${words.recommended}: ${first.name}`,
          ...hanging(
            '  ',
            `${verdictOf(first, paper)} · ${words.firstIn(firstInMethods(ranking), methods)}. ${decision(paper, { mine, next })}`,
          ),
        ]
  const right = { align: 'right' as const, most: 16 }
  return [
    ...heading(words.summary),
    ...said,
    '',
    ...grid(
      [
        { head: words.alternative, most: 46 },
        { head: words.verdict, most: 34 },
        { head: words.place, align: 'right' },
        ...(['planNpv', 'pvCosts', 'territorialContribution'] as const).map((id) => ({
          head: words.summaryHeads[id],
          ...right,
        })),
      ],
      rows,
    ),
    ...brokenChecks(paper),
  ]
}

const numberOf = (a: AlternativeResult, figure: string): number | null => {
  const value = a.figures[figure]
  return typeof value === 'number' ? value : null
}

function brokenChecks({ alternatives, words }: Paper): string[] {
  const broken = alternatives.flatMap((a) =>
    a.checks.items.filter((c) => !c.ok).map((c) => `  ✗ ${a.name}: ${c.id}, ${c.year ?? ''} (${c.worst})`),
  )
  return broken.length === 0 ? [] : ['', words.checksBroken, ...broken]
}

function alternativePages(sheet: Sheet, variant: string): string[] {
  const { words, alternative, ranking } = sheet
  const place = ranking.order.find((p) => p.alternative === alternative.id)?.place
  const where = place === undefined ? words.aside : words.placeOf(place, ranking.order.length)
  return [
    ...heading(`${words.alternative.toUpperCase()} · ${alternative.name}`, '═'),
    `${verdictOf(alternative, sheet)} · ${where}`,
    `${words.plan}: ${sheet.scenario.name}`,
    ...about(sheet, variant),
    ...[projections, tariffs, budget, statements, figures, viability, criteriaOf].flatMap((section) => [
      '',
      ...section(sheet),
    ]),
  ]
}

/** Escenarios distintos [6]: who comes first in each, and which alternatives are viable. */
function otherScenarios(paper: Paper, variant: string): string[] {
  const { words, result } = paper
  const [other] = result.variants.filter((v) => v.id !== variant)
  if (other === undefined) return []
  const name = (id: string) => nameOf(paper, 'alternative', id)
  const rows = result.variants.map((v) => ({
    cells: [
      `  ${v.id}`,
      name(v.ranking.order[0]?.alternative ?? '–'),
      v.alternatives
        .filter((a) => !a.viable)
        .map((a) => `${a.name} (${failing(paper, a)})`)
        .join('; ') || '–',
    ],
  }))
  const columns = [{ head: words.variant }, { head: words.firstPlace, most: 44 }, { head: words.notViable, most: 70 }]
  return ['', '', ...heading(words.variants), ...grid(columns, rows), `  ${words.variantHint(other.id)}`]
}

const failing = ({ locale }: Paper, a: AlternativeResult): string =>
  a.viability
    .filter((t) => t.passed === false)
    .map((t) => termOf('viability', t.id, locale).toLowerCase())
    .join(', ')
