import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../../src/delivery/http/app.ts'
import { isLoopback } from '../../../src/delivery/http/gate/loopback.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await buildApp({ gate: { origins: ['https://datos.gov.co'] } })
})
afterAll(() => app.close())

const law = (headers: Record<string, string>) => app.inject({ url: '/v1/law/subsidyLimitStratum1', headers })
const post = (headers: Record<string, string>) =>
  app.inject({ method: 'POST', url: '/v1/keys', headers, payload: { name: 'x', scope: 'read' } })

describe('a service of this machine alone', () => {
  test.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '127.8.9.1', '[::1]:80', 'LOCALHOST'])(
    'answers without a key under the name %s',
    async (host) => {
      expect((await law({ host })).statusCode).toBe(200)
    },
  )

  test.each([
    ...['evil.example', 'evil.example:3000', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.1.10:3000'],
    ...['localhost@evil.example', 'evil.example#localhost', '[::2]', '0.0.0.0:3000'],
  ])('refuses who was led here under the name «%s»', async (host) => {
    const answer = await law({ host })
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ type: 'urn:pfv:problem:foreign-host', title: 'Nombre ajeno' })
  })

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:5173' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'http://localhost:3000.evil.example' }],
  ])('refuses a change that comes from the page of another site: %o', async (headers) => {
    const answer = await post({ host: 'localhost:3000', ...(headers as Record<string, string>) })
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ type: 'urn:pfv:problem:foreign-origin' })
  })

  test.each([
    [{}],
    [{ origin: 'http://localhost:3000' }],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'https://datos.gov.co', 'sec-fetch-site': 'cross-site' }],
  ])('takes a change of its own page, of a program and of a site that is named: %o', async (headers) => {
    expect((await post({ host: 'localhost:3000', ...(headers as Record<string, string>) })).statusCode).toBe(201)
  })

  test('lets another site read only where it is named', async () => {
    const named = await law({ origin: 'https://datos.gov.co' })
    expect(named.headers['access-control-allow-origin']).toBe('https://datos.gov.co')
    const other = await law({ origin: 'https://evil.example' })
    expect(other.headers['access-control-allow-origin']).toBeUndefined()
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: '/v1/evaluations',
      headers: { origin: 'https://datos.gov.co', 'access-control-request-method': 'POST' },
    })
    expect(preflight.statusCode).toBe(204)
    expect((await app.inject({ url: '/nada' })).statusCode).toBe(404)
  })
})

test('an address is this machine alone only by a loopback name', () => {
  expect(['127.0.0.1', 'localhost', '::1', '127.5.5.5'].map(isLoopback)).toEqual([true, true, true, true])
  expect(['0.0.0.0', '::', '192.168.0.1', '127.0.0.1.nip.io', 'mi-equipo'].some(isLoopback)).toBe(false)
})
