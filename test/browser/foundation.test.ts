import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

test('a bundled plan opens from the first page and says which alternative is recommended', async () => {
  const { page, wrongs } = await bench.open('/')
  await page.getByRole('link', { name: /^Abrir: San Pedro/ }).click()
  await page.getByRole('heading', { name: /^Recomendada: / }).waitFor()
  expect(page.url()).toContain('plan=example%3Asan-pedro-valle')
  expect(wrongs).toEqual([])
})

test('a figure opens the drawer, the address holds it and Escape closes it', async () => {
  const { page, wrongs } = await bench.open('/?plan=example:san-pedro-valle')
  await page
    .getByRole('button', { name: /^Valor presente del plan/ })
    .first()
    .click()
  await page.getByText('De qué se hizo').waitFor()
  expect(page.url()).toContain('explain=planNpv')
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
  expect(page.url()).not.toContain('explain')
  await page.goBack()
  await page.getByText('De qué se hizo').waitFor()
  expect(wrongs).toEqual([])
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing on the first page, the summary and the drawer, %s',
  async (colorScheme) => {
    for (const [path, sign] of [
      ['/', 'Planes de ejemplo'],
      ['/?plan=example:san-pedro-valle', 'Las alternativas en su orden'],
      ['/?plan=example:san-pedro-valle&explain=planNpv', 'De qué se hizo'],
    ] as const) {
      const { page } = await bench.open(path, { colorScheme })
      await page.getByText(sign).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
    }
  },
)

test('the first page is painted without waiting for any answer of the service', async () => {
  const { page } = await bench.open('/')
  await page.route('**/v1/**', () => undefined)
  await page.reload()
  await page.getByRole('heading', { name: 'Abra un plan' }).waitFor()
  const paint = await page.evaluate(
    `performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime`,
  )
  process.stdout.write(`first contentful paint: ${Number(paint).toFixed(0)} ms\n`)
})

/** The script of the page and what it imports before anything is drawn. */
function firstScripts(): string[] {
  const entry = /src="\/assets\/([^"]+\.js)"/.exec(readFileSync('dist/web/index.html', 'utf8'))?.[1] ?? ''
  const found = new Set([entry])
  for (const name of found) {
    const text = readFileSync(`dist/web/assets/${name}`, 'utf8')
    for (const [, other] of text.matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)) if (other) found.add(other)
  }
  return [...found]
}

test('the script of the first view weighs at most 250 kB and draws no chart', () => {
  const scripts = firstScripts().map((name) => readFileSync(`dist/web/assets/${name}`))
  const weight = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
  expect(weight).toBeGreaterThan(5000)
  expect(weight).toBeLessThan(250_000)
  expect(scripts.filter((script) => script.includes('getDatasetMeta'))).toEqual([])
  expect(readdirSync('dist/web/assets').some((name) => name.startsWith('drawing-'))).toBe(true)
})
