import type { Better } from '../../numeric/scale.ts'
import type { Criterion } from '../../scenario/document/ranking.ts'
import { criteria } from '../../scenario/document/ranking.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Locale } from '../../text/numbers.ts'
import { agreementSentence } from '../../text/studies/ranking.ts'
import type { Sentence } from '../../text/viability.ts'
import { better } from '../ranking.ts'
import type { Ranking } from '../result.ts'
import { readFigure } from '../sensitivity/figures.ts'
import { chosenIndex } from '../sensitivity/tornado.ts'
import type { Composite } from './composite.ts'
import { compositeOf } from './composite.ts'
import type { Contest } from './contest.ts'
import { contestOf } from './contest.ts'
import type { InputDifference } from './input-differences.ts'
import { inputDifferences } from './input-differences.ts'
import type { ProgrammeRanking } from './programmes.ts'
import { programmesOf } from './programmes.ts'
import type { Screening, ScreeningAsked } from './screening.ts'
import { screeningOf } from './screening.ts'
import type { WeightInterval, WeightsRegion } from './weights-region.ts'
import { weightIntervals, weightsRegion } from './weights-region.ts'

export interface ComparisonAsked extends ScreeningAsked {
  /** Id of the alternative the others are compared with; the status quo, else the first of the document. */
  readonly base?: string | undefined
}

export interface ComparedFigure {
  readonly figure: string
  readonly unit: string
  readonly label: Sentence
  readonly values: Readonly<Record<string, { readonly value: number | null; readonly difference: number | null }>>
}

/** Las alternativas lado a lado [10.3]. */
export interface Comparison {
  readonly base: string
  readonly alternatives: readonly { readonly id: string; readonly name: string; readonly viable: boolean }[]
  readonly screening: readonly Screening[]
  readonly criteria: readonly {
    readonly criterion: Criterion
    readonly better: Better
    readonly values: Readonly<Record<string, number | null>>
    /** Ids of the alternatives with the best value. */
    readonly best: readonly string[]
  }[]
  readonly figures: readonly ComparedFigure[]
  /** In what each alternative's inputs are not those of the base. */
  readonly inputs: readonly {
    readonly alternative: string
    readonly differences: readonly InputDifference[]
    /** How many more there are. */
    readonly more: number
  }[]
  readonly ranking: Ranking
  readonly agreement: Sentence
  readonly weights: { readonly region: WeightsRegion | null; readonly intervals: readonly WeightInterval[] | null }
  readonly programmes: readonly ProgrammeRanking[]
  readonly composite: Composite
}

export type ComparisonAnswer =
  | { readonly ok: true; readonly comparison: Comparison }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const figures = [
  ...['projectNpv', 'planNpv', 'equityNpv', 'irr', 'mirr', 'paybackYear', 'benefitCostRatio', 'pvIncome', 'pvCosts'],
  ...['costCoverage', 'averageTariff', 'levelizedCost', 'equivalentAnnualCost', 'territorialContribution'],
  'usersAtHorizon',
]
const mostDifferences = 200

/** Compares the alternatives of a scenario: criteria, figures, inputs, screening, ranking whole and by programme, composite. */
export function compareAlternatives(
  scenario: Scenario,
  asked: ComparisonAsked,
  locale: Locale = 'es',
): ComparisonAnswer {
  const usual = scenario.alternatives.find((a) => a.statusQuo) ?? scenario.alternatives[0]
  const index = chosenIndex(scenario, asked.base ?? usual?.id, '/base')
  if (typeof index !== 'number') return { ok: false, problems: [index] }
  const contest = contestOf(scenario, locale)
  const { runs, contenders, ranking } = contest
  const programmes = programmesOf(contest, locale)
  const winners = Object.entries(ranking.methods).map(([method, order]) => ({
    method,
    name: runs.find((of) => of.id === order[0]?.alternative)?.name ?? '–',
  }))
  return {
    ok: true,
    comparison: {
      base: runs[index]?.id ?? '',
      alternatives: contenders.map(({ id, name, viable }) => ({ id, name: name ?? id, viable })),
      screening: runs.map((of) => screeningOf(of, asked)),
      criteria: criteriaTable(contest),
      figures: figuresTable(contest, index),
      inputs: inputsTable(scenario, index),
      ranking,
      agreement: agreementSentence(winners),
      weights: {
        region: weightsRegion(contenders, scenario.ranking),
        intervals: weightIntervals(contenders, scenario.ranking),
      },
      programmes,
      composite: compositeOf(contest, programmes, locale),
    },
  }
}

function criteriaTable({ contenders }: Contest): Comparison['criteria'] {
  return criteria.map((criterion, j) => {
    const side = better[j] as Better
    const known = contenders.flatMap((c) => (c.criteria[criterion] === null ? [] : [c.criteria[criterion]]))
    const best = side === 'higher' ? Math.max(...known) : Math.min(...known)
    const isBest = (value: number | null) => value !== null && Math.abs(value - best) <= 1e-9 * Math.abs(best)
    return {
      criterion,
      better: side,
      values: Object.fromEntries(contenders.map((c) => [c.id, c.criteria[criterion]])),
      best: contenders.filter((c) => isBest(c.criteria[criterion])).map((c) => c.id),
    }
  })
}

function figuresTable({ runs }: Contest, index: number): ComparedFigure[] {
  const base = runs[index]
  if (!base) return []
  return figures.flatMap((name) => {
    const read = readFigure(base, name, '')
    if (!read.ok) return []
    const { unit, label, read: value } = read.figure
    const standing = value(base)
    const values = runs.map((of) => {
      const own = value(of)
      const difference = own === null || standing === null ? null : own - standing
      return [of.id, { value: own, difference }] as const
    })
    return [{ figure: name, unit, label, values: Object.fromEntries(values) }]
  })
}

function inputsTable({ alternatives }: Scenario, index: number): Comparison['inputs'] {
  return alternatives.flatMap((alternative, i) => {
    if (i === index) return []
    const all = inputDifferences(alternatives[index], alternative)
    const differences = all.slice(0, mostDifferences)
    return [{ alternative: alternative.id, differences, more: all.length - differences.length }]
  })
}
