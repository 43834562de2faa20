import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

const names = (header: string): string[] => header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))

/** Whether an If-None-Match names a tag; weak and strong are one for reading (RFC 9110 §13.1.2). */
export const matches = (header: string, tag: string): boolean =>
  header.trim() === '*' || names(header).includes(tag.replace(/^W\//, ''))

/** All of an answer at once; a stream has no tag before it has ended. */
const isWhole = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload)

/** Gives every readable answer without an ETag one made of its bytes, and answers 304 to who has them already. */
export function answerConditionally(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', reading ? 'no-cache' : 'no-store')
    if (!reading || reply.statusCode !== 200) return payload
    if (!reply.hasHeader('etag')) {
      if (!isWhole(payload) || reply.getHeader('cache-control') === 'no-store') return payload
      reply.header('etag', `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`)
    }
    const asked = request.headers['if-none-match']
    if (asked === undefined || !matches(asked, String(reply.getHeader('etag')))) return payload
    reply.code(304).removeHeader('content-length').removeHeader('content-type')
    return ''
  })
}
