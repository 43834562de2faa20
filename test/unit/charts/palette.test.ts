import { expect, test } from 'vitest'
import { colourCount, colourOf, contrast, inksOf, lightness, themes } from '../../../src/delivery/charts/palette.ts'

test.each(themes)('neighbouring colours of the %s theme differ by 15 L* or more in grey', (theme) => {
  const greys = Array.from({ length: colourCount }, (_, at) => lightness(colourOf(at, theme)))
  const steps = greys.slice(1).map((grey, at) => Math.abs(grey - (greys[at] ?? 0)))
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(15)
})

test.each(themes)('text of the %s theme has a contrast of 4.5 or more on its background', (theme) => {
  const { background, ink, quiet } = inksOf(theme)
  expect(contrast(ink, background)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(quiet, background)).toBeGreaterThanOrEqual(4.5)
})

test('lightness and contrast are those of their definitions', () => {
  expect(lightness('#ffffff')).toBeCloseTo(100, 6)
  expect(lightness('#777777')).toBeCloseTo(50.03, 1)
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 6)
})
