import { plain } from '../../../../text/numbers.ts'
import type { Chart } from '../../view.ts'
import { groupsOf, isEmpty, nameOf, rowsOf, sumOf, totalOf, wasteYears } from '../../view.ts'

/** Producción de residuos por corriente [6.3], stacked. */
export const generation: Chart = (view) => {
  const years = wasteYears(view)
  const total = totalOf(view, 'generation')
  const number = (value: number | null | undefined) => plain(value, 0, view.locale)
  return {
    title: view.words.titles.generation(number(total[0]), number(total.at(-1)), years.at(-1) ?? ''),
    subtitle: view.words.units.tonnes,
    unit: view.words.units.tonnes,
    categories: years,
    decimals: 0,
    series: groupsOf(rowsOf(view, 'generation'), 'stream')
      .map(({ member, rows }) => ({
        id: member,
        label: nameOf(view, 'stream', member),
        shape: 'bar' as const,
        stack: 'generation',
        values: sumOf(rows),
      }))
      .filter(({ values }) => !isEmpty(values)),
  }
}
