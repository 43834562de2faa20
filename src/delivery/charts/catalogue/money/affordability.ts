import { percent } from '../../../../text/numbers.ts'
import type { Series } from '../../picture.ts'
import type { Chart } from '../../view.ts'
import { afterBase, financialYears, groupsOf, nameOf, rowsOf, scaled } from '../../view.ts'

/** Capacidad de pago [10.1]: what share of its income a household of each stratum pays, with the limit. */
export const affordability: Chart = (view) => {
  const { titles, units, series } = view.words
  const rows = rowsOf(view, 'affordability')
  const length = Math.max(0, ...rows.map(({ values }) => values.length))
  const worst = (own: typeof rows) =>
    Array.from({ length }, (_, t) => {
      const known = own.map(({ values }) => values[t] ?? null).filter((value) => value !== null)
      return known.length === 0 ? null : Math.max(...known)
    })
  const lines = groupsOf(rows, 'userClass')
    .map(
      ({ member, rows: own }): Series => ({
        id: member,
        label: nameOf(view, 'userClass', member),
        shape: 'line',
        values: scaled(worst(own), 100),
      }),
    )
    .filter(({ values }) => values.some((value) => value !== null))
  const test = view.alternative.viability.find(({ id }) => id === 'affordability')
  const limit = test?.limit ?? null
  const said = [percent(test?.value, view.locale), percent(limit, view.locale)] as const
  const known = test !== undefined && test.value !== null && limit !== null
  const bound: Series = {
    id: 'limit',
    label: series.limit,
    shape: 'line',
    values: Array.from({ length }, () => (limit === null ? null : limit * 100)),
    muted: true,
  }
  return {
    title: known
      ? test.passed === false
        ? titles.unaffordable(...said)
        : titles.affordable(...said)
      : titles.affordability,
    subtitle: units.income,
    unit: units.income,
    categories: afterBase(financialYears(view)),
    decimals: 2,
    series: [...lines, ...(known && lines.length > 0 ? [bound] : [])].map((line) => ({
      ...line,
      values: afterBase(line.values),
    })),
  }
}
