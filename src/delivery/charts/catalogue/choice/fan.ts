import type { Values } from '../../picture.ts'
import type { Chart } from '../../view.ts'
import { scaled } from '../../view.ts'

/** Bandas de la simulación: quantiles of the first yearly output of the alternative, cash where it was asked for. */
export const fan: Chart = ({ simulation, alternative, words, locale }) => {
  const bands = simulation?.alternatives.find(({ id }) => id === alternative.id)?.bands ?? []
  const yearly = bands.filter(({ years }) => years !== null)
  const shown = yearly.find(({ id }) => id === 'cash') ?? yearly[0]
  if (shown === undefined) return undefined
  const money = shown.unit === 'COP' || shown.unit === 'COP/year'
  const unit = money ? words.units.millions : shown.unit
  const of = (values: Values) => scaled(values, money ? 1e-6 : 1)
  return {
    title: words.titles.fan(shown.label[locale]),
    subtitle: unit,
    unit,
    categories: (shown.years ?? []).map(String),
    decimals: 1,
    series: [
      { id: 'p50', label: words.series.median, shape: 'line', values: of(shown.p50), colour: 4, strong: true },
      { id: 'p25-p75', label: words.series.inner, shape: 'band', values: of(shown.p75), low: of(shown.p25), colour: 0 },
      { id: 'p5-p95', label: words.series.outer, shape: 'band', values: of(shown.p95), low: of(shown.p5), colour: 3 },
    ],
  }
}
