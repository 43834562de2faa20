import { plain } from '../../../../text/numbers.ts'
import type { Series } from '../../picture.ts'
import type { Chart } from '../../view.ts'
import { groupsOf, isEmpty, nameOf, rowsOf, sumOf, totalOf, wasteYears } from '../../view.ts'

/** Usuarios por clase [6.2], stacked; classes that are not dwellings stand together. */
export const subscribers: Chart = (view) => {
  const groups = groupsOf(rowsOf(view, 'users'), 'userClass')
  const homes = groups.filter(({ member }) => member.startsWith('stratum'))
  const others = groups.filter(({ member }) => !member.startsWith('stratum')).flatMap(({ rows }) => rows)
  const bars = homes.map(
    ({ member, rows }): Series => ({
      id: member,
      label: nameOf(view, 'userClass', member),
      shape: 'bar',
      stack: 'users',
      values: sumOf(rows),
    }),
  )
  const rest: Series = {
    id: 'nonResidential',
    label: view.words.series.nonResidential,
    shape: 'bar',
    stack: 'users',
    values: sumOf(others),
  }
  const total = totalOf(view, 'users')
  const number = (value: number | null | undefined) => plain(value, 0, view.locale)
  const years = wasteYears(view)
  return {
    title: view.words.titles.subscribers(number(total[0]), number(total.at(-1)), years[total.length - 1] ?? ''),
    subtitle: view.words.units.users,
    unit: view.words.units.users,
    categories: years,
    decimals: 0,
    series: [...bars, rest].filter(({ values }) => !isEmpty(values)),
  }
}
