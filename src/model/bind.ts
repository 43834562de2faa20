import type { Entry, Expr, Given, Input, Open } from '../formula/entry.ts'
import { parseFormula } from '../formula/eq.ts'
import { checkShape } from '../formula/order.ts'
import type { Binding } from '../formula/run.ts'
import type { LawValue } from '../law/parameter.ts'
import { findLaw, isLawId, lawParameters } from '../law/parameter.ts'
import type { Path } from '../scenario/path.ts'
import { expandPath, isPathLike } from '../scenario/path.ts'
import { getPointer } from '../scenario/pointer.ts'
import type { PopulationChoice } from './1-projections/population-choice.ts'
import { daysPerYear, monthsPerYear, oneYear } from './constants.ts'
import { axes } from './dimensions.ts'
import { givensOf } from './givens.ts'
import type { Key, Places } from './places.ts'
import { spaceOf } from './space.ts'

/** Where a value of the scenario was read, or what stood in for it. */
export interface Reading {
  readonly pointer?: string
  readonly raw?: unknown
}

/** A book's binding to one alternative, and how to say where each input comes from. */
export interface Bound {
  readonly binding: Binding
  readonly populations: readonly PopulationChoice[]
  readonly readingOf: (entry: Input | Given | Open, key: Key) => Reading
  readonly lawOf: (law: string, t: number) => LawValue | undefined
}

interface Template {
  readonly parts: readonly string[]
  readonly equals: string | undefined
}
const templates = new WeakMap<Input | Given | Open, readonly Template[]>()

/** `{item}/index={priceIndex}`: text and placeholders in turn; after `=` the value that makes a flag true. */
function templatesOf(entry: Input | Given | Open): readonly Template[] {
  let known = templates.get(entry)
  if (!known) {
    known = (entry.type === 'input' ? entry.at : entry.from).map((at) => {
      const [pointer = '', equals] = at.split('=')
      return { parts: pointer.split(/[{}]/u), equals }
    })
    templates.set(entry, known)
  }
  return known
}

function filled(parts: readonly string[], places: Places, key: Key): string | undefined {
  let text = ''
  for (let i = 0; i < parts.length; i += 1) {
    const part = i % 2 === 0 ? parts[i] : places.find(parts[i] as string, key)
    if (part === undefined) return undefined
    text += part
  }
  return text
}

/** A target for some municipalities stands where one for all would: what is not a value of the input's form is no value of it. */
function fits(entry: Input | Given | Open, raw: unknown): boolean {
  if (entry.type !== 'input') return true
  if (entry.form === 'path' || entry.form === 'flow') return isPathLike(raw)
  return entry.form !== 'number' || typeof raw === 'number'
}

/** Binds the book to an alternative: its space, its years, and every input read through its pointer. */
export function bind(places: Places): Bound {
  const { scenario } = places
  const { givens, populations } = givensOf(places)
  const lengths = { waste: scenario.horizon.waste + 1, financial: scenario.horizon.financial + 1 }
  const readingOf = (entry: Input | Given | Open, key: Key): Reading & { equals?: string | undefined } => {
    for (const { parts, equals } of templatesOf(entry)) {
      const pointer = filled(parts, places, key)
      const raw = pointer === undefined ? undefined : getPointer(scenario, pointer)
      if (pointer !== undefined && raw !== undefined && fits(entry, raw)) return { pointer, raw, equals }
    }
    return {}
  }
  const read = (entry: Input, key: Key): number | readonly number[] => {
    const { pointer, raw, equals } = readingOf(entry, key)
    if (pointer === undefined) return entry.otherwise
    const span = { baseYear: scenario.baseYear, length: lengths[entry.axis as keyof typeof lengths] ?? 1 }
    return readAs(entry, { raw, wanted: equals === undefined ? undefined : wantedValue(equals, places, key) }, span)
  }
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
      read: (entry, key) => {
        if (entry.type === 'input') return read(entry, key)
        if (entry.type === 'given') return givenValue(givens, entry.key, key)
        return Array.from({ length: lengths.waste }, (_, t) => Number(lawOf(entry.law, t)?.value))
      },
    },
  }
}

/**
 * The tree of a formula that a scenario gives for an open line: over the lines it may read, and the months of the year.
 * @throws FormulaError or BookError with a Spanish sentence.
 */
export function writtenFormula(entry: Open, text: string): Expr {
  const scope = new Map<string, Entry>([...entry.of(), monthsPerYear, daysPerYear, oneYear].map((e) => [e.id, e]))
  const formula = parseFormula(text, scope)
  checkShape(entry, formula, axes)
  return formula
}

function givenValue(givens: ReturnType<typeof givensOf>['givens'], name: string, key: Key): number | readonly number[] {
  const given = givens[name]
  if (!given) throw new Error(`nadie da el valor de «${name}»`)
  return given(key)
}

const wantedValue = (equals: string, places: Places, key: Key): string =>
  filled(equals.split(/[{}]/u), places, key) ?? ''

/** The value in force on 31 December of the year; before the norm, its earliest value. */
function lawInForce(law: string, at: { year: number; norm: Places['scenario']['norm'] }): LawValue | undefined {
  if (!isLawId(law)) throw new Error(`no hay parámetro legal «${law}»`)
  return findLaw(law, at.year, at.norm) ?? lawParameters[law].values[0]
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
      return expandPath(raw as Path, span, 'hold')
    case 'flow':
      return expandPath(raw as Path, span, 'zero')
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
