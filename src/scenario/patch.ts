import type { Patch, PatchOperation } from './document/plan.ts'
import { isObject } from './fields.ts'
import { ownMember, pointerTokens } from './pointer.ts'

/** A patched document, or the place in the patch where it could not be applied. */
export type Patched = { ok: true; document: unknown } | { ok: false; at: string }

const mostCopied = 100_000

class PatchFailure extends Error {}

function fail(reason: string): never {
  throw new PatchFailure(reason)
}

/** A change applied to a document, which is left as it was: RFC 7396 for an object, RFC 6902 for a list. */
export function applyPatch(document: unknown, patch: Patch): Patched {
  if (!Array.isArray(patch)) return { ok: true, document: mergePatch(document, patch) }
  let current = cloned(document, { left: Number.POSITIVE_INFINITY })
  // a list of copies can double the document each time, so what may be copied in all is bounded
  const budget = { left: mostCopied }
  for (const [at, operation] of patch.entries()) {
    try {
      current = operate(current, operation, budget)
    } catch (error) {
      if (error instanceof PatchFailure) return { ok: false, at: `/${at} ${operation.op} ${operation.path}` }
      throw error
    }
  }
  return { ok: true, document: current }
}

/** RFC 7396: members of the patch replace those of the target, null removes, lists are replaced whole. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged = new Map(isObject(target) ? Object.entries(target) : [])
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key)
    else merged.set(key, mergePatch(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}

interface Budget {
  left: number
}

function operate(document: unknown, operation: PatchOperation, budget: Budget): unknown {
  switch (operation.op) {
    case 'add':
      return add(document, operation.path, given(operation, budget))
    case 'remove':
      return remove(document, operation.path)
    case 'replace': {
      read(document, operation.path)
      if (operation.path === '') return given(operation, budget)
      return put(document, operation.path, given(operation, budget))
    }
    case 'test':
      if (!equal(read(document, operation.path), given(operation, budget))) fail('test')
      return document
    case 'copy':
      return add(document, operation.path, cloned(read(document, source(operation)), budget))
    case 'move': {
      const from = source(operation)
      if (`${operation.path}/`.startsWith(`${from}/`) && operation.path !== from)
        fail('a place cannot move into itself')
      const value = read(document, from)
      return operation.path === from ? document : add(remove(document, from), operation.path, value)
    }
  }
}

function given(operation: PatchOperation, budget: Budget): unknown {
  if (!Object.hasOwn(operation, 'value')) fail('no value')
  return cloned(operation.value, budget)
}

function source(operation: PatchOperation): string {
  return operation.from ?? fail('no source')
}

function tokensOf(pointer: string): string[] {
  const tokens = pointerTokens(pointer) ?? fail('not a pointer')
  return tokens.includes('__proto__') ? fail('not a place of the document') : tokens
}

function read(document: unknown, pointer: string): unknown {
  let value = document
  for (const token of tokensOf(pointer)) {
    value = ownMember(value, token)
    if (value === undefined) fail('no such place')
  }
  return value
}

function holderOf(document: unknown, pointer: string): { holder: unknown; token: string } {
  const tokens = tokensOf(pointer)
  let holder = document
  for (const token of tokens.slice(0, -1)) holder = ownMember(holder, token) ?? fail('no such place')
  return { holder, token: tokens[tokens.length - 1] ?? fail('the whole document') }
}

function add(document: unknown, pointer: string, value: unknown): unknown {
  if (pointer === '') return value
  const { holder, token } = holderOf(document, pointer)
  if (Array.isArray(holder)) {
    if (token !== '-' && !/^(0|[1-9]\d{0,8})$/.test(token)) fail('not a place of a list')
    const at = token === '-' ? holder.length : Number(token)
    if (at > holder.length) fail('beyond the end of the list')
    holder.splice(at, 0, value)
    return document
  }
  return put(document, pointer, value)
}

function put(document: unknown, pointer: string, value: unknown): unknown {
  const { holder, token } = holderOf(document, pointer)
  if (Array.isArray(holder)) holder[Number(token)] = value
  else if (isObject(holder)) holder[token] = value
  else fail('no such place')
  return document
}

function remove(document: unknown, pointer: string): unknown {
  read(document, pointer)
  const { holder, token } = holderOf(document, pointer)
  if (Array.isArray(holder)) holder.splice(Number(token), 1)
  else if (isObject(holder)) delete holder[token]
  return document
}

function cloned(value: unknown, budget: Budget): unknown {
  budget.left -= 1
  if (budget.left < 0) fail('too much is copied')
  if (Array.isArray(value)) return value.map((item) => cloned(item, budget))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cloned(member, budget)]))
}

function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => equal(item, b[at]))
  if (!isObject(a) || !isObject(b)) return a === b
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
}
