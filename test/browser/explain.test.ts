import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

const statements = '/?plan=example:san-pedro-valle&view=statements'
const patience = { timeout: 90_000 }

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

test('a figure leads over its operands down to the norm, back again, and leaves as text', async () => {
  const { page, wrongs } = await bench.open(statements)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: /^Derecho tarifario \(a costo pleno\), 2030: / }).click(patience)
  const drawer = page.getByRole('complementary')
  await drawer.getByText('De qué se hizo').waitFor(patience)
  await drawer.getByText(/Suma de 16 filas/).waitFor()
  await drawer.getByLabel('Fila que se explica').selectOption({ index: 1 })
  await drawer.getByRole('button', { name: /^Ver de dónde sale: Usuarios facturados, 2030/ }).click(patience)
  await drawer.getByRole('heading', { name: 'Usuarios facturados, 2030' }).waitFor(patience)
  await drawer.getByRole('button', { name: /Atrás/ }).click()
  await drawer.getByRole('heading', { name: 'Derecho tarifario (a costo pleno), 2030' }).waitFor(patience)
  await drawer.getByText('De qué se hizo').waitFor(patience)
  await drawer.getByRole('button', { name: 'Copiar como texto' }).click()
  await drawer.getByText('Copiado').waitFor()
  const text = String(await page.evaluate('navigator.clipboard.readText()'))
  expect(text).toContain('Derecho tarifario (a costo pleno), 2030')
  expect(text).toMatch(/Con los números puestos: .*\d/)
  await page.goto(`${bench.address}${statements}&explain=factor|2030|userClass=stratum1`)
  await page.getByRole('complementary').getByText('De qué se hizo').waitFor(patience)
  await page.getByRole('button', { name: 'Copiar tabla' }).waitFor(patience)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
  expect(wrongs).toEqual([])
})

test('the arrows move in a statement, Shift marks a block, and Ctrl+C takes it to a spreadsheet', async () => {
  const { page, wrongs } = await bench.open(`${statements}&table=cashFlow`)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: /^Recaudo.*, 2024: / }).focus(patience)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await page.locator('td.marked').count()).toBe(4)
  await page.keyboard.press('Control+c')
  const block = String(await page.evaluate('navigator.clipboard.readText()'))
  expect(block.split('\n').map((line) => line.split('\t').length)).toEqual([2, 2])
  expect(block).toMatch(/^\d+,\d+\t/)
  expect(wrongs).toEqual([])
})

test('pesos of the base year change the table and the drawer tells both', async () => {
  const { page, wrongs } = await bench.open(`${statements}&explain=cash|2030`)
  const cell = page.getByRole('button', { name: /^Ingresos operacionales, 2030: / })
  const before = await cell.innerText(patience)
  await page.getByLabel('Pesos', { exact: true }).selectOption('baseYear')
  await page.getByText('millones de pesos de 2024', { exact: true }).waitFor(patience)
  await page.getByRole('complementary').getByText('en pesos de 2024').waitFor(patience)
  expect(await cell.innerText()).not.toBe(before)
  expect(wrongs).toEqual([])
})

test.each([
  [360, 'dark'],
  [1280, 'light'],
  [2560, 'dark'],
] as const)('Estados has no fault for axe and no sideways scroll at %i, %s', async (width, colorScheme) => {
  const { page } = await bench.open(statements, { viewport: { width, height: 900 }, colorScheme })
  await page.getByRole('button', { name: 'Copiar tabla' }).waitFor(patience)
  await page.locator('canvas').waitFor(patience)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
})
