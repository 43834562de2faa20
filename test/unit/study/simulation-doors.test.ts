import { afterAll, beforeAll, expect, test } from 'vitest'
import minimal from '../../../scenarios/minimal.json' with { type: 'json' }
import type { Service } from '../../contract/service.ts'
import { startService } from '../../contract/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

const post = async (payload: object) => {
  const answer = await service.app.inject({ method: 'POST', url: '/v1/simulations', payload })
  service.expectDocumented(answer, { path: '/v1/simulations', method: 'post' })
  return answer
}

test('a plan that is posted alone is simulated over the usual inputs, and says that they only illustrate', async () => {
  const answer = await post({ scenario: minimal, draws: 60, seed: 5 })
  expect(answer.statusCode).toBe(200)
  const { draws, note, alternatives, convergence } = answer.json()
  expect(draws).toBe(60)
  expect(note).toContain('ilustrativos')
  expect(alternatives[0].ranks[0]).toMatchObject({ place: 1 })
  expect(alternatives[0].bands.map((b: { id: string }) => b.id)).toEqual(['cash', 'planNpv'])
  expect(convergence).toHaveLength(4)
  const again = await post({ scenario: minimal, draws: 60, seed: 5 })
  expect(again.body).toBe(answer.body)
})

test('too many draws, an impossible distribution and a form that is unknown are told with their place', async () => {
  const pointer = '/economy/inflation'
  const most = await post({ scenario: minimal, draws: 100_001 })
  expect(most.statusCode).toBe(422)
  expect(most.json().errors).toMatchObject([{ pointer: '/draws', code: 'too-many-draws' }])
  const impossible = await post({
    scenario: minimal,
    inputs: [{ pointer, distribution: { kind: 'normal', mean: 1, sd: -1 } }],
  })
  expect(impossible.json().errors).toMatchObject([
    { pointer: '/inputs/0/distribution', code: 'distribution-impossible' },
  ])
  const unknown = await post({ scenario: minimal, inputs: [{ pointer, distribution: { kind: 'gamma' } }] })
  expect(unknown.statusCode).toBe(422)
  expect(unknown.json().errors[0].pointer).toMatch(/^\/inputs\/0\/distribution/u)
})
