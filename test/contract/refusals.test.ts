import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemAnswer, Service } from './service.ts'
import { minimal, startService } from './service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

describe('a scenario that breaks rules', () => {
  test('is refused with every problem at once, each with its pointer and the value received', async () => {
    const broken = { ...minimal(), baseYear: 'dos mil', nombre: 'mal escrito', alternatives: [] }
    const answer = await service.post(broken)
    const { errors, type, instance } = answer.json<ProblemAnswer>()
    expect(answer.statusCode).toBe(422)
    expect(type).toBe('urn:pfv:problem:scenario')
    expect(instance).toBe('/v1/evaluations')
    const pointers = errors.map(({ pointer }) => pointer)
    expect(pointers).toContain('/baseYear')
    expect(pointers).toContain('/nombre')
    expect(pointers).toContain('/alternatives')
    expect(errors.find(({ pointer }) => pointer === '/baseYear')?.received).toBe('dos mil')
    for (const { message, code } of errors) {
      expect(message.length).toBeGreaterThan(5)
      expect(code).toMatch(/^[a-z][a-z-]*$/)
    }
  })

  test('is told in Spanish, and in English to those who prefer it', async () => {
    const ask = async (language?: string) => {
      const answer = await service.post({}, language === undefined ? {} : { 'accept-language': language })
      return { language: answer.headers['content-language'], ...answer.json<ProblemAnswer>() }
    }
    const [usual, english, mixed, other] = [
      await ask(),
      await ask('en-GB'),
      await ask('en;q=0.5, es-CO'),
      await ask('fr'),
    ]
    expect([usual.language, english.language, mixed.language, other.language]).toEqual(['es', 'en', 'es', 'es'])
    expect(usual.title).toBe('El escenario no cumple las reglas')
    expect(english.title).toBe('The scenario breaks the rules')
    expect(english.errors.map(({ pointer }) => pointer)).toEqual(usual.errors.map(({ pointer }) => pointer))
    expect(english.errors[0]?.message).not.toBe(usual.errors[0]?.message)
  })

  test.each(['__proto__', 'constructor'])('by a member named %s says so like by any other', async (name) => {
    const answer = await service.post(`{"${name}": {"prototype": {"baseYear": 2025}}}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.json<ProblemAnswer>().errors.map(({ pointer }) => pointer)).toContain(`/${name}`)
  })

  test('of a hundred thousand brackets is refused without walking into them', async () => {
    const answer = await service.post(`${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.json<ProblemAnswer>().errors[0]?.code).toBe('too-deep')
  })
})

describe('a request that is not one', () => {
  test.each([
    ['half a document', '{"name": "x"'],
    ['no document', ''],
  ])('with %s is malformed', async (_name, payload) => {
    const answer = await service.post(payload)
    expect(answer.statusCode).toBe(400)
    expect(answer.json<ProblemAnswer>().title).toBe('Solicitud mal formada')
  })

  test('over five megabytes is too large, whatever it holds', async () => {
    const answer = await service.post('x'.repeat(5_000_001))
    expect(answer.statusCode).toBe(413)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  test('in a type that is not JSON is not supported, plain text neither', async () => {
    const answer = await service.post('hola', { 'content-type': 'text/plain' })
    expect(answer.statusCode).toBe(415)
  })

  test('with a parameter that does not exist or a name that is unknown says which', async () => {
    const answer = await service.post(minimal(), {}, '?include=figures,colores&lines=cash,plata&formato=csv')
    const { errors } = answer.json<ProblemAnswer>()
    expect(answer.statusCode).toBe(400)
    expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(new Set(['?', '?include.1', '?lines.1']))
  })

  test('by a method that the address does not take names those it takes', async () => {
    const answer = await service.app.inject({ method: 'GET', url: '/v1/evaluations' })
    expect(answer.statusCode).toBe(405)
    expect(answer.headers.allow).toContain('POST')
    expect((await service.app.inject({ method: 'DELETE', url: '/v1/law/x' })).statusCode).toBe(405)
    expect((await service.app.inject({ method: 'GET', url: '/v2' })).statusCode).toBe(404)
  })

  test('to an address that cannot be read is refused as a problem too', async () => {
    const answer = await service.app.inject({ url: '/v1/law/%E0%A4%A' })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})
