import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answeredInJobs, jobCases } from './job-cases.ts'
import type { Service } from './service.ts'
import { isOfGate, minimal, startService } from './service.ts'

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

const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
const importing = (status: number, payload: string | Buffer, headers: Record<string, string> = xlsx): Case => ({
  path: '/v1/import',
  status,
  call: { method: 'POST', headers, payload },
})
/** A blank template is read and found wanting; a body that says it is too large is refused unread. */
const imports: Case[] = [
  importing(400, '{"name": ', json),
  importing(413, Buffer.alloc(0), { ...xlsx, 'content-length': '100000000' }),
  importing(406, 'nombre;valor', { ...xlsx, accept: 'image/png' }),
  importing(415, '<plan/>', { 'content-type': 'application/xml' }),
  importing(422, 'nombre;valor'),
]

const cases: Case[] = [
  ...jobCases,
  evaluation(200, { payload: minimal() }),
  evaluation(400, { headers: json, payload: '{"name": ' }),
  evaluation(406, { headers: { accept: 'image/png' }, payload: minimal() }),
  evaluation(413, { headers: json, payload: JSON.stringify('x'.repeat(5_000_000)) }),
  evaluation(415, { headers: { 'content-type': 'application/xml' }, payload: '<plan/>' }),
  evaluation(422, { payload: {} }),
  ...study('/v1/balance'),
  ...study('/v1/explanations', { line: 'billing' }),
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
  ...[
    ...['/v1/report.pdf', '/v1/report.docx', '/v1/plan.html', '/v1/provider-extract.pdf'],
    ...['/v1/workbook.xlsx', '/v1/comparison.xlsx', '/v1/provider-extract.xlsx', '/v1/charts.zip'],
  ].flatMap((path) =>
    study(path).map((each) => ({
      ...each,
      call: { ...each.call, url: `${path}${path.includes('extract') ? '?entity=provider' : ''}` },
    })),
  ),
  { path: '/v1/template.xlsx', status: 200 },
  { path: '/v1/template.xlsx', status: 400, call: { url: '/v1/template.xlsx?locale=fr' } },
  notAcceptable('/v1/template.xlsx'),
  { path: '/metrics', status: 406, call: { url: '/metrics', headers: { accept: 'image/png' } } },
  ...imports,
  { path: '/v1/examples', status: 200 },
  notAcceptable('/v1/examples'),
  { path: '/v1/examples/{name}', status: 200, call: { url: '/v1/examples/minimal' } },
  { path: '/v1/examples/{name}', status: 404, call: { url: '/v1/examples/nada' } },
  notAcceptable('/v1/examples/{name}', '/v1/examples/minimal'),
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
  { path: '/v1/keys', status: 201, call: { method: 'POST', payload: { name: 'prueba', scope: 'read' } } },
  { path: '/v1/keys', status: 400, call: { method: 'POST', headers: json, payload: '{"name": ' } },
  { path: '/v1/keys', status: 406, call: { method: 'POST', headers: { accept: 'image/png' }, payload: {} } },
  {
    path: '/v1/keys',
    status: 413,
    call: { method: 'POST', headers: json, payload: JSON.stringify('x'.repeat(5_000_000)) },
  },
  {
    path: '/v1/keys',
    status: 415,
    call: { method: 'POST', headers: { 'content-type': 'application/xml' }, payload: '<key/>' },
  },
  { path: '/v1/keys', status: 422, call: { method: 'POST', payload: { name: '' } } },
  { path: '/v1/keys', status: 200 },
  notAcceptable('/v1/keys'),
  { path: '/v1/keys/{id}', status: 404, call: { method: 'DELETE', url: '/v1/keys/nada' } },
  {
    path: '/v1/keys/{id}',
    status: 406,
    call: { method: 'DELETE', url: '/v1/keys/x', headers: { accept: 'text/csv' } },
  },
  { path: '/v1/audit', status: 200 },
  { path: '/v1/audit', status: 400, call: { url: '/v1/audit?cursor=nada' } },
  notAcceptable('/v1/audit'),
  { path: '/health/ready', status: 200 },
  notAcceptable('/health/ready'),
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
  // What the gate answers is asked of every route in the tests of the gate.
  const elsewhere = ['DELETE /v1/keys/{id} 200', 'GET /metrics 200', 'POST /v1/import 200', ...answeredInJobs]
  const ofRoutes = service
    .documented()
    // Those of stored plans are asked for in test/contract/stored.
    .filter((promise) => !promise.includes('/v1/scenarios') && !isOfGate(promise))
  expect(ofRoutes.filter((promise) => ![...asked, ...elsewhere].includes(promise))).toEqual([])
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
