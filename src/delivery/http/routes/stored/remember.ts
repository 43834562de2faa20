import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { modelHash } from '../../../../model/book.ts'
import { keepAnswer, keptAnswer } from '../../../store/cache.ts'
import { Answers, Flights } from '../../answers.ts'
import { compressed, encodings } from '../../gate/headers.ts'
import { firstTaken } from '../../language.ts'
import type { App } from '../../schema.ts'
import { localeOf } from './scenarios.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its answer depends on nothing but the document, the book and the address: it may be given again as it was sent. */
    remembered?: boolean
  }
  interface FastifyRequest {
    /** Under which name the answer to this request is kept; the store's too where it is of a stored plan. */
    keptAs: { readonly key: string; readonly stored: boolean } | undefined
  }
}

const mostBytes = 96_000_000
const memories = new WeakMap<object, Memory>()

interface Memory {
  readonly kept: Answers
  readonly flights: Flights
}

export const isRemembered = (request: FastifyRequest): boolean => request.routeOptions.config.remembered === true

/**
 * Gives an answer that was given before as the same bytes. A body's own bytes name it, so that the body of a known
 * question is not even parsed; the workspace is part of the name, so that nobody learns what others asked.
 */
export function rememberAnswers(app: App): void {
  const memory = { kept: new Answers(mostBytes), flights: new Flights() }
  const { kept, flights } = memory
  memories.set(app.server, memory)
  app.decorateRequest('keptAs', undefined)
  const parse = app.getDefaultJsonParser('ignore', 'ignore')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isRemembered(request) && body.length > 0) {
      request.keptAs = {
        key: nameOf(request, [createHash('sha256').update(body).digest('hex'), request.url]),
        stored: false,
      }
      // Nothing needs the body of a question whose answer is at hand.
      if (kept.get(request.keptAs.key) !== undefined) return done(null, undefined)
    }
    return parse(request, body.toString('utf8'), done)
  })
  app.addHook('preValidation', async (request, reply) => {
    const { keptAs } = request
    if (keptAs === undefined) return
    const { key } = keptAs
    const body = kept.get(key) ?? (await answerUnderWay(reply, memory, key))
    return body === undefined ? undefined : await send(request, reply, { key, body, kept })
  })
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const { keptAs } = request
    // A refusal is not what the address stands for.
    if (reply.statusCode >= 400) reply.removeHeader('etag').header('cache-control', 'no-store')
    if (keptAs === undefined || reply.statusCode !== 200 || !isJson(reply)) return payload
    const body = bytesOf(payload)
    if (body === undefined) return payload
    kept.keep(keptAs.key, body)
    // Who takes the answer slowly keeps nobody else from it.
    flights.end(keptAs.key)
    reply.header('content-language', localeOf(request))
    if (keptAs.stored) {
      try {
        await keepAnswer(app.database, { key: keptAs.key, body: body.toString('utf8') })
      } catch (error) {
        // An answer that cannot be kept is still an answer.
        request.log.warn({ err: error }, 'cache')
      }
    }
    return payload
  })
}

/** What is given again is given as JSON; a table of the same line is not. */
const isJson = (reply: FastifyReply): boolean => /^application\/json\b/.test(String(reply.getHeader('content-type')))

const bytesOf = (payload: unknown): Buffer | undefined =>
  typeof payload === 'string' ? Buffer.from(payload) : Buffer.isBuffer(payload) ? payload : undefined

/** A question whose words may mean something else tomorrow: its answer is not kept, and nobody waits for it. */
export function forget(request: FastifyRequest): void {
  if (request.keptAs !== undefined) memories.get(request.server.server)?.flights.end(request.keptAs.key)
  request.keptAs = undefined
}

/** Sends the kept answer to a question about a stored document; says whether there was one. */
export async function recall(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: readonly unknown[],
): Promise<boolean> {
  const key = nameOf(request, parts)
  const memory = memories.get(request.server.server)
  if (memory === undefined) return false
  const { kept } = memory
  const near = kept.get(key) ?? (await answerUnderWay(reply, memory, key))
  const found = near ?? (await keptAnswer(request.server.database, key))
  request.keptAs = { key, stored: true }
  if (found === undefined) return false
  const body = typeof found === 'string' ? Buffer.from(found) : found
  if (near === undefined) kept.keep(key, body)
  await send(request, reply, { key, body, kept })
  return true
}

/**
 * The answer that another request is working out. Where there is none, this request is the one that works; where the
 * other failed, each that waited asks by itself.
 */
async function answerUnderWay(
  reply: FastifyReply,
  { kept, flights }: Memory,
  key: string,
): Promise<Buffer | undefined> {
  const landing = flights.landing(key)
  if (landing !== undefined) {
    await landing
    return kept.get(key)
  }
  flights.begin(key)
  // However it ends: answered, refused, or left by who asked.
  if (reply.raw.destroyed) flights.end(key)
  else reply.raw.once('close', () => flights.end(key))
  return undefined
}

interface Found {
  readonly key: string
  readonly body: Buffer
  readonly kept: Answers
}

/** Sends an answer again; compressed, it is kept as well, since that costs more than all the rest of sending it. */
async function send(request: FastifyRequest, reply: FastifyReply, { key, body, kept }: Found): Promise<FastifyReply> {
  request.keptAs = undefined
  reply.header('content-language', localeOf(request)).type('application/json; charset=utf-8')
  const encoding = firstTaken(String(request.headers['accept-encoding'] ?? ''), encodings)
  if (encoding === undefined) return reply.send(body)
  const name = `${key} ${encoding}`
  const known = kept.get(name)
  const packed = known ?? (await compressed(body, encoding))
  if (packed === undefined) return reply.send(body)
  if (known === undefined) kept.keep(name, packed)
  const vary = [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', ')
  return reply.header('content-encoding', encoding).header('vary', vary).send(packed)
}

const nameOf = (request: FastifyRequest, parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([request.actor.workspace, modelHash, request.routeOptions.url, localeOf(request), parts]))
    .digest('hex')
