import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../../src/delivery/http/app.ts'
import { serviceLogger } from '../../../src/delivery/http/gate/trace/log.ts'
import { minimal } from '../service.ts'
import type { Gated } from './gated.ts'
import { startGated } from './gated.ts'

let service: Gated
const log: string[] = []

beforeAll(async () => {
  const logger = serviceLogger('trace', { write: (entry: string) => void log.push(entry) })
  service = await startGated({ logger, process: 'abcd1234' })
}, 60_000)
afterAll(() => service.close())

describe('the log', () => {
  test('says which request was answered how, without keys, queries, bodies or plans', async () => {
    const { bearer } = await service.keyOf('valle', 'admin')
    const secret = bearer.authorization.slice('Bearer '.length)
    const plan = { ...minimal(), name: 'Plan reservado de Tuluá' }
    const post = (url: string, payload: object) =>
      service.app.inject({ method: 'POST', url, headers: { ...bearer, 'idempotency-key': 'llave-1' }, payload })
    const { id: made, secret: other } = (await post('/v1/keys', { name: 'reservada', scope: 'read' })).json<{
      id: string
      secret: string
    }>()
    expect(made).toMatch(/^key-/)
    await post('/v1/evaluations?include=figures', plan)
    await post('/v1/evaluations', { ...plan, baseYear: 'dos mil' })
    await service.app.inject({ url: `/v1/law/${secret}?key=${secret}`, headers: bearer })
    service.app.log.error({ err: Object.assign(new Error(`no ${secret}`), { detail: 'Plan reservado' }) }, 'fault')
    service.app.log.info({ authorization: secret, body: plan, nested: { headers: bearer, document: plan } }, 'x')
    const text = log.join('')
    expect(text).toContain('"path":"/v1/evaluations"')
    expect(text).toMatch(/"reqId":"abcd1234-\d+"/)
    for (const hidden of [secret, other, 'reservad', 'Tuluá', 'dos mil', 'include=', 'llave-1'])
      expect(text, hidden).not.toContain(hidden)
    for (const entry of log) expect(() => JSON.parse(entry)).not.toThrow()
  })
})

describe('the measures', () => {
  test('count answers by route, plans evaluated, jobs, the store and the process, and name nobody', async () => {
    const { bearer } = await service.keyOf('valle', 'read')
    const payload = minimal()
    await service.app.inject({ method: 'POST', url: '/v1/evaluations', headers: bearer, payload })
    await service.app.inject({ url: '/v1/law/subsidyLimitStratum1', headers: bearer })
    await service.app.inject({ url: '/v1/esto/no/existe', headers: bearer })
    const answer = await service.app.inject({ url: '/metrics', headers: { ...bearer, accept: 'text/plain' } })
    expect(answer.headers['content-type']).toContain('text/plain')
    for (const line of [
      'http_request_duration_seconds_count{method="GET",route="/v1/law/:id",status="200"} 1',
      'http_request_duration_seconds_count{method="GET",route="*",status="404"} 1',
      'pfv_evaluations_total{route="/v1/evaluations"}',
      'pfv_store_seconds_count',
      'pfv_jobs',
      'pfv_studies_waiting 0',
      'nodejs_eventloop_lag_seconds',
      'process_resident_memory_bytes',
    ])
      expect(answer.body).toContain(line)
    expect(answer.body).not.toMatch(/valle|subsidyLimitStratum1|pfv_[\w-]{43}/)
  })
})

describe('the probes', () => {
  test('tell a process that lives from one whose store answers', async () => {
    const { database, ...alone } = await startGated()
    expect((await alone.app.inject({ url: '/health/ready' })).json()).toEqual({ status: 'ok', store: 'sqlite' })
    await database.db.schema.dropTable('keys').execute()
    const ready = await alone.app.inject({ url: '/health/ready' })
    expect(ready.statusCode).toBe(503)
    expect(ready.headers['retry-after']).toBe('5')
    expect(ready.json()).toMatchObject({ type: 'urn:pfv:problem:store-down' })
    expect((await alone.app.inject({ url: '/health/live' })).statusCode).toBe(200)
    await alone.app.close()
  })
})

describe('an answer to a refused request', () => {
  test.each([
    ['es', 'Falta la clave', /Authorization: Bearer/],
    ['en', 'A key is missing', /Authorization: Bearer/],
  ])('says in %s what is wrong and what to do', async (language, title, detail) => {
    const answer = await service.app.inject({ url: '/v1/law', headers: { 'accept-language': language } })
    expect(answer.headers['content-language']).toBe(language)
    expect(answer.json()).toMatchObject({ status: 401, title, detail: expect.stringMatching(detail) as string })
  })

  test('negotiates by what the address produces', async () => {
    const app = await buildApp()
    const ask = (url: string, accept: string) => app.inject({ url, headers: { accept } })
    expect((await ask('/v1/law', 'text/csv')).statusCode).toBe(406)
    expect((await ask('/v1/law', 'application/*;q=0.1')).statusCode).toBe(200)
    expect((await ask('/v1/law', 'application/json;q=0, */*')).statusCode).toBe(200)
    expect((await ask('/v1/law', 'text/html, */*;q=0.8')).statusCode).toBe(200)
    expect((await ask('/metrics', 'application/json')).statusCode).toBe(406)
    expect((await ask('/v1/nada', 'text/html')).statusCode).toBe(404)
    await app.close()
  })
})
