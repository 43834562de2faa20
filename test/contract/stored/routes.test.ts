import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../../src/delivery/http/app.ts'
import type { Answer } from '../service.ts'
import { isOfGate, minimal, Service } from '../service.ts'
import type { Kept, Wanted } from './calls.ts'
import { bodyLimit, observed, requestFor } from './calls.ts'

let service: Service
let kept: Kept

const open = async (): Promise<Service> => new Service(await buildApp({ bodyLimit, jobs: { works: false } }))

async function store(payload: object): Promise<{ id: string; etag: string }> {
  const answer = await service.app.inject({ method: 'POST', url: '/v1/scenarios', payload })
  expect(answer.statusCode).toBe(201)
  return { id: answer.json<{ id: string }>().id, etag: String(answer.headers.etag) }
}

beforeAll(async () => {
  service = await open()
  const { id, etag } = await store(minimal())
  const second = await service.app.inject({
    method: 'PUT',
    url: `/v1/scenarios/${id}`,
    headers: { 'if-match': etag },
    payload: { ...minimal(), name: 'Plan corregido' },
  })
  const noted = await service.app.inject({
    method: 'POST',
    url: `/v1/scenarios/${id}/observations`,
    payload: observed(),
  })
  kept = {
    ...{ id, etag: String(second.headers.etag) },
    begun: (await store({ name: 'A medio escribir' })).id,
    spare: await store(minimal()),
    observation: noted.json<{ items: { id: string }[] }>().items[0]?.id ?? '',
  }
}, 60_000)
afterAll(() => service.app.close())

/** The refusals of a call before what it does, which may do away with what the others need. */
async function documented(): Promise<Wanted[]> {
  const reader = await open()
  const all = reader
    .documented()
    .filter((promise) => !isOfGate(promise))
    .map((promise) => {
      const [method = '', path = '', status] = promise.split(' ')
      return { method, path, status: Number(status) }
    })
  await reader.app.close()
  const stored = all.filter(({ path }) => path.startsWith('/v1/scenarios'))
  const deletes = ({ method, status }: Wanted) => (method === 'DELETE' && status < 300 ? 1 : 0)
  return stored.sort((a, b) => deletes(a) - deletes(b))
}

const calls = await documented()

test.each(calls.map((call) => [`${call.method} ${call.path} answers ${call.status} as documented`, call] as const))(
  '%s',
  async (_name, { method, path, status }) => {
    const call = requestFor({ method, path, status }, kept)
    expect(call, 'no request is known that gets this answer').toBeDefined()
    const answer = await service.app.inject(call ?? {})
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(status)
    service.expectDocumented(answer, { path, method: method.toLowerCase() })
    if (method === 'GET' && status === 200 && isRead(path)) await expectLasting(answer, { call: call ?? {}, path })
  },
  180_000,
)

const isRead = (path: string): boolean =>
  path.startsWith('/v1/scenarios/{id}') && !/\/(?:versions|diff|observations|tracking)$/.test(path)

/** What is read of a stored plan is not sent again to who has it, and that of a version is so for ever. */
async function expectLasting(answer: Answer, { call, path }: { call: InjectOptions; path: string }): Promise<void> {
  const { etag, 'cache-control': lasting } = answer.headers
  expect(etag).toMatch(/^"[^"]+"$/)
  expect(lasting).toContain(path.includes('{version}/') ? 'immutable' : 'no-cache')
  const again = await service.app.inject({ ...call, headers: { 'if-none-match': String(etag) } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
}
