import { afterAll, beforeAll, expect, test } from 'vitest'
import { minimal } from '../service.ts'
import type { Gated } from './gated.ts'
import { callsOf, startGated } from './gated.ts'

let service: Gated
beforeAll(async () => {
  service = await startGated()
}, 60_000)
afterAll(() => service.close())

test('a workspace never sees, changes or uses the stored plan of another, by any route', async () => {
  const [mine, other] = [await service.keyOf('valle', 'admin'), await service.keyOf('huila', 'admin')]
  const plan = { ...minimal(), name: 'Plan reservado' }
  const stored = await service.app.inject({
    method: 'POST',
    url: '/v1/scenarios',
    headers: mine.bearer,
    payload: plan,
  })
  expect(stored.statusCode).toBe(201)
  const { id } = stored.json<{ id: string }>()
  const read = () => service.app.inject({ url: `/v1/scenarios/${id}`, headers: mine.bearer })
  const before = await read()
  const alternative = (plan as unknown as { alternatives: { id: string }[] }).alternatives[0]?.id ?? ''
  const words: Record<string, string> = {
    id,
    version: '1',
    alternative,
    line: 'billing',
    chart: 'costs',
    format: 'csv',
  }
  const queries: Record<string, string> = {
    explanation: '?year=2030',
    diff: '?from=1',
    'provider-extract.pdf': '?entity=provider',
    'provider-extract.xlsx': '?entity=provider',
  }
  const asked = callsOf(service.app).filter(({ path }) => path.startsWith('/v1/scenarios/{id}'))
  expect(asked.length).toBeGreaterThan(60)
  for (const { method, path } of asked) {
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? 'x')
    const answer = await service.app.inject({
      method,
      url: `${url}${queries[path.split('/').at(-1) ?? ''] ?? ''}`,
      headers: { ...other.bearer, 'if-match': String(before.headers.etag), accept: '*/*' },
      ...(method === 'GET' || method === 'DELETE' ? {} : { payload: method === 'PUT' ? plan : {} }),
    })
    expect(answer.statusCode, `${method} ${path}: ${answer.body.slice(0, 200)}`).toBe(404)
    expect(answer.body, `${method} ${path}`).not.toContain('reservado')
  }
  const list = await service.app.inject({ url: '/v1/scenarios', headers: other.bearer })
  expect(list.body).not.toContain(id)
  const named = await service.app.inject({
    method: 'POST',
    url: '/v1/evaluations',
    headers: other.bearer,
    payload: { scenarioId: id },
  })
  expect(named.statusCode).toBeGreaterThanOrEqual(400)
  const after = await read()
  expect([after.statusCode, after.body]).toEqual([200, before.body])
})

test('a workspace never sees or ends the job of another', async () => {
  const [mine, other] = [await service.keyOf('valle', 'admin'), await service.keyOf('huila', 'admin')]
  const started = await service.app.inject({
    method: 'POST',
    url: '/v1/simulations?async=true',
    headers: mine.bearer,
    payload: { scenario: minimal(), draws: 20 },
  })
  expect(started.statusCode).toBe(202)
  const { id } = started.json<{ id: string }>()
  for (const { method, path } of callsOf(service.app).filter((call) => call.path.startsWith('/v1/jobs/{id}'))) {
    const url = path.replace('{id}', id)
    const answer = await service.app.inject({ method, url, headers: { ...other.bearer, accept: '*/*' } })
    expect(answer.statusCode, `${method} ${path}`).toBe(404)
  }
  expect((await service.app.inject({ url: '/v1/jobs', headers: other.bearer })).body).not.toContain(id)
  expect((await service.app.inject({ url: `/v1/jobs/${id}`, headers: mine.bearer })).statusCode).toBe(200)
})
