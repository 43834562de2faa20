import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

const patience = { timeout: 60_000 }

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

type Plan = Record<string, unknown>
const minimal = JSON.parse(readFileSync('scenarios/minimal.json', 'utf8')) as Plan

async function storedPlan(document: Plan): Promise<string> {
  const answer = await fetch(`${bench.address}/v1/scenarios`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
  })
  return ((await answer.json()) as { id: string }).id
}
const kept = (id: string): Promise<Response> => fetch(`${bench.address}/v1/scenarios/${id}`)
const documentOf = async (id: string): Promise<Plan> => ((await (await kept(id)).json()) as { document: Plan }).document

const openId = (page: Page): string => /stored:([^&]+)/.exec(decodeURIComponent(page.url()))?.[1] ?? ''
const summaryShown = (page: Page) => page.getByText('Las alternativas en su orden').waitFor(patience)

async function choose(page: Page, name: string): Promise<void> {
  await page.locator('.plan-menu summary').click()
  await page.getByRole('button', { name, exact: true }).click()
}

test('the plan menu duplicates a plan and opens the copy; the first one stays as it was', async () => {
  const id = await storedPlan({ ...minimal, name: 'Plan madre' })
  const { page, wrongs } = await bench.open(`/?plan=stored:${id}`)
  await summaryShown(page)
  await choose(page, 'Duplicar')
  await page.locator('.plan-menu summary', { hasText: 'Plan madre (2)' }).waitFor(patience)
  await summaryShown(page)
  const copy = openId(page)
  expect(copy).not.toBe(id)
  expect(await documentOf(copy)).toEqual({ ...minimal, name: 'Plan madre (2)' })
  expect((await documentOf(id)).name).toBe('Plan madre')
  expect(wrongs).toEqual([])
})

test('a plan that is deleted from its menu is told on the first page and comes back with one click', async () => {
  const id = await storedPlan({ ...minimal, name: 'Plan que se va' })
  const { page, wrongs } = await bench.open(`/?plan=stored:${id}`)
  await summaryShown(page)
  await choose(page, 'Borrar el plan')
  const told = page.getByRole('status').filter({ hasText: 'Se borró «Plan que se va».' })
  await told.waitFor(patience)
  expect((await kept(id)).status).toBe(404)
  expect(await accessibilityFaults(page)).toEqual([])
  await told.getByRole('button', { name: 'Deshacer' }).click()
  await page.getByRole('link', { name: 'Abrir: Plan que se va' }).click(patience)
  await summaryShown(page)
  expect(await documentOf(openId(page))).toEqual({ ...minimal, name: 'Plan que se va' })
  expect(wrongs).toEqual([])
})

test('what was changed in an example is discarded, and brought back', async () => {
  const { page, wrongs } = await bench.open('/?plan=example:minimal&view=chapter&chapter=1')
  const name = page.getByRole('main').getByLabel('Nombre del plan', { exact: true })
  await name.fill('Ejemplo cambiado', patience)
  await choose(page, 'Descartar los cambios')
  await page.getByText('Se borró «Ejemplo cambiado».').waitFor(patience)
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await page.getByRole('link', { name: 'Abrir: Ejemplo cambiado' }).click()
  await summaryShown(page)
  expect(await page.locator('.plan-menu summary').innerText()).toContain('Ejemplo cambiado')
  expect(wrongs).toEqual([])
})

test('what the service does not do is said in words, and nothing is lost', async () => {
  const id = await storedPlan({ ...minimal, name: 'Plan firme' })
  const { page } = await bench.open(`/?plan=stored:${id}`)
  await summaryShown(page)
  await page.route('**/v1/scenarios**', (route) => route.abort())
  await page.route('**/v1/scenarios/**', (route) => route.abort())
  await choose(page, 'Duplicar')
  const told = page.getByRole('alert')
  await told.getByText('No se pudo hacer: Duplicar.').waitFor(patience)
  await told.getByText('El servicio no responde.').waitFor()
  await choose(page, 'Borrar el plan')
  await told.getByText('No se pudo hacer: Borrar el plan.').waitFor(patience)
  expect(await accessibilityFaults(page)).toEqual([])
  await told.getByRole('button', { name: 'Cerrar' }).click()
  await told.waitFor({ state: 'detached' })
  expect(openId(page)).toBe(id)
  expect((await kept(id)).status).toBe(200)
})

test('a file is dropped on the first page and opens; what is no plan is said', async () => {
  const { page, wrongs } = await bench.open('/')
  const drop = async (name: string, text: string): Promise<void> => {
    const transfer = await page.evaluateHandle(
      `(() => {
        const data = new DataTransfer()
        data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'application/json' }))
        return data
      })()`,
    )
    const place = page.locator('.begin')
    await place.dispatchEvent('dragover', { dataTransfer: transfer })
    await page.locator('.begin.over').waitFor()
    await place.dispatchEvent('drop', { dataTransfer: transfer })
  }
  await drop('carta.json', '"no es un plan"')
  await page.getByRole('alert').getByText('El archivo no es un plan').waitFor(patience)
  await drop('plan.json', JSON.stringify({ ...minimal, name: 'Plan soltado' }))
  await summaryShown(page)
  expect(decodeURIComponent(page.url())).toContain('plan=draft:')
  expect(await page.locator('.plan-menu summary').innerText()).toContain('Plan soltado')
  expect(wrongs).toEqual([])
})

test('a workbook that the service made opens as the same plan', async () => {
  const answer = await fetch(`${bench.address}/v1/workbook.xlsx`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: minimal }),
  })
  expect(answer.status).toBe(200)
  const buffer = Buffer.from(await answer.arrayBuffer())
  const { page, wrongs } = await bench.open('/')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name: 'plan.xlsx', mimeType, buffer })
  await summaryShown(page)
  const shown = await page.locator('.card dd').allInnerTexts()
  await page.goto(`${bench.address}/?plan=example:minimal`)
  await summaryShown(page)
  expect(shown).toHaveLength(3)
  expect(shown).toEqual(await page.locator('.card dd').allInnerTexts())
  expect(wrongs).toEqual([])
})

test('a value changes over the years by keys alone, is saved as typed, undone and done again', async () => {
  const id = await storedPlan({ ...minimal, name: 'Con los años' })
  const { page, wrongs } = await bench.open(`/?plan=stored:${id}&view=chapter&chapter=6`)
  const fixed = async (): Promise<unknown> => {
    const { territory } = (await documentOf(id)) as { territory: { municipalities: Plan[] } }
    return (territory.municipalities[0] as { tariff: { reference: Plan } }).tariff.reference.fixed
  }
  const first = await fixed()
  const name = 'Costo fijo de referencia'
  await page.getByLabel(`${name}: Cambiar con los años…`).first().focus(patience)
  await page.keyboard.press('Enter')
  const shape = page.getByLabel(`${name}: Forma`)
  await shape.focus()
  // From the second shape of the list to the third: some years change.
  await page.keyboard.press('ArrowDown')
  const year = page.getByLabel(`${name}: Año 1`, { exact: true })
  await year.focus(patience)
  await page.keyboard.type('2030')
  expect(await year.inputValue()).toBe('2030')
  await page.keyboard.press('Tab')
  await page.keyboard.type('9500')
  await expect.poll(fixed, patience).toEqual({ points: { 2030: 9500 } })
  await page.keyboard.press('Control+z')
  await expect.poll(fixed, patience).not.toEqual({ points: { 2030: 9500 } })
  await page.keyboard.press('Control+y')
  await expect.poll(fixed, patience).toEqual({ points: { 2030: 9500 } })
  // As many steps back as there are: what was typed in one go is one step.
  while (await page.getByRole('button', { name: 'Deshacer' }).isEnabled()) await page.keyboard.press('Control+z')
  await expect.poll(fixed, patience).toEqual(first)
  expect(wrongs).toEqual([])
})

test('a second tab on a plan of this computer follows what the first one types', async () => {
  const { page: first, wrongs } = await bench.open('/?plan=example:minimal&view=chapter&chapter=1')
  const nameIn = (page: Page) => page.getByRole('main').getByLabel('Nombre del plan', { exact: true })
  await nameIn(first).waitFor(patience)
  const second = await first.context().newPage()
  await second.goto(first.url())
  await nameIn(second).waitFor(patience)
  await nameIn(first).fill('Escrito en la primera')
  await expect.poll(() => nameIn(second).inputValue(), patience).toBe('Escrito en la primera')
  await nameIn(second).fill('Y seguido en la segunda')
  await expect.poll(() => nameIn(first).inputValue(), patience).toBe('Y seguido en la segunda')
  expect(wrongs).toEqual([])
})

test('versions say what changed in the figures, not only in the data', async () => {
  const id = await storedPlan({ ...minimal, name: 'Con cifras' })
  const { page, wrongs } = await bench.open(`/?plan=stored:${id}&view=chapter&chapter=6`)
  await page.getByRole('main').getByLabel('Costo fijo de referencia', { exact: true }).first().fill('3000', patience)
  await page.getByText('v2', { exact: true }).waitFor(patience)
  await choose(page, 'Versiones')
  await page.getByRole('button', { name: 'Qué cambió desde la versión 1' }).click(patience)
  await page.getByRole('heading', { name: 'Qué cambió en las cifras principales' }).waitFor(patience)
  const verdict = page.getByRole('row', { name: /^Veredicto/ })
  expect(await verdict.innerText()).toMatch(/✓ Viable\s+✕ No viable/)
  await expect.poll(() => page.getByRole('row', { name: /^Valor presente neto del plan/ }).count(), patience).toBe(1)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(wrongs).toEqual([])
})
