import { z } from 'zod'

/** The names of a study's options. */
export const namesOf = (options: z.ZodObject): string[] => Object.keys(options.shape)

/** The parameters of an address: those that the study has, and its options as text. */
export function queryOf(own: unknown, options: z.ZodObject, asked: readonly string[]): z.ZodObject {
  const shape = own instanceof z.ZodObject ? (own.shape as Record<string, z.ZodType>) : {}
  const texts = asked
    .filter((name) => !Object.hasOwn(shape, name))
    .map((name): [string, z.ZodType] => {
      const about = (options.shape[name] as z.ZodType).description
      const text = z.string().max(2000).optional()
      return [name, about === undefined ? text : text.describe(about)]
    })
  return z.strictObject({ ...Object.fromEntries(texts), ...shape })
}

/** An option out of its text: as it stands, as JSON, or as pairs like `userClass=stratum1,zone=urban`. */
export function fromText(options: z.ZodObject, name: string, text: unknown): unknown {
  const schema = options.shape[name] as z.ZodType
  if (typeof text !== 'string' || schema.safeParse(text).success) return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    const pairs = text.split(',').map((pair) => pair.split('='))
    return pairs.every((pair) => pair.length === 2) ? Object.fromEntries(pairs) : text
  }
}
