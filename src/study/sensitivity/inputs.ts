import { isObject } from '../../scenario/fields.ts'
import type { Path } from '../../scenario/path.ts'
import { expandPath } from '../../scenario/path.ts'
import { getPointer, ownMember, pointerTokens } from '../../scenario/pointer.ts'
import type { Problem } from '../../scenario/problem.ts'
import { echo } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { studyProblems } from '../../text/studies/sensitivity.ts'
import type { Sentence } from '../../text/viability.ts'
import { limitsAt } from './limits.ts'

/** One or more numeric inputs of a scenario that a study moves together. */
export interface Driver {
  /** The pointer of a single input, else the name of the group. */
  readonly id: string
  readonly pointers: readonly string[]
  readonly label: Sentence
  /** Where set, a share of 1 adds this much instead of doubling the value: for what may stand at zero. */
  readonly step?: number
}

/** A share of the value as it stands (−0.1 is a tenth less), or a value in its place. */
export type Change = { readonly share: number } | { readonly value: number }

/** A driver as it is asked for. */
export interface DriverAsked {
  readonly pointer?: string | undefined
  readonly pointers?: readonly string[] | undefined
  readonly label?: string | undefined
  readonly step?: number | undefined
}

type Form = 'number' | 'path' | 'years' | 'amount' | 'amounts'

/** What kind of number stands there: a number, a Path, sums by year, an amount in a year or a list of them. */
function formOf(value: unknown): Form | undefined {
  if (typeof value === 'number') return 'number'
  if (Array.isArray(value)) return value.length > 0 && value.every(isAmount) ? 'amounts' : undefined
  if (!isObject(value)) return undefined
  if (isAmount(value)) return 'amount'
  if (isPath(value)) return 'path'
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => /^\d{4}$/u.test(key) && typeof value[key] === 'number')
    ? 'years'
    : undefined
}

const isAmount = (value: unknown): value is { year: number; amount: number } =>
  isObject(value) && typeof value.year === 'number' && typeof value.amount === 'number'

function isPath(value: unknown): value is Path {
  if (typeof value === 'number') return true
  if (!isObject(value)) return false
  if (isObject(value.points)) return Object.values(value.points).every((x) => typeof x === 'number')
  if (typeof value.start === 'number') return isPath(value.growth)
  return Array.isArray(value.values) && typeof value.from === 'number' && value.values.every(Number.isFinite)
}

/** The drivers asked for, or every problem of them: `pointer-missing`, `pointer-not-numeric`. */
export function readDrivers(
  scenario: Scenario,
  asked: readonly DriverAsked[],
  at: string,
): { drivers: Driver[]; problems: Problem[] } {
  const problems: Problem[] = []
  const drivers = asked.map(({ pointer, pointers, label, step }, place): Driver => {
    const all = pointers ?? (pointer === undefined ? [] : [pointer])
    const own = pointers === undefined ? '/pointer' : undefined
    if (all.length === 0) problems.push(refusal(`${at}/${place}`, 'pointer-missing', studyProblems.pointersNone))
    for (const [i, each] of all.entries()) {
      const found = pointerProblem(scenario, each, `${at}/${place}${own ?? `/pointers/${i}`}`)
      if (found) problems.push(found)
    }
    const id = label ?? all.join(' ')
    return { id, pointers: all, label: { es: id, en: id }, ...(step === undefined ? {} : { step }) }
  })
  return { drivers, problems }
}

function pointerProblem(scenario: Scenario, pointer: string, at: string): Problem | undefined {
  const value = getPointer(scenario, pointer)
  if (value === undefined) return refusal(at, 'pointer-missing', studyProblems.pointerMissing(pointer), pointer)
  if (formOf(value) === undefined)
    return refusal(at, 'pointer-not-numeric', studyProblems.pointerNotNumeric(pointer), pointer)
  return undefined
}

/** A problem of a study's question. */
export function refusal(pointer: string, code: string, words: Sentence, received?: unknown): Problem {
  return { pointer, code, es: words.es, en: words.en, ...(received === undefined ? {} : { received: echo(received) }) }
}

/** The number a single input stands at: a Path in the base year, sums added up; null for several inputs together. */
export function standingValue(scenario: Scenario, { pointers }: Driver): number | null {
  const [only, ...more] = pointers
  const value = only === undefined || more.length > 0 ? undefined : getPointer(scenario, only)
  switch (formOf(value)) {
    case 'number':
    case 'path':
      return expandPath(value as Path, { baseYear: scenario.baseYear, length: 1 }, 'hold')[0] ?? null
    case 'years':
      return Object.values(value as Record<string, number>).reduce((a, b) => a + b, 0)
    case 'amount':
      return (value as { amount: number }).amount
    case 'amounts':
      return (value as { amount: number }[]).reduce((a, b) => a + b.amount, 0)
    default:
      return null
  }
}

/** A scenario with a driver moved, and whether a limit of the document held it back. */
export interface Moved {
  readonly scenario: Scenario
  readonly limited: boolean
}

/** Moves every input of a driver; each stays inside the limits of its own place (a share in 0..1). */
export function moved(scenario: Scenario, driver: Driver, change: Change): Moved {
  let limited = false
  let document: unknown = scenario
  for (const pointer of driver.pointers) {
    const before = getPointer(scenario, pointer)
    const after = changedValue({ scenario, pointer, value: before }, wish(driver, change), () => {
      limited = true
    })
    document = withValue(document, pointerTokens(pointer) ?? [], after)
  }
  return { scenario: document as Scenario, limited }
}

/** What a value of a driver becomes; `scenario` gives the years. */
export const movedValue = (place: Place, driver: Driver, change: Change): unknown =>
  changedValue(place, wish(driver, change), () => {})

/** How one number changes, and whether all of a Path may be changed through its first value. */
interface Wish {
  readonly of: (x: number) => number
  readonly scaling: boolean
}

function wish({ step }: Driver, change: Change): Wish {
  if ('value' in change) return { of: () => change.value, scaling: false }
  if (step !== undefined) return { of: (x) => x + change.share * step, scaling: false }
  return { of: (x) => x * (1 + change.share), scaling: true }
}

interface Place {
  readonly scenario: Scenario
  readonly pointer: string
  readonly value: unknown
}

function changedValue({ scenario, pointer, value }: Place, { of, scaling }: Wish, onLimit: () => void): unknown {
  const inside = (x: number, at: string): number => {
    const { min, max, whole } = limitsAt(at)
    const wanted = of(x)
    const kept = Math.min(max, Math.max(min, wanted))
    if (kept !== wanted) onLimit()
    return whole ? Math.round(kept) : kept
  }
  const amount = (a: { year: number; amount: number }, at: string) => ({
    ...a,
    amount: inside(a.amount, `${at}/amount`),
  })
  switch (formOf(value)) {
    case 'years': {
      const sums = Object.entries(value as Record<string, number>)
      return Object.fromEntries(sums.map(([year, x]) => [year, inside(x, `${pointer}/${year}`)]))
    }
    case 'amount':
      return amount(value as { year: number; amount: number }, pointer)
    case 'amounts':
      return (value as { year: number; amount: number }[]).map((a, i) => amount(a, `${pointer}/${i}`))
    default:
      return changedPath({ scenario, pointer, path: value as Path }, { inside, scaling })
  }
}

interface PathPlace {
  readonly scenario: Scenario
  readonly pointer: string
  readonly path: Path
}

function changedPath(
  { scenario, pointer, path }: PathPlace,
  { inside, scaling }: { inside: (x: number, at: string) => number; scaling: boolean },
): Path {
  if (typeof path === 'number') return inside(path, pointer)
  if ('points' in path) {
    const points = Object.entries(path.points).map(([year, x]) => [year, inside(x, `${pointer}/points/${year}`)])
    return { ...path, points: Object.fromEntries(points) }
  }
  if ('values' in path) return { ...path, values: path.values.map((x, i) => inside(x, `${pointer}/values/${i}`)) }
  const { baseYear, horizon } = scenario
  const years = expandPath(path, { baseYear, length: horizon.waste + 1 }, 'hold')
  const kept = years.map((x) => inside(x, `${pointer}/start`))
  // a growth that no limit cuts keeps its form; else every year is written out
  if (!scaling || !sameGrowth(years, kept)) return { values: kept, from: baseYear }
  return { ...path, start: kept[0] as number }
}

function sameGrowth(before: readonly number[], after: readonly number[]): boolean {
  const [a = 0] = before
  const [b = 0] = after
  return before.every((x, t) => Math.abs(x * b - (after[t] as number) * a) <= 1e-9 * Math.abs(x * b))
}

/** A copy of a document with the value at a place replaced; what it does not touch is shared. */
export function withValue(document: unknown, [token, ...rest]: readonly string[], value: unknown): unknown {
  if (token === undefined) return value
  const member = withValue(ownMember(document, token), rest, value)
  if (Array.isArray(document)) return document.map((item, i) => (String(i) === token ? member : item))
  return { ...(document as object), [token]: member }
}
