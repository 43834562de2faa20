import { availableParallelism } from 'node:os'
import { readSimulation } from '../../study/simulation/read.ts'
import { simulateOnThreads } from '../../study/simulation/simulation.worker.ts'
import { toldIn } from '../../study/simulation/told.ts'
import type { Given } from './base/arguments.ts'
import { languages } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, Stop, writeLines } from './base/io.ts'
import { openPlan, problemLines, variantOf } from './base/scenario-file.ts'
import { heading } from './print/grid.ts'
import { simulationPage } from './print/simulation.ts'

export const simulateOptions = {
  draws: 'text',
  seed: 'text',
  threads: 'text',
  variant: 'text',
  format: ['table', 'json'],
  lang: languages,
} as const

const mostThreads = 64

/** `pfv simulate`: con qué probabilidad es viable cada alternativa y qué puesto toma. */
export async function simulate({ file, texts, locale }: Given, io: Io): Promise<number> {
  const draws = wholeOf(texts.draws ?? '1000', '--draws')
  const seed = wholeOf(texts.seed ?? '1', '--seed')
  const threads = wholeOf(texts.threads ?? io.environment.PFV_WORKERS ?? String(availableParallelism()), '--threads')
  if (threads < 1 || threads > mostThreads) throw new Stop(`Los hilos de --threads van de 1 a ${mostThreads}.`)
  const plan = await openPlan(file, io, locale)
  const scenario = variantOf(plan.scenario, texts.variant ?? 'base')
  const read = readSimulation(scenario, { draws, seed })
  if (!read.ok) throw new Stop(problemLines(read.problems, locale).join('\n'))
  const onProgress = progressOn(io)
  const simulation = await simulateOnThreads(read.job, { onProgress, threads, joins: true })
  if (texts.format === 'json') io.stdout.write(`${JSON.stringify(toldIn(simulation, locale))}\n`)
  else writeLines(io.stdout, [...heading(scenario.name, '═'), '', ...simulationPage(simulation, locale)])
  return exitCodes.good
}

function wholeOf(text: string, option: string): number {
  if (!/^\d{1,15}$/u.test(text)) throw new Stop(`El valor «${text}» no sirve para ${option}. Escriba un número entero.`)
  return Number(text)
}

/** Draws done so far, on a terminal only. */
function progressOn({ stderr }: Io): (done: number, of: number) => void {
  if (!('isTTY' in stderr && stderr.isTTY === true)) return () => undefined
  return (done, of) => void stderr.write(done === of ? '\r\u001b[K' : `\r${done}/${of}`)
}
