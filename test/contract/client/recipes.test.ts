import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient, ServiceProblem } from '../../../src/delivery/client/client.ts'
import { buildApp } from '../../../src/delivery/http/app.ts'
import { minimal } from '../service.ts'

const run = promisify(execFile)
const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const plan = at('scenarios/minimal.json')

let app: FastifyInstance
let base: string
beforeAll(async () => {
  app = await buildApp()
  await app.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}, 60_000)
afterAll(() => app.close())

const heading = /^\ufeff?"?alternative"?,"?variant"?,"?line"?,/

describe('the recipes do what they say', () => {
  test('curl stores a plan and fetches its lines', async () => {
    const { stdout } = await run('sh', [at('openapi/recipes/evaluate.sh'), base, plan])
    expect(stdout).toMatch(heading)
    expect(stdout.split('\n').length).toBeGreaterThan(100)
  })

  test("Python's standard library stores a plan and reads its verdict", async () => {
    const { stdout } = await run('python3', [at('openapi/recipes/evaluate.py'), base, plan])
    expect(stdout).toMatch(/^[\w-]+: (?:no )?viable\n/)
  })

  test("a spreadsheet's web query finds the columns that it types", async () => {
    const query = readFileSync(at('openapi/recipes/excel.pq'), 'utf8')
    const address = /Web\.Contents\("http:\/\/127\.0\.0\.1:3000([^"]+)"/.exec(query)?.[1] ?? ''
    const stored = await createClient(base)('POST /v1/scenarios', { body: minimal() })
    const answer = await fetch(`${base}${address.replace('PLAN', stored.data.id)}`, { headers: { accept: '*/*' } })
    expect(answer.headers.get('content-type')).toContain('text/csv')
    const [columns = ''] = (await answer.text()).split('\r\n')
    for (const [, column] of query.matchAll(/\{"(\w+)", /g)) expect(columns.split(',')).toContain(column)
  })

  test('the typed client evaluates, follows an address and says a problem', async () => {
    const call = createClient(base)
    const { data } = await call('POST /v1/evaluations', { body: minimal(), query: { include: 'figures' } })
    expect(data.variants[0]?.alternatives.length).toBeGreaterThan(0)
    const line = await call('GET /v1/model/lines/{id}', { params: { id: 'billing' } })
    expect(line.data).toMatchObject({ id: 'billing' })
    const refused = call('POST /v1/evaluations', { body: {} })
    await expect(refused).rejects.toBeInstanceOf(ServiceProblem)
    await expect(call('GET /v1/law/{id}', { params: { id: 'nada' } })).rejects.toThrow('404 No existe')
  })
})
