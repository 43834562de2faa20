import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The canonical JSON of a value (RFC 8785): members sorted by UTF-16 code units, no spaces, numbers as ECMAScript writes them. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} cannot be written as JSON`)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    members.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
  }
  if (value !== null && !['string', 'boolean', 'number'].includes(typeof value)) {
    throw new TypeError(`a ${typeof value} cannot be written as JSON`)
  }
  return JSON.stringify(value)
}

/** The SHA-256 of the canonical JSON of a document, in hexadecimal. */
export function scenarioHash(raw: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(raw))))
}
