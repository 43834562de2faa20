import { pointerTokens } from '../../../scenario/pointer.ts'
import type { Locale } from '../../../text/numbers.ts'
import { chapterWords } from '../../../text/web/chapter.ts'
import { choiceOf } from '../../../text/web/chapter-choices.ts'
import type { Document, NumeralFilling } from '../state/api.ts'
import { toPercent, writeNumber } from './number.ts'
import type { Node } from './schema.ts'
import { resolved, spelled, termsOf } from './schema.ts'
import { shapeOf } from './years/path-editor.tsx'
import { yearAmountsOf } from './years/year-amounts.tsx'

export const keyOf = (pointer: string): string => pointerTokens(pointer)?.at(-1) ?? ''

/** The field's name: the resolution's Spanish term, or its plain English. */
export function nameOf(node: Node, pointer: string, locale: Locale): string {
  const key = keyOf(pointer)
  const { term } = termsOf(node)
  const read = choiceOf(key === 'thresholds' ? 'criterion' : 'class', key, locale)
  if (locale === 'es') return term === '' ? (read === key ? spelled(key) : read) : term
  return read === key ? spelled(key) : read
}

/** What holds where the field is empty, in words; '' where nothing does. */
export function defaultOf(node: Node, pointer: string, locale: Locale): string {
  const words = chapterWords[locale]
  const { note, share, unit } = termsOf(node)
  const given = resolved(node).default
  if (typeof given === 'number') {
    const text = writeNumber(share ? toPercent(given) : given, locale, 'always')
    return words.default(share ? `${text} %` : unit === '' ? text : text)
  }
  if (typeof given === 'boolean') return words.default(given ? words.yes : words.no)
  if (typeof given === 'string') return words.default(choiceOf(keyOf(pointer), given, locale))
  return locale === 'es' ? note : ''
}

interface Source {
  readonly pointer: string
  readonly status: string
  readonly source: string
}

/** The source that the plan gives for a place: the nearest one above it. */
export function sourceOf(document: Document, pointer: string): Source | undefined {
  const sources = Array.isArray(document.sources) ? (document.sources as Source[]) : []
  return sources
    .filter((one) => one.pointer === pointer || pointer.startsWith(`${one.pointer}/`) || one.pointer === '')
    .sort((a, b) => b.pointer.length - a.pointer.length)[0]
}

/** Numerals that ask for the place: those of its description, else those whose places hold it. */
export function numeralsOf(node: Node, pointer: string, numerals: readonly NumeralFilling[]): string {
  const own = termsOf(node).numerals
  if (own !== '') return own
  const holds = (place: string): boolean => pointer === place || pointer.startsWith(`${place}/`)
  return numerals
    .filter(({ filled, missing }) => [...filled, ...missing].some(holds))
    .map(({ numeral }) => numeral)
    .slice(0, 3)
    .join(', ')
}

/** A value over time on one line. */
export function pathText(value: unknown, share: boolean, locale: Locale): string {
  const words = chapterWords[locale].path
  const written = (one: unknown, percent: boolean): string =>
    typeof one === 'number'
      ? `${writeNumber(percent ? toPercent(one) : one, locale, 'always')}${percent ? ' %' : ''}`
      : pathText(one, percent, locale)
  if (typeof value === 'number') return written(value, share)
  const [once, ...others] = yearAmountsOf(value) ?? []
  if (once !== undefined) {
    return others.length === 0
      ? words.once(String(once.year), written(once.amount, share))
      : words.times(others.length + 1)
  }
  const {
    start,
    growth,
    points = {},
    values = [],
  } = (value ?? {}) as {
    start?: unknown
    growth?: unknown
    points?: object
    values?: readonly unknown[]
  }
  const shape = shapeOf(value)
  if (shape === 'growth') return words.growth(written(start, share), written(growth, true))
  return shape === 'points' ? words.points(Object.keys(points).length) : words.values(values.length)
}
