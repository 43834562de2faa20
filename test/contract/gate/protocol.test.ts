import { once } from 'node:events'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minimal } from '../service.ts'
import type { Gated } from './gated.ts'
import { callsOf, startGated } from './gated.ts'

let service: Gated
let admin: { authorization: string }

beforeAll(async () => {
  service = await startGated({ gate: { keys: true } })
  admin = (await service.keyOf('valle', 'admin')).bearer
})
afterAll(() => service.close())

const create = (key: string | undefined, payload: object, bearer = admin) =>
  service.app.inject({
    method: 'POST',
    url: '/v1/keys',
    headers: { ...bearer, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    payload,
  })
const wanted = { name: 'tablero', scope: 'read' }
const countKeys = async (): Promise<number> =>
  (await service.database.db.selectFrom('keys').select('id').execute()).length

describe('Idempotency-Key', () => {
  test('makes the same request twice one thing, answered the same', async () => {
    const before = await countKeys()
    const [first, second] = [await create('a-1', wanted), await create('a-1', wanted)]
    expect(await countKeys()).toBe(before + 1)
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.body).toBe(first.body)
    expect(second.headers.location).toBe(first.headers.location)
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
  })

  test('keeps no secret that a reader of the store could use', async () => {
    const { secret } = (await create('a-2', wanted)).json<{ secret: string }>()
    const rows = JSON.stringify(await service.database.db.selectFrom('idempotency').selectAll().execute())
    expect(rows).not.toContain(secret)
    expect(rows).not.toContain('a-2')
  })

  test('with another body is a conflict', async () => {
    await create('a-3', wanted)
    const answer = await create('a-3', { ...wanted, name: 'otro' })
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ type: 'urn:pfv:problem:key-reused' })
  })

  test('of several at once does one, and the others are told to come back or get its answer', async () => {
    const before = await countKeys()
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('a-4', wanted)))
    expect(await countKeys()).toBe(before + 1)
    for (const { statusCode, headers } of answers) {
      expect([201, 409]).toContain(statusCode)
      if (statusCode === 409) expect(headers['retry-after']).toBe('1')
    }
    expect((await create('a-4', wanted)).headers['idempotency-replayed']).toBe('true')
  })

  test('of a refused request may be used for the mended one', async () => {
    expect((await create('a-5', { name: '' })).statusCode).toBe(422)
    expect((await create('a-5', wanted)).statusCode).toBe(201)
  })

  test('is of whoever shows it: two keys may use the same', async () => {
    const other = (await service.keyOf('valle', 'admin')).bearer
    const [mine, his] = [await create('a-6', wanted), await create('a-6', { ...wanted, name: 'suyo' }, other)]
    expect([mine.statusCode, his.statusCode]).toEqual([201, 201])
  })

  test('is forgotten after a day', async () => {
    await create('a-7', wanted)
    const yesterday = new Date(Date.now() - 25 * 3_600_000).toISOString()
    await service.database.db.updateTable('idempotency').set({ created_at: yesterday }).execute()
    expect((await create('a-7', { ...wanted, name: 'otro' })).statusCode).toBe(201)
  })

  test.each(['', 'con espacio', 'x'.repeat(256), 'ñ'])('«%s» is none', async (key) => {
    const answer = await create(key, wanted)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ type: 'urn:pfv:problem:bad-idempotency-key' })
  })

  test('is documented with its conflict on every call that creates', () => {
    const creating = callsOf(service.app).filter(
      ({ method, statuses }) => method === 'POST' && (statuses.includes('201') || statuses.includes('202')),
    )
    expect(creating.length).toBeGreaterThan(0)
    for (const { statuses } of creating) expect(statuses).toContain('409')
  })
})

describe('a reader who has the answer already', () => {
  test.each(['/v1/law', '/v1/model/lines', '/v1/schemas/scenario', '/v1/model/lines/billing'])(
    'of %s gets 304 without a body',
    async (url) => {
      const first = await service.app.inject({ url, headers: admin })
      const tag = String(first.headers.etag)
      expect(tag).toMatch(/^W\/"[\w-]+"$/)
      expect(first.headers['cache-control']).toBe('no-cache')
      const again = await service.app.inject({ url, headers: { ...admin, 'if-none-match': `"x", ${tag}` } })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag])
      const other = await service.app.inject({ url, headers: { ...admin, 'if-none-match': '"x"' } })
      expect(other.statusCode).toBe(200)
    },
  )
})

describe('compression', () => {
  test('is the same text where an answer is given again, for each who asks in his own encoding', async () => {
    const ask = (encoding: string) =>
      service.app.inject({
        ...{ method: 'POST', url: '/v1/evaluations', payload: minimal() },
        headers: { ...admin, 'accept-encoding': encoding },
      })
    const plain = await ask('identity')
    const wanted = [
      ...([
        ['br', 'br'],
        ['gzip', 'gzip'],
        ['gzip, deflate, br;q=0.5', 'br'],
        ['gzip, br;q=0', 'gzip'],
      ] as const),
      ...([
        ['*', 'br'],
        ['br', 'br'],
        ['identity', undefined],
      ] as const),
    ]
    for (const [encoding, sent] of wanted) {
      const { headers, rawPayload } = await ask(encoding)
      expect(headers['content-encoding'], encoding).toBe(sent)
      const whole =
        sent === 'br' ? brotliDecompressSync(rawPayload) : sent === 'gzip' ? gunzipSync(rawPayload) : rawPayload
      expect(whole.toString(), encoding).toBe(plain.body)
      expect(Number(headers['content-length']), encoding).toBe(rawPayload.length)
      if (sent !== undefined) expect(headers.vary, encoding).toContain('accept-encoding')
    }
  })

  test('is brotli or gzip for whoever takes it, and the text is the same', async () => {
    const get = (encoding: string) =>
      service.app.inject({ url: '/v1/law', headers: { ...admin, 'accept-encoding': encoding } })
    const [plain, br, gzip] = [await get('identity'), await get('gzip, br'), await get('gzip')]
    expect(br.headers['content-encoding']).toBe('br')
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body)
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
    expect(br.headers.vary).toContain('accept-encoding')
    expect(br.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4)
  })

  test('leaves pictures as they are', async () => {
    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/charts/costs.png',
      headers: { ...admin, 'accept-encoding': 'gzip, br' },
      payload: minimal(),
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-encoding']).toBeUndefined()
  })
})

describe('headers', () => {
  test('say to a browser that nothing of an answer may run, be framed or be guessed', async () => {
    const { headers } = await service.app.inject({ url: '/v1/law', headers: admin })
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('carry the number of the request, the one given where it is one word', async () => {
    const idOf = async (given?: string) => {
      const headers = { ...admin, ...(given === undefined ? {} : { 'x-request-id': given }) }
      return (await service.app.inject({ url: '/v1/nada', headers })).headers['x-request-id']
    }
    expect(await idOf('alcaldia-2027.1')).toBe('alcaldia-2027.1')
    expect(await idOf()).toMatch(/^req-\d+$/)
    expect(await idOf('dos palabras')).toMatch(/^req-\d+$/)
    expect(await idOf('x'.repeat(65))).toMatch(/^req-\d+$/)
  })
})

describe('too much', () => {
  test('by one key in a minute is 429 with the seconds to wait; another key is not touched', async () => {
    const limited = await startGated({ gate: { keys: true, rateLimit: 3 } })
    const [one, two] = [(await limited.keyOf('a', 'read')).bearer, (await limited.keyOf('a', 'read')).bearer]
    const get = (headers: Record<string, string>) => limited.app.inject({ url: '/v1/model/lines/billing', headers })
    const answers = [await get(one), await get(one), await get(one), await get(one)]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429])
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2' })
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0)
    expect(answers[3]?.json()).toMatchObject({ status: 429, title: 'Demasiadas solicitudes' })
    expect((await get(two)).statusCode).toBe(200)
    for (const wrong of ['Bearer a', 'Bearer b', 'Bearer c']) await get({ authorization: wrong })
    expect((await get({ authorization: 'Bearer d' })).statusCode).toBe(429)
    expect((await limited.app.inject({ url: '/health/live' })).statusCode).toBe(200)
    await limited.close()
  })

  test('for the process is 503 with Retry-After, while its probes answer', async () => {
    const pressed = await startGated({ gate: { keys: true, pressure: { delay: 60_000, heapBytes: 1 } } })
    const { bearer } = await pressed.keyOf('a', 'read')
    await expect
      .poll(async () => (await pressed.app.inject({ url: '/v1/law', headers: bearer })).statusCode, { timeout: 5000 })
      .toBe(503)
    const answer = await pressed.app.inject({ url: '/v1/law', headers: bearer })
    expect(answer.headers['retry-after']).toBe('5')
    expect(answer.json()).toMatchObject({ type: 'urn:pfv:problem:busy' })
    for (const url of ['/health/live', '/health/ready'])
      expect((await pressed.app.inject({ url })).statusCode, url).toBe(200)
    await pressed.close()
  })
})

describe('a connection', () => {
  const ask = 'GET /v1/law HTTP/1.1\r\nHost: localhost\r\n'

  test('that asks on without taking its answers is refused and closed, and one that takes them is not', async () => {
    const { app, ...alone } = await startGated({ gate: { keys: false } })
    const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
    const socket = connect(port, '127.0.0.1')
    socket.write(`${ask}\r\n`.repeat(50))
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
    })
    await once(socket, 'close')
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual([...Array(4).fill('HTTP/1.1 200'), 'HTTP/1.1 503'])
    for (let i = 0; i < 20; i += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/law`)
      expect((await answer.json()) as object).toHaveProperty('parameters')
    }
    await alone.close()
  })
})
