import { plain } from '../../../../text/numbers.ts'
import type { Series } from '../../picture.ts'
import type { Chart } from '../../view.ts'
import { groupsOf, nameOf, rowsOf, sumOf, totalOf, wasteYears } from '../../view.ts'

/** Proyección de población [6.1]: by zone, the censuses marked as data. */
export const population: Chart = (view) => {
  const years = view.result.years.waste
  const censuses = view.scenario.territory.municipalities.flatMap((municipality) => municipality.censuses)
  const first = Math.min(...censuses.map(({ year }) => year), years[0] ?? 0)
  const earlier = Array.from({ length: (years[0] ?? 0) - first }, (_, i) => first + i)
  const all = [...earlier, ...years]
  const counted = (zone: 'urban' | 'rural') =>
    all.map((year) => {
      const own = censuses.filter((census) => census.year === year)
      return own.length < view.scenario.territory.municipalities.length
        ? null
        : own.reduce((sum, c) => sum + c[zone], 0)
    })
  const lines = groupsOf(rowsOf(view, 'population'), 'zone').map(
    ({ member, rows }, index): Series => ({
      id: member,
      label: nameOf(view, 'zone', member),
      shape: 'line',
      values: [...earlier.map(() => null), ...sumOf(rows)],
      colour: index,
    }),
  )
  const points = (['urban', 'rural'] as const).map(
    (zone): Series => ({
      id: `census-${zone}`,
      label: zone === 'urban' ? view.words.series.censusUrban : view.words.series.censusRural,
      shape: 'points',
      values: counted(zone),
      colour: Math.max(
        0,
        lines.findIndex(({ id }) => id === zone),
      ),
    }),
  )
  const total = totalOf(view, 'population')
  const number = (value: number | null | undefined) => plain(value, 0, view.locale)
  return {
    title: view.words.titles.population(number(total[0]), number(total.at(-1)), wasteYears(view).at(-1) ?? ''),
    subtitle: view.words.units.inhabitants,
    unit: view.words.units.inhabitants,
    categories: all.map(String),
    decimals: 0,
    series: [...lines, ...points.filter(({ values }) => values.some((value) => value !== null))],
  }
}
