/** One step of a JSON Pointer, escaped as RFC 6901 asks (`~` is `~0`, `/` is `~1`). */
export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The steps of a JSON Pointer, or undefined where the text is not one (RFC 6901). */
export function pointerTokens(pointer: string): string[] | undefined {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) return undefined
  if (!pointer.includes('~')) return pointer.slice(1).split('/')
  if (/~(?![01])/.test(pointer)) return undefined
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The JSON Pointer of a list of steps. */
export function toPointer(tokens: readonly PropertyKey[]): string {
  return tokens.map((token) => `/${escapeToken(String(token))}`).join('')
}

/** The member of an object or list under one step, only if it is its own; undefined otherwise. */
export function ownMember(holder: unknown, token: string): unknown {
  if (Array.isArray(holder)) return /^(0|[1-9]\d{0,8})$/.test(token) ? holder[Number(token)] : undefined
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, token)) return undefined
  return (holder as Record<string, unknown>)[token]
}

/** The value at a JSON Pointer, undefined when absent or when the pointer is malformed. */
export function getPointer(document: unknown, pointer: string): unknown {
  const tokens = pointerTokens(pointer)
  if (tokens === undefined) return undefined
  let value = document
  for (const token of tokens) {
    value = ownMember(value, token)
    if (value === undefined) return undefined
  }
  return value
}
