import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../../src/delivery/http/app.ts'
import type { StudyThreads } from '../../../src/delivery/http/threads/threads.ts'
import { openStudyThreads } from '../../../src/delivery/http/threads/threads.ts'
import type { Answer } from '../service.ts'
import { minimal, Service } from '../service.ts'
import type { Kept } from '../stored/calls.ts'
import { requestFor } from '../stored/calls.ts'

let threads: StudyThreads
let here: FastifyInstance
let beside: FastifyInstance

beforeAll(async () => {
  threads = openStudyThreads(1, 'silent')
  here = await buildApp({ jobs: { works: false } })
  beside = await buildApp({ jobs: { works: false }, studies: threads })
}, 60_000)
afterAll(async () => {
  await here.close()
  await beside.close()
  await threads.close()
})

async function stored(app: FastifyInstance): Promise<Kept> {
  const store = async (payload: object) => {
    const answer = await app.inject({ method: 'POST', url: '/v1/scenarios', payload })
    return { id: answer.json<{ id: string }>().id, etag: String(answer.headers.etag) }
  }
  const { id, etag } = await store(minimal())
  return { id, etag, begun: (await store({ name: 'A medio escribir' })).id, spare: { id, etag }, observation: '' }
}

const isStudy = /^(GET|POST) \/v1\/scenarios\/\{id\}\/(?!versions|observations|label|simulations)\S+ (200|422)$/

test('every study answers the same on a thread beside, and refuses the same', async () => {
  const [kept, keptBeside] = [await stored(here), await stored(beside)]
  const promises = new Service(here).documented().filter((promise) => isStudy.test(promise))
  expect(promises.length).toBeGreaterThan(50)
  for (const promise of promises) {
    const [method = '', path = '', status] = promise.split(' ')
    const wanted = { method, path, status: Number(status) }
    const [call, callBeside] = [requestFor(wanted, kept), requestFor(wanted, keptBeside)] as InjectOptions[]
    if (call === undefined || callBeside === undefined) continue
    const [answer, answerBeside] = [await here.inject(call), await beside.inject(callBeside)]
    expect(answerBeside.statusCode, promise).toBe(answer.statusCode)
    for (const header of ['content-type', 'content-language', 'content-disposition', 'cache-control', 'etag', 'vary'])
      expect(headerOf(answerBeside, header), `${promise} ${header}`).toBe(headerOf(answer, header))
    if (answer.statusCode === 200)
      expect(bytesOf(answerBeside, keptBeside) === bytesOf(answer, kept), promise).toBe(true)
    else expect(withoutNames(answerBeside.json()), promise).toEqual(withoutNames(answer.json()))
  }
}, 240_000)

/** Two services number their plans and requests by themselves, and kept them at two times. */
const bytesOf = ({ rawPayload }: Answer, { id }: Kept): string =>
  rawPayload
    .toString('latin1')
    .replaceAll(id, 'plan')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')

/** A weak tag is made of the bytes, names and times among them. */
const headerOf = ({ headers }: Answer, name: string): unknown =>
  String(headers[name]).startsWith('W/') ? 'weak' : headers[name]
const withoutNames = ({ instance: _, request: __, ...rest }: Record<string, unknown>): unknown => rest

test('a study under way keeps no other question waiting', async () => {
  const order: string[] = []
  const ask = async (name: string, call: InjectOptions) => {
    expect((await beside.inject(call)).statusCode).toBe(200)
    order.push(name)
  }
  const url = '/v1/report.pdf'
  await Promise.all([
    ask('report', { method: 'POST', url, payload: { ...minimal(), name: 'Informe' } }),
    ask('plans', { url: '/v1/scenarios' }),
  ])
  expect(order).toEqual(['plans', 'report'])
})

test('a fault on a thread is told in general words under the number of the request', async () => {
  const broken = await buildApp({
    jobs: { works: false },
    studies: { ...threads, aside: (_, handler) => threads.aside('no such study', handler) },
  })
  const call = { method: 'POST', url: '/v1/evaluations', payload: minimal() } as const
  const answer = await broken.inject({ ...call, headers: { 'x-request-id': 'mine' } })
  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toMatchObject({ type: 'urn:pfv:problem:fault', request: 'mine' })
  expect(answer.body).not.toContain('no such study')
  await broken.close()
})

test('a study whose asker has gone before its turn is not begun', async () => {
  const ask = threads.aside('no such study', async () => undefined)
  const from = { id: 'gone', url: '/', headers: {}, params: {}, query: {}, body: {} } as unknown as FastifyRequest
  const reply = { raw: { destroyed: true }, hijack: () => 'left alone' } as unknown as FastifyReply
  expect(await ask(from, reply)).toBe('left alone')
})

describe('a question that two ask', () => {
  let address: string
  beforeAll(async () => {
    address = await beside.listen({ port: 0, host: '127.0.0.1' })
  })
  const json = { 'content-type': 'application/json' }
  const asked = (body: object, signal: AbortSignal | null = null) =>
    fetch(`${address}/v1/evaluations`, { method: 'POST', headers: json, signal, body: JSON.stringify(body) })

  test('is answered to the second where the first left at once', async () => {
    const plan = { ...minimal(), name: 'Quien se va' }
    // The one thread is at another question, so that the first asker leaves while it waits.
    const other = beside.inject({ method: 'POST', url: '/v1/report.pdf', payload: { ...minimal(), name: 'Otro' } })
    await expect(asked(plan, AbortSignal.timeout(30))).rejects.toThrow()
    const answer = await asked(plan)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ scenario: { name: 'Quien se va' } })
    expect((await other).statusCode).toBe(200)
  })

  test('is answered to the second while the first does not take it', async () => {
    const plan = JSON.parse(readFileSync('scenarios/san-pedro-valle.json', 'utf8')) as object
    const first = request(`${address}/v1/evaluations`, { method: 'POST', headers: json })
    first.end(JSON.stringify(plan))
    const taken = once(first, 'response') as Promise<[IncomingMessage]>
    void taken.then(([response]) => response.pause())
    await once(first, 'finish')
    const answer = await asked(plan)
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(4_000_000)
    expect((await taken)[0].complete).toBe(false)
    first.destroy()
  })
})
