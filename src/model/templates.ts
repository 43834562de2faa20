import type { Given, Input, Open } from '../formula/entry.ts'
import { getPointer, ownMember, pointerTokens } from '../scenario/pointer.ts'
import type { Key, Places } from './places.ts'
import { sharedPlaceholders } from './places.ts'
import { sharedDimensions } from './space.ts'

/** An entry that says where in the scenario it is read. */
export type Placed = Input | Given | Open

/** A pointer template: text and placeholders in turn; after `=` the value that makes a flag true. */
export interface Template {
  readonly parts: readonly string[]
  readonly equals: readonly string[] | undefined
  /** The placeholder that it begins with; what follows it is `rest`. */
  readonly base: string | undefined
  readonly rest: readonly string[]
  /** The steps of `rest` where it is a pointer without placeholders. */
  readonly steps: readonly string[] | undefined
}

const templates = new WeakMap<Placed, readonly Template[]>()

/** `{item}/index={priceIndex}` and the like: the places where an entry is read, the first first. */
export function templatesOf(entry: Placed): readonly Template[] {
  let known = templates.get(entry)
  if (!known) {
    known = (entry.type === 'input' ? entry.at : entry.from).map((at) => {
      const [pointer = '', equals] = at.split('=')
      const parts = pointer.split(/[{}]/u)
      const base = parts[0] === '' && parts.length > 1 ? parts[1] : undefined
      const rest = base === undefined ? parts : parts.slice(2)
      const steps = rest.length === 1 ? pointerTokens(rest[0] as string) : undefined
      return { parts, equals: equals?.split(/[{}]/u), base, rest, steps }
    })
    templates.set(entry, known)
  }
  return known
}

const shared = new WeakMap<Placed, boolean>()

/** Whether an entry has the same rows, read at the same places, in all alternatives of a scenario. */
export function isShared(entry: Placed): boolean {
  const known = shared.get(entry)
  if (known !== undefined) return known
  const placeholders = templatesOf(entry).flatMap(({ parts, equals = [] }) =>
    [parts, equals].flatMap((list) => list.filter((_, i) => i % 2 === 1)),
  )
  const found =
    entry.over.every((d) => sharedDimensions.has(d.id)) && placeholders.every((p) => sharedPlaceholders.has(p))
  shared.set(entry, found)
  return found
}

/** The text of a template's parts in a row; undefined where a placeholder stands for nothing there. */
export function filled(parts: readonly string[], places: Places, key: Key): string | undefined {
  let text = ''
  for (let i = 0; i < parts.length; i += 1) {
    const part = i % 2 === 0 ? parts[i] : places.find(parts[i] as string, key)
    if (part === undefined) return undefined
    text += part
  }
  return text
}

/**
 * Reads templates in one scenario: the value at the pointer that a template makes in a row, undefined where there is none.
 * Rows share beginnings and ends of pointers, so each is looked up once.
 */
export function valuesAt(places: Places): (template: Template, key: Key) => unknown {
  const bases = new Map<string, unknown>()
  const ends = new Map<string, readonly string[] | undefined>()
  const remembered = <T>(map: Map<string, T>, text: string, find: (text: string) => T): T => {
    const known = map.get(text)
    if (known !== undefined || map.has(text)) return known as T
    const found = find(text)
    map.set(text, found)
    return found
  }
  const valueUnder = (pointer: string): unknown => getPointer(places.scenario, pointer)
  return ({ base: placeholder, rest, steps }, key) => {
    const base = placeholder === undefined ? '' : places.find(placeholder, key)
    if (base === undefined) return undefined
    let tokens = steps
    if (tokens === undefined) {
      const end = filled(rest, places, key)
      if (end === undefined) return undefined
      if (end !== '' && !end.startsWith('/')) return valueUnder(base + end)
      tokens = remembered(ends, end, pointerTokens)
      if (tokens === undefined) return undefined
    }
    let value = remembered(bases, base, valueUnder)
    for (let i = 0; i < tokens.length && value !== undefined; i += 1) value = ownMember(value, tokens[i] as string)
    return value
  }
}
