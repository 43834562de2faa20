import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { chooseLocale } from './language.ts'
import type { ProblemKind } from './problem.ts'
import { problemBody, Refusal } from './problem.ts'

const kindsByCode: Readonly<Record<string, ProblemKind>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
}

/** What drivers say of a store that is not there, is starting or stopping, or cannot write now. */
const storeCodes = /^(?:ECONN|EPIPE$|ENOTFOUND$|ETIMEDOUT$|57P0|53|08|SQLITE_(?:BUSY|FULL|IOERR|LOCKED|CANTOPEN))/
const storeMessages = /^(?:Connection terminated|timeout exceeded when trying to connect|terminating connection)/

const isStoreDown = ({ code, message }: { code?: unknown; message?: unknown }): boolean =>
  (typeof code === 'string' && storeCodes.test(code)) || (typeof message === 'string' && storeMessages.test(message))

/** What the framework or a library threw, as one of our refusals; everything that is not the caller's is a fault. */
export function asRefusal(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) return error
  const kind = kindsByCode[error.code]
  if (kind !== undefined) return new Refusal(kind)
  if (isStoreDown(error)) return new Refusal('store-down')
  const status = error.statusCode ?? 500
  if (status < 400 || status >= 500) return new Refusal('fault')
  return error instanceof SyntaxError ? new Refusal('malformed') : new Refusal('refused', { status })
}

/** Writes any error as application/problem+json; a fault is logged whole and told in general words, without a stack. */
export function answerError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error)
  // Who no longer waits for the rest of his answer is no fault; what a thread refused was logged there.
  if ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') request.log.info('gone')
  else if (refusal.kind === 'fault' && refusal !== error) request.log.error({ err: error }, 'fault')
  if (refusal.kind === 'store-down') request.log.error({ err: error }, 'store')
  return answerRefusal(refusal, request, reply)
}

export function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = chooseLocale(request.headers['accept-language'])
  const instance = request.url.split('?')[0] ?? ''
  if (refusal.statusCode === 401) reply.header('www-authenticate', 'Bearer realm="pfv"')
  if (refusal.statusCode === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '5')
  return reply
    .code(refusal.statusCode)
    .header('content-language', locale)
    .type('application/problem+json')
    .send(problemBody(refusal, { locale, instance, request: request.id }))
}
