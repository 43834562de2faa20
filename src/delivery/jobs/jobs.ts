import { clearInterval, setInterval } from 'node:timers'
import type { Database } from '../store/database.ts'
import { bossSource } from './boss.ts'
import type { Answer, Job, NewJob } from './job.ts'
import { ended } from './job.ts'
import { unfinishedJobs } from './parts.ts'
import type { Log } from './runner.ts'
import { Runner } from './runner.ts'
import { tableSource } from './source.ts'
import { countOpen, dropExpired, endJob, findJob, insertJob, listJobs, readResult } from './table.ts'
import type { Threads } from './threads.ts'
import { openThreads } from './threads.ts'

export interface JobsOptions {
  /** Whether this process does jobs itself; one that does not only hands them in. */
  readonly works: boolean
  readonly threads: number
  /** Days that a result is kept. */
  readonly days: number
  readonly log?: Log | undefined
}

/** Jobs of the store as a door sees them. */
export interface Jobs {
  readonly threads: Threads
  /** Whether this process does jobs itself. */
  readonly works: boolean
  /** Undefined where the workspace has too many that have not ended. */
  readonly create: (asked: NewJob) => Promise<Job | undefined>
  readonly find: (workspace: string, id: string) => Promise<Job | undefined>
  readonly list: (
    workspace: string,
    page: { limit: number; before?: { at: string; id: string } | undefined },
  ) => Promise<Job[]>
  /** Undefined where its time is over. */
  readonly answer: (job: Job) => Promise<Answer | undefined>
  /** False where it had ended. Work on it stops at once here, within a second elsewhere. */
  readonly cancel: (workspace: string, id: string) => Promise<boolean>
  /** Parts under way in this process. */
  readonly doing: () => number
  /** Gives back what is under way. */
  readonly close: () => Promise<void>
}

const mostOpen = 200
const silent: Log = { info: () => undefined, error: () => undefined }
const sweepEvery = 30_000
const polls = { sqlite: 1000, postgres: 500 } as const

/** Opens the jobs of a store: done in this process over the embedded store, by any number of workers over PostgreSQL. */
export async function openJobs(
  database: Database,
  { works, threads: count, days, log = silent }: JobsOptions,
): Promise<Jobs> {
  const { db, engine } = database
  const onError = (error: unknown): void => log.error({ err: error }, 'queue')
  const source = engine === 'postgres' ? await bossSource(database, { works, onError }) : tableSource(database)
  const threads = openThreads(count)
  // One part more than threads keeps them busy while results are written.
  const runner = new Runner({ db, source, threads, log, days, atOnce: count + 1, poll: polls[engine] })
  const sweep = async (): Promise<void> => {
    try {
      await dropExpired(db, days)
      if (works) for (const job of await unfinishedJobs(db)) await runner.complete(job)
    } catch (error) {
      onError(error)
    }
  }
  const timer = setInterval(() => void sweep(), sweepEvery).unref()
  await sweep()
  if (works) runner.start()
  return {
    ...{ threads, works },
    create: async (asked) => {
      if ((await countOpen(db, asked.workspace)) >= mostOpen) return undefined
      const id = await db.transaction().execute(async (trx) => {
        const job = await insertJob(trx, asked)
        await source.announce(
          trx,
          asked.parts.map((_, part) => ({ job, part })),
        )
        return job
      })
      runner.wake()
      return await findJob(db, asked.workspace, id)
    },
    find: (workspace, id) => findJob(db, workspace, id),
    list: (workspace, page) => listJobs(db, workspace, page),
    answer: async ({ id, resultType, expiresAt }) => {
      if (resultType === null || expiresAt === null || expiresAt < new Date().toISOString()) return undefined
      const body = await readResult(db, id)
      return body === null ? undefined : { type: resultType, body }
    },
    cancel: async (workspace, id) => {
      const cancelled = await endJob(db, { id, workspace }, { state: 'cancelled', days })
      if (cancelled) runner.abort(id)
      return cancelled
    },
    doing: () => runner.doing,
    close: async () => {
      clearInterval(timer)
      await runner.close()
      await source.close()
      await threads.close()
    },
  }
}

export const hasEnded = ({ state }: Job): boolean => ended.includes(state)
