import type { Entry } from '../formula/entry.ts'
import type { Operand } from '../formula/explain.ts'
import { explain } from '../formula/explain.ts'
import type { Computed } from '../formula/order.ts'
import { isComputed } from '../formula/order.ts'
import type { Cells } from '../formula/render-excel.ts'
import { renderExcel } from '../formula/render-excel.ts'
import { book } from '../model/book.ts'
import type { Key } from '../model/places.ts'
import { getPointer } from '../scenario/pointer.ts'
import type { Source } from '../scenario/scenario.ts'
import type { AlternativeRun } from './run.ts'
import { orNull } from './run.ts'

/** Where a value comes from: a place of the scenario with its source, an article, or a default. */
export interface Origin {
  readonly pointer?: string
  readonly raw?: unknown
  readonly source?: Source
  readonly law?: {
    readonly norm: string
    readonly article: string
    readonly title: string
    readonly url: string
    readonly confirmed: string
  }
  /** Nobody gave it: the document's own default stands. */
  readonly isDefault?: boolean
  readonly because?: { readonly es: string; readonly en: string }
}

/** A cell of the plan with its words. */
export interface Cell {
  readonly kind: 'line' | 'input' | 'law' | 'constant'
  readonly id: string
  readonly es: string
  readonly en: string
  readonly numeral: string
  readonly unit: string
  readonly at: Key
  /** Calendar year; null for what has no years. */
  readonly year: number | null
  readonly value: number | null
}

export interface TracedCell extends Cell {
  readonly origin?: Origin
}

/** A figure, its formula with and without numbers, and every cell that it was made from. */
export interface CellExplanation extends Cell {
  readonly formula?: {
    readonly text: string
    readonly tex: string
    readonly withNumbers: string
    readonly excel: string
  }
  readonly because?: { readonly es: string; readonly en: string }
  readonly operands: readonly TracedCell[]
}

/** ¿De dónde sale una cifra? Throws RangeError where there is no such line, row or year. */
export function explainCell(of: AlternativeRun, question: { line: string; at: Key; year: number }): CellExplanation {
  const entry = book.byId.get(question.line)
  if (!entry || !isComputed(entry)) throw new RangeError(question.line)
  const { baseYear } = of.scenario
  const found = explain(of.run, entry, { at: question.at, t: question.year - baseYear })
  return {
    ...cellOf(of, found),
    ...(found.formula ? { formula: { ...found.formula, excel: excelOf(of, found) } } : {}),
    ...(found.because ? { because: found.because } : {}),
    operands: found.operands.map((o) => ({ ...cellOf(of, o), ...originOf(of, o) })),
  }
}

/** Names in place of cells, for who builds the formula in a spreadsheet. */
const named: Cells = {
  cell: (entry) => entry.id,
  span: (entry) => entry.id,
  year: () => 'yearIndex',
  years: () => 'yearIndex',
}

function excelOf(of: AlternativeRun, { entry, at, t }: Pick<Operand, 'at' | 't'> & { entry: Computed }): string {
  if (entry.type !== 'line') return ''
  const slot = of.run.slots.get(entry)
  return slot ? `=${renderExcel(of.run, entry, { row: of.run.domains.rowOf(slot.domain, at), t }, named)}` : ''
}

const kinds: Readonly<Record<Entry['type'], Cell['kind']>> = {
  line: 'line',
  method: 'line',
  open: 'line',
  forward: 'line',
  input: 'input',
  given: 'input',
  parameter: 'law',
  constant: 'constant',
}

function cellOf(
  of: AlternativeRun,
  { entry, at, t, value }: Pick<Operand, 'at' | 't' | 'value'> & { entry: Entry },
): Cell {
  const { id, es, en, numeral = '', unit, axis } = entry
  return {
    kind: kinds[entry.type],
    id,
    es,
    en,
    numeral,
    unit,
    at,
    year: axis === 'once' ? null : of.scenario.baseYear + t,
    value: orNull(value),
  }
}

function originOf(of: AlternativeRun, { entry, at, t }: Operand): { origin?: Origin } {
  if (entry.type === 'parameter') {
    const law = of.bound.lawOf(entry.law, t)
    return law
      ? {
          origin: {
            law: { norm: law.norm, article: law.article, title: law.title, url: law.url, confirmed: law.confirmed },
          },
        }
      : {}
  }
  if (entry.type !== 'input' && entry.type !== 'given') return {}
  const { pointer, raw } = of.bound.readingOf(entry, at)
  const population =
    entry.id === 'projectedPopulation'
      ? of.bound.populations.find((p) => p.municipality === at.municipality && p.zone === at.zone)
      : undefined
  const because = population
    ? {
        because: {
          es: `Método ${population.chosen}: ${population.because.es}`,
          en: `Method ${population.chosen}: ${population.because.en}`,
        },
      }
    : {}
  if (pointer === undefined) return { origin: { isDefault: true, ...because } }
  if (getPointer(of.document, pointer) === undefined) return { origin: { pointer, isDefault: true, ...because } }
  const source = sourceOf(of.scenario.sources, pointer)
  return { origin: { pointer, raw, ...(source ? { source } : {}), ...because } }
}

const indices = new WeakMap<readonly Source[], ReadonlyMap<string, Source>>()

/** Whose word a place of the document rests on: the source whose pointer is its longest prefix. */
export function sourceOf(sources: readonly Source[], pointer: string): Source | undefined {
  const index = indices.get(sources) ?? new Map(sources.map((s) => [s.pointer, s]))
  indices.set(sources, index)
  let place = pointer
  while (place !== '' && !index.has(place)) place = place.slice(0, place.lastIndexOf('/'))
  return index.get(place)
}
