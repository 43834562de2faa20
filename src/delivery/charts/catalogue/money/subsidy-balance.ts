import type { Chart } from '../../view.ts'
import { financialYears, inMillions, scaled, totalOf } from '../../view.ts'

/** Balance de subsidios y contribuciones [10.1, 11.3]: contributions up, subsidies down, the balance as a line. */
export const subsidyBalance: Chart = (view) => {
  const { series, titles, units } = view.words
  const balance = inMillions(totalOf(view, 'subsidyBalance'))
  const years = balance.filter((value) => value !== null && value < -1e-6).length
  const title =
    years === 0 ? titles.subsidySurplus : years === balance.length ? titles.subsidyDeficitAll : titles.subsidyDeficit
  return {
    title,
    subtitle: units.millions,
    unit: units.millions,
    categories: financialYears(view),
    decimals: 1,
    series: [
      {
        id: 'contribution',
        label: series.contribution,
        shape: 'bar',
        stack: 'money',
        values: inMillions(totalOf(view, 'contribution')),
      },
      {
        id: 'subsidy',
        label: series.subsidy,
        shape: 'bar',
        stack: 'money',
        values: scaled(totalOf(view, 'subsidy'), -1e-6),
      },
      { id: 'balance', label: series.balance, shape: 'line', values: balance, colour: 4, strong: true },
    ],
  }
}
