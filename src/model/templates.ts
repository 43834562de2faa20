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
}

const templates = new WeakMap<Placed, readonly Template[]>()

/** `{item}/index={priceIndex}` and the like: the places where an entry is read, the first first. */
export function templatesOf(entry: Placed): readonly Template[] {
  let known = templates.get(entry)
  if (!known) {
    known = (entry.type === 'input' ? entry.at : entry.from).map((at) => {
      const [pointer = '', equals] = at.split('=')
      return { parts: pointer.split(/[{}]/u), equals: equals?.split(/[{}]/u) }
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
  return ({ parts }, key) => {
    const starts = parts[0] === '' && parts.length > 1
    const base = starts ? places.find(parts[1] as string, key) : ''
    const end = base === undefined ? undefined : filled(starts ? parts.slice(2) : parts, places, key)
    if (base === undefined || end === undefined) return undefined
    if (end !== '' && !end.startsWith('/')) return getPointer(places.scenario, base + end)
    const tokens = remembered(ends, end, pointerTokens)
    let value = remembered(bases, base, (pointer) => getPointer(places.scenario, pointer))
    for (const token of tokens ?? []) value = value === undefined ? undefined : ownMember(value, token)
    return tokens === undefined ? undefined : value
  }
}
