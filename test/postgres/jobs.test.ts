import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import sanPedro from '../../scenarios/san-pedro-valle.json' with { type: 'json' }
import { buildApp } from '../../src/delivery/http/app.ts'
import type { Database } from '../../src/delivery/store/database.ts'
import { openDatabase } from '../../src/delivery/store/database.ts'
import type { PostgresServer } from './server.ts'
import { startPostgres } from './server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const plans = 30
const patience = { timeout: 100_000, interval: 200 }

let server: PostgresServer
let address: string
let database: Database
let app: FastifyInstance
const children: ChildProcess[] = []

beforeAll(async () => {
  server = await startPostgres()
  address = await server.fresh()
  database = await openDatabase({ data: 'memory', url: address })
  app = await buildApp({ database, jobs: { works: false } })
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await app?.close()
  await database?.close()
  await server?.close()
})

async function startWorker(): Promise<{ child: ChildProcess; said: () => string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/delivery/cli/main.ts', 'worker'], {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_URL: address, PFV_WORKERS: '1' },
  })
  children.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  await expect.poll(() => text, patience).toContain('"ready"')
  return { child, said: () => text }
}

// Large enough that a part of ten of them lasts longer than the time between two signs of life.
const items = Array.from({ length: plans }, (_, i) => ({ id: `plan-${i + 1}`, scenario: sanPedro }))

/** Lasts until it is stopped, as far as these tests can wait. */
const endless = { scenario: sanPedro, draws: 100_000 }

async function post(to: FastifyInstance, payload: object, url = '/v1/portfolios'): Promise<string> {
  const answer = await to.inject({ method: 'POST', url, payload })
  expect(answer.statusCode).toBe(202)
  return String(answer.headers.location)
}

const stateOf = async (of: FastifyInstance, url: string) => (await of.inject({ url })).json()

/** What one process says of the same portfolio when nothing disturbs it. */
async function undisturbed(): Promise<string> {
  const alone = await buildApp({ jobs: { threads: 1 } })
  try {
    const url = await post(alone, { items })
    await expect.poll(async () => (await stateOf(alone, url)).state, patience).toBe('done')
    return (await alone.inject({ url: `${url}/result` })).body
  } finally {
    await alone.close()
  }
}

async function rows(question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(question)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

/** Until a worker is amid a part: some of its plans are done and some are not. */
const amidPart = async (): Promise<void> => {
  const question = `select count(*)::int as amid from job_parts where state = 'running' and done between 1 and items - 1`
  await expect.poll(async () => (await rows(question))[0]?.amid, { ...patience, interval: 20 }).toBe(1)
}

test('a worker that is killed in the middle of a portfolio loses nothing and doubles nothing', async () => {
  const expected = await undisturbed()
  const first = await startWorker()
  const url = await post(app, { items })
  await amidPart()
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const { state, progress } = await stateOf(app, url)
  expect(state).toBe('running')
  expect(progress).toBeLessThan(1)
  const second = await startWorker()
  await expect.poll(async () => (await stateOf(app, url)).state, patience).toBe('done')
  const job = await stateOf(app, url)
  expect(job).toMatchObject({ state: 'done', progress: 1, attempts: 2 })
  const { body } = await app.inject({ url: `${url}/result` })
  expect(JSON.parse(body).rows).toHaveLength(plans)
  expect(body).toBe(expected)

  const more = await post(app, endless, '/v1/simulations')
  await amidPart()
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit'), second.said()).toEqual([0, null])
  const returned = await rows(`select sum(returned)::int as returned from job_parts where state = 'waiting'`)
  expect(returned[0]?.returned).toBeGreaterThan(0)
  await app.inject({ method: 'DELETE', url: more })

  // Whatever is left of it in the queue is taken away without being done.
  const third = await startWorker()
  const open = `select count(*)::int as open from pgboss.job where name = 'pfv-parts' and state not in ('completed', 'cancelled')`
  await expect.poll(async () => (await rows(open))[0]?.open, patience).toBe(0)
  expect(await stateOf(app, more)).toMatchObject({ state: 'cancelled' })
  third.child.kill('SIGTERM')
  await once(third.child, 'exit')
}, 300_000)

test('a job that is cancelled here is dropped by the worker elsewhere, whose threads are free again', async () => {
  const { child, said } = await startWorker()
  const url = await post(app, { items })
  await amidPart()
  expect((await app.inject({ method: 'DELETE', url })).statusCode).toBe(200)
  await expect.poll(said, patience).toContain('part dropped')
  const next = await post(app, { items: items.slice(0, 2) })
  await expect.poll(async () => (await stateOf(app, next)).state, patience).toBe('done')
  expect(await stateOf(app, url)).toMatchObject({ state: 'cancelled' })
  child.kill('SIGTERM')
  expect(await once(child, 'exit'), said()).toEqual([0, null])
}, 300_000)

test('a part is one worker’s: another, or an earlier start, can neither finish nor prolong it', async () => {
  const { insertJob } = await import('../../src/delivery/jobs/table.ts')
  const { nextPart, takePart, beatPart, finishPart } = await import('../../src/delivery/jobs/parts.ts')
  const { db } = database
  const parts = [{ request: [], items: 1 }]
  const asked = { workspace: 'w', kind: 'portfolio', locale: 'es', request: { outputs: [] }, parts } as const
  const job = await db.transaction().execute((trx) => insertJob(trx, asked))
  const seen = await nextPart(db)
  if (seen?.job !== job) throw new Error('another part waits')
  const takings = await Promise.all(['a', 'b', 'c'].map((name) => takePart(db, seen, name)))
  const claims = takings.flatMap(({ claim }) => claim ?? [])
  expect(claims).toHaveLength(1)
  const [old] = claims
  // The queue hands out a part anew only when its worker fell silent.
  const { claim } = await takePart(db, { job, part: 0 }, 'd')
  if (!old || !claim) throw new Error('nobody took it')
  expect(await beatPart(db, old, 1)).toBe(false)
  expect(await finishPart(db, old, '[]')).toBe(false)
  expect(await finishPart(db, claim, '[]')).toBe(true)
  expect(await finishPart(db, claim, '[]')).toBe(false)
})
