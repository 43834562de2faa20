import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../../../text/numbers.ts'
import type { ScenarioItem } from '../../../store/scenarios.ts'
import { Refusal } from '../../problem.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

const own = ({ id, version, hash }: ScenarioItem): string => `${id}-${version}-${hash.slice(0, 16)}`

/** The strong ETag of a stored version: what is matched by If-Match, then what else its answer shows. */
export const tagOf = (item: ScenarioItem, locale: Locale): string =>
  `"${own(item)}.${digest(JSON.stringify([item.label, locale]))}"`

/** The strong ETag of an answer made from a document, the book and a question. */
export const answerTag = (parts: readonly unknown[]): string => `"${digest(JSON.stringify(parts))}"`

const listed = (header: string): string[] => header.split(',').map((one) => one.trim())

/** If-Match of RFC 9110, required: the version that the caller saw, whatever its label or language. */
export function requireMatch(request: FastifyRequest, item: ScenarioItem): void {
  const header = request.headers['if-match']
  if (header === undefined) throw new Refusal('precondition-required')
  const seen = (tag: string): boolean => tag === '*' || tag.split('.')[0]?.replace(/"$/, '') === `"${own(item)}`
  if (!listed(header).some(seen)) throw new Refusal('precondition-failed')
}

/** Sets the ETag and says whether If-None-Match already holds it. */
export function isUnchanged(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag)
  const header = request.headers['if-none-match']
  return header !== undefined && listed(header).some((one) => one === '*' || one.replace(/^W\//, '') === tag)
}
