import { chartWords } from '../../../text/charts/words.ts'
import type { Drawn } from '../picture.ts'
import type { Chart, View } from '../view.ts'
import { criteria } from './choice/criteria.ts'
import { fan } from './choice/fan.ts'
import { npv } from './choice/npv.ts'
import { ranking } from './choice/ranking.ts'
import { tornado } from './choice/tornado.ts'
import { affordability } from './money/affordability.ts'
import { balanceSheet } from './money/balance-sheet.ts'
import { budget } from './money/budget.ts'
import { cashFlow } from './money/cash-flow.ts'
import { costs } from './money/costs.ts'
import { debtService } from './money/debt-service.ts'
import { funding } from './money/funding.ts'
import { incomeStatement } from './money/income-statement.ts'
import { subsidyBalance } from './money/subsidy-balance.ts'
import { tariffs } from './money/tariffs.ts'
import { generation } from './physical/generation.ts'
import { landfill } from './physical/landfill.ts'
import { massBalance } from './physical/mass-balance.ts'
import { population } from './physical/population.ts'
import { populationMethods } from './physical/population-methods.ts'
import { subscribers } from './physical/subscribers.ts'

const charts = {
  population,
  'population-methods': populationMethods,
  subscribers,
  generation,
  'mass-balance': massBalance,
  landfill,
  tariffs,
  'subsidy-balance': subsidyBalance,
  costs,
  budget,
  funding,
  'income-statement': incomeStatement,
  'cash-flow': cashFlow,
  'balance-sheet': balanceSheet,
  'debt-service': debtService,
  npv,
  criteria,
  ranking,
  tornado,
  fan,
  affordability,
} as const satisfies Record<string, Chart>

export type ChartId = keyof typeof charts
export const chartIds = Object.keys(charts) as ChartId[]
export const isChartId = (name: string): name is ChartId => Object.hasOwn(charts, name)

const comparisons: ReadonlySet<ChartId> = new Set(['npv', 'criteria', 'ranking'])

/** Draws a chart of a view: title, unit, source line and numbers, before any pixel; undefined where its study was not run. */
export function drawnOf(id: ChartId, view: View): Drawn | undefined {
  // A simulation is drawn in pesos of each year: the inflation of its draws may differ.
  const picture = charts[id](id === 'fan' ? { ...view, words: chartWords[view.locale] } : view)
  if (picture === undefined) return undefined
  const { result, variant, alternative, words } = view
  const variantId = variant.id === 'base' ? undefined : variant.id
  const about = words.about(alternative.name, variantId)
  const scope = comparisons.has(id) ? variantId : about
  return {
    ...picture,
    subtitle: scope === undefined ? picture.subtitle : `${picture.subtitle} · ${scope}`,
    chart: id,
    alternative: alternative.id,
    variant: variant.id,
    scenario: result.scenario.name,
    source: words.source({
      scenario: result.scenario.name,
      hash: result.scenario.hash.slice(0, 8),
      model: result.engine.model.slice(0, 8),
    }),
  }
}
