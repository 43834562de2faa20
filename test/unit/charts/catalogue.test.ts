import { describe, expect, test } from 'vitest'
import { altOf } from '../../../src/delivery/charts/alt.ts'
import type { ChartId } from '../../../src/delivery/charts/catalogue/catalogue.ts'
import { chartIds, drawnOf } from '../../../src/delivery/charts/catalogue/catalogue.ts'
import { configurationOf } from '../../../src/delivery/charts/configuration.ts'
import { csvOf, dataOf } from '../../../src/delivery/charts/data.ts'
import { drawn, planNames, viewsOf } from './plans.ts'

const studies: readonly ChartId[] = ['tornado', 'fan']
const ofResult = chartIds.filter((id) => !studies.includes(id))
const look = { width: 1200, height: 675, theme: 'light', locale: 'es' } as const

describe.each(planNames)('the charts of %s', (name) => {
  const views = viewsOf(name)

  test('have a title, a unit, a source line, a text and a number or a gap for every category', () => {
    for (const view of views) {
      for (const id of ofResult) {
        const made = drawn(view, id)
        const where = `${id} of ${view.alternative.id} in ${view.variant.id}`
        for (const text of [made.title, made.unit, made.subtitle, altOf(made, 'es')]) {
          expect(text, where).not.toBe('')
          expect(text, where).not.toMatch(/NaN|undefined|Infinity/)
        }
        expect(made.source, where).toContain(view.result.scenario.hash.slice(0, 8))
        expect(made.source, where).toContain(view.result.engine.model.slice(0, 8))
        for (const { values, label } of made.series) {
          expect(values, `${where}: ${label}`).toHaveLength(made.categories.length)
          expect(
            values.every((value) => value === null || Number.isFinite(value)),
            `${where}: ${label}`,
          ).toBe(true)
        }
        const { data } = configurationOf(made, look)
        expect(data.datasets.map((set) => set.data)).toEqual(made.series.map(({ values }) => values))
      }
    }
  })
})

test('a chart of a study that was not run draws nothing', () => {
  const [view] = viewsOf('minimal.json')
  expect(studies.map((id) => view && drawnOf(id, view))).toEqual([undefined, undefined])
})

test('what is recovered, disposed of and uncollected is what is generated', () => {
  for (const view of viewsOf('san-pedro-valle.json')) {
    const parts = drawn(view, 'mass-balance').series
    const generated = drawn(view, 'generation').series
    const sumAt = (series: typeof parts, t: number) => series.reduce((sum, { values }) => sum + (values[t] ?? 0), 0)
    for (const t of [0, 5, 15, 30]) expect(sumAt(parts, t)).toBeCloseTo(sumAt(generated, t), 6)
  }
})

test('a regional plan counts each municipality once', () => {
  const [view] = viewsOf('regional.json')
  if (view === undefined) throw new Error('no alternative')
  const { series, categories } = drawn(view, 'population')
  const base = categories.indexOf(String(view.result.years.base))
  const censuses = view.scenario.territory.municipalities.map(({ censuses: own }) => own.at(-1)?.urban ?? 0)
  const urban = series.find(({ id }) => id === 'urban')?.values[base] ?? 0
  expect(urban / censuses.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6)
})

test('the data of a chart are the numbers that it draws, in a table that no spreadsheet runs', () => {
  const [view] = viewsOf('minimal.json')
  if (view === undefined) throw new Error('no alternative')
  const made = drawn(view, 'cash-flow')
  const data = dataOf(made, 'texto')
  expect(data.series.map(({ values }) => values)).toEqual(made.series.map(({ values }) => [...values]))
  const rows = csvOf({ ...made, series: made.series.map((one) => ({ ...one, label: '=cmd|"x"' })) }).split('\r\n')
  expect(rows[0]).toContain(`"'=cmd|""x"""`)
  expect(rows[1]?.split(',')[0]).toBe(made.categories[0])
  expect(rows).toHaveLength(made.categories.length + 2)
})
