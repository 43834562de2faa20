import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/delivery/store/database.ts'
import { ready, startService } from '../faults/base/process.ts'
import { draft, missing } from '../faults/base/writers.ts'
import type { PostgresServer } from './server.ts'
import { startPostgres } from './server.ts'

let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.close())

const headers = { 'content-type': 'application/json' }

test('a database that stops between two statements of a transaction fails it, and does not end the process', async () => {
  const database = await openDatabase({ data: 'memory', url: await server.fresh() })
  const ask = sql`select 1`
  const unhandled: unknown[] = []
  const hear = (error: unknown) => unhandled.push(error)
  process.on('uncaughtException', hear)
  try {
    const both = database.db.transaction().execute(async (trx) => {
      await ask.execute(trx)
      await server.stop()
      await wait(200)
      await ask.execute(trx)
    })
    await expect(both).rejects.toThrow()
    expect(unhandled).toEqual([])
  } finally {
    process.off('uncaughtException', hear)
    await server.start()
    await database.close()
  }
}, 60_000)

test('a service whose PostgreSQL stops says so with 503, and serves again by itself once it is back', async () => {
  const service = await startService({ environment: { DATABASE_URL: await server.fresh() } })
  const write = (number: number) =>
    fetch(`${service.address}/v1/scenarios`, { method: 'POST', headers, body: draft(number) })
  try {
    const first = await write(1)
    expect(first.status).toBe(201)
    const saved = (await first.json()) as { id: string; version: number; hash: string }
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      await server.stop(signal)
      for (const answer of [await write(2), await fetch(`${service.address}/health/ready`)]) {
        await answer.arrayBuffer()
        expect(answer.status).toBe(503)
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
      }
      expect((await fetch(`${service.address}/health/live`)).status).toBe(200)
      await server.start()
      await ready(service.address)
      expect(await missing(service.address, [saved])).toEqual([])
    }
    expect((await write(3)).status).toBe(201)
    expect(await service.stop()).toEqual([0, null])
  } finally {
    service.child.kill('SIGKILL')
  }
}, 300_000)
