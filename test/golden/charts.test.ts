import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createCanvas, loadImage } from 'canvas'
import { describe, expect, test } from 'vitest'
import { chartIds } from '../../src/delivery/charts/catalogue/catalogue.ts'
import { pngOf } from '../../src/delivery/charts/png.ts'
import { sensitivity } from '../../src/study/sensitivity/tornado.ts'
import { readSimulation } from '../../src/study/simulation/read.ts'
import { simulate } from '../../src/study/simulation/simulation.ts'
import { drawn, viewsOf } from '../unit/charts/plans.ts'

const approving = process.env.UPDATE_GOLDEN === '1'
const size = { width: 720, height: 405 }
/** Processors may round an edge differently; a label, a bar or a line that moves changes more than this. */
const tolerance = { channel: 48, share: 0.0002 }

const view = viewsOf('san-pedro-valle.json').find(({ alternative }) => alternative.id === 'recovery')
if (view === undefined) throw new Error('San Pedro has no recovery alternative')

/** The figures as drawn, with the studies that two of the charts draw. */
async function studied(of: NonNullable<typeof view>) {
  const asked = { figure: 'planNpv', share: 0.1, alternative: of.alternative.id } as const
  const tornado = sensitivity(of.scenario, asked)
  const job = readSimulation(of.scenario, { draws: 40, seed: 1, outputs: ['cash'] }, 40)
  if (!tornado.ok || !job.ok) throw new Error('San Pedro has no such study')
  return { ...of, sensitivity: tornado.sensitivity, simulation: await simulate(job.job) }
}
const full = await studied(view)

async function pixelsOf(png: Buffer): Promise<Uint8ClampedArray> {
  const context = createCanvas(size.width, size.height).getContext('2d')
  context.drawImage(await loadImage(png), 0, 0)
  return context.getImageData(0, 0, size.width, size.height).data
}

/** Share of the pixels that a person would see as another colour. */
async function moved(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)]
  let count = 0
  for (let i = 0; i < a.length; i += 4) {
    const far = [0, 1, 2].some((c) => Math.abs((a[i + c] as number) - (b[i + c] as number)) > tolerance.channel)
    if (far) count += 1
  }
  return count / (size.width * size.height)
}

describe('no chart looks other than it was approved', () => {
  test.each(chartIds.map((id) => ({ id })))('$id', async ({ id }) => {
    // The source line names the versions, which change without the picture.
    const picture = { ...drawn(full, id), source: 'Fuente' }
    const png = await pngOf(picture, { ...size, theme: 'light', locale: 'es' })
    const place = new URL(`charts/${id}.png`, import.meta.url)
    if (approving) writeFileSync(place, png)
    expect(existsSync(place), 'nobody has approved this picture: npm run golden, and look at it').toBe(true)
    expect(await moved(png, readFileSync(place))).toBeLessThan(tolerance.share)
  })

  test('a title in other words is seen', async () => {
    const picture = drawn(full, 'cash-flow')
    const look = { ...size, theme: 'light', locale: 'es' } as const
    const other = await pngOf({ ...picture, title: `${picture.title} o no` }, look)
    expect(await moved(await pngOf(picture, look), other)).toBeGreaterThan(tolerance.share)
  })
})
