import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluate } from '../../src/study/evaluate.ts'
import { readPlan } from '../../src/study/read-plan.ts'
import type { Bench } from './page.ts'
import { accessibilityFaults, startBench } from './page.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

type Plan = Record<string, unknown>
const draftOf = async (page: Page): Promise<Plan> => {
  const { origins } = await page.context().storageState()
  const kept = origins.flatMap(({ localStorage }) => localStorage)
  const text = kept.find(({ name }) => name.startsWith('pfv:draft:draft:'))?.value ?? '{}'
  return (JSON.parse(text) as { document: Plan }).document
}

/** Counts what is not typing data: clicks; each datum is typed at its field. */
function hand(page: Page) {
  let actions = 0
  return {
    count: () => actions,
    click: async (name: string) => {
      actions += 1
      await page.getByRole('button', { name, exact: true }).click()
    },
    type: async (name: string, text: string) => {
      const field = page.getByRole('main').getByLabel(name, { exact: true })
      await field.fill(text)
    },
  }
}

async function typePlan(user: ReturnType<typeof hand>): Promise<void> {
  await user.click('Plan nuevo')
  await user.type('Nombre del plan', 'Plan de Villa Ejemplo')
  await user.type('Nombre', 'Villa Ejemplo')
  const censuses = [
    ['2005', '5.000', '2500'],
    ['2018', '6000', '2400'],
  ]
  for (const [at, [year = '', urban = '', rural = '']] of censuses.entries()) {
    await user.type(`Fila ${at + 1}, Año del censo`, year)
    await user.type(`Fila ${at + 1}, Población urbana`, urban)
    await user.type(`Fila ${at + 1}, Población rural`, rural)
  }
  await user.click('Siguiente')
  const users = [
    ['900', '850', '800', '3,3'],
    ['900', '880', '860', '3,2'],
  ]
  for (const [at, row] of users.entries()) {
    const heads = [
      'Domicilios existentes (V)',
      'Usuarios servidos (U)',
      'Usuarios facturados (Ufac)',
      'Habitantes por domicilio',
    ]
    for (const [c, head] of heads.entries()) await user.type(`Fila ${at + 1}, ${head}`, row[c] ?? '')
  }
  await user.click('Siguiente')
  await user.type('Producción per cápita urbana (ppc)', '0,6')
  await user.type('Producción per cápita rural (ppc)', '0.4')
  await user.click('Siguiente')
  const cost = 'Fila 1, Valor'
  const first = 'Recolección y transporte: Costos'
  await typeCost(user, { table: first, head: cost })
  await user.click('Siguiente')
  await user.click('Siguiente')
  await user.type('Costo fijo de referencia', '9000')
  await user.type('Costo variable de referencia', '220000')
  await user.click('Siguiente')
  await user.type('Inflación', '4')
  await user.type('Tasa de descuento', '10')
  await user.click('Ver el resultado')
}

async function typeCost(user: ReturnType<typeof hand>, { table, head }: { table: string; head: string }) {
  const field = pageOf.getByRole('table', { name: new RegExp(`^${table}`) }).getByLabel(head, { exact: true })
  await field.fill('700.000.000')
  expect(user.count()).toBeGreaterThan(0)
}
let pageOf: Page

test('a first-timer builds the smallest plan in at most 15 actions beyond its data, and gets its evaluation', async () => {
  const { page, wrongs } = await bench.open('/')
  pageOf = page
  const user = hand(page)
  await typePlan(user)
  await page.getByText('Las alternativas en su orden').waitFor({ timeout: 60_000 })
  console.info(`actions beyond data: ${user.count()}`)
  expect(user.count()).toBeLessThanOrEqual(15)
  const typed = await draftOf(page)
  const same = minimal(typed)
  expect(figuresOf(typed)).toEqual(figuresOf(same))
  expect(wrongs.filter((text) => !text.includes('422'))).toEqual([])
})

test('a cost of the guide is put in a single year, and where nothing is viable the summary says so and leads on', async () => {
  const { page, wrongs } = await bench.open('/')
  pageOf = page
  await typePlan(hand(page))
  await page.getByRole('heading', { name: /^Ninguna alternativa es viable; la primera/ }).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '¿Qué la haría viable?' }).click()
  await page.getByRole('button', { name: /^Buscar el menor cambio/ }).waitFor()
  await page.goto(page.url().replace(/&view=.*/, '&view=guide&step=4'))
  await page
    .getByRole('table', { name: /^Recolección y transporte: Costos/ })
    .getByRole('button', { name: 'Fila 1, Valor: valores en el tiempo' })
    .click()
  await page.getByLabel('Fila 1, Valor: Forma').selectOption('Solo en los años dados')
  const { baseYear, alternatives } = await draftOf(page)
  const amounts = (alternatives as { projects: { costs: { amount: unknown }[] }[] }[])[0]?.projects[0]?.costs
  expect(amounts?.map(({ amount }) => amount)).toEqual([{ year: Number(baseYear) + 1, amount: 700_000_000 }])
  expect(wrongs.filter((text) => !text.includes('422'))).toEqual([])
})

/** The same data written by hand; programmes without a cost stand there too, since what they cover is a figure. */
function minimal({ baseYear, norm }: Plan): Plan {
  return {
    schemaVersion: '1',
    name: 'Plan de Villa Ejemplo',
    norm,
    baseYear,
    economy: { inflation: 0.04, discountRate: 0.1 },
    territory: {
      municipalities: [
        {
          id: 'municipio',
          name: 'Villa Ejemplo',
          censuses: [
            { year: 2005, urban: 5000, rural: 2500 },
            { year: 2018, urban: 6000, rural: 2400 },
          ],
          users: [
            { class: 'stratum1', zone: 'urban', dwellings: 900, served: 850, billed: 800, persons: 3.3 },
            { class: 'stratum2', zone: 'urban', dwellings: 900, served: 880, billed: 860, persons: 3.2 },
          ],
          waste: { perCapita: { urban: 0.6, rural: 0.4 } },
          tariff: { method: 'reference', reference: { fixed: 9000, variable: 220000 } },
        },
      ],
    },
    alternatives: [
      {
        id: 'como-hoy',
        name: 'Seguir como hoy',
        statusQuo: true,
        projects: [
          {
            id: 'collection',
            program: 'collection',
            costs: [
              {
                id: 'c',
                category: 'operationMaintenance',
                component: 'collectionToDisposal',
                amount: 700_000_000,
              },
            ],
          },
          ...['sweeping', 'disposal', 'commercial'].map((program) => ({ id: program, program, costs: [] })),
        ],
      },
    ],
  }
}

function figuresOf(document: Plan): unknown {
  const read = readPlan(document)
  if (!read.ok) return read.problems
  return evaluate(read.scenario, { document }).variants[0]?.alternatives[0]?.figures
}

test('a workbook or a scenario is opened from a file, and what is not a plan is said in words', async () => {
  const { page } = await bench.open('/')
  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: 'nota.json', mimeType: 'application/json', buffer: Buffer.from('[1]') })
  await page.getByText('El archivo no es un plan').waitFor()
  const minimalText = readFileSync('scenarios/minimal.json')
  await file.setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: minimalText })
  await page.getByText('Las alternativas en su orden').waitFor()
  expect(await page.getByRole('link', { name: /1 Territorio/ }).count()).toBe(1)
})

test.each(['light', 'dark'] as const)('axe finds nothing on chapters, guide and versions, %s', async (colorScheme) => {
  for (const [path, sign] of [
    ['/?plan=example:san-pedro-valle&view=chapter&chapter=2', 'Usuarios por clase'],
    ['/?plan=example:san-pedro-valle&view=chapter&chapter=5', 'Proyectos y sus costos'],
    ['/?plan=example:san-pedro-valle&view=guide', 'Paso 1 de 7'],
    ['/?plan=example:san-pedro-valle&view=versions', 'Este plan está solo en este equipo'],
  ] as const) {
    const { page, wrongs } = await bench.open(path, { colorScheme })
    await page.getByText(sign).first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(wrongs).toEqual([])
  }
})
