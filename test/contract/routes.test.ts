import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Service } from './service.ts'
import { minimal, startService } from './service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

interface Case {
  path: string
  status: number
  call?: InjectOptions
}

const evaluation = (status: number, call: InjectOptions): Case => ({
  path: '/v1/evaluations',
  status,
  call: { method: 'POST', ...call },
})
const notAcceptable = (path: string, url = path): Case => ({
  path,
  status: 406,
  call: { url, headers: { accept: 'text/csv' } },
})
const json = { 'content-type': 'application/json' }
/** Every answer of a study that takes a scenario itself. */
const study = (path: string, options?: object): Case[] => {
  const asked = (status: number, call: InjectOptions): Case => ({ path, status, call: { method: 'POST', ...call } })
  return [
    asked(200, { payload: options ? { scenario: minimal(), ...options } : minimal() }),
    asked(400, { headers: json, payload: '{"name": ' }),
    asked(406, { headers: { accept: 'image/png' }, payload: minimal() }),
    asked(413, { headers: json, payload: JSON.stringify('x'.repeat(5_000_000)) }),
    asked(415, { headers: { 'content-type': 'application/xml' }, payload: '<plan/>' }),
    asked(422, { payload: {} }),
  ]
}

const cases: Case[] = [
  evaluation(200, { payload: minimal() }),
  evaluation(400, { headers: json, payload: '{"name": ' }),
  evaluation(406, { headers: { accept: 'image/png' }, payload: minimal() }),
  evaluation(413, { headers: json, payload: JSON.stringify('x'.repeat(5_000_000)) }),
  evaluation(415, { headers: { 'content-type': 'application/xml' }, payload: '<plan/>' }),
  evaluation(422, { payload: {} }),
  ...study('/v1/balance'),
  ...study('/v1/household-bill'),
  ...study('/v1/regional'),
  ...study('/v1/completeness'),
  ...study('/v1/indicators'),
  ...study('/v1/budget'),
  ...study('/v1/comparisons'),
  ...study('/v1/screening'),
  ...study('/v1/sensitivity'),
  ...study('/v1/stability', { inputs: [{ pointer: '/economy/discountRate' }], draws: 1000 }),
  ...study('/v1/grid', { x: { pointer: '/economy/discountRate' }, y: { pointer: '/economy/inflation' } }),
  ...study('/v1/adjustments', { alternative: 'como-hoy', levers: [{ lever: 'tariff' }] }),
  ...study('/v1/stress'),
  ...study('/v1/lender'),
  ...study('/v1/simulations', { draws: 20 }),
  ...study('/v1/bridge', { toPatch: { economy: { discountRate: 0.15 } } }),
  ...study('/v1/charts/{chart}.{format}').map((each) => ({
    ...each,
    call: { ...each.call, url: each.status === 406 ? '/v1/charts/costs.csv' : '/v1/charts/costs.json' },
  })),
  {
    path: '/v1/charts/{chart}.{format}',
    status: 404,
    call: { method: 'POST', url: '/v1/charts/nada.png', payload: minimal() },
  },
  { path: '/v1/model/lines', status: 200 },
  notAcceptable('/v1/model/lines'),
  { path: '/v1/model/lines/{id}', status: 200, call: { url: '/v1/model/lines/billing' } },
  { path: '/v1/model/lines/{id}', status: 404, call: { url: '/v1/model/lines/nada' } },
  notAcceptable('/v1/model/lines/{id}', '/v1/model/lines/billing'),
  { path: '/v1/law', status: 200 },
  notAcceptable('/v1/law'),
  { path: '/v1/law/{id}', status: 200, call: { url: '/v1/law/subsidyLimitStratum1' } },
  { path: '/v1/law/{id}', status: 404, call: { url: '/v1/law/nada' } },
  notAcceptable('/v1/law/{id}', '/v1/law/subsidyLimitStratum1'),
  { path: '/v1/schemas/scenario', status: 200 },
  notAcceptable('/v1/schemas/scenario'),
  { path: '/health/live', status: 200 },
  notAcceptable('/health/live'),
  { path: '/openapi.json', status: 200 },
  notAcceptable('/openapi.json'),
]

const methodOf = ({ call }: Case): string => String(call?.method ?? 'GET')

test.each(cases.map((each) => [`${methodOf(each)} ${each.path} answers ${each.status} as documented`, each] as const))(
  '%s',
  async (_name, { path, status, ...each }) => {
    const call = { url: path, ...each.call }
    const answer = await service.app.inject(call)
    expect(answer.statusCode).toBe(status)
    service.expectDocumented(answer, { path, method: methodOf({ path, status, ...each }).toLowerCase() })
  },
)

test('every documented answer of every route is among those asked for here', () => {
  const asked = cases.map((each) => `${methodOf(each)} ${each.path} ${each.status}`)
  expect(service.documented().filter((promise) => !asked.includes(promise))).toEqual([])
})

test('the documentation page and its files come from this service alone', async () => {
  const page = await service.app.inject({ url: '/docs/', headers: { accept: 'text/html' } })
  expect(page.statusCode).toBe(200)
  const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    expect(file).not.toMatch(/^(?:https?:)?\/\//)
    const { pathname } = new URL(file, 'http://localhost/docs/')
    expect((await service.app.inject({ url: pathname })).statusCode, pathname).toBe(200)
  }
})
