import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '../../../src/delivery/store/keys.ts'
import { revokeKey, scopes } from '../../../src/delivery/store/keys.ts'
import type { DocumentedCall, Gated } from './gated.ts'
import { callsOf, startGated } from './gated.ts'

let service: Gated
let calls: DocumentedCall[]
let behindKeys: DocumentedCall[]
const bearers: Record<string, Record<Scope, { authorization: string }>> = {}

beforeAll(async () => {
  service = await startGated()
  calls = callsOf(service.app)
  behindKeys = calls.filter(({ scope }) => scope !== undefined)
  for (const workspace of ['valle', 'huila']) {
    const own = await Promise.all(scopes.map(async (scope) => [scope, (await service.keyOf(workspace, scope)).bearer]))
    bearers[workspace] = Object.fromEntries(own) as Record<Scope, { authorization: string }>
  }
  // The contract is written on demand, from every schema.
}, 60_000)
afterAll(() => service.close())

const ask = ({ method, url }: Pick<DocumentedCall, 'method' | 'url'>, headers: Record<string, string> = {}) =>
  service.app.inject({ method, url, headers, ...(method === 'GET' ? {} : { payload: {} }) })
const named = ({ method, path }: DocumentedCall): string => `${method} ${path}`

describe('every route', () => {
  test('asks for a key, but for the probes and the contract', () => {
    const open = calls.filter(({ scope }) => scope === undefined).map(named)
    expect(new Set(open)).toEqual(new Set(['GET /health/live', 'GET /health/ready', 'GET /openapi.json']))
  })

  test('answers 401 without a key in force, and says how one is shown', async () => {
    const { key, bearer } = await service.keyOf('valle', 'admin')
    expect((await ask({ method: 'GET', url: '/v1/keys' }, bearer)).statusCode).toBe(200)
    await revokeKey(service.database, key.id)
    const unknown = `Bearer pfv_${'A'.repeat(43)}`
    const wrong = [undefined, '', 'Bearer', 'Bearer nada', 'Basic YTpi', unknown, `${unknown}A`, bearer.authorization]
    for (const call of behindKeys) {
      for (const authorization of wrong) {
        const answer = await ask(call, authorization === undefined ? {} : { authorization })
        expect(answer.statusCode, `${named(call)} with ${authorization}`).toBe(401)
        expect(answer.headers['www-authenticate']).toBe('Bearer realm="pfv"')
        expect(answer.headers['content-type']).toContain('application/problem+json')
      }
      expect(call.statuses, named(call)).toEqual(expect.arrayContaining(['401', '403', '429', '503']))
    }
  })

  test('answers 403 to a key of a smaller scope, and never to one that is enough', async () => {
    const order: readonly Scope[] = scopes
    for (const call of behindKeys) {
      for (const scope of scopes) {
        const enough = order.indexOf(scope) >= order.indexOf(call.scope ?? 'admin')
        // A good answer to one of these would change what the next is asked.
        if (enough && scope !== call.scope) continue
        const { statusCode } = await ask(call, bearers.valle?.[scope])
        if (enough) expect([401, 403], `${named(call)} with ${scope}`).not.toContain(statusCode)
        else expect(statusCode, `${named(call)} with ${scope}`).toBe(403)
      }
    }
  })

  test('that stores something asks for write, and administration for admin', () => {
    const scopesOf = Object.fromEntries(behindKeys.map((call) => [named(call), call.scope]))
    expect(scopesOf).toMatchObject({
      'POST /v1/evaluations': 'read',
      'GET /v1/law': 'read',
      'POST /v1/keys': 'admin',
      'DELETE /v1/keys/{id}': 'admin',
      'GET /v1/audit': 'admin',
    })
    const changing = behindKeys.filter(({ method, statuses }) => method !== 'GET' && statuses.includes('201'))
    expect(changing.filter(({ scope }) => scope === 'read').map(named)).toEqual([])
  })

  test('that does not exist tells nothing to who has no key', async () => {
    expect((await ask({ method: 'GET', url: '/v1/nada' })).statusCode).toBe(401)
    expect((await ask({ method: 'GET', url: '/v1/nada' }, bearers.valle?.read)).statusCode).toBe(404)
  })
})

describe('keys', () => {
  test('are made, seen and revoked within a workspace; the secret is shown once', async () => {
    const admin = bearers.valle?.admin ?? {}
    const post = { method: 'POST', url: '/v1/keys', headers: admin } as const
    const made = await service.app.inject({ ...post, payload: { name: 'tablero', scope: 'read' } })
    const { id, secret } = made.json<{ id: string; secret: string }>()
    expect(made.statusCode).toBe(201)
    expect(made.headers.location).toBe(`/v1/keys/${id}`)
    const own = { authorization: `Bearer ${secret}` }
    expect((await ask({ method: 'GET', url: '/v1/law' }, own)).statusCode).toBe(200)
    const listed = await ask({ method: 'GET', url: '/v1/keys' }, admin)
    expect(listed.body).toContain(id)
    expect(listed.body).not.toContain(secret)
    const used = listed.json<{ items: { id: string; usedAt: string | null }[] }>().items.find((key) => key.id === id)
    expect(used?.usedAt).not.toBeNull()
    expect((await ask({ method: 'DELETE', url: `/v1/keys/${id}` }, admin)).json()).toMatchObject({ id, scope: 'read' })
    expect((await ask({ method: 'GET', url: '/v1/law' }, own)).statusCode).toBe(401)
  })

  test('are kept as a hash only', async () => {
    const { bearer } = await service.keyOf('valle', 'read')
    const rows = JSON.stringify(await service.database.db.selectFrom('keys').selectAll().execute())
    expect(rows).not.toContain(bearer.authorization.slice('Bearer '.length))
  })

  test('with a wrong body are refused with every field', async () => {
    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/keys',
      headers: bearers.valle?.admin ?? {},
      payload: { name: '', scope: 'todo', plus: 1 },
    })
    expect(answer.statusCode).toBe(422)
    const pointers = answer.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)
    expect(new Set(pointers)).toEqual(new Set(['/name', '/scope', '/plus']))
  })
})

describe('a workspace', () => {
  test('never sees the keys, the changes or the address of another', async () => {
    const { key } = await service.keyOf('valle', 'read')
    const [mine, other] = [bearers.valle?.admin, bearers.huila?.admin]
    expect((await ask({ method: 'GET', url: '/v1/keys' }, mine)).body).toContain(key.id)
    expect((await ask({ method: 'GET', url: '/v1/keys' }, other)).body).not.toContain(key.id)
    expect((await ask({ method: 'DELETE', url: `/v1/keys/${key.id}` }, other)).statusCode).toBe(404)
    expect((await ask({ method: 'DELETE', url: `/v1/keys/${key.id}` }, mine)).statusCode).toBe(200)
    expect((await ask({ method: 'GET', url: '/v1/audit' }, mine)).body).toContain(`/v1/keys/${key.id}`)
    expect((await ask({ method: 'GET', url: '/v1/audit' }, other)).body).not.toContain(key.id)
  })
})

describe('the audit', () => {
  test('says who changed what, newest first, a page at a time, and never a body', async () => {
    const { key, bearer } = await service.keyOf('cauca', 'admin')
    for (const name of ['uno-secreto', 'dos-secreto', 'tres-secreto'])
      await service.app.inject({ method: 'POST', url: '/v1/keys', headers: bearer, payload: { name, scope: 'read' } })
    type Page = { items: { at: string; target: string }[]; next: string | null }
    const first = await ask({ method: 'GET', url: '/v1/audit?limit=2' }, bearer)
    const { items, next } = first.json<Page>()
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({ keyId: key.id, action: 'POST /v1/keys' })
    expect((items[0]?.at ?? '') >= (items[1]?.at ?? '')).toBe(true)
    expect(first.headers.link).toBe(`</v1/audit?limit=2&cursor=${next}>; rel="next"`)
    const second = (await ask({ method: 'GET', url: `/v1/audit?limit=2&cursor=${next}` }, bearer)).json<Page>()
    expect(second.next).toBeNull()
    expect(new Set([...items, ...second.items].map(({ target }) => target)).size).toBe(3)
    expect(first.body).not.toContain('secreto')
  })

  test('holds no studies, refusals or reading', async () => {
    const { bearer } = await service.keyOf('nariño', 'admin')
    await ask({ method: 'POST', url: '/v1/evaluations' }, bearer)
    await ask({ method: 'POST', url: '/v1/keys' }, bearer)
    await ask({ method: 'GET', url: '/v1/keys' }, bearer)
    expect((await ask({ method: 'GET', url: '/v1/audit' }, bearer)).json()).toEqual({ items: [], next: null })
  })
})
