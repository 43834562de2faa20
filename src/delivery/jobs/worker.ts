import { clearInterval, setInterval } from 'node:timers'
import { openDatabase } from '../store/database.ts'
import { openJobs } from './jobs.ts'
import type { Log } from './runner.ts'

export interface WorkerOptions {
  readonly url: string
  readonly threads: number
  readonly days: number
  readonly log: Log
  /** Ends the worker: what is under way is given back for another. */
  readonly signal: AbortSignal
}

const heartbeat = 30_000

/** Does the jobs of a PostgreSQL store until it is told to end; says that it lives every half minute. */
export async function work({ url, threads, days, log, signal }: WorkerOptions): Promise<void> {
  const database = await openDatabase({ data: 'memory', url })
  try {
    const jobs = await openJobs(database, { works: true, threads, days, log })
    log.info({ threads }, 'ready')
    // The interval also keeps the process alive while there is nothing to do.
    const timer = setInterval(
      () => log.info({ threads: jobs.threads.alive(), busy: jobs.threads.busy(), doing: jobs.doing() }, 'alive'),
      heartbeat,
    )
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    clearInterval(timer)
    await jobs.close()
    log.info({}, 'ended')
  } finally {
    await database.close()
  }
}
