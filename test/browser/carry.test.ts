import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

// The smallest plan: a whole report of it is made while the browser waits.
const plan = '/?plan=example:minimal'
const patience = { timeout: 120_000 }
const long = 400_000

let bench: Bench
let folder = ''
beforeAll(async () => {
  bench = await startBench()
  folder = await mkdtemp(join(tmpdir(), 'pfv-carry-'))
})
afterAll(async () => {
  await bench.close()
  await rm(folder, { recursive: true })
})

async function carried(page: Page, name: string): Promise<{ name: string; bytes: Buffer; path: string }> {
  await page.locator('.header summary', { hasText: /^Descargar$/ }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download', patience),
    page.getByRole('button', { name, exact: true }).click(patience),
  ])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return { name: download.suggestedFilename(), bytes: await readFile(path), path }
}

test(
  'the plan leaves as workbook, report, charts, lines and document',
  async () => {
    const { page, wrongs } = await bench.open(plan)
    await page.getByRole('heading', { name: /^(?:Recomendada: |Ninguna alternativa es viable)/ }).waitFor(patience)
    const magic = { 'Libro de cálculo (XLSX)': 'PK', 'Informe (PDF)': '%PDF', 'Todas las gráficas (ZIP)': 'PK' }
    for (const [name, start] of Object.entries(magic)) {
      const { bytes } = await carried(page, name)
      expect(bytes.subarray(0, start.length).toString()).toBe(start)
    }
    const lines = await carried(page, 'Todos los renglones (CSV)')
    expect(lines.bytes.toString().split('\r\n')[0]).toBe('alternative,variant,line,keys,year,value,unit')
    const document = await carried(page, 'El plan (JSON)')
    expect(JSON.parse(document.bytes.toString())).toHaveProperty('schemaVersion', '1')
    expect(wrongs).toEqual([])
  },
  long,
)

test(
  'the single page opens from a file without the service, tells where figures come from and asks for nothing',
  async () => {
    const { page } = await bench.open(plan)
    await page.getByRole('heading', { name: /^(?:Recomendada: |Ninguna alternativa es viable)/ }).waitFor(patience)
    const { path } = await carried(page, 'Una página que se abre sin conexión (HTML)')
    const requests: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) requests.push(request.url())
    })
    await page.goto(`file://${path}`)
    await page.getByRole('navigation', { name: 'Contenido' }).waitFor()
    expect(await page.locator('figure svg').count()).toBeGreaterThan(8)
    expect(await page.locator('table').count()).toBeGreaterThan(20)
    expect(await page.locator('script').count()).toBe(0)
    await page.getByRole('link', { name: 'Anexo E. ¿De dónde salen las cifras principales?' }).click()
    expect(await page.getByText('De qué se hizo').count()).toBeGreaterThan(5)
    expect(await page.evaluate('new Set([...document.querySelectorAll("[id]")].map((e) => e.id)).size')).toBe(
      await page.locator('[id]').count(),
    )
    expect(requests).toEqual([])
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  },
  long,
)

test('a copied link opens the exact view, and a chart leaves as PNG, SVG and CSV', async () => {
  const { page, wrongs } = await bench.open(`${plan}&view=statements&table=cashFlow&money=baseYear`)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copiar tabla' }).waitFor(patience)
  await page.locator('.header summary', { hasText: /^Descargar$/ }).click()
  await page.getByRole('button', { name: 'Copiar enlace' }).click()
  await page.getByText('Enlace copiado').waitFor()
  const link = await page.evaluate('navigator.clipboard.readText()')
  expect(link).toBe(page.url())
  await page.goto(String(link))
  await page.getByRole('heading', { name: /^Flujo de caja\s*millones de pesos de 2024$/ }).waitFor(patience)
  for (const [name, start] of [
    ['Imagen (PNG)', '\u0089PNG'],
    ['Dibujo (SVG)', '<?xml'],
    ['Datos (CSV)', '\u00ef\u00bb\u00bf'],
  ] as const) {
    await page.locator('.chart-tools summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download', patience),
      page.getByRole('button', { name }).click(),
    ])
    const path = join(folder, download.suggestedFilename())
    await download.saveAs(path)
    expect((await readFile(path)).toString('latin1').startsWith(start)).toBe(true)
    await page.locator('.chart-tools summary').click()
  }
  expect(wrongs).toEqual([])
})
