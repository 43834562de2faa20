import { termOf } from '../../../../text/cli/terms.ts'
import type { Series } from '../../picture.ts'
import type { Chart } from '../../view.ts'
import { nameOf } from '../../view.ts'

/** Métodos de proyección [6.1]: every permitted method of the first municipality's first zone, the chosen one strong. */
export const populationMethods: Chart = (view) => {
  const table = view.alternative.populationMethods[0]
  const municipality = view.scenario.territory.municipalities.find(({ id }) => id === table?.municipality)
  const years = view.result.years.waste
  const zone = table?.zone === 'rural' ? 'rural' : 'urban'
  const censuses = municipality?.censuses ?? []
  const first = Math.min(...censuses.map(({ year }) => year), years[0] ?? 0)
  const earlier = Array.from({ length: (years[0] ?? 0) - first }, (_, i) => first + i)
  const all = [...earlier, ...years]
  const methods = (table?.methods ?? [])
    .filter((method) => method.values.length > 0)
    .map(({ id, values }, index): Series => {
      const name = nameOf(view, 'populationMethod', id)
      const chosen = id === table?.chosen
      return {
        id,
        label: chosen ? view.words.series.chosen(name) : name,
        shape: 'line',
        values: all.map((_, at) => values[at - earlier.length] ?? null),
        colour: index,
        strong: chosen,
      }
    })
  const counted: Series = {
    id: 'census',
    label: view.words.series.census,
    shape: 'points',
    values: all.map((year) => censuses.find((census) => census.year === year)?.[zone] ?? null),
    colour: 4,
  }
  const place = [municipality?.name, termOf('zone', zone, view.locale)].filter((part) => part !== undefined).join(', ')
  return {
    title: view.words.titles.populationMethods(place, termOf('populationMethod', table?.chosen ?? '', view.locale)),
    subtitle: view.words.units.inhabitants,
    unit: view.words.units.inhabitants,
    categories: all.map(String),
    decimals: 0,
    free: true,
    series: [...methods, ...(counted.values.some((value) => value !== null) ? [counted] : [])],
  }
}
