import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Portfolio } from '../../../../study/portfolio/portfolio.ts'
import { portfolioCsv } from '../../../../study/portfolio/portfolio.ts'
import type { Locale } from '../../../../text/numbers.ts'
import type { Answer, Job } from '../../../jobs/job.ts'
import { isText } from '../../../jobs/job.ts'
import { documentTypes } from '../../../jobs/kinds/documents.ts'
import { acceptsAny, chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { manyPlans } from './limits.ts'
import { portfolioSchema } from './portfolios.ts'
import { jobBodySchema, readJobBody } from './request.ts'
import { acceptJob, jobOf, jobParams, jobSchema, toldJob } from './shapes.ts'
import { simulationSchema } from './simulation-shapes.ts'

const pageSchema = z
  .strictObject({
    items: z.array(jobSchema).describe('Newest first'),
    next: z.string().nullable().describe('The cursor of the next page; null on the last'),
  })
  .meta({ id: 'JobPage' })

const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional().describe('`next` of the page before'),
})

const tags = ['jobs']

/** POST and GET /v1/jobs, GET and DELETE /v1/jobs/{id}: trabajos largos. */
export function jobRoutes(app: App): void {
  app.post(
    '/v1/jobs',
    {
      schema: {
        ...{ tags, summary: 'Pide un trabajo largo: simulación, portafolio, libro de cálculo o documento' },
        description: 'Answers at once with the address of the job; `request` is the body of the kind itself.',
        body: jobBodySchema,
        response: { 202: jobSchema, ...problemAnswers(400, 413, 415, 422, 429) },
      },
      bodyLimit: manyPlans(app),
    },
    async (request, reply) => acceptJob(app, { request, reply }, await readJobBody(app, request)),
  )
  app.get(
    '/v1/jobs',
    {
      schema: {
        ...{ tags, summary: 'Los trabajos pedidos, los más nuevos primero' },
        querystring: pageQuery,
        response: { 200: pageSchema, ...problemAnswers(400) },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query
      const before = cursor === undefined ? undefined : placeOf(cursor)
      const found = await app.jobs.list(request.actor.workspace, { limit: limit + 1, before })
      const items = found.slice(0, limit)
      const next = found.length > limit ? cursorOf(items.at(-1)) : null
      if (next !== null) reply.header('link', `</v1/jobs?limit=${limit}&cursor=${next}>; rel="next"`)
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send({ items: items.map((job) => toldJob(job, locale)), next })
    },
  )
  app.get(
    '/v1/jobs/:id',
    {
      schema: {
        ...{ tags, summary: 'Cómo va un trabajo', params: jobParams },
        response: { 200: jobSchema, ...problemAnswers(404) },
      },
    },
    async (request, reply) => {
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(toldJob(await jobOf(app, request), locale))
    },
  )
  cancelRoute(app)
  resultRoute(app)
}

/** DELETE /v1/jobs/{id}. */
function cancelRoute(app: App): void {
  app.delete(
    '/v1/jobs/:id',
    {
      schema: {
        ...{ tags, summary: 'Cancela un trabajo y detiene lo que esté en curso', params: jobParams },
        response: { 200: jobSchema, ...problemAnswers(404, 409) },
      },
    },
    async (request, reply) => {
      const { id } = await jobOf(app, request)
      if (!(await app.jobs.cancel(request.actor.workspace, id))) throw new Refusal('job-ended')
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(toldJob(await jobOf(app, request), locale))
    },
  )
}

const json = 'application/json'
const csv = 'text/csv'
/** GET /v1/jobs/{id}/result: a portfolio also in CSV. */
function resultRoute(app: App): void {
  const file = { schema: z.string().meta({ format: 'binary' }) }
  const content = {
    [json]: { schema: z.union([portfolioSchema, simulationSchema]) },
    [csv]: { schema: z.string() },
    ...Object.fromEntries(Object.values(documentTypes).map((type) => [type, file])),
  }
  app.get(
    '/v1/jobs/:id/result',
    {
      schema: {
        ...{ tags, summary: 'El resultado de un trabajo terminado', params: jobParams },
        description: 'In the type of its kind; a portfolio also as a table, with `Accept: text/csv` or `?format=csv`.',
        querystring: z.strictObject({ format: z.enum(['json', 'csv']).optional() }),
        response: {
          200: { description: 'El resultado / The result', content },
          ...problemAnswers(400, 404, 409, 410),
        },
      },
    },
    async (request, reply) => {
      const job = await jobOf(app, request)
      if (job.state !== 'done') throw new Refusal('job-not-done')
      const answer = await app.jobs.answer(job)
      if (!answer) throw new Refusal('result-expired')
      const { accept, 'accept-language': language } = request.headers
      const asked = { accept, format: request.query.format, locale: chooseLocale(language) }
      return sendResult(reply, { job, answer }, asked)
    },
  )
}

function sendResult(
  reply: FastifyReply,
  { job, answer }: { job: Job; answer: Answer },
  { accept, format, locale }: { accept?: string | undefined; format?: 'json' | 'csv' | undefined; locale: Locale },
): FastifyReply {
  reply.header('cache-control', 'private, no-cache').header('vary', 'accept')
  const asCsv = format === 'csv' || (format === undefined && !acceptsAny(accept, [answer.type]))
  if (!asCsv) {
    const extension = Object.entries(documentTypes).find(([, type]) => type === answer.type)?.[0]
    if (extension !== undefined)
      reply.header('content-disposition', `attachment; filename="pfv-${job.id}.${extension}"`)
    return reply.type(answer.type).serializer(asItIs).send(bytesOf(answer))
  }
  if (job.kind !== 'portfolio' || (format === undefined && !acceptsAny(accept, [csv])))
    throw new Refusal('not-acceptable')
  const table = [...portfolioCsv(JSON.parse(answer.body) as Portfolio, locale)].join('')
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="pfv-${job.id}.csv"`)
    .serializer(asItIs)
    .send(table)
}

const asItIs = (body: unknown): string => body as string
const bytesOf = ({ type, body }: Answer): string | Buffer => (isText(type) ? body : Buffer.from(body, 'base64'))

const cursorOf = (job: Job | undefined): string => Buffer.from(`${job?.createdAt} ${job?.id}`).toString('base64url')

function placeOf(cursor: string): { at: string; id: string } {
  const [, at, id] = /^(\d{4}-[\dT:.-]+Z) ([\w-]+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at !== undefined && id !== undefined) return { at, id }
  const es = 'El cursor no es de una página de esta lista; empiece sin cursor.'
  const en = 'The cursor is of no page of this list; begin without one.'
  throw new Refusal('query', { errors: [{ pointer: '?cursor', code: 'bad-cursor', es, en, received: cursor }] })
}
