import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../src/delivery/http/app.ts'
import { openDatabase } from '../../src/delivery/store/database.ts'
import type { Answer } from './service.ts'
import { minimal, Service } from './service.ts'

let service: Service
let database: Awaited<ReturnType<typeof openDatabase>>

beforeAll(async () => {
  database = await openDatabase({ data: 'memory' })
  service = new Service(await buildApp({ database, jobs: { threads: 1 } }))
}, 60_000)
afterAll(async () => {
  await service.app.close()
  await database.close()
})

const post = (url: string, payload: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  service.app.inject({ method: 'POST', url, payload: payload as object, headers })
const get = (url: string, headers: Record<string, string> = {}): Promise<Answer> => service.app.inject({ url, headers })

async function ended(url: string): Promise<Record<string, unknown>> {
  const answer = await get(`${url}/events`, { accept: 'text/event-stream' })
  const data = /event: end\ndata: (.*)\n/.exec(answer.body)?.[1] ?? ''
  return JSON.parse(data) as Record<string, unknown>
}

const addressOf = (answer: Answer): string => String(answer.headers.location)
const portfolio = (count: number) => ({
  items: Array.from({ length: count }, (_, i) => ({
    id: `m${i + 1}`,
    scenario: { ...minimal(), name: `Plan ${i + 1}` },
  })),
})

test('a portfolio tells every plan in its row, also one that breaks rules, as JSON and as a harmless table', async () => {
  const { items } = portfolio(3)
  const asked = [...items, { id: '=HYPERLINK("x")', scenario: { schemaVersion: '1' } }]
  const accepted = await post('/v1/portfolios', { items: asked, outputs: ['planNpv', 'population:first', 'irr'] })
  service.expectDocumented(accepted, { path: '/v1/portfolios', method: 'post' })
  const url = addressOf(accepted)
  expect(accepted.json()).toMatchObject({ kind: 'portfolio', links: { self: url } })
  expect(await ended(url)).toMatchObject({ state: 'done', progress: 1, message: 'Portafolio: terminado' })
  const result = await get(`${url}/result`)
  service.expectDocumented(result, { path: '/v1/jobs/{id}/result', method: 'get' })
  const { totals, rows, columns } = result.json()
  expect(totals).toEqual({ plans: 4, evaluated: 3, viable: 3, notViable: 0, withProblems: 1 })
  expect(rows.map((row: { id: string }) => row.id)).toEqual(['m1', 'm2', 'm3', '=HYPERLINK("x")'])
  expect(columns[1].total).toBeCloseTo(3 * rows[0].figures['population:first'], 6)
  expect(columns[2].total).toBeNull()
  expect(rows[3].problems.length).toBeGreaterThan(0)
  const table = await get(`${url}/result`, { accept: 'text/csv' })
  expect(table.headers['content-type']).toBe('text/csv; charset=utf-8')
  const lines = table.body.split('\r\n')
  expect(lines[0]).toMatch(/^id,DIVIPOLA,Municipios,Plan,Viable,/)
  expect(lines[4]?.startsWith('"\'=HYPERLINK(""x"")"')).toBe(true)
  expect((await get(`${url}/result`, { accept: 'image/png' })).statusCode).toBe(406)
})

test('a simulation is answered at once, or as a job with the same bytes', async () => {
  const body = { scenario: minimal(), draws: 60, seed: 5 }
  const now = await post('/v1/simulations', body)
  const later = await post('/v1/simulations', body, { prefer: 'respond-async' })
  service.expectDocumented(later, { path: '/v1/simulations', method: 'post' })
  expect([now.statusCode, later.statusCode]).toEqual([200, 202])
  expect(later.headers['preference-applied']).toBe('respond-async')
  const url = addressOf(later)
  expect(await ended(url)).toMatchObject({ state: 'done' })
  expect((await get(`${url}/result`)).body).toBe(now.body)
  expect((await get(`${url}/result?format=csv`)).statusCode).toBe(406)
})

test('a workbook and a report are written as jobs', async () => {
  const types = { workbook: /spreadsheetml/, report: /^application\/pdf$/ }
  for (const [kind, type] of Object.entries(types)) {
    const url = addressOf(await post('/v1/jobs', { kind, request: { scenario: minimal() } }))
    expect(await ended(url)).toMatchObject({ kind, state: 'done' })
    const { headers, rawPayload } = await get(`${url}/result`)
    expect(headers['content-type']).toMatch(type)
    expect(rawPayload.subarray(0, 2).toString()).toMatch(/^(?:PK|%P)$/)
  }
}, 180_000)

test('what is wrong with a job is told with its place', async () => {
  const places = async (url: string, payload: unknown) => {
    const answer = await post(url, payload)
    expect(answer.statusCode).toBe(422)
    return answer.json().errors.map((e: { pointer: string; code: string }) => `${e.pointer} ${e.code}`)
  }
  const one = { id: 'a', scenario: minimal() }
  expect(await places('/v1/portfolios', { items: [one, one], outputs: ['nada'] })).toEqual([
    '/outputs/0 figure-unknown',
    '/items/1/id duplicate',
  ])
  expect(await places('/v1/portfolios', { items: [{}, { scenarioId: 'nada' }] })).toEqual([
    '/items/0 one-of',
    '/items/1/scenarioId unknown-scenario',
  ])
  expect(await places('/v1/portfolios', { items: [] })).toHaveLength(1)
  expect(await places('/v1/jobs', { kind: 'nada' })).toEqual(['/kind enum', '/request required'])
  expect(await places('/v1/jobs', { kind: 'simulation', request: { scenario: minimal(), draws: 100_001 } })).toEqual([
    '/request/draws too-many-draws',
  ])
  expect(await places('/v1/jobs', { kind: 'report', request: { scenario: minimal(), alternative: 'x' } })).toEqual([
    '/request/alternative unknown-reference',
  ])
})

test('a cancelled job stops its work; one that has ended cannot be cancelled and has no result', async () => {
  const url = addressOf(
    await post('/v1/jobs', { kind: 'simulation', request: { scenario: minimal(), draws: 100_000 } }),
  )
  expect((await get(`${url}/result`)).statusCode).toBe(409)
  await expect.poll(async () => (await get(url)).json().state, { timeout: 20_000 }).toBe('running')
  const cancelled = await service.app.inject({ method: 'DELETE', url })
  service.expectDocumented(cancelled, { path: '/v1/jobs/{id}', method: 'delete' })
  expect(cancelled.json()).toMatchObject({ state: 'cancelled', message: 'Simulación: cancelado' })
  await expect.poll(() => service.app.jobs.doing(), { timeout: 10_000 }).toBe(0)
  const again = await service.app.inject({ method: 'DELETE', url })
  expect([again.statusCode, again.json().type]).toEqual([409, 'urn:pfv:problem:job-ended'])
  const result = await get(`${url}/result`)
  service.expectDocumented(result, { path: '/v1/jobs/{id}/result', method: 'get' })
  expect(result.statusCode).toBe(409)
})

test('a cancelled portfolio frees the threads that were at its plans', async () => {
  const url = addressOf(await post('/v1/portfolios', portfolio(30)))
  await expect.poll(() => service.app.jobs.threads.busy(), { timeout: 20_000 }).toBeGreaterThan(0)
  expect((await service.app.inject({ method: 'DELETE', url })).statusCode).toBe(200)
  await expect
    .poll(() => [service.app.jobs.threads.busy(), service.app.jobs.doing()], { timeout: 20_000 })
    .toEqual([0, 0])
})

test('an unknown job and one of another workspace do not exist; an expired result is gone', async () => {
  for (const url of ['/v1/jobs/nada', '/v1/jobs/nada/result', '/v1/jobs/nada/events'])
    expect((await get(url)).statusCode, url).toBe(404)
  const accepted = await post('/v1/portfolios', portfolio(1))
  const url = addressOf(accepted)
  await ended(url)
  const id = accepted.json().id as string
  await database.db.updateTable('jobs').set({ workspace: 'ajena' }).where('id', '=', id).execute()
  for (const [method, path] of [
    ['GET', url],
    ['DELETE', url],
    ['GET', `${url}/result`],
    ['GET', `${url}/events`],
  ] as const)
    expect((await service.app.inject({ method, url: path })).statusCode, `${method} ${path}`).toBe(404)
  const past = { workspace: 'local', expires_at: '2020-01-01T00:00:00.000Z' }
  await database.db.updateTable('jobs').set(past).where('id', '=', id).execute()
  const gone = await get(`${url}/result`)
  service.expectDocumented(gone, { path: '/v1/jobs/{id}/result', method: 'get' })
  expect([gone.statusCode, (await get(url)).statusCode]).toEqual([410, 200])
})

test('jobs are listed newest first, page by page', async () => {
  const page = await get('/v1/jobs?limit=2')
  service.expectDocumented(page, { path: '/v1/jobs', method: 'get' })
  const { items, next } = page.json()
  expect(items).toHaveLength(2)
  const following = (await get(`/v1/jobs?limit=2&cursor=${next}`)).json()
  const times = [...items, ...following.items].map((job: { createdAt: string }) => job.createdAt)
  expect(times).toEqual(times.toSorted((a, b) => (a < b ? 1 : -1)))
  expect(new Set([...items, ...following.items].map((job: { id: string }) => job.id)).size).toBe(4)
  expect((await get('/v1/jobs?cursor=nada')).statusCode).toBe(400)
})

test('a listener that goes away leaves nothing behind, and another may come back with its last event', async () => {
  await service.app.listen({ port: 0 })
  const { port } = service.app.server.address() as AddressInfo
  const url = addressOf(
    await post('/v1/jobs', { kind: 'simulation', request: { scenario: minimal(), draws: 100_000 } }),
  )
  const open = request({ port, path: `${url}/events`, agent: false, headers: { 'last-event-id': '7' } })
  open.on('error', () => undefined).end()
  const [answer] = (await once(open, 'response')) as [IncomingMessage]
  expect(String((await once(answer, 'data'))[0])).toContain('retry: 2000')
  open.destroy()
  const connections = () =>
    new Promise<number>((resolve) => service.app.server.getConnections((_, count) => resolve(count)))
  await expect.poll(connections, { timeout: 10_000 }).toBe(0)
  await service.app.inject({ method: 'DELETE', url })
  const late = await fetch(`http://127.0.0.1:${port}${url}/events`)
  expect(await late.text()).toContain('event: end')
})
