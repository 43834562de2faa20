import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findKey } from '../../store/keys.ts'
import { Refusal } from '../problem.ts'
import type { Actor } from './actor.ts'
import type { Call } from './scopes.ts'
import { holds, scopeOf } from './scopes.ts'

/** Somebody at the machine itself. */
export const local: Actor = { workspace: 'local', scope: 'admin' }
/** Nobody in particular, where nothing of anybody's is shown. */
const anyone: Actor = { workspace: '', scope: 'read' }

/** The call as the gate sees it; an address without a route is one nobody may ask for without a key either. */
export function callOf({ method, routeOptions }: FastifyRequest): Call {
  const { url = '*', schema } = routeOptions
  return { method, template: url, statuses: Object.keys((schema?.response as object | undefined) ?? {}) }
}

/**
 * For whom a request is answered, by its key. Throws Refusals: 401 where there is no key, or none that is in force; 403
 * where its scope is not enough.
 */
export async function whoAsks(app: FastifyInstance, request: FastifyRequest): Promise<Actor> {
  const call = callOf(request)
  const asked = scopeOf(call)
  if (asked === undefined) return anyone
  const secret = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (secret === undefined) throw new Refusal('no-key')
  const key = await findKey(app.database, secret)
  if (key === undefined || key.revokedAt !== null) throw new Refusal('wrong-key')
  if (!holds(key.scope, asked)) throw new Refusal('scope')
  return { workspace: key.workspace, keyId: key.id, scope: key.scope }
}
