import { setTimeout } from 'node:timers'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { ConfigProblem, readConfig } from './config.ts'

type Environment = Readonly<Record<string, string | undefined>>

const patience = 10_000

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
  const app = await buildApp({ logger: pino({ level: config.LOG_LEVEL }), bodyLimit: config.PFV_BODY_LIMIT })
  let stopping = false
  const stop = (signal: NodeJS.Signals): void => {
    // A second signal is a person who does not want to wait.
    if (stopping) process.exit(1)
    stopping = true
    app.log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), patience).unref()
    app.close().then(
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

function startProblem(error: unknown): string | undefined {
  if (error instanceof ConfigProblem) return error.message
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'EADDRINUSE') return 'El puerto está ocupado por otro programa: elija otro con PORT.'
  if (error.code === 'EACCES') return 'El sistema no permite escuchar en ese puerto: elija otro con PORT.'
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return 'HOST no es una dirección de esta máquina.'
  return undefined
}
