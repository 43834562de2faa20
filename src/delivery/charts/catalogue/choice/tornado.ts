import type { Chart } from '../../view.ts'
import { scaled } from '../../view.ts'

const mostBars = 12

/** Análisis de sensibilidad (tornado): what each input adds to or takes from a figure, widest first. */
export const tornado: Chart = ({ sensitivity, words, locale }) => {
  if (sensitivity === undefined) return undefined
  const { figure } = sensitivity
  const money = figure.unit.startsWith('COP') && !figure.unit.includes('user')
  const factor = money ? 1e-6 : figure.unit === 'share' ? 100 : 1
  const unit = money ? words.units.pesos : figure.unit === 'share' ? words.units.share : figure.unit
  const bars = sensitivity.bars.filter(({ swing }) => swing !== null && swing > 0).slice(0, mostBars)
  const side = (at: 'first' | 'last') =>
    scaled(
      bars.map(({ points }) => points.at(at === 'first' ? 0 : -1)?.difference ?? null),
      factor,
    )
  return {
    title: words.titles.tornado(figure.label[locale], bars[0]?.label[locale] ?? '–'),
    subtitle: `${unit} (±)`,
    unit,
    categories: bars.map(({ label }) => label[locale]),
    horizontal: true,
    decimals: money ? 1 : 2,
    series: [
      { id: 'down', label: words.series.down, shape: 'bar', stack: 'down', values: side('first') },
      { id: 'up', label: words.series.up, shape: 'bar', stack: 'up', values: side('last') },
    ],
  }
}
