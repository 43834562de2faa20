import { millions } from '../../../../text/numbers.ts'
import type { Chart, View } from '../../view.ts'
import { financialYears, inMillions, isEmpty, totalOf } from '../../view.ts'

/** Balance general [11.3]: each year's assets beside its liabilities and equity. */
export const balanceSheet: Chart = (view) => {
  const { series, titles, units } = view.words
  const equity = totalOf(view, 'equity')
  const bar = (id: string, label: string, stack: string) => ({
    id,
    label,
    shape: 'bar' as const,
    stack,
    values: inMillions(totalOf(view, id)),
  })
  return {
    title: titles.balanceSheet(millions(equity[0], view.locale), millions(equity.at(-1), view.locale)),
    subtitle: units.millions,
    unit: units.millions,
    categories: financialYears(view),
    decimals: 1,
    series: [
      bar('netFixedAssets', series.fixed, 'assets'),
      bar('cash', series.cash, 'assets'),
      bar('receivables', series.receivables, 'assets'),
      { ...bar('otherAssets', series.otherAssets, 'assets'), values: otherAssets(view) },
      bar('liabilities', series.liabilities, 'claims'),
      bar('equity', series.equity, 'claims'),
    ].filter(({ values }) => !isEmpty(values)),
  }
}

function otherAssets(view: View): (number | null)[] {
  const known = ['netFixedAssets', 'cash', 'receivables'].map((line) => totalOf(view, line))
  const rest = totalOf(view, 'assets').map((value, t) =>
    value === null ? null : value - known.reduce((sum, values) => sum + (values[t] ?? 0), 0),
  )
  // Differences of rounding are not assets.
  return inMillions(rest.map((value) => (value !== null && Math.abs(value) < 1 ? 0 : value)))
}
