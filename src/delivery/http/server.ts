import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers'
import { getHeapStatistics } from 'node:v8'
import { keysNeeded } from '../../text/service/problems.ts'
import type { JobsOptions } from '../jobs/jobs.ts'
import type { Database } from '../store/database.ts'
import { openDatabase } from '../store/database.ts'
import { hasKeys } from '../store/keys.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { ConfigProblem, readConfig } from './config.ts'
import type { GateOptions } from './gate/gate.ts'
import { isLoopback } from './gate/loopback.ts'
import { serviceLogger } from './gate/trace/log.ts'
import { openStudyThreads } from './threads/threads.ts'

type Environment = Readonly<Record<string, string | undefined>>

const patience = 10_000
/** Mean delay of the event loop at which new work is refused, ms: twenty heavy plans at once stay far below. */
const mostDelay = 5000
/** Past this share of the heap, Node spends its time collecting it. */
const mostHeap = 0.9

/**
 * Starts the service and returns once it listens; SIGTERM and SIGINT let running requests finish and then end the
 * process. A bad environment or a taken port is told in a sentence and ends the process with 2.
 */
export async function serve(environment: Environment): Promise<void> {
  try {
    await start(environment)
  } catch (error) {
    const sentence = startProblem(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 2
  }
}

async function start(environment: Environment): Promise<void> {
  const config = readConfig(environment)
  const database = await openDatabase({ data: config.PFV_DATA, url: config.DATABASE_URL })
  const keys = !isLoopback(config.HOST)
  if (keys) await demandKeys(database, config.HOST)
  const threads = openStudyThreads(
    config.PFV_THREADS ?? availableParallelism(),
    config.LOG_LEVEL === 'silent' ? 'silent' : 'error',
  )
  const app = await buildApp({
    ...{ logger: serviceLogger(config.LOG_LEVEL), bodyLimit: config.PFV_BODY_LIMIT, database },
    ...{ gate: gateOf(config, keys), process: randomBytes(4).toString('hex') },
    ...{ jobs: jobsFrom(config), studies: threads },
  })
  const closeAll = async (): Promise<void> => {
    await app.close()
    await threads.close()
    await database.close()
  }
  let stopping = false
  const stop = (signal: NodeJS.Signals): void => {
    // A second signal is a person who does not want to wait.
    if (stopping) process.exit(1)
    stopping = true
    app.log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), patience).unref()
    closeAll().then(
      () => process.exit(0),
      (error: unknown) => {
        app.log.error({ err: error }, 'stop')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const address = await app.listen({ port: config.PORT, host: config.HOST })
  process.stdout.write(
    [
      `Plan Financiero Viable: ${address}`,
      `  Documentación:  ${address}/docs`,
      `  Contrato:       ${address}/openapi.json`,
      `  Evaluar:        POST ${address}/v1/evaluations`,
      '',
    ].join('\n'),
  )
}

async function demandKeys(database: Database, host: string): Promise<void> {
  if (await hasKeys(database)) return
  await database.close()
  throw new ConfigProblem(keysNeeded(host))
}

/** Over PostgreSQL jobs are left to `pfv worker`, unless threads were given to this process too. */
const jobsFrom = ({ DATABASE_URL, PFV_WORKERS, PFV_JOB_DAYS }: Config): Partial<JobsOptions> => ({
  works: DATABASE_URL === undefined || PFV_WORKERS !== undefined,
  threads: PFV_WORKERS ?? availableParallelism(),
  days: PFV_JOB_DAYS,
})

const gateOf = (config: Config, keys: boolean): GateOptions => ({
  ...{ keys, origins: config.PFV_CORS_ORIGINS ?? [], rateLimit: config.PFV_RATE_LIMIT },
  pressure: { delay: mostDelay, heapBytes: Math.round(getHeapStatistics().heap_size_limit * mostHeap) },
})

function startProblem(error: unknown): string | undefined {
  if (error instanceof ConfigProblem) return error.message
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'ECONNREFUSED') return 'PostgreSQL no responde en la dirección de DATABASE_URL.'
  if (error.code === 'EADDRINUSE') return 'El puerto está ocupado por otro programa: elija otro con PORT.'
  if (error.code === 'EACCES') return 'El sistema no permite escuchar en ese puerto: elija otro con PORT.'
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return 'HOST no es una dirección de esta máquina.'
  return undefined
}
