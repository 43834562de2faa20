import { afterAll, beforeAll, expect, test } from 'vitest'
import { beatPart, finishPart, nextPart, returnPart, takePart } from '../../../src/delivery/jobs/parts.ts'
import { endJob, insertJob } from '../../../src/delivery/jobs/table.ts'
import type { Database } from '../../../src/delivery/store/database.ts'
import { openDatabase } from '../../../src/delivery/store/database.ts'

let database: Database

beforeAll(async () => {
  database = await openDatabase({ data: 'memory' })
})
afterAll(() => database.close())

const insert = (): Promise<string> =>
  database.db.transaction().execute((trx) =>
    insertJob(trx, {
      ...{ workspace: 'w', kind: 'portfolio', locale: 'es', request: { outputs: [] } },
      parts: [{ request: [], items: 2 }],
    }),
  )

/** The part that waits, taken by a worker; its job is the only open one. */
async function take(worker: string) {
  const seen = await nextPart(database.db)
  if (!seen) throw new Error('no part waits')
  const { claim } = await takePart(database.db, seen, worker)
  if (!claim) throw new Error('the part was not given')
  return claim
}

/** As if its worker had said nothing for an hour. */
const silence = (job: string) =>
  database.db
    .updateTable('job_parts')
    .set({ lease_until: new Date(Date.now() - 3_600_000).toISOString() })
    .where('job_id', '=', job)
    .execute()

test('of many who saw the same part one gets it, and nobody else is counted as a start', async () => {
  const { db } = database
  const job = await insert()
  const seen = await nextPart(db)
  if (!seen) throw new Error('no part waits')
  const takings = await Promise.all(['a', 'b', 'c', 'd'].map((name) => takePart(db, seen, name)))
  const claims = takings.flatMap(({ claim }) => claim ?? [])
  expect(claims.map(({ attempts }) => attempts)).toEqual([1])
  expect(await nextPart(db)).toBeUndefined()
  await endJob(db, { id: job }, { state: 'cancelled', days: 1 })
})

test('a worker that fell silent can neither prolong nor finish what another took', async () => {
  const { db } = database
  const job = await insert()
  const old = await take('a')
  expect(await beatPart(db, old, 1)).toBe(true)
  await silence(job)
  const now = await take('b')
  expect(now.attempts).toBe(2)
  expect([await beatPart(db, old, 2), await finishPart(db, old, '["a"]')]).toEqual([false, false])
  expect(await finishPart(db, now, '["b"]')).toBe(true)
  expect([await finishPart(db, now, '["b"]'), await beatPart(db, now, 2)]).toEqual([false, false])
  await endJob(db, { id: job }, { state: 'done', days: 1 })
})

test('a part that is given back is no crash; one whose workers died three times is given up', async () => {
  const { db } = database
  const job = await insert()
  for (let i = 0; i < 5; i += 1) await returnPart(db, await take('a'))
  for (let i = 0; i < 3; i += 1) {
    await take('a')
    await silence(job)
  }
  const seen = await nextPart(db)
  if (!seen) throw new Error('no part waits')
  expect(await takePart(db, seen, 'b')).toEqual({ gaveUp: true })
  expect(await nextPart(db)).toBeUndefined()
  await endJob(db, { id: job }, { state: 'failed', days: 1 })
})

test('a job ends once: what is cancelled gets no result, and its worker hears of it', async () => {
  const { db } = database
  const job = await insert()
  const claim = await take('a')
  expect(await endJob(db, { id: job, workspace: 'ajeno' }, { state: 'cancelled', days: 1 })).toBe(false)
  expect(await endJob(db, { id: job, workspace: 'w' }, { state: 'cancelled', days: 1 })).toBe(true)
  expect([await beatPart(db, claim, 1), await finishPart(db, claim, '[]')]).toEqual([false, false])
  const result = { type: 'application/json', body: '{}' }
  expect(await endJob(db, { id: job }, { state: 'done', result, days: 1 })).toBe(false)
})
