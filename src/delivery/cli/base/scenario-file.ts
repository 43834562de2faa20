import { readFile } from 'node:fs/promises'
import { Fault } from '../../../formula/interpret.ts'
import type { Problem } from '../../../scenario/problem.ts'
import { scenarioVariants } from '../../../scenario/read.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { readPlan } from '../../../study/read-plan.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import { hanging } from '../print/grid.ts'
import type { Io } from './io.ts'
import { exitCodes, noSuch, Stop } from './io.ts'

/** A plan that was read, with the document as it came. */
export interface OpenedPlan {
  readonly document: unknown
  readonly scenario: Scenario
  readonly warnings: readonly Problem[]
}

/** The plan in a file, or in the standard input for `-`. Throws Stop with every problem of it. */
export async function openPlan(file: string, io: Io, locale: Locale): Promise<OpenedPlan> {
  const document = parse(await textOf(file, io), file)
  const read = readPlan(document)
  if (!read.ok) throw new Stop(problemLines(read.problems, locale).join('\n'))
  return { document, scenario: read.scenario, warnings: read.warnings }
}

async function textOf(file: string, io: Io): Promise<string> {
  const bytes =
    file === '-' ? await collect(io.stdin) : await readFile(file).catch((error: unknown) => refuse(file, error))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Stop(`${named(file)} no es un texto en UTF-8. Guárdelo otra vez como «UTF-8» en su editor.`)
  }
}

async function collect(stream: Io['stdin']): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(typeof part === 'string' ? Buffer.from(part) : part)
  return Buffer.concat(parts)
}

const named = (file: string): string => (file === '-' ? 'La entrada estándar' : `El archivo «${file}»`)

function refuse(file: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') throw new Stop(`El archivo «${file}» no existe. Revise el nombre y la carpeta.`)
  if (code === 'EISDIR') throw new Stop(`«${file}» es una carpeta. Escriba el nombre de un archivo JSON.`)
  if (code === 'EACCES') throw new Stop(`No hay permiso para leer «${file}».`)
  throw new Stop(`No se pudo leer «${file}»: ${error instanceof Error ? error.message : String(error)}`)
}

function parse(text: string, file: string): unknown {
  if (text.trim() === '') throw new Stop(`${named(file)} no tiene nada. Debe traer un plan en JSON.`)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const position = positionOf((error as Error).message, text)
    const before = text.slice(0, position).split('\n')
    const column = (before.at(-1) ?? '').length + 1
    const line = text.split('\n')[before.length - 1]?.trim().slice(0, 80) ?? ''
    throw new Stop(
      `${named(file)} no es JSON: hay un error en la línea ${before.length}, columna ${column}.\n  ${line}\nRevise comas, comillas y llaves cerca de allí.`,
    )
  }
}

/** Where the parser stopped: it says the position, or quotes the text around it, or the text ended too early. */
function positionOf(message: string, text: string): number {
  const said = /position (\d+)/u.exec(message)?.[1]
  if (said !== undefined) return Number(said)
  const quoted = /, (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON/u.exec(message)?.[1]
  return quoted === undefined ? text.length : Math.max(0, text.indexOf(quoted))
}

/** Every problem with its place, its sentence and the value received. */
export function problemLines(problems: readonly Problem[], locale: Locale): string[] {
  const [count, received, whole] =
    locale === 'es'
      ? [
          problems.length === 1 ? 'Corrija 1 dato del plan:' : `Corrija ${problems.length} datos del plan:`,
          'Recibido',
          'el documento',
        ]
      : [
          problems.length === 1 ? 'Correct 1 entry of the plan:' : `Correct ${problems.length} entries of the plan:`,
          'Received',
          'the document',
        ]
  return [
    count,
    ...problems.flatMap((p, i) => [
      '',
      `${String(i + 1).padStart(3)}. ${p.pointer === '' ? `(${whole})` : p.pointer}`,
      ...hanging('     ', p[locale], 110),
      ...(p.received === undefined ? [] : [`     ${received}: ${JSON.stringify(p.received)}`]),
    ]),
  ]
}

/** The base scenario or the variant of that id. Throws Stop naming those there are. */
export function variantOf(scenario: Scenario, id = 'base'): Scenario {
  const variants = scenarioVariants(scenario)
  const found = variants.find((v) => v.id === id)
  if (!found)
    throw noSuch(
      'El escenario',
      id,
      variants.map((v) => v.id),
    )
  return found.scenario
}

/** The place of an alternative in the document. Throws Stop naming those there are. */
export function alternativeIndex(scenario: Scenario, id: string): number {
  const index = scenario.alternatives.findIndex((a) => a.id === id)
  if (index < 0)
    throw noSuch(
      'La alternativa',
      id,
      scenario.alternatives.map((a) => a.id),
    )
  return index
}

/** Runs a study; a fault of ours stops with line, place and year. */
export function withFaultsNamed<T>(scenario: Scenario, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof Fault) throw new Stop(faultSentence(error, scenario.baseYear), exitCodes.fault)
    throw error
  }
}

/** «Falla del programa en el renglón …, en …, año …: …». */
export function faultSentence(fault: Fault, baseYear: number): string {
  const place = Object.entries(fault.at).map(([dimension, member]) => `${dimension}=${termOf(dimension, member)}`)
  const reason = fault.message.slice(fault.message.indexOf(': ') + 2)
  return [
    `Falla del programa, no de su plan, en el renglón «${fault.line}», ${place.length > 0 ? `${place.join(', ')}, ` : ''}año ${baseYear + fault.t}: ${reason}.`,
    'Envíe esta línea y el plan a quien mantiene el programa.',
  ].join('\n')
}
