import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { main } from '../../../src/delivery/cli/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'pfv-chart-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...argv: string[]): Promise<{ code: number; told: string }> {
  const told: string[] = []
  const write = (text: string) => told.push(text)
  const stdin = (async function* (): AsyncGenerator<string> {})()
  const code = await main(['chart', ...argv], { stdin, stdout: { write }, stderr: { write }, environment: {} })
  return { code, told: told.join('') }
}

const plan = 'scenarios/minimal.json'
const out = (name: string): string => join(folder, name)

test('the ending of the file says the format', async () => {
  expect(await run(plan, 'costs', '-o', out('a.png'), '--width', '300', '--height', '200', '--scale', '2')).toEqual({
    code: 0,
    told: '',
  })
  expect(readFileSync(out('a.png')).readUInt32BE(16)).toBe(600)
  await run(plan, 'costs', '--out', out('a.svg'), '--theme', 'print')
  expect(readFileSync(out('a.svg'), 'utf8')).toContain('<svg viewBox="0 0 1200 675"')
  await run(plan, 'costs', '-o', out('a.json'), '--lang', 'en')
  expect(JSON.parse(readFileSync(out('a.json'), 'utf8'))).toMatchObject({ chart: 'costs' })
})

test.each([
  [[plan, 'cost', '-o', 'a.png'], '¿Quiso decir «costs»?'],
  [[plan, '-o', 'a.png'], 'Falta la gráfica'],
  [[plan, 'costs'], 'Falta dónde escribirla'],
  [[plan, 'costs', '-o', 'a.gif'], 'debe terminar en'],
  [[plan, 'costs', '-o', 'a.png', '--width', '4001'], 'de 16 a 4000'],
  [[plan, 'costs', '-o', 'a.png', '--alternative', 'nada'], 'La alternativa «nada» no existe'],
  [[plan, 'costs', '-o', 'no/hay/a.png'], 'No se pudo escribir'],
])('%j ends with 2 and a sentence', async (argv, sentence) => {
  const { code, told } = await run(...argv)
  expect(code).toBe(2)
  expect(told).toContain(sentence)
})
