import type { FastifyInstance } from 'fastify'
import { writeChange } from '../../../store/audit.ts'
import { isSafe } from '../loopback.ts'
import { isStudy, scopeOf } from '../scopes.ts'
import { callOf } from '../who.ts'

/**
 * Writes who changed what before the change is acknowledged; a change whose trace cannot be written is answered as a
 * failure. Studies change nothing and leave no trace, and neither does an answer given again.
 */
export function traceChanges(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { method, actor, url, id } = request
    const done = reply.statusCode >= 200 && reply.statusCode < 300 && !reply.hasHeader('idempotency-replayed')
    const call = callOf(request)
    const computed = isStudy(call.template) && reply.statusCode === 200
    if (!done || computed || isSafe(method) || scopeOf(call) === undefined) return payload
    const { workspace, keyId = null } = actor
    const target = String(reply.getHeader('location') ?? url.split('?')[0])
    await writeChange(app.database, { workspace, keyId, action: `${method} ${call.template}`, target, request: id })
    return payload
  })
}
