import { workerData } from 'node:worker_threads'
import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import Fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { asRefusal } from '../errors.ts'
import { requestId } from '../gate/gate.ts'
import { serviceLogger } from '../gate/trace/log.ts'
import type { Refusal } from '../problem.ts'
import { diffRoutes } from '../routes/stored/diff.ts'
import { mirrorStudies } from '../routes/stored/mirrors.ts'
import { readingRoutes } from '../routes/stored/readings.ts'
import { trackingRoutes } from '../routes/stored/tracking.ts'
import { answerInJson, validatorCompiler } from '../schema.ts'
import type { Handler, Question, Told } from './aside.ts'
import { studyRoutes } from './studies.ts'

const { logLevel } = workerData as { logLevel: string }

/** The study that the thread is at, and why it refused; a thread is at one at a time. */
let study: Question
let refusal: Refusal | undefined

const handlers = new Map<string, Handler>()
const app = Fastify({
  ...{ loggerInstance: serviceLogger(logLevel) as FastifyBaseLogger },
  ...{ bodyLimit: Number.MAX_SAFE_INTEGER, onProtoPoisoning: 'ignore', onConstructorPoisoning: 'ignore' },
  ...{ requestIdHeader: false, genReqId: requestId('study') },
}).withTypeProvider<ZodTypeProvider>()
app.setValidatorCompiler(validatorCompiler)
app.setSerializerCompiler(answerInJson)
app.decorate('aside', (name, handler) => {
  handlers.set(name, handler)
  return handler
})
app.setErrorHandler((error: FastifyError, request, reply) => {
  refusal = asRefusal(error)
  if (refusal.kind === 'fault') request.log.error({ err: error }, 'fault')
  return reply.code(refusal.statusCode).send()
})
for (const route of [mirrorStudies, readingRoutes, diffRoutes, trackingRoutes, ...studyRoutes]) route(app)
// No study is put: whatever its own address, the question comes here.
app.put('/*', async (request: FastifyRequest, reply: FastifyReply) => {
  const handler = handlers.get(study.name)
  if (handler === undefined) throw new Error(`no study ${study.name}`)
  Object.assign(request, request.body)
  return await handler.call(app, request, reply)
})

/** Answers one question of a study as its route would, on this thread. */
export default async function answer(question: Question): Promise<unknown> {
  study = question
  refusal = undefined
  const { url, headers, asked } = question
  const sent = await app.inject({
    ...{ method: 'PUT', url, payload: asked },
    headers: { ...headers, 'content-type': 'application/json' },
  })
  if (refusal !== undefined) {
    const { kind, errors, statusCode } = refusal as Refusal
    return { refused: kind, findings: { ...(errors === undefined ? {} : { errors }), status: statusCode } }
  }
  const { 'content-length': _, connection: __, date: ___, 'transfer-encoding': ____, ...kept } = sent.headers
  const body = new Uint8Array(sent.rawPayload)
  const told: Told = {
    status: sent.statusCode,
    headers: Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)])),
    body,
  }
  // The bytes change hands; copying them would hold up the thread that answers.
  return move({ [transferableSymbol]: [body.buffer], [valueSymbol]: told } as unknown as ArrayBuffer)
}
