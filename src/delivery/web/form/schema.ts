import { useEffect } from 'preact/hooks'
import { call } from '../state/api.ts'
import { createStore, useStore } from '../state/store.ts'

/** A node of the scenario's JSON Schema, as far as a form needs it. */
export interface Node {
  readonly $ref?: string
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly additionalProperties?: boolean | Node
  readonly required?: readonly string[]
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly default?: unknown
  readonly anyOf?: readonly Node[]
}
interface Schema extends Node {
  readonly $defs: Readonly<Record<string, Node>>
}

export type Kind =
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'choice'
  | 'path'
  | 'object'
  | 'record'
  | 'list'
  | 'either'
  | 'any'

const schemaStore = createStore<Schema | undefined>(undefined)
let asked = false

async function ask(): Promise<void> {
  if (asked) return
  asked = true
  try {
    schemaStore.set((await (await call('/v1/schemas/scenario')).json()) as Schema)
  } catch {
    asked = false
    setTimeout(() => void ask(), 3000)
  }
}

/** The scenario's schema, undefined until it has come. */
export function useSchema(): Node | undefined {
  useEffect(() => void ask(), [])
  return useStore(schemaStore)
}

/** A node with what its reference names put in; words of the place win over those of the definition. */
export function resolved(node: Node): Node {
  const name = node.$ref?.slice('#/$defs/'.length)
  const named = name === undefined ? undefined : schemaStore.get()?.$defs[name]
  if (named === undefined) return node
  const { $ref: _, ...own } = node
  return { ...resolved(named), ...own }
}

const isPath = ({ anyOf = [] }: Node): boolean =>
  anyOf.some(({ type }) => type === 'number') && anyOf.some((one) => resolved(one).properties?.points !== undefined)

export function kindOf(raw: Node): Kind {
  const node = resolved(raw)
  if (node.enum !== undefined && node.type === 'string') return 'choice'
  if (isPath(node)) return 'path'
  if (node.anyOf !== undefined) return 'either'
  if (node.type === 'array') return 'list'
  if (node.type === 'object') return node.properties === undefined ? 'record' : 'object'
  if (node.type === 'string') return 'text'
  return node.type === 'number' || node.type === 'integer' || node.type === 'boolean' ? node.type : 'any'
}

/** Whether a plain number may stand there, among other shapes. */
export function takesNumber(raw: Node): boolean {
  const kind = kindOf(raw)
  if (kind === 'number' || kind === 'integer' || kind === 'path') return true
  return kind === 'either' && (resolved(raw).anyOf ?? []).some(takesNumber)
}

/** The node one step further down; either branch of a choice may know the step. */
export function stepInto(raw: Node, token: string): Node | undefined {
  const node = resolved(raw)
  const own = node.properties?.[token] ?? (/^(\d+|-)$/.test(token) ? node.items : undefined)
  if (own !== undefined) return own
  if (typeof node.additionalProperties === 'object') return node.additionalProperties
  for (const branch of node.anyOf ?? []) {
    const found = stepInto(branch, token)
    if (found !== undefined) return found
  }
  return undefined
}

export function nodeAt(schema: Node, tokens: readonly string[]): Node | undefined {
  let node: Node | undefined = schema
  for (const token of tokens) node = node === undefined ? undefined : stepInto(node, token)
  return node
}

export interface Term {
  /** The Spanish term of the resolution. */
  readonly term: string
  readonly unit: string
  /** What holds where the field is left empty, in words. */
  readonly note: string
  readonly numerals: string
  readonly share: boolean
}

/** Descriptions of the schema read «término [numeral]; unidad; si falta, …». */
export function termsOf(raw: Node): Term {
  const text = resolved(raw).description ?? ''
  const numerals = [...text.matchAll(/\[([^\]]*)\]/g)].map(([, found = '']) => found).join(', ')
  const [term = '', ...rest] = text
    .replaceAll(/\s*\[[^\]]*\]/g, '')
    .split(';')
    .map((part) => part.trim())
  const isNote = (part: string): boolean => /^(si falta|nominal|AAAA)/.test(part)
  const unit = rest.find((part) => !isNote(part)) ?? ''
  const share = /^fracci/.test(unit) && !/suman/.test(unit)
  const note = rest.filter(isNote).join('; ')
  return {
    term: term.charAt(0).toUpperCase() + term.slice(1),
    unit: share ? shareUnit(unit) : unit,
    note,
    numerals,
    share,
  }
}

const shareUnit = (unit: string): string => unit.replace(/^fracción/, '%').replace(/^% del/, '% del')

/** `discountRate` → "Discount rate", for the English page. */
export function spelled(key: string): string {
  const words = key.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
