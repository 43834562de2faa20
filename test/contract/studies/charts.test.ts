import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, ProblemAnswer, Service } from '../service.ts'
import { minimal, startService } from '../service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

const ask = (url: string, headers: Record<string, string> = {}, payload: object = minimal()): Promise<Answer> =>
  service.app.inject({ method: 'POST', url: `/v1/charts/${url}`, headers, payload })

test('each format answers in its own type, with the size asked for', async () => {
  const png = await ask('cash-flow.png?width=600&height=300&scale=2', { accept: 'image/png' })
  expect([png.statusCode, png.headers['content-type']]).toEqual([200, 'image/png'])
  expect([png.rawPayload.readUInt32BE(16), png.rawPayload.readUInt32BE(20)]).toEqual([1200, 600])
  const svg = await ask('cash-flow.svg', { accept: 'image/*' })
  expect([svg.statusCode, svg.headers['content-type']]).toEqual([200, 'image/svg+xml'])
  expect(svg.body).toContain('<title>')
  const csv = await ask('cash-flow.csv')
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  const json = await ask('cash-flow.json', { 'accept-language': 'en' })
  const data = json.json<{ unit: string; categories: string[]; series: { values: number[] }[] }>()
  expect(data.unit).toBe("millions of each year's pesos")
  expect(csv.body.trimEnd().split('\r\n')).toHaveLength(data.categories.length + 1)
})

test('the same chart has the same strong tag and is not sent twice; another size, locale or plan has another', async () => {
  const one = await ask('costs.svg')
  const tag = String(one.headers.etag)
  expect(tag).toMatch(/^"[0-9a-f]{64}"$/)
  const again = await ask('costs.svg', { 'if-none-match': `"other", ${tag}` })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const others = await Promise.all([
    ask('costs.svg?width=1000'),
    ask('costs.svg', { 'accept-language': 'en' }),
    ask('costs.svg', {}, { scenario: minimal(), patch: { name: 'Otro plan' } }),
  ])
  expect(new Set([tag, ...others.map(({ headers }) => headers.etag)]).size).toBe(4)
})

test('a tornado and a fan are drawn where their study is asked for, and refused where it is not', async () => {
  const tornado = await ask('tornado.json', {}, { scenario: minimal(), figure: 'planNpv' })
  expect(tornado.json<{ categories: string[] }>().categories.length).toBeGreaterThan(3)
  const fan = await ask('fan.json', {}, { scenario: minimal(), draws: 12, seed: 3 })
  expect(fan.json<{ series: { id: string }[] }>().series.map(({ id }) => id)).toEqual(['p50', 'p25-p75', 'p5-p95'])
  const refused = await Promise.all([ask('tornado.png'), ask('fan.png')])
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([422, 422])
  expect(refused.map((answer) => answer.json<ProblemAnswer>().errors[0]?.code)).toEqual([
    'study-not-run',
    'study-not-run',
  ])
})

test.each([
  ['nada.png', 404, undefined],
  ['costs.gif', 404, undefined],
  ['costs.png?width=15', 400, '?width'],
  ['costs.png?height=4001', 400, '?height'],
  ['costs.png?scale=4', 400, '?scale'],
  ['costs.png?width=4000&height=4000&scale=3', 400, '?scale'],
  ['costs.png?theme=pink', 400, '?theme'],
  ['costs.png?locale=fr', 400, '?locale'],
  ['costs.png?alternative=nada', 400, '?alternative'],
  ['costs.png?variant=nada', 400, '?variant'],
])('%s is refused with %i and the place', async (url, status, pointer) => {
  const answer = await ask(url)
  expect(answer.statusCode).toBe(status)
  expect(answer.json<ProblemAnswer>().errors?.[0]?.pointer).toBe(pointer)
})

test('a type that is not accepted is not sent', async () => {
  const answer = await ask('costs.png', { accept: 'application/json' })
  expect(answer.statusCode).toBe(406)
})
