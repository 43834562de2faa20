import { availableParallelism } from 'node:os'
import type { Config } from '../../http/config.ts'
import { ConfigProblem, maskedAddress, readConfig } from '../../http/config.ts'
import type { Given } from '../base/arguments.ts'
import type { Io } from '../base/io.ts'
import { exitCodes, Stop, writeLines } from '../base/io.ts'

export const configOptions = {} as const

/** `pfv config`: what is read from the environment; a password in an address is not shown. */
export async function config(_: Given, { environment, stdout }: Io): Promise<number> {
  try {
    const config = readConfig(environment)
    const read = Object.entries(config)
    const width = Math.max(...read.map(([name]) => name.length))
    writeLines(
      stdout,
      read.map(([name, value]) => `${name.padEnd(width)}  ${written(config, name, value)}`),
    )
    return exitCodes.good
  } catch (error) {
    if (error instanceof ConfigProblem) throw new Stop(error.message)
    throw error
  }
}

const written = (config: Config, name: string, value: unknown): string => {
  if (value === undefined && name === 'PFV_WORKERS') return `(sin valor: ${doneBy(config)})`
  if (value === undefined && name === 'PFV_THREADS') return `(sin valor: ${onePerCore()})`
  if (value === undefined) return '(sin valor)'
  return name === 'DATABASE_URL' ? maskedAddress(String(value)) : String(value)
}

const onePerCore = (): string => `${availableParallelism()} hilos, uno por núcleo`

const doneBy = ({ DATABASE_URL }: Config): string =>
  DATABASE_URL === undefined ? onePerCore() : 'los trabajos los hace «pfv worker»'
