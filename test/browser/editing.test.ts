import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

const minimal = JSON.parse(readFileSync('scenarios/minimal.json', 'utf8')) as Record<string, unknown>

async function storedPlan(name: string): Promise<string> {
  const answer = await fetch(`${bench.address}/v1/scenarios`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...minimal, name }),
  })
  return ((await answer.json()) as { id: string }).id
}
const kept = async (id: string): Promise<{ version: number; document: { name: string } }> =>
  (await (await fetch(`${bench.address}/v1/scenarios/${id}`)).json()) as { version: number; document: { name: string } }

const planName = (page: Page) => page.getByRole('main').getByLabel('Nombre del plan', { exact: true })
const chapterOf = (id: string): string => `/?plan=stored:${id}&view=chapter&chapter=1`
const said = (page: Page, text: string) => page.getByRole('status').getByText(text, { exact: true }).first().waitFor()

test('what is typed is saved by itself as a version, undone and done again by keys', async () => {
  const id = await storedPlan('Uno')
  const { page, wrongs } = await bench.open(chapterOf(id))
  await planName(page).fill('Dos')
  await page.getByText('v2', { exact: true }).waitFor()
  await said(page, 'guardado')
  expect((await kept(id)).document.name).toBe('Dos')
  await page.keyboard.press('Control+z')
  expect(await planName(page).inputValue()).toBe('Uno')
  await page.keyboard.press('Control+Shift+z')
  expect(await planName(page).inputValue()).toBe('Dos')
  expect(wrongs).toEqual([])
})

test('a service that goes away in mid-edit is said, the work is kept over a reload, and it is saved on return', async () => {
  const id = await storedPlan('Antes')
  const { page } = await bench.open(chapterOf(id))
  await planName(page).waitFor()
  await page.route('**/v1/scenarios/**', (route) => route.abort())
  await planName(page).fill('Escrito sin servicio')
  await said(page, 'sin conexión: su trabajo está en este equipo')
  await page.reload()
  await planName(page).waitFor()
  expect(await planName(page).inputValue()).toBe('Escrito sin servicio')
  expect((await kept(id)).document.name).toBe('Antes')
  await page.unroute('**/v1/scenarios/**')
  await said(page, 'guardado')
  expect((await kept(id)).document.name).toBe('Escrito sin servicio')
})

test('two tabs on one plan: neither is overwritten, both versions are offered and one goes on', async () => {
  const id = await storedPlan('Común')
  const { page: first } = await bench.open(chapterOf(id))
  await planName(first).waitFor()
  const second = await first.context().newPage()
  await second.goto(`${bench.address}${chapterOf(id)}`)
  await planName(second).fill('De la segunda')
  await said(second, 'guardado')
  await planName(first).fill('De la primera')
  await first.getByRole('alert').getByText('Otra pestaña cambió el plan').waitFor()
  expect((await kept(id)).document.name).toBe('De la segunda')
  await first.getByRole('button', { name: 'Seguir con la mía' }).click()
  await said(first, 'guardado')
  expect((await kept(id)).document.name).toBe('De la primera')
  expect((await kept(id)).version).toBe(3)
})

test('a slow network loses nothing that is typed while it waits', async () => {
  const id = await storedPlan('Lento')
  const { page } = await bench.open(chapterOf(id))
  await planName(page).waitFor()
  await page.route('**/v1/scenarios/**', async (route) => {
    await new Promise((done) => setTimeout(done, 1500))
    await route.continue()
  })
  await planName(page).fill('Primero')
  await page.waitForTimeout(1500)
  await planName(page).fill('Después')
  await expect.poll(async () => (await kept(id)).document.name, { timeout: 30_000 }).toBe('Después')
  await said(page, 'guardado')
})

test('versions are listed, named, compared and gone back to', async () => {
  const id = await storedPlan('Original')
  const { page, wrongs } = await bench.open(chapterOf(id))
  await planName(page).fill('Cambiado')
  await page.getByText('v2', { exact: true }).waitFor()
  await page.goto(`${bench.address}/?plan=stored:${id}&view=versions`)
  await page.getByLabel('Nombre de la versión 1').fill('La adoptada')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Qué cambió desde la versión 1' }).click()
  await page.getByRole('cell', { name: 'Cambiado' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Volver a esta: versión 1' }).click()
  await page.getByText('v3', { exact: true }).waitFor()
  expect((await kept(id)).document.name).toBe('Original')
  expect(wrongs).toEqual([])
})

test('a block of a spreadsheet is pasted into users, and what reads two ways is asked', async () => {
  const id = await storedPlan('Pegar')
  const { page } = await bench.open(`/?plan=stored:${id}&view=chapter&chapter=2`)
  const cell = page.getByLabel('Fila 1, Domicilios existentes (V)')
  await cell.focus()
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '1.234,5\\t900\\n2.000\\t800')
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(event)
  })()`)
  await expect.poll(() => cell.inputValue()).toMatch(/^1\.?234,5$/)
  expect(await page.getByLabel('Fila 2, Domicilios existentes (V)').inputValue()).toBe('2.000')
  const served = page.getByLabel('Fila 1, Usuarios servidos (U)')
  await served.fill('1.234')
  await page.keyboard.press('ArrowDown')
  await page.getByText('¿Quiso decir').waitFor()
})

test('a service that is busy is said with a way to ask again, and nothing typed is lost', async () => {
  const { page } = await bench.open('/')
  const busy = () =>
    page.route('**/v1/**', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'Ocupado', detail: 'El servicio está ocupado.' }),
      }),
    )
  const again = page.getByRole('alert').getByRole('button', { name: 'Intentar de nuevo' })
  await busy()
  await page.goto(`${bench.address}/?plan=example:minimal&view=chapter&chapter=6`)
  await again.waitFor()
  await page.unroute('**/v1/**')
  await again.click()
  const field = page.getByLabel('Costo fijo de referencia', { exact: true })
  await field.waitFor()
  await page.getByText('Ocupado').waitFor({ state: 'detached' })
  await busy()
  await field.fill('4321')
  await again.waitFor()
  await page.unroute('**/v1/**')
  await again.click()
  await page.getByText('Ocupado').waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe('4.321')
})
