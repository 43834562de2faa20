import { plain } from '../../../../text/numbers.ts'
import type { Chart } from '../../view.ts'
import { afterBase, financialYears, inMillions, isEmpty, totalOf } from '../../view.ts'

/** Servicio de la deuda [11.3]: principal and interest, with the cover of each year over its bar. */
export const debtService: Chart = (view) => {
  const { series, titles, units, times } = view.words
  const years = afterBase(financialYears(view))
  const principal = afterBase(inMillions(totalOf(view, 'principal')))
  const paid = afterBase(totalOf(view, 'interestPaid'))
  const fees = afterBase(totalOf(view, 'fees'))
  const interest = inMillions(paid.map((value, t) => (value === null ? null : value + (fees[t] ?? 0))))
  const cover = afterBase(totalOf(view, 'debtServiceCover'))
  const known = cover.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
  const least = [...known].sort((a, b) => a.value - b.value)[0]
  const none = isEmpty(principal) && isEmpty(interest)
  return {
    title: none
      ? titles.debtNone
      : least === undefined
        ? titles.debtPlain
        : titles.debt(plain(least.value, 2, view.locale), years[least.at] ?? ''),
    subtitle: units.millions,
    unit: units.millions,
    categories: years,
    decimals: 1,
    notes: cover.map((value) => (value === null || none ? null : times(plain(value, 1, view.locale)))),
    series: none
      ? []
      : [
          { id: 'principal', label: series.principal, shape: 'bar', stack: 'debt', values: principal },
          { id: 'interest', label: series.interest, shape: 'bar', stack: 'debt', values: interest },
        ],
  }
}
