import { inflationIndex } from '../../../model/3-costs/prices.ts'
import { scenarioVariants } from '../../../scenario/read.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { Adjustment } from '../../../study/adjustment/adjustment.ts'
import { adjust } from '../../../study/adjustment/adjustment.ts'
import type { LeverId } from '../../../study/adjustment/levers.ts'
import { leverIds } from '../../../study/adjustment/levers.ts'
import type { Stability } from '../../../study/choice/stability.ts'
import { stabilityOf } from '../../../study/choice/stability.ts'
import type { NumeralFilling } from '../../../study/diagnosis/completeness.ts'
import { completenessOf } from '../../../study/diagnosis/completeness.ts'
import type { Money } from '../../../study/money.ts'
import type { Result } from '../../../study/result.ts'
import type { AlternativeRun } from '../../../study/run.ts'
import { runAlternative, series } from '../../../study/run.ts'
import type { Sensitivity } from '../../../study/sensitivity/tornado.ts'
import { sensitivity } from '../../../study/sensitivity/tornado.ts'
import type { Simulation } from '../../../study/simulation/summary.ts'
import type { StressBoard } from '../../../study/stress/stress.ts'
import { stressBoard } from '../../../study/stress/stress.ts'
import type { Locale } from '../../../text/numbers.ts'
import type { ReportWords } from '../../../text/report/es.ts'
import { reportWords } from '../../../text/report/words.ts'
import { altOf } from '../../charts/alt.ts'
import type { ChartId } from '../../charts/catalogue/catalogue.ts'
import { drawnOf } from '../../charts/catalogue/catalogue.ts'
import type { View } from '../../charts/view.ts'
import type { Block } from '../document.ts'
import type { Values } from './numbers.ts'
import type { Sheet } from './sheet.ts'
import { wordsOf } from './sheet.ts'

/** What every section prints from: one alternative of one variant, and the studies that were run over them. */
export interface Context extends Sheet {
  readonly view: View
  readonly words: ReportWords
  readonly of: AlternativeRun
  readonly runs: readonly AlternativeRun[]
  readonly filling: readonly NumeralFilling[]
  readonly stability: Stability | null
  readonly stress: StressBoard | null
  readonly sensitivity: Sensitivity | null
  readonly adjustments: readonly { readonly lever: LeverId; readonly adjustment: Adjustment }[]
  readonly simulation: Simulation | undefined
  /** «pesos de cada año», as the heads of money tables say. */
  readonly pesos: string
  /** Pesos of each year by year, in the pesos of the report. */
  readonly real: (values: Values) => Values
  /** Index by which the report divides pesos of each year; none where it keeps them. */
  readonly index: Float64Array | undefined
}

interface Asked {
  readonly document: unknown
  readonly money: Money
  readonly simulation?: Simulation | undefined
}

const share = 0.1
const reach = 0.2
const draws = 2000
const most = 5

/** Runs the studies that a report prints for the alternative of a view; the view's result may be in pesos of the base year. */
export function contextOf(view: View, { document, money, simulation }: Asked): Context {
  const { result, variant, alternative, locale } = view
  const scenario = planOf(view.scenario, variant.id)
  const runs = scenario.alternatives.map((_, i) => runAlternative(scenario, i))
  const of = runs.find(({ id }) => id === alternative.id) as AlternativeRun
  const tornado = sensitivity(scenario, { figure: 'planNpv', share, alternative: alternative.id })
  const board = stressBoard(scenario)
  const stable = runs.length > 1 ? stabilityOf(scenario, { reach, draws, most }) : undefined
  const found = tornado.ok ? tornado.sensitivity : null
  const index = money === 'baseYear' ? series(of, inflationIndex) : undefined
  return {
    ...{ result, scenario, alternative, locale, of, runs, simulation },
    alternatives: variant.alternatives,
    ranking: variant.ranking,
    paper: wordsOf(locale),
    words: reportWords[locale],
    view: { ...view, scenario, ...(found ? { sensitivity: found } : {}), ...(simulation ? { simulation } : {}) },
    filling: completenessOf(document),
    stability: stable?.ok ? stable.stability : null,
    stress: board.ok ? board.board : null,
    sensitivity: found,
    adjustments: alternative.viable ? [] : adjustmentsOf(scenario, alternative.id),
    pesos: pesosOf({ result, scenario, money, locale }),
    index,
    real: (values) => values.map((v, t) => (v === null ? null : v / (index?.[t] ?? 1))),
  }
}

/** The plan of a variant. */
export const planOf = (scenario: Scenario, variant: string): Scenario =>
  scenarioVariants(scenario).find(({ id }) => id === variant)?.scenario ?? scenario

/** Each lever moved alone; one that the plan does not have is left out. */
function adjustmentsOf(scenario: Scenario, alternative: string): Context['adjustments'] {
  return leverIds.flatMap((lever) => {
    const answer = adjust(scenario, { alternative, levers: [{ lever }] })
    return answer.ok ? [{ lever, adjustment: answer.adjustment }] : []
  })
}

/** How far the sensitivity moves each input, how far the stability looks, and how many inputs it searches. */
export const studied = Object.freeze({ share, reach, most })

function pesosOf(asked: {
  readonly result: Result
  readonly scenario: Scenario
  readonly money: Money
  readonly locale: Locale
}): string {
  const { pesos } = reportWords[asked.locale]
  const { base } = asked.result.years
  if (asked.money === 'baseYear') return pesos.baseYear(base)
  return asked.scenario.economy.prices === 'constant' ? pesos.constant(base) : pesos.current
}

/** A chart of the catalogue, where it has something to draw. */
export function chartOf({ view, locale }: Context, id: ChartId): Block[] {
  const drawn = drawnOf(id, view)
  return drawn === undefined || drawn.series.length === 0 ? [] : [{ kind: 'figure', drawn, alt: altOf(drawn, locale) }]
}
