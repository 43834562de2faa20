import { getPointer } from '../../scenario/pointer.ts'
import type { Numeral } from './numerals.ts'
import { numerals } from './numerals.ts'

export type Filling = 'filled' | 'computed' | 'missing' | 'notApplicable'

/** How much of a numeral the document holds: what is there and what is missing, by pointer. */
export interface NumeralFilling {
  readonly numeral: string
  readonly es: string
  readonly en: string
  readonly status: Filling
  readonly filled: readonly string[]
  readonly missing: readonly string[]
}

/** Completitud del plan por numeral [5–14]: filled, computed, missing or not applicable, each with its pointers. */
export function completenessOf(document: unknown): NumeralFilling[] {
  return numerals.map((numeral) => fillingOf(document, numeral))
}

function fillingOf(document: unknown, { numeral, es, en, at, computed, text, onlyWith }: Numeral): NumeralFilling {
  const places = at.flatMap((pattern) => placesOf(document, pattern))
  const filled = places.filter((pointer) => isFilled(getPointer(document, pointer)))
  const missing = places.filter((pointer) => !filled.includes(pointer))
  const asked =
    onlyWith === undefined || placesOf(document, onlyWith).some((p) => getPointer(document, p) !== undefined)
  const status: Filling =
    text || !asked ? 'notApplicable' : missing.length > 0 ? 'missing' : computed ? 'computed' : 'filled'
  return { numeral, es, en, status, filled: text ? [] : filled, missing: text || !asked ? [] : missing }
}

/** An empty list, object or text is not filled. */
const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && (typeof value !== 'object' || Object.keys(value).length > 0)

/** The pointers that a pattern stands for; a list that is not there keeps its pattern, so that what is missing has a place. */
function placesOf(document: unknown, pattern: string): string[] {
  const star = pattern.indexOf('/*')
  if (star < 0) return [pattern]
  const [list, rest] = [pattern.slice(0, star), pattern.slice(star + 2)]
  const members = getPointer(document, list)
  if (!Array.isArray(members) || members.length === 0) return [list]
  return members.flatMap((_, i) => placesOf(document, `${list}/${i}${rest}`))
}
