import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

const compare = '/?plan=example:san-pedro-valle&view=compare'
const patience = { timeout: 90_000 }

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

test('the alternatives stand side by side: order, base by choice, difference, and a cell opens the drawer', async () => {
  const { page, wrongs } = await bench.open(compare)
  const table = page.getByRole('table', { name: /^Comparar alternativas/ })
  await table.waitFor(patience)
  const heads = async (): Promise<string[]> => table.locator('thead th').allInnerTexts()
  expect((await heads())[1]).toMatch(/puesto 1$/)
  const row = table.getByRole('row', { name: /^Generación de empleo/ })
  expect(await row.locator('.figure').first().innerText()).toBe('195')
  await page.getByLabel('Base de la comparación').selectOption({ label: 'Planta regional con Buga y Tuluá' })
  expect((await heads())[1]).toMatch(/^Planta regional con Buga y Tuluá\s*puesto 2 · base$/)
  await page.getByLabel('Mostrar la diferencia con la base').check()
  expect(await row.locator('.figure').allInnerTexts()).toEqual(['360', '−165', '+443', '+555'])
  expect(page.url()).toContain('base=regional-plant')
  await row.locator('.figure').nth(1).click()
  await page.getByRole('complementary').getByText('De qué se hizo').waitFor(patience)
  expect(page.url()).toContain('explain=jobYears')
  expect(wrongs).toEqual([])
})

test('it says what differs in the inputs, each method with its sentence, and draws the charts on one scale', async () => {
  const { page, wrongs } = await bench.open(compare)
  await page.getByText(/^Solo lo que no es igual a/).waitFor(patience)
  await page.getByText(/^Aprovechamiento con recicladores formalizados \(\d+\)$/).click()
  expect(await page.locator('.differences[open] tbody tr').count()).toBeGreaterThan(5)
  expect(await page.locator('.places small').count()).toBe(12)
  expect(await page.locator('.small-charts canvas[aria-label]').count()).toBe(4)
  expect(await page.evaluate('performance.getEntriesByType("resource").some((e) => e.name.includes("drawing-"))')).toBe(
    true,
  )
  expect(wrongs).toEqual([])
})

test.each([
  [360, 'light'],
  [1280, 'dark'],
  [2560, 'light'],
] as const)('Comparar has no fault for axe and no sideways scroll at %i, %s', async (width, colorScheme) => {
  const { page } = await bench.open(compare, { viewport: { width, height: 900 }, colorScheme })
  await page.getByText(/^Solo lo que no es igual a/).waitFor(patience)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
})
