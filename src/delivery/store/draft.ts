import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../scenario/canonical.ts'
import { isObject } from '../../scenario/fields.ts'
import { getPointer } from '../../scenario/pointer.ts'
import { readPlan } from '../../study/read-plan.ts'

/** A document ready to be written: as it was posted, with what lists and searches need of it. */
export interface Draft {
  readonly document: string
  /** SHA-256 of the canonical document. */
  readonly hash: string
  readonly name: string
  readonly municipalities: readonly string[]
  readonly valid: boolean
}

const longestName = 200
const mostNames = 1200
/** No plan is deeper; a deeper one would overflow the stack of whoever walks it. */
const deepest = 64

/** What a document needs to be stored; a half-typed plan too, which is then not valid. Undefined where it cannot be kept as JSON. */
export function draftOf(raw: unknown): Draft | undefined {
  if (!isObject(raw) || !isKeepable(raw)) return undefined
  const given = getPointer(raw, '/territory/municipalities')
  const municipalities = (Array.isArray(given) ? given : [])
    .slice(0, mostNames)
    .flatMap((one: unknown) => plainText(getPointer(one, '/name')) ?? plainText(getPointer(one, '/id')) ?? [])
  return {
    document: JSON.stringify(raw),
    hash: createHash('sha256').update(canonicalJson(raw)).digest('hex'),
    name: plainText(raw.name) ?? 'Plan sin nombre',
    municipalities,
    valid: readPlan(raw).ok,
  }
}

/** Text that both engines keep: no control characters, no halves of a character, not too long. */
function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const clean = value
    .replaceAll(/\p{Cc}|\p{Cs}/gu, ' ')
    .trim()
    .slice(0, longestName)
  return clean === '' ? undefined : clean.replaceAll(/\p{Cs}/gu, '')
}

function isKeepable(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return depth < deepest && Object.values(value).every((member) => isKeepable(member, depth + 1))
}

/** Small letters without accents: how names are searched. */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** A short random id without letters that are mistaken for digits: 60 bits. */
export const randomId = (): string => Array.from(randomBytes(12), (byte) => letters[byte % 32]).join('')
