import { plain } from '../../../../text/numbers.ts'
import type { Chart } from '../../view.ts'
import { afterBase, financialYears, inMillions, isEmpty, scaled, totalOf } from '../../view.ts'

/** Estado de resultados [11.3]: income up, expenses down, net profit as a line. */
export const incomeStatement: Chart = (view) => {
  const { series, titles, units } = view.words
  const cost = (line: string) => afterBase(scaled(totalOf(view, line), -1e-6))
  const profit = afterBase(inMillions(totalOf(view, 'netProfit')))
  const good = profit.filter((value) => (value ?? 0) > 0).length
  const bars = [
    { id: 'operatingIncome', label: series.income, values: afterBase(inMillions(totalOf(view, 'operatingIncome'))) },
    { id: 'operatingExpense', label: series.expense, values: cost('operatingExpense') },
    { id: 'financialExpense', label: series.financial, values: cost('financialExpense') },
    { id: 'incomeTax', label: series.tax, values: cost('incomeTax') },
  ].map((bar, colour) => ({ ...bar, shape: 'bar' as const, stack: 'income', colour }))
  return {
    title: titles.incomeProfit(plain(good, 0, view.locale), plain(profit.length, 0, view.locale)),
    subtitle: units.millions,
    unit: units.millions,
    categories: afterBase(financialYears(view)),
    decimals: 1,
    series: [
      ...bars.filter(({ values }) => !isEmpty(values)),
      { id: 'netProfit', label: series.netProfit, shape: 'line', values: profit, colour: 4, strong: true },
    ],
  }
}
