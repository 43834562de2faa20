import { isObject } from '../../../scenario/fields.ts'
import { scenarioJsonSchema } from '../../../scenario/json-schema.ts'
import { pointerTokens } from '../../../scenario/pointer.ts'

type Schema = Readonly<Record<string, unknown>>

let known: Schema | undefined
const root = (): Schema => {
  known ??= scenarioJsonSchema() as Schema
  return known
}

/** What the schema says of a place of the document: its words, its choices, and its default. */
export interface FieldWords {
  readonly description: string
  readonly choices: readonly string[]
  readonly required: boolean
}

const told = new Map<string, FieldWords>()
const mostTold = 20_000

/** The schema's own description of a field; places of lists share it. */
export function fieldWords(pointer: string): FieldWords {
  const shape = pointer.replace(/\/\d+(?=\/|$)/g, '/0')
  const found = told.get(shape)
  if (found !== undefined) return found
  const words = describe(pointerTokens(shape) ?? [])
  if (told.size >= mostTold) told.clear()
  told.set(shape, words)
  return words
}

function describe(tokens: readonly string[]): FieldWords {
  let here: readonly Schema[] = [root()]
  let required = false
  for (const token of tokens) {
    const forms = here.flatMap(formsOf)
    required = forms.some((f) => Array.isArray(f.required) && f.required.includes(token))
    here = forms.flatMap((form) => below(form, token))
  }
  const forms = here.flatMap(formsOf)
  const text = [...here, ...forms].map((f) => f.description).find((d) => typeof d === 'string')
  const choices = forms.flatMap((f) => (Array.isArray(f.enum) ? f.enum.map(String) : []))
  return { description: typeof text === 'string' ? text : '', choices, required }
}

/** A schema and all the forms it may take. */
function formsOf(schema: Schema): Schema[] {
  const { $ref } = schema
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? ''
    const target = $ref === '#' ? root() : isObject(root().$defs) ? (root().$defs as Schema)[name] : undefined
    return isObject(target) ? [schema, ...formsOf(target)] : [schema]
  }
  const options = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  return [schema, ...options.filter(isObject).flatMap(formsOf)]
}

function below(form: Schema, token: string): Schema[] {
  const { properties, additionalProperties, items } = form
  const own = isObject(properties) && Object.hasOwn(properties, token) ? properties[token] : undefined
  if (isObject(own)) return [own]
  if (/^\d+$/.test(token) && isObject(items)) return [items]
  return isObject(additionalProperties) ? [additionalProperties] : []
}
