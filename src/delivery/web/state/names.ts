import { useEffect } from 'preact/hooks'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import type { Document } from './api.ts'
import { call } from './api.ts'
import { createStore, useStore } from './store.ts'

export interface LineName {
  readonly id: string
  readonly es: string
  readonly en: string
  readonly unit: string
  readonly numeral: string
}

const linesStore = createStore<ReadonlyMap<string, LineName> | undefined>(undefined)
let asked = false

async function ask(): Promise<void> {
  if (asked) return
  asked = true
  try {
    const { lines } = (await (await call('/v1/model/lines')).json()) as { lines: readonly LineName[] }
    linesStore.set(new Map(lines.map((line) => [line.id, line])))
  } catch {
    asked = false
  }
}

/** The lines of the book by id, with their names; undefined until they have come. */
export function useLines(): ReadonlyMap<string, LineName> | undefined {
  useEffect(() => void ask(), [])
  return useStore(linesStore)
}

interface Named {
  readonly id?: unknown
  readonly name?: unknown
}

/** The name that a document gives to a municipality, project, loan, site…, wherever it stands, or the term of the member. */
export function memberName(document: Document | undefined, at: { dimension: string; member: string }, locale: Locale) {
  const term = termOf(at.dimension, at.member, locale)
  return term === at.member ? (namesOf(document).get(at.member) ?? term) : term
}

const known = new WeakMap<Document, ReadonlyMap<string, string>>()

export function namesOf(document: Document | undefined): ReadonlyMap<string, string> {
  if (document === undefined) return new Map()
  const before = known.get(document)
  if (before !== undefined) return before
  const names = new Map<string, string>()
  gather(document, names)
  known.set(document, names)
  return names
}

function gather(value: unknown, names: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return
  const { id, name } = value as Named
  if (typeof id === 'string' && typeof name === 'string' && !names.has(id)) names.set(id, name)
  for (const inner of Object.values(value)) gather(inner, names)
}
