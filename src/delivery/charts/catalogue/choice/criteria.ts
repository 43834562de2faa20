import { plain } from '../../../../text/numbers.ts'
import type { Chart } from '../../view.ts'
import { nameOf } from '../../view.ts'

/** Criteria of which less is better; the others are benefits [10.3]. */
const costs = new Set(['pvCosts', 'averageTariff', 'territorialContribution'])

/** Criterios de decisión [10.3], each from the worst to the best of the alternatives compared. */
export const criteria: Chart = (view) => {
  const { words, variant, locale } = view
  const ids = Object.keys(view.alternative.criteria)
  const scores = variant.alternatives.map((one) => ({
    one,
    values: ids.map((id) => {
      const all = variant.alternatives.map(({ criteria: own }) => own[id] ?? null).filter((value) => value !== null)
      const value = one.criteria[id] ?? null
      if (value === null || all.length === 0) return null
      const [least, greatest] = [Math.min(...all), Math.max(...all)]
      if (greatest === least) return 100
      const share = (value - least) / (greatest - least)
      return 100 * (costs.has(id) ? 1 - share : share)
    }),
  }))
  const wins = scores.map(({ one, values }) => ({ one, count: values.filter((value) => value === 100).length }))
  const best = [...wins].sort((a, b) => b.count - a.count)[0]
  return {
    title: words.titles.criteria(best?.one.name ?? '–', plain(best?.count, 0, locale)),
    subtitle: words.units.criteria,
    unit: words.units.points,
    categories: ids.map((id) => nameOf(view, 'criterion', id)),
    horizontal: true,
    decimals: 0,
    series: scores.map(({ one, values }, colour) => ({ id: one.id, label: one.name, shape: 'bar', values, colour })),
  }
}
