import { type ProblemCode, problemTexts } from '../text/problems.ts'

/** A rule that the scenario breaks: where, which, in words, and what was received. */
export interface Problem {
  pointer: string
  code: string
  es: string
  en: string
  received?: unknown
}

export interface ProblemPlace {
  pointer: string
  received?: unknown
}

const longestText = 200
const longestList = 20

/** What may be echoed of a received value: short, and always writable as JSON. */
export function echo(value: unknown): unknown {
  if (typeof value === 'string') return value.length > longestText ? `${value.slice(0, longestText)}…` : value
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (Array.isArray(value)) {
    const short = value.length <= longestList && value.every((item) => typeof item !== 'object' || item === null)
    return short ? value.map(echo) : `[${value.length}]`
  }
  if (typeof value === 'object') return `{${Object.keys(value).slice(0, longestList).join(', ')}}`.slice(0, longestText)
  return typeof value
}

/** A problem with its sentences; the arguments are those of the code's own text. */
export function problem<C extends ProblemCode>(
  code: C,
  place: ProblemPlace,
  ...facts: Parameters<(typeof problemTexts)[C]>
): Problem {
  const write = problemTexts[code] as (...given: Parameters<(typeof problemTexts)[C]>) => { es: string; en: string }
  const words = write(...facts)
  const found: Problem = { pointer: place.pointer, code, es: words.es, en: words.en }
  if (place.received !== undefined) found.received = echo(place.received)
  return found
}
