import { afterAll, beforeAll, expect, test } from 'vitest'
import { killAgainAndAgain } from '../faults/base/kills.ts'
import type { PostgresServer } from './server.ts'
import { startPostgres } from './server.ts'

let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.close())

test('a service killed in the middle of writes over PostgreSQL loses nothing that it acknowledged', async () => {
  const url = await server.fresh()
  const found = await killAgainAndAgain({ environment: { DATABASE_URL: url }, kills: 6, check: () => 'ok' })
  expect(found.lost).toEqual([])
  expect(found.saved).toBeGreaterThan(found.kills)
}, 300_000)
