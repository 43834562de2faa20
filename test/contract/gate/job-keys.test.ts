import { afterAll, beforeAll, expect, test } from 'vitest'
import { minimal } from '../service.ts'
import type { Gated } from './gated.ts'
import { startGated } from './gated.ts'

let service: Gated
beforeAll(async () => {
  service = await startGated({ jobs: { works: false } })
})
afterAll(() => service.close())

test('a simulation that is answered at once asks for read; as a job, which is kept and traced, for write', async () => {
  const [read, write] = [await service.keyOf('valle', 'read'), await service.keyOf('valle', 'write')]
  const ask = async (headers: Record<string, string>, query = '', draws = 20) =>
    service.app.inject({
      ...{ method: 'POST', url: `/v1/simulations${query}`, headers },
      payload: { scenario: minimal(), draws },
    })
  expect((await ask(read.bearer)).statusCode).toBe(200)
  const refused = [await ask(read.bearer, '?async=true'), await ask(read.bearer, '', 10_001)]
  for (const answer of refused) {
    expect(answer.statusCode).toBe(403)
    expect(answer.json().type).toBe('urn:pfv:problem:scope')
  }
  const accepted = await ask(write.bearer, '?async=true')
  expect(accepted.statusCode).toBe(202)
  const admin = await service.keyOf('valle', 'admin')
  const { items } = (await service.app.inject({ url: '/v1/audit', headers: admin.bearer })).json<{
    items: { action: string; target: string; keyId: string }[]
  }>()
  expect(items).toMatchObject([
    { action: 'POST /v1/simulations', target: accepted.headers.location, keyId: write.key.id },
  ])
})
