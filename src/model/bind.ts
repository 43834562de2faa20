import type { Entry, Expr, Input, Open } from '../formula/entry.ts'
import { parseFormula } from '../formula/eq.ts'
import { checkShape } from '../formula/order.ts'
import type { Binding } from '../formula/run.ts'
import type { LawValue } from '../law/parameter.ts'
import { findLaw, isLawId, lawParameters } from '../law/parameter.ts'
import type { Path } from '../scenario/path.ts'
import { expandPath, isPathLike } from '../scenario/path.ts'
import type { PopulationChoice } from './1-projections/population-choice.ts'
import { commonOf } from './common.ts'
import { daysPerYear, monthsPerYear, oneYear } from './constants.ts'
import { axes } from './dimensions.ts'
import { givensOf } from './givens.ts'
import type { Key, Places } from './places.ts'
import { spaceOf } from './space.ts'
import type { Placed, Template } from './templates.ts'
import { filled, isShared, templatesOf, valuesAt } from './templates.ts'

/** Where a value of the scenario was read, or what stood in for it. */
export interface Reading {
  readonly pointer?: string
  readonly raw?: unknown
}

/** A book's binding to one alternative, and how to say where each input comes from. */
export interface Bound {
  readonly binding: Binding
  readonly populations: readonly PopulationChoice[]
  readonly readingOf: (entry: Placed, key: Key) => Reading
  readonly lawOf: (law: string, t: number) => LawValue | undefined
}

/** A target for some municipalities stands where one for all would: what is not a value of the input's form is no value of it. */
function fits(entry: Placed, raw: unknown): boolean {
  if (entry.type !== 'input') return true
  if (entry.form === 'path' || entry.form === 'flow') return isPathLike(raw)
  return entry.form !== 'number' || typeof raw === 'number'
}

/** Binds the book to an alternative: its space, its years, and every input read through its pointer. */
export function bind(places: Places): Bound {
  const { scenario } = places
  const { givens, populations } = givensOf(places)
  const lengths = { waste: scenario.horizon.waste + 1, financial: scenario.horizon.financial + 1 }
  const valueAt = valuesAt(places)
  const found = (entry: Placed, key: Key): { raw: unknown; template: Template } | undefined => {
    for (const template of templatesOf(entry)) {
      const raw = valueAt(template, key)
      if (raw !== undefined && fits(entry, raw)) return { raw, template }
    }
    return undefined
  }
  const readingOf = (entry: Placed, key: Key): Reading => {
    const { raw, template } = found(entry, key) ?? {}
    const pointer = template && filled(template.parts, places, key)
    return pointer === undefined ? {} : { pointer, raw }
  }
  const read = (entry: Input, key: Key): number | readonly number[] => {
    const { raw, template } = found(entry, key) ?? {}
    if (!template) return entry.otherwise
    const span = { baseYear: scenario.baseYear, length: lengths[entry.axis as keyof typeof lengths] ?? 1 }
    return readAs(entry, { raw, wanted: template.equals && (filled(template.equals, places, key) ?? '') }, span)
  }
  const common = commonOf(scenario)
  const laws = lawsOf({ year: scenario.baseYear, norm: scenario.norm }, lengths.waste)
  const lawOf = (law: string, t: number) => lawInForce(law, { year: scenario.baseYear + t, norm: scenario.norm })
  return {
    populations,
    readingOf,
    lawOf,
    binding: {
      space: spaceOf(places),
      formulaOf: (entry, key) => {
        const { raw } = readingOf(entry, key)
        return typeof raw === 'string' ? writtenFormula(entry, raw) : undefined
      },
      lengths,
      read: (entry, key, row) => {
        if (entry.type === 'input') {
          if (row === undefined || !isShared(entry)) return read(entry, key)
          const rows = rowsRead(common, entry)
          rows[row] ??= read(entry, key)
          return rows[row]
        }
        if (entry.type === 'given') return givenValue(givens, entry.key, key)
        return laws(entry.law)
      },
    },
  }
}

type Values = number | readonly number[]
const readBefore = new WeakMap<Places['scenario'], Map<Input, Values[]>>()

/** What all alternatives of a scenario read alike, by row: the first of them reads it. */
function rowsRead(scenario: Places['scenario'], entry: Input): Values[] {
  let entries = readBefore.get(scenario)
  if (!entries) {
    entries = new Map()
    readBefore.set(scenario, entries)
  }
  let rows = entries.get(entry)
  if (!rows) {
    rows = []
    entries.set(entry, rows)
  }
  return rows
}

/**
 * The tree of a formula that a scenario gives for an open line: over the lines it may read, and the months of the year.
 * @throws FormulaError or BookError with a Spanish sentence.
 */
export function writtenFormula(entry: Open, text: string): Expr {
  const known = written.get(entry) ?? new Map<string, Expr>()
  written.set(entry, known)
  let formula = known.get(text)
  if (!formula) {
    const scope = new Map<string, Entry>([...entry.of(), monthsPerYear, daysPerYear, oneYear].map((e) => [e.id, e]))
    formula = parseFormula(text, scope)
    checkShape(entry, formula, axes)
    if (known.size >= formulasKept) known.clear()
    known.set(text, formula)
  }
  return formula
}

/** Trees of formulas read lately: alternatives and variants of a plan share them. */
const written = new WeakMap<Open, Map<string, Expr>>()
const formulasKept = 100

function givenValue(givens: ReturnType<typeof givensOf>['givens'], name: string, key: Key): number | readonly number[] {
  const given = givens[name]
  if (!given) throw new Error(`nadie da el valor de «${name}»`)
  return given(key)
}

/** The value in force on 31 December of the year; before the norm, its earliest value. */
function lawInForce(law: string, at: { year: number; norm: Places['scenario']['norm'] }): LawValue | undefined {
  if (!isLawId(law)) throw new Error(`no hay parámetro legal «${law}»`)
  return findLaw(law, at.year, at.norm) ?? lawParameters[law].values[0]
}

const lawsRead = new Map<string, Map<string, readonly number[]>>()
/** Norms and years of many plans must not pile up. */
const lawsKept = 20

/** Legal values by year, from the base year on; plans of the same norm and years share them. */
function lawsOf(at: { year: number; norm: Places['scenario']['norm'] }, length: number) {
  const key = `${at.year} ${at.norm} ${length}`
  const known = lawsRead.get(key) ?? new Map<string, readonly number[]>()
  if (lawsRead.size >= lawsKept) lawsRead.clear()
  lawsRead.set(key, known)
  return (law: string): readonly number[] => {
    let values = known.get(law)
    if (!values) {
      values = Array.from({ length }, (_, t) => Number(lawInForce(law, { ...at, year: at.year + t })?.value))
      known.set(law, values)
    }
    return values
  }
}

function readAs(
  entry: Input,
  given: { raw: unknown; wanted: string | undefined },
  span: { baseYear: number; length: number },
): number | readonly number[] {
  const { raw, wanted } = given
  switch (entry.form) {
    case 'flag':
      return Number(wanted === undefined ? raw === true : String(raw) === wanted)
    case 'number':
      return raw as number
    case 'path':
      return typeof raw === 'number' ? raw : expandPath(raw as Path, span, 'hold')
    case 'flow':
      return typeof raw === 'number' ? raw : expandPath(raw as Path, span, 'zero')
    case 'years':
      return yearlyAmounts(raw, span)
  }
}

/** Amounts by year in any of their forms: {year: amount}, {year, amount}, a list of such, {values, from}. */
function yearlyAmounts(raw: unknown, span: { baseYear: number; length: number }): number[] {
  const years = new Array<number>(span.length).fill(0)
  const add = (year: number, amount: number): void => {
    const t = year - span.baseYear
    if (t >= 0 && t < span.length) years[t] = (years[t] as number) + amount
  }
  const one = (given: object): void => {
    if ('values' in given && 'from' in given)
      (given.values as number[]).forEach((v, i) => void add((given.from as number) + i, v))
    else if ('year' in given && 'amount' in given) add(given.year as number, given.amount as number)
    else for (const [year, amount] of Object.entries(given)) add(Number(year), amount as number)
  }
  if (Array.isArray(raw)) raw.forEach(one)
  else one(raw as object)
  return years
}
