import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import compress from '@fastify/compress'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Headers of an answer that a browser elsewhere would hide from its page. */
const shown = [
  ...['ETag', 'Location', 'Link', 'Retry-After', 'X-Request-Id', 'Idempotency-Replayed'],
  ...['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Content-Language'],
]

/** Other sites may ask only where they are named; the page of this service needs nothing. */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      ...['Authorization', 'Content-Type', 'Accept-Language', 'If-Match', 'If-None-Match'],
      ...['Idempotency-Key', 'X-Request-Id'],
    ],
    exposedHeaders: shown,
    maxAge: 600,
  })
}

/** What a browser must know of an answer in JSON; the page and the documentation say their own. */
export async function secureHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // Over plain HTTP it means nothing, and in front of HTTPS the proxy that holds the certificate says it.
    strictTransportSecurity: false,
    // It would send the parts of the page of a plain address to HTTPS.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
}

const inBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const inGzip = { level: 5 }
/** Fewer bytes are not worth the trouble, in one packet as they are. */
const threshold = 1400

export const encodings = ['br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

/** The bytes of a text as `compressText` sends them; undefined where it would leave them as they are. */
export async function compressed(body: Buffer, encoding: Encoding): Promise<Buffer | undefined> {
  if (body.length < threshold) return undefined
  return encoding === 'br' ? await promisify(brotliCompress)(body, inBrotli) : await promisify(gzip)(body, inGzip)
}

/**
 * Text is compressed on the thread pool, so that a result of megabytes holds nobody up. Of San Pedro's result, 4.6 MB,
 * brotli at 4 makes 0.3 MB in the time in which gzip makes 0.9. Pictures, workbooks and reports are compressed already,
 * and events must not wait in a buffer.
 */
export async function compressText(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: [...encodings],
    threshold,
    customTypes: /^(?:application\/(?:[\w.]+\+)?json|text\/(?:csv|html|css|javascript|plain)|image\/svg\+xml)/,
    brotliOptions: inBrotli,
    zlibOptions: inGzip,
  })
}
