import { isObject } from '../../scenario/fields.ts'
import { scenarioJsonSchema } from '../../scenario/json-schema.ts'
import { ownMember, pointerTokens } from '../../scenario/pointer.ts'

/** Between which values a number of the document must lie, both included. */
export interface Limits {
  readonly min: number
  readonly max: number
  /** Only whole numbers. */
  readonly whole: boolean
}

/** How far inside a limit that is itself excluded. */
const within = 1e-9
const free: Limits = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, whole: false }

let known: unknown
const root = (): unknown => {
  known ??= scenarioJsonSchema()
  return known
}

const memo = new Map<string, Limits>()

/**
 * The limits that the document's own schema sets to the number at a pointer.
 *
 * Where several forms could stand there, the narrowest limits of those that take a number. Without any, no limits.
 */
export function limitsAt(pointer: string): Limits {
  const found = memo.get(pointer)
  if (found) return found
  let schemas = variantsOf(root())
  for (const token of pointerTokens(pointer) ?? []) schemas = schemas.flatMap((s) => membersOf(s, token))
  const numbers = schemas.filter((s) => s.type === 'number' || s.type === 'integer')
  const limits = numbers.reduce<Limits>(
    (a, s) => ({
      min: Math.max(a.min, numberOf(s.minimum, a.min), numberOf(s.exclusiveMinimum, a.min) + within),
      max: Math.min(a.max, numberOf(s.maximum, a.max), numberOf(s.exclusiveMaximum, a.max) - within),
      whole: a.whole || s.type === 'integer',
    }),
    free,
  )
  memo.set(pointer, limits)
  return limits
}

type Schema = Readonly<Record<string, unknown>>

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/** A schema with its references followed and its alternatives laid side by side. */
function variantsOf(schema: unknown): Schema[] {
  if (!isObject(schema)) return []
  const forms = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  const { $ref } = schema
  const referred = typeof $ref === 'string' && $ref.startsWith('#') ? [referredBy($ref.slice(1))] : []
  const [others, own] = [[...referred, ...forms], schema]
  return others.length > 0 ? others.flatMap(variantsOf) : [own]
}

function referredBy(pointer: string): unknown {
  return (pointerTokens(pointer) ?? []).reduce<unknown>((at, token) => ownMember(at, token), root())
}

function membersOf(schema: Schema, token: string): Schema[] {
  const property = ownMember(schema.properties, token)
  if (property !== undefined) return variantsOf(property)
  if (schema.type === 'array') return variantsOf(schema.items)
  return variantsOf(schema.additionalProperties)
}
