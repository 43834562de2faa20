import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Claim } from '../../store/idempotency.ts'
import { claim, release, settle } from '../../store/idempotency.ts'
import { Refusal } from '../problem.ts'
import { creates } from './scopes.ts'
import { callOf } from './who.ts'

const kept = ['content-type', 'content-language', 'location', 'etag', 'link', 'cache-control'] as const

/**
 * A POST that creates, sent again under its Idempotency-Key, gets the answer that it got; only successes are kept, so
 * that a refused request can be mended and sent under the same key.
 */
export function honourIdempotencyKeys(app: FastifyInstance): void {
  const mine = new WeakMap<FastifyRequest, Claim>()
  app.addHook('preHandler', async (request, reply) => {
    const wanted = claimOf(request)
    if (wanted === undefined) return
    const claimed = await claim(app.database, wanted)
    if (claimed.state === 'other-request') throw new Refusal('key-reused')
    if (claimed.state === 'running') {
      reply.header('retry-after', '1')
      throw new Refusal('key-running')
    }
    if (claimed.state === 'mine') mine.set(request, wanted)
    else {
      const { status, headers, body } = claimed.answer
      return reply.code(status).headers(headers).header('idempotency-replayed', 'true').send(body)
    }
  })
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const wanted = mine.get(request)
    if (wanted === undefined) return payload
    mine.delete(request)
    if (reply.statusCode >= 300 || typeof payload !== 'string') await release(app.database, wanted)
    else await settle(app.database, wanted, { status: reply.statusCode, headers: headersOf(reply), body: payload })
    return payload
  })
}

function claimOf(request: FastifyRequest): Claim | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || !creates(callOf(request))) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal('bad-idempotency-key')
  const requestHash = createHash('sha256').update(`${request.method} ${request.url} `).update(bytesOf(request.body))
  return {
    ...{ workspace: request.actor.workspace, key, token: request.headers.authorization ?? '' },
    requestHash: requestHash.digest('hex'),
  }
}

const bytesOf = (body: unknown): string | Buffer => (Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? ''))

const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    kept.filter((name) => reply.hasHeader(name)).map((name) => [name, String(reply.getHeader(name))] as const),
  )
