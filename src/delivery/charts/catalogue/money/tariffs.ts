import type { Chart } from '../../view.ts'
import { averageOf, financialYears, groupsOf, nameOf, rowsOf } from '../../view.ts'

/** Tarifa al usuario por clase [10.1], averaged over zones and municipalities by billed users; strata where there are any. */
export const tariffs: Chart = (view) => {
  const groups = groupsOf(rowsOf(view, 'userTariff'), 'userClass')
  const homes = groups.filter(({ member }) => member.startsWith('stratum'))
  const users = rowsOf(view, 'billedUsers')
  return {
    title: view.words.titles.tariffs,
    subtitle: view.words.units.tariff,
    unit: view.words.units.tariff,
    categories: financialYears(view),
    decimals: 0,
    series: (homes.length > 0 ? homes : groups).map(({ member, rows }) => ({
      id: member,
      label: nameOf(view, 'userClass', member),
      shape: 'line',
      values: averageOf(rows, users),
    })),
  }
}
