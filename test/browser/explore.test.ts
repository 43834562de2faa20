import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../src/study/result.ts'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

const address = '/?plan=example:san-pedro-valle&view=explore'
const figures = ['planNpv', 'averageTariff', 'costCoverage'] as const

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

const slider = (page: Page, name: string | RegExp) => page.getByRole('slider', { name })

/** Sets a slider as a thumb does and waits until that move is on the screen. */
async function move(page: Page, name: string, value: number): Promise<number> {
  const before = await measured(page)
  await slider(page, name).evaluate((element, to) => {
    const input = element as unknown as { value: string; dispatchEvent: (event: Event) => void }
    input.value = String(to)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }, value)
  await page.waitForFunction(
    (count) => performance.getEntriesByName('explore: input to paint').length > count,
    before.length,
  )
  return (await measured(page)).at(-1) ?? Number.NaN
}

const measured = (page: Page): Promise<number[]> =>
  page.evaluate(() => performance.getEntriesByName('explore: input to paint').map(({ duration }) => duration))

const shown = (page: Page): Promise<[string, number][]> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { querySelectorAll: (s: string) => Iterable<{ value: string; dataset: { figure: string } }> }
    }
    return [...document.querySelectorAll('data[data-figure]')].map((one): [string, number] => [
      one.dataset.figure,
      Number(one.value),
    ])
  })

test('thirty moves of San Pedro follow the thumb, and what they show is what the service computes', async () => {
  const { page, wrongs } = await bench.open(address)
  await slider(page, 'Tasa de descuento').waitFor({ timeout: 60_000 })
  expect(await page.getByRole('slider').count()).toBe(9)
  const asIs = await shown(page)
  const times: number[] = []
  for (let k = 1; k <= 15; k += 1) times.push(await move(page, 'Tarifa de referencia', k))
  for (let k = 1; k <= 15; k += 1) times.push(await move(page, 'Eficiencia del recaudo', -k))
  times.sort((a, b) => a - b)
  const [median, p95, worst] = [times[15], times[28], times[29]].map((time) => time?.toFixed(1))
  process.stdout.write(`30 moves: median ${median} ms, 95 % within ${p95} ms, worst ${worst} ms\n`)
  const moved = await shown(page)
  expect(moved).toHaveLength(12)
  expect(moved).not.toEqual(asIs)
  await page.waitForURL(/tariff=15&collection=-15|collection=-15.*tariff=15/)
  const evaluation = page.waitForResponse((answer) => answer.url().includes('/v1/evaluations'))
  await page.getByRole('button', { name: 'Aplicar estos cambios al plan' }).click()
  const result = (await (await evaluation).json()) as Result
  const told = new Map<string, unknown>(
    result.variants[0]?.alternatives.flatMap((of) => figures.map((id) => [`${of.id} ${id}`, of.figures[id]] as const)),
  )
  for (const [name, value] of moved) {
    const server = told.get(name)
    expect(typeof server, name).toBe('number')
    expect(Math.abs(value - Number(server)), name).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)))
  }
  await page.waitForURL((url) => !url.search.includes('tariff='))
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual(asIs)
  expect(wrongs).toEqual([])
})

test('a slider moves with the keys, says its value, stands in the address and goes back to today', async () => {
  const { page, wrongs } = await bench.open(`${address}&growth=1`)
  const growth = slider(page, /^Crecimiento/)
  await growth.waitFor({ timeout: 60_000 })
  expect(await growth.inputValue()).toBe('1')
  await growth.focus()
  await page.keyboard.press('ArrowRight')
  expect(await growth.getAttribute('aria-valuetext')).toContain('+1,1')
  await page.waitForURL(/growth=1\.1/)
  await page.getByRole('button', { name: /^Volver a hoy: Crecimiento/ }).click()
  expect(await growth.inputValue()).toBe('0')
  await page.waitForURL((url) => !url.search.includes('growth'))
  expect(wrongs).toEqual([])
})

test('the values of change are found in the background and can be gone to', async () => {
  const { page, wrongs } = await bench.open(address)
  const turn = page.getByRole('button', { name: /^Desde / }).first()
  await turn.waitFor({ timeout: 90_000 })
  await turn.click()
  await page.getByRole('button', { name: 'Volver todo a hoy' }).click()
  expect(wrongs).toEqual([])
})

test.each(['light', 'dark'] as const)('axe finds nothing on Explorar, %s', async (colorScheme) => {
  const { page, wrongs } = await bench.open(`${address}&tariff=10`, {
    colorScheme,
    viewport: { width: 360, height: 800 },
  })
  await slider(page, 'Tasa de descuento').waitFor({ timeout: 60_000 })
  expect(await accessibilityFaults(page)).toEqual([])
  expect(wrongs).toEqual([])
})
