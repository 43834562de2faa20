import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indicatorTable } from '../model/2-diagnosis/catalogue.ts'
import { bookCatalogue } from '../model/book.ts'
import { scenarioJsonSchema } from '../scenario/json-schema.ts'
import { unitInWords } from '../text/units.ts'
import { buildApp } from './http/app.ts'

const root = new URL('../../', import.meta.url)
const examples = 'openapi/examples/'

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** The glossary: every line of the book in its order, with its words, unit and numeral. */
function glossary(): string {
  const rows = bookCatalogue().map(
    ({ id, es, en, unit, numeral, over }) =>
      `| \`${id}\` | ${es} | ${en} | ${unitInWords(unit)} | ${over.join(', ')} | ${numeral} |`,
  )
  return [
    '# Glosario de renglones',
    '',
    'Generado del libro de fórmulas con `npm run docs`; no se edita a mano.',
    '',
    '| renglón | español | English | unidad | por | numeral |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** Every indicator of the diagnosis in the order of the resolution; those marked † are printed with a formula that does not hold. */
function indicatorPage(): string {
  const rows = indicatorTable().map(
    ({ id, symbol, printed, consistent, unit, numeral, unsound }) =>
      `| \`${id}\` | ${symbol} | ${printed || (consistent ? '–' : 'se mide')}${unsound ? ' †' : ''} | ${consistent ? `\`${consistent}\`` : ''} | ${unit} | ${numeral} |`,
  )
  return [
    '# Indicadores del diagnóstico [5.2–5.5]',
    '',
    'Generado del libro de fórmulas con `npm run docs`; no se edita a mano. Las fracciones se dan sin multiplicar por 100.',
    'Con † la fórmula impresa no cuadra en unidades: el resultado trae su valor literal junto al consistente.',
    '',
    '| indicador | símbolo | fórmula impresa | fórmula consistente | unidad | numeral |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** What the service answers to the smallest plan, in its main sections, and to a plan with mistakes. */
async function answers(): Promise<[string, string][]> {
  const minimal = JSON.parse(await readFile(new URL('scenarios/minimal.json', root), 'utf8')) as Record<string, unknown>
  const wrong = { ...minimal, baseYear: 'dos mil', alternativas: [] }
  const evaluated = await answer(200, '?include=figures,viability,ranking,lines&lines=billing,cash', minimal)
  const refused = await answer(422, '', wrong)
  return [
    [`${examples}evaluation.json`, evaluated],
    [`${examples}invalid-scenario.json`, json(wrong)],
    [`${examples}invalid-scenario-problem.json`, refused],
  ]
}

async function answer(status: number, query: string, payload: Record<string, unknown>): Promise<string> {
  // A service of its own for each answer, so that its request number does not depend on the others.
  const app = await buildApp()
  const { body, statusCode } = await app.inject({ method: 'POST', url: `/v1/evaluations${query}`, payload })
  await app.close()
  if (statusCode !== status) throw new Error(`scenarios/minimal.json: ${statusCode} instead of ${status}: ${body}`)
  return json(JSON.parse(body, rounded))
}

/** Powers differ in the last place from one Node to another; an example shows twelve figures. */
const rounded = (_name: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(12)) : value

async function openapi(): Promise<string> {
  const app = await buildApp()
  const { body } = await app.inject({ url: '/openapi.json' })
  await app.close()
  return json(JSON.parse(body))
}

interface Contract {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>
}

/** Every call of the contract with the media type of its success, for the client. */
function callsOf(contract: string): Record<string, string> {
  const { paths } = JSON.parse(contract) as Contract
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]): [string, string] => {
      const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
      return [`${method.toUpperCase()} ${path}`, Object.keys(success?.content ?? {})[0] ?? '']
    }),
  )
  return Object.fromEntries(calls.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Every generated file of the repository with its text, by path; the same at every run. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const contract = await openapi()
  return new Map([
    ['openapi/openapi.json', contract],
    ['src/delivery/client/calls.json', json(callsOf(contract))],
    ['openapi/scenario.schema.json', json(scenarioJsonSchema())],
    ['openapi/lines.md', glossary()],
    ['openapi/indicators.md', indicatorPage()],
    ...(await answers()),
  ])
}

async function writeAll(): Promise<void> {
  const files = await generatedFiles()
  await rm(new URL(examples, root), { recursive: true, force: true })
  for (const [path, text] of files) {
    const place = fileURLToPath(new URL(path, root))
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, text)
    process.stdout.write(`${path}\n`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeAll()
