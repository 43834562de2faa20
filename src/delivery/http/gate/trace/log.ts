import type { FastifyRequest } from 'fastify'
import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'

/** A secret that strayed into an address. */
const withoutSecrets = (text: string): string => text.replace(/pfv_[\w-]{8,}/g, 'pfv_…')

/** Which request; neither its query nor its headers nor its body. */
const request = ({ method, url, ip }: FastifyRequest) => ({
  ...{ method, ip },
  path: withoutSecrets(url.split('?')[0] ?? ''),
})

/** What went wrong and where; other members of an error can hold rows of the store or pieces of a plan. */
function error(found: unknown): Record<string, unknown> {
  if (!(found instanceof Error)) return { message: withoutSecrets(String(found)) }
  const { name, message, stack } = found
  const known = Object.entries(found).filter(([key]) => ['code', 'line', 'at', 't', 'statusCode'].includes(key))
  return {
    ...{ type: name, message: withoutSecrets(message), stack: withoutSecrets(stack ?? '') },
    ...Object.fromEntries(known),
  }
}

/** The log: one JSON object a line, without secrets, keys or plans. */
export function serviceLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: { req: request, err: error, error },
    redact: {
      paths: ['authorization', 'headers', 'secret', 'body', 'document', 'password', 'DATABASE_URL'].flatMap((name) => [
        name,
        `*.${name}`,
      ]),
      censor: '…',
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
