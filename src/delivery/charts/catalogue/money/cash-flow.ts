import { millions } from '../../../../text/numbers.ts'
import type { Chart } from '../../view.ts'
import { financialYears, inMillions, totalOf } from '../../view.ts'

/** Flujo de caja [11.3]: operation, investment and financing as bars, closing cash as a line. */
export const cashFlow: Chart = (view) => {
  const { series, titles, units } = view.words
  const years = financialYears(view)
  const cash = totalOf(view, 'cash')
  const least = cash.reduce<{ value: number; at: number }>(
    (best, value, at) => (value !== null && value < best.value ? { value, at } : best),
    { value: Number.POSITIVE_INFINITY, at: 0 },
  )
  const negative = cash.findIndex((value) => value !== null && value < -0.5)
  const bar = (id: string, label: string) => ({
    id,
    label,
    shape: 'bar' as const,
    stack: 'flow',
    values: inMillions(totalOf(view, id)),
  })
  return {
    title:
      negative >= 0
        ? titles.cashNegative(years[negative] ?? '')
        : titles.cashPositive(millions(least.value, view.locale), years[least.at] ?? ''),
    subtitle: units.millions,
    unit: units.millions,
    categories: years,
    decimals: 1,
    series: [
      bar('operatingCashFlow', series.operating),
      bar('investmentCashFlow', series.investing),
      bar('financingCashFlow', series.financing),
      { id: 'cash', label: series.cash, shape: 'line', values: inMillions(cash), colour: 4, strong: true },
    ],
  }
}
