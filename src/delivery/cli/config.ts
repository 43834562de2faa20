import { ConfigProblem, readConfig } from '../http/config.ts'
import type { Given } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, Stop, writeLines } from './base/io.ts'

export const configOptions = {} as const

/** `pfv config`: what is read from the environment; a password in an address is not shown. */
export async function config(_: Given, { environment, stdout }: Io): Promise<number> {
  try {
    const read = Object.entries(readConfig(environment))
    const width = Math.max(...read.map(([name]) => name.length))
    writeLines(
      stdout,
      read.map(([name, value]) => `${name.padEnd(width)}  ${written(value)}`),
    )
    return exitCodes.good
  } catch (error) {
    if (error instanceof ConfigProblem) throw new Stop(error.message)
    throw error
  }
}

const written = (value: unknown): string =>
  value === undefined ? '(sin valor)' : String(value).replace(/(?<=:\/\/[^:/@]*:)[^@]*(?=@)/u, '…')
