import { millions } from '../../../../text/numbers.ts'
import type { Chart } from '../../view.ts'
import { afterBase, financialYears, inMillions, isEmpty, nameOf, totalOf } from '../../view.ts'

const categories = {
  operationMaintenance: 'operationMaintenance',
  administration: 'administration',
  investment: 'capitalExpenditure',
} as const

/** Costos por categoría [10.1]: operation, administration and investment, stacked. */
export const costs: Chart = (view) => {
  const years = afterBase(financialYears(view))
  const series = Object.entries(categories)
    .map(([category, line]) => ({
      id: category,
      label: nameOf(view, 'category', category),
      shape: 'bar' as const,
      stack: 'cost',
      values: afterBase(inMillions(totalOf(view, line))),
    }))
    .filter(({ values }) => !isEmpty(values))
  const total = (t: number) => series.reduce((sum, { values }) => sum + (values.at(t) ?? 0), 0) * 1e6
  return {
    title: view.words.titles.costs(
      millions(total(0), view.locale),
      millions(total(-1), view.locale),
      years.at(-1) ?? '',
    ),
    subtitle: view.words.units.millions,
    unit: view.words.units.millions,
    categories: years,
    decimals: 1,
    series,
  }
}
