import type { InjectOptions } from 'fastify'
import { minimal } from './service.ts'

interface Case {
  readonly path: string
  readonly status: number
  readonly call: InjectOptions
}

const json = { 'content-type': 'application/json' }
const tooLong = JSON.stringify('x'.repeat(50_000_001))

/** Every answer of a door that takes a job in. */
const taking = (path: string, payload: object): Case[] => {
  const asked = (status: number, call: InjectOptions): Case => ({ path, status, call: { method: 'POST', ...call } })
  return [
    asked(202, { payload }),
    asked(400, { headers: json, payload: '{"kind": ' }),
    asked(406, { headers: { accept: 'image/png' }, payload }),
    asked(413, { headers: json, payload: tooLong }),
    asked(415, { headers: { 'content-type': 'application/xml' }, payload: '<job/>' }),
    asked(422, { payload: {} }),
  ]
}

const seen = (path: string, status: number, call: InjectOptions = {}): Case => ({
  path,
  status,
  call: { url: path.replace('{id}', 'nada'), ...call },
})

/** What the doors of jobs answer without a job at hand; the rest is asked in the tests of jobs. */
export const jobCases: readonly Case[] = [
  ...taking('/v1/jobs', { kind: 'portfolio', request: { items: [{ scenario: minimal() }] } }),
  ...taking('/v1/portfolios', { items: [{ scenario: minimal() }] }),
  {
    path: '/v1/simulations',
    status: 202,
    call: { method: 'POST', url: '/v1/simulations?async=true', payload: { scenario: minimal(), draws: 20 } },
  },
  seen('/v1/jobs', 200),
  seen('/v1/jobs', 400, { url: '/v1/jobs?cursor=nada' }),
  seen('/v1/jobs', 406, { headers: { accept: 'image/png' } }),
  seen('/v1/jobs/{id}', 404),
  seen('/v1/jobs/{id}', 406, { headers: { accept: 'image/png' } }),
  seen('/v1/jobs/{id}', 404, { method: 'DELETE' }),
  seen('/v1/jobs/{id}', 406, { method: 'DELETE', headers: { accept: 'image/png' } }),
  seen('/v1/jobs/{id}/events', 404),
  seen('/v1/jobs/{id}/events', 400, { url: `/v1/jobs/${'x'.repeat(80)}/events` }),
  seen('/v1/jobs/{id}/events', 406, { headers: { accept: 'image/png' } }),
  seen('/v1/jobs/{id}/result', 400, { url: '/v1/jobs/nada/result?format=pdf' }),
  seen('/v1/jobs/{id}/result', 404),
  seen('/v1/jobs/{id}/result', 406, { headers: { accept: 'image/png' } }),
]

/** What is asked in the tests of jobs, with a job that is done, cancelled or expired. */
export const answeredInJobs = [
  'GET /v1/jobs/{id} 200',
  'DELETE /v1/jobs/{id} 200',
  'GET /v1/jobs/{id}/events 200',
  'GET /v1/jobs/{id}/result 200',
  'GET /v1/jobs/{id}/result 410',
]
