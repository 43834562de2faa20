import type { Line } from '../../formula/entry.ts'
import { book } from '../../model/book.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { AlternativeRun } from '../run.ts'
import { rowsOf } from '../run.ts'
import { readFigure } from '../sensitivity/figures.ts'
import type { Output } from './job.ts'

/** An output and how one draw of it is written into a list: a number a year, or one alone. */
export interface OutputReader extends Output {
  readonly write: (of: AlternativeRun, to: Float64Array, at: number) => void
}

export type OutputReading =
  | { readonly ok: true; readonly reader: OutputReader }
  | { readonly ok: false; readonly problem: Problem }

/** A figure, a line by year (`cash`), rows of one (`userTariff::userClass=stratum1`), or a line in one year (`cash:2030`). */
export function readOutput(of: AlternativeRun, text: string, pointer: string): OutputReading {
  const [name = '', year = '', keys = ''] = text.split(':')
  const entry = book.byId.get(name)
  const byYear = entry?.type === 'line' && entry.axis !== 'once' && year === ''
  const found = readFigure(of, byYear ? `${name}:${of.scenario.baseYear}:${keys}` : text, pointer)
  if (!found.ok) return { ok: false, problem: { ...found.problem, received: text } }
  const { unit, label, read } = found.figure
  if (!byYear) {
    const write: OutputReader['write'] = (run, to, at) => {
      to[at] = read(run) ?? Number.NaN
    }
    return { ok: true, reader: { id: text, unit, label, years: null, write } }
  }
  return { ok: true, reader: { id: text, unit, label, ...lineReader(of, entry, keys) } }
}

function lineReader(of: AlternativeRun, line: Line, keys: string): Pick<OutputReader, 'years' | 'write'> {
  const wanted = keys === '' ? [] : keys.split(',').map((pair) => pair.split('=').map((part) => part.trim()))
  const all = rowsOf(of, line)
  const rows = all.flatMap(({ at }, row) => (wanted.every(([d = '', member]) => at[d] === member) ? [row] : []))
  const width = all[0]?.values.length ?? 0
  return {
    years: Array.from({ length: width }, (_, t) => of.scenario.baseYear + t),
    write: ({ run }, to, at) => {
      const offset = run.slots.get(line)?.offset as number
      for (let t = 0; t < width; t += 1) {
        let sum = 0
        for (const row of rows) sum += run.buffer[offset + row * width + t] as number
        to[at + t] = sum
      }
    },
  }
}
