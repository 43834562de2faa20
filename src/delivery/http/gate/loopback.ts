import type { FastifyRequest } from 'fastify'
import { Refusal } from '../problem.ts'

const loopbackName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

/** Whether a HOST to listen on is this machine alone. */
export const isLoopback = (host: string): boolean => loopbackName.test(host) || host === '::1'

const nameIn = (host: string): string => host.replace(/:\d{1,5}$/, '')

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a method may not change anything. */
export const isSafe = (method: string): boolean => safe.has(method)

/**
 * Where no key is needed, the browser of the person at the machine could be made to ask for somebody else: under a name
 * that was pointed here (DNS rebinding), or from another site. Throws a Refusal for both.
 */
export function refuseStrangers({ headers, method }: FastifyRequest, origins: readonly string[]): void {
  const { host = '', origin } = headers
  if (!loopbackName.test(nameIn(host))) throw new Refusal('foreign-host')
  if (isSafe(method)) return
  const own = origin === undefined || origin === `http://${host}` || origins.includes(origin)
  const from = headers['sec-fetch-site']
  const elsewhere = from === 'cross-site' && !(origin !== undefined && origins.includes(origin))
  if (!own || elsewhere) throw new Refusal('foreign-origin')
}
