import { percent } from '../../../../text/numbers.ts'
import type { Chart } from '../../view.ts'
import { isEmpty, totalOf, wasteYears } from '../../view.ts'

/** Balance de masas: what returns to the economic cycle (rejects are disposed of), is disposed of and left uncollected of what is generated. */
export const massBalance: Chart = (view) => {
  const { series } = view.words
  const years = wasteYears(view)
  const parts = [
    { id: 'reincorporated', label: series.recovered, colour: 0 },
    { id: 'disposed', label: series.disposed, colour: 1 },
    { id: 'uncollected', label: series.uncollected, colour: 2 },
    { id: 'handledSpecially', label: series.special, colour: 3 },
  ].map((part) => ({ ...part, shape: 'bar' as const, stack: 'mass', values: totalOf(view, part.id) }))
  const generated = totalOf(view, 'generation').at(-1) ?? 0
  const recovered = parts[0]?.values.at(-1) ?? 0
  return {
    title: view.words.titles.massBalance(
      percent(generated > 0 ? recovered / generated : 0, view.locale),
      years.at(-1) ?? '',
    ),
    subtitle: view.words.units.tonnes,
    unit: view.words.units.tonnes,
    categories: years,
    decimals: 0,
    series: parts.filter(({ values }) => !isEmpty(values)),
  }
}
