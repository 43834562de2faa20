import { availableParallelism } from 'node:os'
import { ConfigProblem, readConfig } from '../../http/config.ts'
import type { Given } from '../base/arguments.ts'
import type { Io } from '../base/io.ts'
import { exitCodes, Stop } from '../base/io.ts'

export const workerOptions = {} as const

/** How long a worker may take to give back what it does, ms. */
const patience = 10_000

/** `pfv worker`: does the jobs that a service over PostgreSQL takes in, until SIGTERM or SIGINT. */
export async function worker(_: Given, { environment, stderr }: Io): Promise<number> {
  const config = configOf(environment)
  const { DATABASE_URL: url, PFV_WORKERS, PFV_JOB_DAYS: days, LOG_LEVEL } = config
  if (url === undefined)
    throw new Stop(
      'pfv worker trabaja sobre PostgreSQL: dé su dirección en DATABASE_URL. Con el almacén propio, «pfv serve» hace él mismo los trabajos.',
    )
  // Loaded only here, so that the other commands start without the service.
  const { work } = await import('../../jobs/worker.ts')
  const { serviceLogger } = await import('../../http/gate/trace/log.ts')
  const control = new AbortController()
  const stop = (): void => {
    // A second signal is a person who does not want to wait.
    if (control.signal.aborted) process.exit(1)
    control.abort()
    setTimeout(() => process.exit(1), patience).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const threads = PFV_WORKERS ?? availableParallelism()
  stderr.write(`pfv worker: hace los trabajos con ${threads} hilos; termina con SIGTERM o Ctrl+C.\n`)
  try {
    await work({ url, threads, days, log: serviceLogger(LOG_LEVEL), signal: control.signal })
  } catch (error) {
    if (isUnreachable(error)) throw new Stop('PostgreSQL no responde en la dirección de DATABASE_URL.')
    throw error
  }
  return exitCodes.good
}

function configOf(environment: Io['environment']) {
  try {
    return readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigProblem) throw new Stop(error.message)
    throw error
  }
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000'].includes(String(error.code))
