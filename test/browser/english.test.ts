import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bench } from './page.ts'
import { startBench } from './page.ts'

let bench: Bench
let id = ''
beforeAll(async () => {
  bench = await startBench()
  const answer = await fetch(`${bench.address}/v1/scenarios`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inEnglish),
  })
  id = ((await answer.json()) as { id: string }).id
})
afterAll(() => bench.close())

type Part = Record<string, unknown>
const minimal = JSON.parse(readFileSync('scenarios/minimal.json', 'utf8')) as Part & {
  territory: Part
  sources?: unknown
}

/** The smallest plan with English names, so that every Spanish word on the page is the page's own. */
const inEnglish = renamed({ ...minimal, description: 'A plan', sources: [] }, 0) as Part

function renamed(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => renamed(one, depth))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      ['name', 'description', 'responsible', 'result'].includes(key) ? `Name ${depth}` : renamed(one, depth + 1),
    ]),
  )
}

const signs: Readonly<Record<string, string | RegExp>> = {
  summary: 'The alternatives in order',
  compare: 'Charts',
  explore: 'Move what weighs most',
  statements: 'Copy table',
  risk: 'How firm is the result?',
  tracking: 'Note real figures',
  versions: 'Every save is a version; none is lost. Name those that matter.',
}

const spanish = /[áéíóúñ¿¡«»]|\b(?:de|del|el|la|los|las|que|para|por|con|una?|sin|al)\b/i

test('the English chapters say nothing in Spanish but the terms of the resolution beside each field', async () => {
  const { page, wrongs } = await bench.open(`/?plan=stored:${id}&view=chapter&chapter=1&locale=en`)
  for (const chapter of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    await page.goto(`${bench.address}/?plan=stored:${id}&view=chapter&chapter=${chapter}&locale=en`)
    await page.locator('.part').first().waitFor({ timeout: 60_000 })
    await page.evaluate('for (const one of document.querySelectorAll(".notes, .missing ul")) one.remove()')
    const left = (await page.locator('body').innerText()).split('\n').filter((line) => spanish.test(line))
    expect(left, `chapter ${chapter}`).toEqual([])
  }
  expect(wrongs).toEqual([])
})

test.each(Object.entries(signs))('the English page says nothing in Spanish: %s', async (view, sign) => {
  const { page, wrongs } = await bench.open(`/?plan=stored:${id}&view=${view}&locale=en`)
  await page.getByRole('main').getByText(sign).first().waitFor({ timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  const left = (await page.locator('body').innerText()).split('\n').filter((line) => spanish.test(line))
  expect(left).toEqual([])
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  expect(wrongs).toEqual([])
})
