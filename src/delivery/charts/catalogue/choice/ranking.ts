import { termOf } from '../../../../text/cli/terms.ts'
import type { Chart } from '../../view.ts'
import { colourIndex } from '../../view.ts'

/** Jerarquización [10.3]: the score of each alternative in the order of the plan's method; places where the method gives no score. */
export const ranking: Chart = (view) => {
  const { words, variant, locale } = view
  const { order, method } = variant.ranking
  const scored = order.some(({ score }) => score !== null)
  const nameById = new Map(variant.alternatives.map(({ id, name }) => [id, name]))
  const names = order.map(({ place, alternative }) => `${place}. ${nameById.get(alternative) ?? alternative}`)
  const unit = scored ? words.units.points : words.units.places
  const winner = order[0]?.alternative
  return {
    title: winner === undefined ? words.titles.rankingNone : words.titles.ranking(nameById.get(winner) ?? winner),
    subtitle: `${unit} · ${termOf('rankingMethod', method, locale)}`,
    unit,
    categories: names,
    horizontal: true,
    numbers: true,
    decimals: scored ? 1 : 0,
    series: order.map(({ alternative, place, score }, at) => ({
      id: alternative,
      label: nameById.get(alternative) ?? alternative,
      shape: 'bar',
      stack: 'score',
      values: order.map((_, row) => (row !== at ? null : scored ? (score === null ? null : score * 100) : place)),
      colour: colourIndex(view, alternative),
    })),
  }
}
