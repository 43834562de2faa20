import { z } from 'zod'
import { type Bounds, bounds, choice, group, hasField, isObject, number, year, yearKey } from './fields.ts'

/** A value over time, in any of the four forms of the scenario document. */
export type Path =
  | number
  | { points: Record<string, number>; between?: 'linear' | 'step' | undefined }
  | { start: number; growth: Path }
  | { values: number[]; from: number }

export interface Span {
  baseYear: number
  length: number
}

const growing = new WeakMap<object, Bounds>()

/** Limits that a `{start, growth}` form read from a document must keep in every year; they depend on the horizon, so a rule checks them. */
export function growthLimits(value: object): Bounds | undefined {
  return growing.get(value)
}

/** Which form a value was meant to be: number, points, growth, list; −1 where none. */
export function pathForm(value: unknown): number {
  if (typeof value === 'number') return 0
  if (hasField(value, 'points')) return 1
  if (hasField(value, 'start', 'growth')) return 2
  if (hasField(value, 'values')) return 3
  if (hasField(value, 'between')) return 1
  return hasField(value, 'from') ? 3 : -1
}

const longest = 120

function pathSchema(limits: Bounds, schemaId: string): z.ZodType<Path, Path> {
  const value = number(limits)
  const points = group({
    points: z
      .record(yearKey, value)
      .refine((given) => Object.keys(given).length >= 1, { error: 'empty' })
      .refine((given) => Object.keys(given).length <= longest, { error: 'too-many-years' })
      .describe('valores por año calendario'),
    between: z.enum(['linear', 'step']).default('linear').describe('interpolación entre puntos: lineal o escalón'),
  })
  const grown = group({
    start: value.describe('valor en t = 0'),
    get growth(): z.ZodType<Path, Path> {
      return ratePath.describe('tasa de crecimiento; fracción anual')
    },
  })
    .check((context) => {
      growing.set(context.value, limits)
    })
    .meta({ id: `Growing${schemaId}` })
  const listed = group({
    values: z.array(value).min(1).max(longest).describe('un valor por año'),
    from: year.describe('año calendario del primer valor'),
  })
  return choice('path', [value, points, grown, listed], pathForm).meta({ id: schemaId })
}

export const ratePath: z.ZodType<Path, Path> = pathSchema(bounds.rate, 'RatePath')
/** Tasa de referencia de un crédito: bounded so that no convention can turn it into something endless. */
export const referenceRatePath = pathSchema({ min: -0.5, max: 2 }, 'ReferenceRatePath')
export const sharePath = pathSchema(bounds.share, 'SharePath')
export const moneyPath = pathSchema(bounds.money, 'MoneyPath')
export const quantityPath = pathSchema(bounds.quantity, 'QuantityPath')
export const factorPath = pathSchema(bounds.factor, 'FactorPath')

/** True where the value has the look of a Path (its numbers are not checked). */
export function isPathLike(value: unknown): boolean {
  return typeof value === 'number' || (isObject(value) && pathForm(value) > 0)
}

function expandPoints(path: { points: Record<string, number>; between?: 'linear' | 'step' | undefined }, span: Span) {
  const given = Object.entries(path.points)
    .map(([key, value]) => ({ year: Number(key), value }))
    .sort((a, b) => a.year - b.year)
  const first = given[0]!
  const last = given[given.length - 1]!
  return (at: number): number => {
    const calendar = span.baseYear + at
    if (calendar <= first.year) return first.value
    if (calendar >= last.year) return last.value
    const after = given.findIndex((point) => point.year > calendar)
    const low = given[after - 1]!
    const high = given[after]!
    if (path.between === 'step') return low.value
    return low.value + ((high.value - low.value) * (calendar - low.year)) / (high.year - low.year)
  }
}

/**
 * A Path as one number a year: index t is year baseYear + t.
 * `outside` says what stands before and after a list of values: zero for sums of money and tonnes, the end value held for all else.
 */
export function expandPath(path: Path, span: Span, outside: 'zero' | 'hold'): number[] {
  const years = Array.from({ length: span.length }, (_, at) => at)
  if (typeof path === 'number') return years.map(() => path)
  if ('points' in path) return years.map(expandPoints(path, span))
  if ('start' in path) {
    const rates = expandPath(path.growth, span, 'hold')
    let value = path.start
    return rates.map((rate, at) => {
      if (at > 0) value *= 1 + rate
      return value
    })
  }
  const { values, from } = path
  return years.map((at) => {
    const place = span.baseYear + at - from
    if (place >= 0 && place < values.length) return values[place]!
    if (outside === 'zero') return 0
    return place < 0 ? values[0]! : values[values.length - 1]!
  })
}
