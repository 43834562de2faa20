import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/delivery/http/app.ts'
import { openDatabase } from '../../src/delivery/store/database.ts'
import { startPostgres } from '../postgres/server.ts'
import { municipalities } from './municipalities.ts'

export interface PortfolioTimes {
  readonly plans: number
  /** Seconds of the whole portfolio by one and by two workers over PostgreSQL, each with a core of its own. */
  readonly workers: readonly [number, number]
  /** Seconds by one and by two threads of one process over the embedded store. */
  readonly threads: readonly [number, number]
  /** Seconds from the kill of a worker to the new start of what it was doing by another. */
  readonly recovery: number
}

const root = fileURLToPath(new URL('../..', import.meta.url))

async function ask(app: FastifyInstance, items: readonly object[]): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/v1/portfolios', payload: { items } })
  if (answer.statusCode !== 202) throw new Error(answer.body)
  return String(answer.headers.location)
}

interface State {
  readonly state: string
  readonly progress: number
  readonly attempts: number
}

async function until(app: FastifyInstance, url: string, isSo: (job: State) => boolean): Promise<void> {
  for (;;) {
    const job = (await app.inject({ url })).json<State>()
    if (isSo(job)) return
    if (['failed', 'cancelled'].includes(job.state)) throw new Error(`the job is ${job.state}`)
    await wait(100)
  }
}

/** Seconds that a portfolio takes once threads and code are warm. */
async function timed(app: FastifyInstance, items: readonly object[]): Promise<number> {
  const isDone = ({ state }: State): boolean => state === 'done'
  await until(app, await ask(app, items.slice(0, 60)), isDone)
  const start = performance.now()
  await until(app, await ask(app, items), isDone)
  return (performance.now() - start) / 1000
}

/**
 * A worker of one thread, compiled as in production and held to one core as on a machine of its own: free, one alone
 * already collects its memory and compiles on the second core, and a second worker finds nothing left of it.
 */
async function startWorker(address: string, core: number): Promise<ChildProcess> {
  const command = ['-c', String(core), process.execPath, 'dist/delivery/cli/main.js', 'worker']
  const child = spawn('taskset', command, {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_URL: address, PFV_WORKERS: '1' },
  })
  await new Promise<void>((resolve, reject) => {
    // Goes on being read, so that the worker never waits for whoever reads its log.
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('"ready"') && resolve())
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
  })
  return child
}

async function byWorkers(items: readonly object[]): Promise<Pick<PortfolioTimes, 'workers' | 'recovery'>> {
  execFileSync('npx', ['tsc', '-p', 'src'], { cwd: root })
  const server = await startPostgres()
  const address = await server.fresh()
  const database = await openDatabase({ data: 'memory', url: address })
  const app = await buildApp({ database, jobs: { works: false } })
  const children: ChildProcess[] = []
  try {
    children.push(await startWorker(address, 0))
    const alone = await timed(app, items)
    children.push(await startWorker(address, 1))
    const together = await timed(app, items)
    const url = await ask(app, items)
    await until(app, url, ({ progress }) => progress > 0)
    const start = performance.now()
    children[0]?.kill('SIGKILL')
    await until(app, url, ({ attempts, state }) => attempts > 1 || state === 'done')
    return { workers: [alone, together], recovery: (performance.now() - start) / 1000 }
  } finally {
    for (const child of children) {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
    await app.close()
    await database.close()
    await server.close()
  }
}

async function byThreads(items: readonly object[], threads: number): Promise<number> {
  const app = await buildApp({ jobs: { threads } })
  try {
    return await timed(app, items)
  } finally {
    await app.close()
  }
}

/** A portfolio of synthetic municipalities, by workers of PostgreSQL and by threads of one process. */
export async function portfolioTimes(plans: number): Promise<PortfolioTimes> {
  const items = municipalities(plans)
  const { workers, recovery } = await byWorkers(items)
  return { plans, workers, recovery, threads: [await byThreads(items, 1), await byThreads(items, 2)] }
}
