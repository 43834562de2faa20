import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { twoPlans } from '../../unit/study/choice/two-plans.ts'
import type { Answer, ProblemAnswer, Service } from '../service.ts'
import { startService } from '../service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

const scenario = twoPlans()
const inputs = [{ pointer: '/economy/discountRate' }]

async function asked(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await service.app.inject({ method: 'POST', url: path, payload: body, headers })
  service.expectDocumented(answer, { method: 'post', path })
  return answer
}

const questions: [string, object][] = [
  ['/v1/sensitivity', { figure: 'planNpv', inputs, breakEven: {} }],
  ['/v1/grid', { x: inputs[0], y: { pointer: '/economy/inflation', shares: [0, 0.1] }, figure: 'planNpv' }],
  ['/v1/stability', { inputs, draws: 1000, firstProbability: { compostar: 0.4 } }],
  [
    '/v1/bridge',
    { from: 'como-hoy', to: 'compostar', groups: [{ id: 'tarifa', pointers: ['/alternatives/0/tariff'] }] },
  ],
  ['/v1/bridge', { toPatch: { economy: { discountRate: 0.15 } } }],
  ['/v1/comparisons', { base: 'compostar' }],
  ['/v1/screening', { minimumTonnes: { compostar: 500 } }],
]

describe('the doors of choosing', () => {
  test.each(questions)('%s answers what its document promises, in the language asked for', async (path, options) => {
    const spanish = await asked(path, { scenario, ...options })
    expect(spanish.statusCode, spanish.body.slice(0, 500)).toBe(200)
    const english = await asked(path, { scenario, ...options }, { 'accept-language': 'en' })
    expect(english.headers['content-language']).toBe('en')
    expect(english.body).not.toContain('"es":')
    if (path !== '/v1/grid') expect(spanish.body).not.toBe(english.body)
  })

  test('the bare scenario is enough where every option has a default', async () => {
    for (const path of ['/v1/sensitivity', '/v1/comparisons', '/v1/screening']) {
      expect((await asked(path, scenario)).statusCode).toBe(200)
    }
  })

  test.each([
    ['/v1/sensitivity', { inputs: [{ pointer: '/nada' }] }, ['/inputs/0/pointer pointer-missing']],
    ['/v1/sensitivity', { inputs: [{ pointer: '/name' }] }, ['/inputs/0/pointer pointer-not-numeric']],
    ['/v1/sensitivity', { figure: 'nada' }, ['/figure figure-unknown']],
    ['/v1/grid', { x: { pointer: '/economy' }, y: {} }, ['/x/pointer pointer-not-numeric', '/y pointer-missing']],
    ['/v1/stability', { inputs: [{ pointers: ['/economy/inflation', ''] }] }, undefined],
    ['/v1/bridge', { from: 'como-hoy' }, ['/to required']],
    ['/v1/bridge', { from: 'nadie', to: 'compostar' }, ['/from unknown-alternative']],
    ['/v1/bridge', { to: 'compostar', toPatch: [{ op: 'remove', path: '/nada' }] }, ['/toPatch patch-failed']],
    ['/v1/comparisons', { base: 'nadie' }, ['/base unknown-alternative']],
  ])('%s tells what is wrong with the question and where: %j', async (path, options, expected) => {
    const answer = await asked(path, { scenario, ...options })
    expect(answer.statusCode).toBe(422)
    const { errors } = answer.json<ProblemAnswer>()
    expect(errors.length).toBeGreaterThan(0)
    if (expected) expect(errors.map((e) => `${e.pointer} ${e.code}`)).toEqual(expected)
  })
})
