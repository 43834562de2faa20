import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json, ProblemAnswer, Service } from '../service.ts'
import { minimal, startService } from '../service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

const loans = (): Json =>
  JSON.parse(readFileSync(new URL('../../../scenarios/loans.json', import.meta.url), 'utf8')) as Json

const ask = (path: string, payload: unknown, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(payload),
  })

const errorsOf = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.json<ProblemAnswer>().errors.map((e) => [e.pointer, e.code])

describe('POST /v1/adjustments', () => {
  const path = '/v1/adjustments'

  test('answers with a patch that, evaluated, makes the alternative viable', async () => {
    const body = { scenario: loans(), alternative: 'relleno-regional', levers: [{ lever: 'tariff' }] }
    const answer = await ask(path, body)
    expect(answer.statusCode).toBe(200)
    service.expectDocumented(answer, { path, method: 'post' })
    const { patch, viable } = answer.json<{ patch: Json[]; viable: boolean }>()
    expect(viable).toBe(true)
    const again = await ask(path, { ...body, patch })
    expect(again.json()).toMatchObject({ viable: true, alreadyViable: true, cost: 0 })
  })

  test('speaks English where it is asked to', async () => {
    const body = { scenario: minimal(), alternative: 'como-hoy', levers: [{ lever: 'tariff' }] }
    const answer = await ask(path, body, { 'accept-language': 'en' })
    expect(answer.headers['content-language']).toBe('en')
    expect(answer.json()).toMatchObject({ message: 'The alternative is viable already: nothing needs to change.' })
  })

  test('tells every mistake of the question with its place', async () => {
    const wrong = await ask(path, { scenario: minimal(), alternative: 'otra', levers: [{ lever: 'tariff' }] })
    expect(wrong.statusCode).toBe(422)
    expect(errorsOf(wrong)).toEqual([['/alternative', 'unknown-alternative']])
    const shape = await ask(path, {
      scenario: minimal(),
      alternative: 'como-hoy',
      levers: [{ lever: 'tarifa', minimo: 1 }],
    })
    expect(shape.statusCode).toBe(422)
    expect(errorsOf(shape).map(([pointer]) => pointer)).toContain('/levers/0/lever')
    const bare = await ask(path, minimal())
    expect(bare.statusCode).toBe(422)
    expect(errorsOf(bare).map(([pointer]) => pointer)).toEqual(['/alternative', '/levers'])
  })
})

describe('POST /v1/stress', () => {
  test('takes the scenario itself and answers as documented', async () => {
    const answer = await ask('/v1/stress', loans())
    expect(answer.statusCode).toBe(200)
    service.expectDocumented(answer, { path: '/v1/stress', method: 'post' })
    expect(answer.json<{ rows: Json[] }>().rows).toHaveLength(8)
  })

  test('refuses an option that it does not have', async () => {
    const answer = await ask('/v1/stress', { scenario: minimal(), hard: true })
    expect(answer.statusCode).toBe(422)
    expect(errorsOf(answer).map(([pointer]) => pointer)).toEqual(['/hard'])
  })
})

describe('POST /v1/lender', () => {
  test('answers as documented, with and without debt', async () => {
    for (const body of [
      {
        scenario: loans(),
        alternative: 'relleno-propio',
        targetCover: 1.3,
        reserveMonths: 6,
        minimumCash: 1e8,
        maximumIndebtedness: 0.7,
      },
      { scenario: minimal() },
    ]) {
      const answer = await ask('/v1/lender', body)
      expect(answer.statusCode).toBe(200)
      service.expectDocumented(answer, { path: '/v1/lender', method: 'post' })
    }
  })

  test('refuses a cover of zero and an alternative that is not there', async () => {
    const zero = await ask('/v1/lender', { scenario: minimal(), targetCover: 0 })
    expect(zero.statusCode).toBe(422)
    expect(errorsOf(zero).map(([pointer]) => pointer)).toEqual(['/targetCover'])
    const other = await ask('/v1/lender', { scenario: minimal(), alternative: 'otra' })
    expect(errorsOf(other)).toEqual([['/alternative', 'unknown-reference']])
  })
})
