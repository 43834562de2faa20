import { z } from 'zod'
import { group, name, number, text } from '../../../../scenario/fields.ts'
import type { Locale } from '../../../../text/numbers.ts'
import type { Sentence } from '../../../../text/viability.ts'

/** The same value with every sentence in one language. */
export type Told<T> = T extends Sentence
  ? string
  : T extends (infer U)[]
    ? Told<U>[]
    : T extends readonly (infer U)[]
      ? readonly Told<U>[]
      : T extends object
        ? { [K in keyof T]: Told<T[K]> }
        : T

const isSentence = (value: object): value is Sentence =>
  Object.keys(value).length === 2 && 'es' in value && 'en' in value

/** Puts every sentence of an answer in one language. */
export function told<T>(value: T, locale: Locale): Told<T> {
  return inLanguage(value, locale) as Told<T>
}

function inLanguage(value: unknown, locale: Locale): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, locale))
  if (isSentence(value)) return value[locale]
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inLanguage(member, locale)]))
}

const pointer = text(500)

/** An input, or several that move together. */
export const driverFields = {
  pointer: pointer.optional().describe('puntero JSON de un dato: /economy/discountRate'),
  pointers: z.array(pointer).min(1).max(500).optional().describe('varios datos que se mueven juntos'),
  label: name.optional().describe('nombre del dato en la respuesta'),
  step: number({ min: -1e15, max: 1e15 }).optional().describe('lo que suma una proporción de 1, en vez de duplicar'),
}
export const driver = group(driverFields)

export const figureName = text(300).describe(
  'cifra (planNpv), criterio (coverage), viable, test:cash, o renglón:año:llaves (userTariff:2030:userClass=stratum1)',
)

export const value = z.number().nullable()
export const values = z.record(z.string(), value).readonly()
export const shares = z.record(z.string(), z.number()).readonly()
export const ids = z.array(z.string()).readonly()
export const figureSchema = z.strictObject({ id: z.string(), unit: z.string(), label: z.string() })
export const heading = { id: z.string(), pointers: ids, label: z.string() }
