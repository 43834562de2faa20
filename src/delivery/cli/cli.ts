import { engineVersion } from '../../study/result.ts'
import type { CommandName } from '../../text/cli/help.ts'
import { commandHelp, commandNames, generalHelp } from '../../text/cli/help.ts'
import { adjust, adjustOptions } from './adjust.ts'
import type { Given, OptionKind } from './base/arguments.ts'
import { readArguments } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, nearest, Stop } from './base/io.ts'
import { evaluate, evaluateOptions } from './evaluate.ts'
import { explain, explainOptions } from './explain.ts'
import { chart, chartOptions } from './files/chart.ts'
import { report, reportOptions } from './files/report.ts'
import { importOptions, importPlan, workbook, workbookOptions } from './files/workbook.ts'
import { model, modelOptions } from './model.ts'
import { rank, rankOptions } from './rank.ts'
import { sensitivity, sensitivityOptions } from './sensitivity.ts'
import { backup, backupOptions, restore, restoreOptions } from './service/backup.ts'
import { config, configOptions } from './service/config.ts'
import { keyActions, keys, keysOptions } from './service/keys.ts'
import { serve, serveOptions } from './service/serve.ts'
import { worker, workerOptions } from './service/worker.ts'
import { simulate, simulateOptions } from './simulate.ts'
import { validate, validateOptions } from './validate.ts'

interface Command {
  readonly file: boolean
  /** What stands after the file, where something must. */
  readonly second?: string
  /** The words that stand in the place of a file. */
  readonly words?: readonly string[]
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
  report: { file: true, options: reportOptions, run: report },
  workbook: { file: true, options: workbookOptions, run: workbook },
  import: { file: true, options: importOptions, run: importPlan },
  model: { file: false, options: modelOptions, run: model },
  config: { file: false, options: configOptions, run: config },
  keys: { file: true, words: keyActions, second: 'ID', options: keysOptions, run: keys },
  backup: { file: true, options: backupOptions, run: backup },
  restore: { file: true, options: restoreOptions, run: restore },
  serve: { file: false, options: serveOptions, run: serve },
  worker: { file: false, options: workerOptions, run: worker },
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
  const { run, ...shape } = commands[name]
  return run(readArguments(rest, { command: name, ...shape }), io)
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
