import { describe, expect, test } from 'vitest'
import type { ChartId } from '../../../src/delivery/charts/catalogue/catalogue.ts'
import { chartIds } from '../../../src/delivery/charts/catalogue/catalogue.ts'
import type { Box } from '../../../src/delivery/charts/frame/labels.ts'
import { meet } from '../../../src/delivery/charts/frame/labels.ts'
import { pngOf } from '../../../src/delivery/charts/png.ts'
import { svgOf } from '../../../src/delivery/charts/svg.ts'
import { drawn, viewsOf } from './plans.ts'

const views = viewsOf('san-pedro-valle.json')
const view = views.find(({ alternative }) => alternative.id === 'recovery') ?? views[0]
if (view === undefined) throw new Error('San Pedro has no alternative')

const studies: readonly ChartId[] = ['tornado', 'fan']
const sizes = [
  { width: 1200, height: 675 },
  { width: 640, height: 400 },
  // A page on a telephone, whose letters do not follow the picture's size.
  { width: 328, height: 440, letters: 0.87 },
]

const cases = chartIds.filter((id) => !studies.includes(id)).map((id) => ({ id }))

describe('labels', () => {
  test.each(cases)('of $id do not meet and stay on the canvas, large, small and narrow', async ({ id }) => {
    for (const size of sizes) {
      let boxes: readonly Box[] = []
      const onBoxes = (found: readonly Box[]) => {
        boxes = [...found]
      }
      await svgOf(drawn(view, id), { ...size, theme: 'light', locale: 'es', onBoxes }, '')
      const outside = boxes.filter(
        ({ x, y, width, height }) => x < 0 || y < 0 || x + width > size.width || y + height > size.height,
      )
      const meeting = boxes.flatMap((one, at) =>
        boxes.slice(at + 1).flatMap((other) => (meet(one, other) ? [`${one.text} × ${other.text}`] : [])),
      )
      expect(boxes.length, `${id} ${size.width}`).toBeGreaterThan(2)
      expect(outside, `${id} ${size.width}`).toEqual([])
      expect(meeting, `${id} ${size.width}`).toEqual([])
    }
  })
})

test('the same chart gives the same bytes, in the size asked for', async () => {
  const look = { width: 800, height: 450, theme: 'light', locale: 'es' } as const
  const [one, two] = await Promise.all([pngOf(drawn(view, 'costs'), look, 2), pngOf(drawn(view, 'costs'), look, 2)])
  expect(one.equals(two)).toBe(true)
  expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([1600, 900])
})

test('an SVG has a viewBox, its text as paths and the text alternative as its title', async () => {
  const look = { width: 1200, height: 675, theme: 'print', locale: 'en' } as const
  const svg = await svgOf(drawn(view, 'tariffs'), look, 'Tarifas <alt>')
  expect(svg).toContain('viewBox="0 0 1200 675"')
  expect(svg).toContain('<title>Tarifas &lt;alt&gt;</title>')
  expect(svg).not.toContain('<text')
  expect(await svgOf(drawn(view, 'tariffs'), look, 'Tarifas <alt>')).toBe(svg)
})

test('the least canvas still draws', async () => {
  const png = await pngOf(drawn(view, 'cash-flow'), { width: 16, height: 16, theme: 'dark', locale: 'es' })
  expect(png.readUInt32BE(16)).toBe(16)
})
