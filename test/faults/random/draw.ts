import fc, { type GeneratorValue } from 'fast-check'

export type Json = { [key: string]: unknown }
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const number = (value: unknown, other: number): number => (typeof value === 'number' ? value : other)

/** Draws values of a JSON Schema (2020-12, as far as the contract uses it). */
export class Drawer {
  private readonly g: GeneratorValue
  private readonly schemas: Json

  constructor(g: GeneratorValue, schemas: Json) {
    this.g = g
    this.schemas = schemas
  }

  /** One of some values. */
  oneOf<Value>(values: readonly Value[]): Value {
    return values[this.whole(0, values.length - 1)] as Value
  }

  whole(least: number, most: number): number {
    return this.g(fc.integer, { min: least, max: most })
  }

  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent
  }

  /** Anything that JSON can say, often at the edge of what programs bear. */
  odd(): unknown {
    if (this.chance(50)) return this.oneOf<unknown>(oddities)
    return this.g(fc.jsonValue, { maxDepth: 2 })
  }

  /** A value that a schema allows. */
  value(given: unknown, depth = 0): unknown {
    const schema = this.resolved(given)
    if (schema === undefined || given === true) return this.odd()
    if ('const' in schema) return schema.const
    const several = list(schema.anyOf ?? schema.oneOf)
    if (several.length > 0) return this.value(depth > 6 ? several.at(-1) : this.oneOf(several), depth + 1)
    if (Array.isArray(schema.enum)) return this.oneOf(schema.enum)
    if (Array.isArray(schema.allOf)) return this.value(schema.allOf[0], depth + 1)
    const type = Array.isArray(schema.type) ? this.oneOf(schema.type) : schema.type
    if (type === 'string') return this.text(schema)
    if (type === 'integer' || type === 'number') return this.figure(schema, type)
    if (type === 'boolean') return this.chance(50)
    if (type === 'null') return null
    if (type === 'array') return this.items(schema, depth)
    if (type === 'object' || 'properties' in schema) return this.members(schema, depth)
    return this.odd()
  }

  private resolved(given: unknown): Json | undefined {
    if (!isObject(given)) return undefined
    const name = typeof given.$ref === 'string' ? given.$ref.split('/').at(-1) : undefined
    return name === undefined ? given : this.resolved(this.schemas[name])
  }

  private text(schema: Json): string {
    const least = number(schema.minLength, 0)
    const most = Math.min(number(schema.maxLength, 20), least + 20)
    if (typeof schema.pattern === 'string' && this.chance(80)) {
      try {
        return this.g(() => matching(String(schema.pattern)))
      } catch {
        // A pattern that the library cannot draw from: any text then.
      }
    }
    const text = this.chance(50) ? this.g(() => anyText) : this.g(() => properText)
    return text.slice(0, this.whole(least, most)).padEnd(least, 'a')
  }

  private figure(schema: Json, type: 'integer' | 'number'): number {
    const least = number(schema.minimum ?? schema.exclusiveMinimum, -1e6)
    const most = Math.max(least, Math.min(number(schema.maximum ?? schema.exclusiveMaximum, 1e6), least + 2e6))
    if (type === 'integer') return this.whole(Math.ceil(least), Math.max(Math.ceil(least), Math.floor(most)))
    return this.g(fc.double, { min: least, max: most, noNaN: true, noDefaultInfinity: true })
  }

  private items(schema: Json, depth: number): unknown[] {
    const least = number(schema.minItems, 0)
    const most = Math.max(least, Math.min(number(schema.maxItems, 3), depth > 5 ? 0 : 3))
    const first = list(schema.prefixItems)
    const rest = schema.items
    return Array.from({ length: Math.max(first.length, this.whole(least, most)) }, (_, i) =>
      this.value(first[i] ?? rest, depth + 1),
    )
  }

  private members(schema: Json, depth: number): Json {
    const required = new Set(list(schema.required))
    const properties = isObject(schema.properties) ? schema.properties : {}
    const wanted = Object.entries(properties).filter(([key]) => required.has(key) || this.chance(depth > 4 ? 5 : 40))
    const made: Json = Object.fromEntries(wanted.map(([key, inner]) => [key, this.value(inner, depth + 1)]))
    if (isObject(schema.additionalProperties) && depth < 6) {
      for (let i = this.whole(0, 2); i > 0; i -= 1) {
        const key = isObject(schema.propertyNames) ? this.value(schema.propertyNames, depth + 1) : this.text({})
        made[String(key)] = this.value(schema.additionalProperties, depth + 1)
      }
    }
    return made
  }

  /** A copy in which some values are others, missing or too many. */
  mutated(value: unknown): unknown {
    const copy = structuredClone(value)
    for (let i = this.whole(1, 3); i > 0; i -= 1) this.mutate(copy)
    return this.chance(3) ? this.odd() : copy
  }

  private mutate(value: unknown): void {
    let holder = value
    for (;;) {
      if (typeof holder !== 'object' || holder === null) return
      const of = holder as Json
      const keys = Object.keys(of)
      if (keys.length === 0) return
      const key = this.oneOf(keys)
      const inner = of[key]
      if (typeof inner === 'object' && inner !== null && this.chance(75)) {
        holder = inner
        continue
      }
      if (this.chance(25)) delete of[key]
      else if (this.chance(20)) of[`${key}Otro`] = inner
      else of[key] = this.odd()
      return
    }
  }
}

// Made once: each of them is a table of all characters.
const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const properText = fc.string({ unit: 'grapheme', maxLength: 60 })
const byPattern = new Map<string, fc.Arbitrary<string>>()

function matching(pattern: string): fc.Arbitrary<string> {
  const made = byPattern.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'))
  byPattern.set(pattern, made)
  return made
}

const oddities: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1, 2, 0.5, 1e308, -1e308, 5e-324, 2 ** 53, -(2 ** 31), 2025.5],
  ...['', ' ', '\u0000', '\ud800', '../..', '%00', "'; drop table scenarios; --", '__proto__', 'constructor', 'ñ'],
  ...['x'.repeat(5000), '1e999', 'NaN', '=1+1', '2026-02-30', '2025'],
  ...[[], {}, [[]], [null], { a: { b: { c: [] } } }, { constructor: { prototype: 1 } }],
]
