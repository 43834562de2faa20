import { isObject } from '../../../scenario/fields.ts'
import { getPointer, pointerTokens } from '../../../scenario/pointer.ts'
import type { Kind } from './rows.ts'

/** A row as it was found in a sheet: where, of what kind, and what its cells hold. */
export interface FoundRow {
  readonly pointer: string
  readonly kind: Kind
  readonly isDefault: boolean
  readonly content: unknown
}

/** Builds the document that rows describe: groups and lists as named, or as their members' names tell where nobody names them. */
export function documentOf(rows: readonly FoundRow[]): unknown {
  const listed = new Set(rows.filter((r) => r.kind === 'list').map((r) => r.pointer))
  const grouped = new Set(rows.filter((r) => r.kind === 'group').map((r) => r.pointer))
  const root: Tree = new Map()
  for (const { pointer, kind, content } of rows) {
    const tokens = pointerTokens(pointer)
    if (tokens === undefined || tokens.length === 0) continue
    let here = root
    tokens.forEach((token, i) => {
      const isLast = i === tokens.length - 1
      const known = here.get(token)
      if (isLast && kind !== 'group' && kind !== 'list') here.set(token, { content })
      else if (known instanceof Map) here = known
      else {
        const next: Tree = new Map()
        here.set(token, next)
        here = next
      }
    })
  }
  return built(root, '', { listed, grouped })
}

type Tree = Map<string, Tree | { readonly content: unknown }>

function built(
  tree: Tree,
  pointer: string,
  named: { listed: ReadonlySet<string>; grouped: ReadonlySet<string> },
): unknown {
  const entries = [...tree].map(([token, node]): [string, unknown] => {
    const here = `${pointer}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return [token, node instanceof Map ? built(node, here, named) : node.content]
  })
  const positions = entries.every(([token]) => /^(0|[1-9]\d{0,5})$/.test(token))
  const isList =
    named.listed.has(pointer) || (!named.grouped.has(pointer) && positions && entries.length > 0 && pointer !== '')
  if (!isList || !positions) return Object.fromEntries(entries)
  // A row taken out of the sheet leaves no hole: the others move up.
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value)
}

/** The rows that somebody wrote, and the defaults that were changed against what a reading fills in. */
export function withChangedDefaults(rows: readonly FoundRow[], filledIn: unknown): FoundRow[] {
  return rows.filter((row) => {
    if (!row.isDefault) return true
    if (row.kind === 'group' || row.kind === 'list') return false
    return !same(getPointer(filledIn, row.pointer), row.content)
  })
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((v, i) => same(v, b[i]))
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a)
    return names.length === Object.keys(b).length && names.every((name) => same(a[name], b[name]))
  }
  return a === b
}
