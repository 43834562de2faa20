import { canonicalJson } from '../../scenario/canonical.ts'
import { isObject } from '../../scenario/fields.ts'
import { isPathLike } from '../../scenario/path.ts'
import { escapeToken } from '../../scenario/pointer.ts'

/** A place in which two alternatives do not have the same inputs; members of lists are named by their id. */
export interface InputDifference {
  readonly place: string
  /** Null where it has none. */
  readonly base: unknown
  readonly own: unknown
}

const named = ['/id', '/name', '/scope', '/description', '/statusQuo', '/screening', '/benefited', '/affected']

/** En qué se diferencian los datos de dos alternativas, down to single values; names and descriptions apart. */
export function inputDifferences(base: unknown, own: unknown): InputDifference[] {
  return walk({ base, own, place: '' }).filter(
    ({ place }) => !named.some((n) => place === n || place.startsWith(`${n}/`)),
  )
}

function walk({ base, own, place }: InputDifference): InputDifference[] {
  if (base === own || canonicalJson(base ?? null) === canonicalJson(own ?? null)) return []
  const inside = membersOf(base, own)
  if (!inside) return [{ place, base: base ?? null, own: own ?? null }]
  const [left, right] = inside
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((token) =>
    walk({ base: left.get(token), own: right.get(token), place: `${place}/${escapeToken(token)}` }),
  )
}

type Members = Map<string, unknown>

/** The members of both where both are objects, or lists of things with an id; a value over time is one value. */
function membersOf(base: unknown, own: unknown): [Members, Members] | undefined {
  if (Array.isArray(base) && Array.isArray(own)) {
    const [left, right] = [byId(base), byId(own)]
    return left && right ? [left, right] : undefined
  }
  if (!isObject(base) || !isObject(own) || isPathLike(base) || isPathLike(own)) return undefined
  return [new Map(Object.entries(base)), new Map(Object.entries(own))]
}

function byId(list: readonly unknown[]): Members | undefined {
  const pairs = list.map((x) => [isObject(x) && typeof x.id === 'string' ? x.id : undefined, x] as const)
  return pairs.every(([id]) => id !== undefined) ? new Map(pairs as [string, unknown][]) : undefined
}
