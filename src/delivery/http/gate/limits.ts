import type { Socket } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../problem.ts'

/** What the process may reach before it refuses new work. */
export interface Pressure {
  /** Mean delay of the event loop over a second, ms. */
  readonly delay: number
  readonly heapBytes: number
}

const isProbe = (request: FastifyRequest): boolean => /^\/(?:health\/|metrics$)/.test(request.routeOptions.url ?? '')

/** Refuses new work with 503 and Retry-After before the process falls over; probes are answered still. */
export async function watchPressure(app: FastifyInstance, { delay, heapBytes }: Pressure): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: delay,
    maxHeapUsedBytes: heapBytes,
    pressureHandler: async (request, reply) => {
      if (isProbe(request)) return
      reply.header('retry-after', '5')
      throw new Refusal('busy')
    },
  })
}

/** Answers of one connection that may be under way; few clients ever ask before they have the last one. */
const mostOfConnection = 4

/** Refuses a connection that asks on without taking its answers, and closes it: they would be kept in memory for it. */
export function limitConnections(app: FastifyInstance): void {
  const open = new WeakMap<Socket, number>()
  app.addHook('onRequest', async ({ raw: { socket } }, reply) => {
    const under = (open.get(socket) ?? 0) + 1
    open.set(socket, under)
    reply.raw.once('close', () => open.set(socket, (open.get(socket) ?? 1) - 1))
    if (under <= mostOfConnection) return
    reply.header('connection', 'close')
    throw new Refusal('busy')
  })
}

export type Limiter = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Counts requests by key, or by address where none was shown, in this process; over the limit of a minute is a 429. */
export async function limiter(app: FastifyInstance, most: number): Promise<Limiter> {
  await app.register(rateLimit, { global: false })
  const count = app.createRateLimit({
    max: most,
    timeWindow: 60_000,
    keyGenerator: (request) => request.actor?.keyId ?? request.ip,
  })
  return async (request, reply) => {
    if (isProbe(request)) return
    const counted = await count(request)
    if (counted.isAllowed) return
    reply
      .header('ratelimit-limit', String(most))
      .header('ratelimit-remaining', String(counted.remaining))
      .header('ratelimit-reset', String(counted.ttlInSeconds))
    if (!counted.isExceeded) return
    reply.header('retry-after', String(counted.ttlInSeconds))
    throw new Refusal('too-many')
  }
}
