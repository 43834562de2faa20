import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

const loans = '/?plan=example:loans&view=risk&alternative=relleno-regional'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

async function ask(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click({ timeout: 60_000 })
  await page.getByRole('button', { name: /^Detener/ }).waitFor({ state: 'detached', timeout: 90_000 })
}

test('the adjustment that makes an alternative viable is applied with one click, and undone', async () => {
  const { page, wrongs } = await bench.open(loans)
  await ask(page, /^Calcular: ¿Qué aguanta/)
  await page.getByText('Costo esperado').or(page.getByText('Aguanta').first()).first().waitFor()
  await ask(page, /^Buscar el menor cambio/)
  const evaluation = page.waitForResponse((answer) => answer.url().includes('/v1/evaluations'))
  await page.getByRole('button', { name: 'Aplicar al plan' }).click()
  const result = (await (await evaluation).json()) as {
    variants: { alternatives: { id: string; viable: boolean }[] }[]
  }
  expect(result.variants[0]?.alternatives.find(({ id }) => id === 'relleno-regional')?.viable).toBe(true)
  await page.getByText('El cambio quedó en el plan').waitFor()
  expect(await page.getByText('De una versión anterior del plan').count()).toBe(2)
  await page.getByRole('button', { name: 'Deshacer' }).first().click()
  await page.getByText('De una versión anterior del plan').first().waitFor({ state: 'detached' })
  expect(wrongs).toEqual([])
})

test('a long simulation says how far it is and stops when it is told to', async () => {
  const { page, wrongs } = await bench.open('/?plan=example:san-pedro-valle&view=risk&draws=20000')
  await page.getByRole('button', { name: /^Calcular: ¿Con qué/ }).click({ timeout: 60_000 })
  await page.getByRole('progressbar').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: /^Detener/ }).click()
  await page.getByRole('button', { name: /^Calcular: ¿Con qué/ }).waitFor()
  const states = async () => {
    const { items } = (await (await fetch(`${bench.address}/v1/jobs`)).json()) as { items: { state: string }[] }
    return items.map(({ state }) => state)
  }
  await expect.poll(states, { timeout: 20_000 }).toContain('cancelled')
  expect(wrongs).toEqual([])
})

test('all five studies answer and axe finds nothing on Riesgo, light and dark', async () => {
  const { page, wrongs } = await bench.open(`${loans}&draws=500`, { colorScheme: 'light', reducedMotion: 'reduce' })
  for (const name of [
    /^Calcular: ¿Qué dato/,
    /^Calcular: ¿Con qué/,
    /^Calcular: ¿Qué aguanta/,
    /^Buscar/,
    /^Calcular: ¿Se mant/,
  ])
    await ask(page, name)
  await page.getByRole('table', { name: /Probabilidades/ }).waitFor()
  await page.getByRole('img', { name: /más pesa/ }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await accessibilityFaults(page)).toEqual([])
  expect(wrongs).toEqual([])
})
