import type { FastifyInstance } from 'fastify'
import { answerConditionally } from './conditional.ts'
import { allowOrigins, compressText, secureHeaders } from './headers.ts'
import { honourIdempotencyKeys } from './idempotency.ts'
import type { Limiter, Pressure } from './limits.ts'
import { limitConnections, limiter, watchPressure } from './limits.ts'
import { refuseStrangers } from './loopback.ts'
import { traceChanges } from './trace/audit.ts'
import type { Meter } from './trace/metrics.ts'
import { measure } from './trace/metrics.ts'
import { local, whoAsks } from './who.ts'

/** Who may ask, how much, and how that is counted; by default somebody at this machine, as much as he wants. */
export interface GateOptions {
  /** Whether everybody shows a key, as on every address that others reach. */
  readonly keys?: boolean
  /** Other sites whose pages may ask. */
  readonly origins?: readonly string[]
  /** Requests a minute for each key or address. */
  readonly rateLimit?: number | undefined
  /** When to refuse new work; never where absent. */
  readonly pressure?: Pressure | undefined
}

/** Stands before every route: it must be built before they are. */
export async function buildGate(app: FastifyInstance, options: GateOptions, meter: Meter): Promise<void> {
  const { keys = false, origins = [], rateLimit, pressure } = options
  app.decorateRequest('actor')
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  measure(app, meter)
  limitConnections(app)
  await secureHeaders(app)
  await allowOrigins(app, origins)
  await compressText(app)
  if (pressure !== undefined) await watchPressure(app, pressure)
  const limit: Limiter = rateLimit === undefined ? async () => undefined : await limiter(app, rateLimit)
  app.addHook('onRequest', async (request, reply) => {
    if (!keys) refuseStrangers(request, origins)
    try {
      request.actor = keys ? await whoAsks(app, request) : local
    } finally {
      // Who shows wrong keys is counted too, by his address.
      await limit(request, reply)
    }
  })
  answerConditionally(app)
  traceChanges(app)
  honourIdempotencyKeys(app)
}

/** The request's number: what the caller says where it is one word, else our own. */
export function requestId(start: string): (request: { headers: Readonly<Record<string, unknown>> }) => string {
  let count = 0
  return ({ headers }) => {
    const given = headers['x-request-id']
    if (typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)) return given
    count += 1
    return `${start}-${count}`
  }
}
