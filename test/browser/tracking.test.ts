import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

const cell = (page: Page, line: string, year: number) =>
  page.getByRole('textbox', { name: `${line}, ${year}`, exact: true })

test('a plan that is stored takes real figures, warns, projects again and lets a figure be taken back', async () => {
  const { page, wrongs } = await bench.open('/?plan=example:minimal&view=tracking')
  await page.getByText('Guarde el plan para hacerle seguimiento').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Guardar este plan' }).click()
  await page.waitForURL(/plan=stored/)
  const first = cell(page, 'Residuos recolectados', 2025)
  await first.waitFor({ timeout: 30_000 })
  await first.focus()
  await first.evaluate((element) => {
    const { DataTransfer, ClipboardEvent } = globalThis as unknown as {
      DataTransfer: new () => { setData: (type: string, text: string) => void }
      ClipboardEvent: new (name: string, init: object) => Event
    }
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '1.234,5\t1.250,0\n9.999,0\t')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByRole('button', { name: 'Anotar 3 cifras' }).click()
  await page.getByText('Diga de dónde salen las cifras.').waitFor()
  await page.getByRole('textbox', { name: 'De dónde salen' }).fill('Informe del prestador')
  await page.getByRole('button', { name: 'Anotar 3 cifras' }).click()
  await page.getByText('Quedaron anotadas 3 cifras.').waitFor()
  await page.getByText('Variación sustancial').first().waitFor()
  await page.getByText('corresponde modificar el plan').waitFor()
  await page.getByRole('button', { name: 'Llevar la proyección al plan' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar el documento' }).click()
  expect((await download).suggestedFilename()).toBe('documento-tecnico.md')
  const removals = page.getByRole('button', { name: /^Retirar: / })
  expect(await removals.count()).toBe(3)
  await removals.first().click()
  await expect.poll(() => removals.count()).toBe(2)
  await page
    .getByText(/^Se retiró/)
    .getByRole('button', { name: 'Deshacer' })
    .click()
  await expect.poll(() => removals.count()).toBe(3)
  await page.getByRole('button', { name: 'Llevar la proyección al plan' }).click()
  await page.getByText('La proyección quedó en el plan').waitFor()
  expect(wrongs).toEqual([])
})

test.each(['light', 'dark'] as const)('axe finds nothing where the plan is not stored, %s', async (colorScheme) => {
  const { page, wrongs } = await bench.open('/?plan=example:minimal&view=tracking', {
    colorScheme,
    viewport: { width: 360, height: 800 },
  })
  await page.getByText('Guarde el plan para hacerle seguimiento').waitFor({ timeout: 60_000 })
  expect(await accessibilityFaults(page)).toEqual([])
  expect(wrongs).toEqual([])
})
