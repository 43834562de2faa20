import { engineVersion } from '../../study/result.ts'
import type { CommandName } from '../../text/cli/help.ts'
import { commandHelp, commandNames, generalHelp } from '../../text/cli/help.ts'
import { adjust, adjustOptions } from './adjust.ts'
import type { Given, OptionKind } from './base/arguments.ts'
import { readArguments } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, nearest, Stop } from './base/io.ts'
import { config, configOptions } from './config.ts'
import { evaluate, evaluateOptions } from './evaluate.ts'
import { explain, explainOptions } from './explain.ts'
import { chart, chartOptions } from './files/chart.ts'
import { model, modelOptions } from './model.ts'
import { rank, rankOptions } from './rank.ts'
import { sensitivity, sensitivityOptions } from './sensitivity.ts'
import { serve, serveOptions } from './serve.ts'
import { simulate, simulateOptions } from './simulate.ts'
import { validate, validateOptions } from './validate.ts'

interface Command {
  readonly file: boolean
  /** What stands after the file, where something must. */
  readonly second?: string
  readonly options: Readonly<Record<string, OptionKind>>
  readonly run: (given: Given, io: Io) => Promise<number>
}

const commands: Readonly<Record<CommandName, Command>> = {
  validate: { file: true, options: validateOptions, run: validate },
  evaluate: { file: true, options: evaluateOptions, run: evaluate },
  rank: { file: true, options: rankOptions, run: rank },
  explain: { file: true, options: explainOptions, run: explain },
  adjust: { file: true, options: adjustOptions, run: adjust },
  sensitivity: { file: true, options: sensitivityOptions, run: sensitivity },
  simulate: { file: true, options: simulateOptions, run: simulate },
  chart: { file: true, second: 'CHART', options: chartOptions, run: chart },
  model: { file: false, options: modelOptions, run: model },
  config: { file: false, options: configOptions, run: config },
  serve: { file: false, options: serveOptions, run: serve },
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
const asksHelp = (argv: readonly string[]): boolean => argv.includes('--help') || argv.includes('-h')

/** `pfv`: runs one command and gives its exit code; whatever goes wrong is told in a sentence on stderr. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    if (error instanceof Stop) {
      io.stderr.write(`${error.message}\n`)
      return error.code
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    io.stderr.write(`Falla del programa, no de su plan. Envíe estas líneas y el plan a quien lo mantiene.\n${trace}\n`)
    return exitCodes.fault
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined) throw new Stop(generalHelp.trimEnd())
  if (name === '--version' || name === '-v') return say(io, `pfv ${engineVersion}\n`)
  if (name === '--help' || name === '-h') return say(io, generalHelp)
  if (name === 'help') {
    const [about] = rest
    return say(io, about !== undefined && isCommand(about) ? commandHelp[about] : generalHelp)
  }
  if (!isCommand(name)) throw unknownCommand(name)
  if (asksHelp(rest)) return say(io, commandHelp[name])
  const { file, second, options, run } = commands[name]
  return run(readArguments(rest, { command: name, file, second, options }), io)
}

function say(io: Io, text: string): number {
  io.stdout.write(text)
  return exitCodes.good
}

function unknownCommand(name: string): Stop {
  const near = nearest(name, commandNames)
  const hint = near === undefined ? '' : ` ¿Quiso decir «pfv ${near}»?`
  const what = name.startsWith('-') ? `La opción ${name} va después de una orden` : `La orden «${name}» no existe`
  return new Stop(`${what}.${hint} Las órdenes son: ${commandNames.join(', ')}. Vea «pfv --help».`)
}
