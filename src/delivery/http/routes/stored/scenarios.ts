import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readPlan } from '../../../../study/read-plan.ts'
import type { Locale } from '../../../../text/numbers.ts'
import { storedProblems } from '../../../../text/studies/stored.ts'
import type { Draft } from '../../../store/draft.ts'
import { draftOf } from '../../../store/draft.ts'
import type { Change, ScenarioItem, StoredScenario } from '../../../store/scenarios.ts'
import {
  createScenario,
  deleteScenario,
  getScenario,
  listScenarios,
  putScenario,
  versionItem,
} from '../../../store/scenarios.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { documentSchema, idParams, itemSchema, labelQuery, listSchema, storedSchema } from './shapes.ts'
import { isUnchanged, requireMatch, tagOf } from './tags.ts'

const tags = ['scenarios']

const listQuery = z.strictObject({
  q: z.string().max(200).optional().describe('Words of its name or of a municipality, without regard to accents'),
  cursor: z.string().max(500).optional().describe('The `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

/** /v1/scenarios: planes guardados, con todas sus versiones. */
export function scenarioRoutes(app: App): void {
  writing(app)
  listing(app)
  one(app)
}

function listing(app: App): void {
  app.get(
    '/v1/scenarios',
    {
      schema: {
        tags,
        summary: 'Los planes guardados, el último cambiado primero',
        description: 'Pages by cursor; `Link: rel="next"` is the address of the next one.',
        querystring: listQuery,
        response: { 200: listSchema, ...problemAnswers(400) },
      },
    },
    async (request, reply) => {
      const { q, cursor, limit } = request.query
      const page = await listScenarios(app.database, request.actor.workspace, { q, cursor, limit })
      if (page === undefined) {
        throw new Refusal('query', {
          errors: [{ pointer: '?cursor', code: 'bad-cursor', ...storedProblems.cursor, received: cursor }],
        })
      }
      if (page.next !== null) {
        const next = new URLSearchParams({ ...(q === undefined ? {} : { q }), limit: String(limit), cursor: page.next })
        reply.header('link', `</v1/scenarios?${next}>; rel="next"`)
      }
      return page
    },
  )
}

function writing(app: App): void {
  app.post(
    '/v1/scenarios',
    {
      schema: {
        tags,
        summary: 'Guarda un plan nuevo, aunque esté a medio escribir',
        description: 'Stores any JSON object as posted; whether it can be evaluated is told by `valid`.',
        querystring: labelQuery,
        body: documentSchema,
        response: { 201: itemSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const draft = draftFrom(request.body)
      const { label = null } = request.query
      const item = await createScenario(app.database, request.actor, { draft, label })
      return reply
        .code(201)
        .header('location', `/v1/scenarios/${item.id}`)
        .header('etag', tagOf(item, localeOf(request)))
        .send(item)
    },
  )
  app.put(
    '/v1/scenarios/:id',
    {
      schema: {
        tags,
        summary: 'Guarda una versión nueva de un plan',
        description: 'Needs If-Match with the ETag of the version that was seen; every version is kept.',
        params: idParams,
        querystring: labelQuery,
        body: documentSchema,
        response: { 200: itemSchema, ...problemAnswers(400, 404, 412, 413, 415, 422, 428) },
      },
    },
    async (request, reply) => {
      const seen = await itemOf(request, request.params.id)
      requireMatch(request, seen)
      const draft = draftFrom(request.body)
      const { label = null } = request.query
      const change = await putScenario(app.database, request.actor, { id: seen.id, seen: seen.version, draft, label })
      const item = changed(change)
      return reply.header('etag', tagOf(item, localeOf(request))).send(item)
    },
  )
}

function one(app: App): void {
  app.get(
    '/v1/scenarios/:id',
    {
      schema: {
        tags,
        summary: 'Un plan guardado: su última versión, y qué le falta para evaluarse',
        description: 'The newest version with its document and its problems. Strong ETag; If-None-Match gives 304.',
        params: idParams,
        response: { 200: storedSchema, ...problemAnswers(404) },
      },
    },
    async (request, reply) => sendStored(request, reply, await storedOf(request, { id: request.params.id })),
  )
  app.delete(
    '/v1/scenarios/:id',
    {
      schema: {
        tags,
        summary: 'Borra un plan guardado',
        description: 'Needs If-Match with the ETag of the version that was seen.',
        params: idParams,
        response: { 204: z.null().describe('Borrado / Deleted'), ...problemAnswers(404, 412, 428) },
      },
    },
    async (request, reply) => {
      const seen = await itemOf(request, request.params.id)
      requireMatch(request, seen)
      const { workspace } = request.actor
      changed(await deleteScenario(app.database, workspace, { id: seen.id, seen: seen.version }))
      return reply.code(204).send(null)
    },
  )
}

export const localeOf = (request: FastifyRequest): Locale => chooseLocale(request.headers['accept-language'])

/** Ids are ours, so what cannot be one is not asked for. */
const isId = (id: string): boolean => /^[0-9a-z]{1,32}$/.test(id)

interface Named {
  readonly id: string
  readonly version?: number | undefined
}

/** A stored version of the caller's workspace without its document, or 404. */
export async function itemOf(request: FastifyRequest, id: string, version?: number): Promise<ScenarioItem> {
  const found = isId(id)
    ? await versionItem(request.server.database, request.actor.workspace, { id, version })
    : undefined
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** A stored version of the caller's workspace with its document, or 404. */
export async function storedOf(request: FastifyRequest, named: Named): Promise<StoredScenario> {
  const { database } = request.server
  const found = isId(named.id) ? await getScenario(database, request.actor.workspace, named) : undefined
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** Answers a stored version with its document and what keeps it from being evaluated. */
export function sendStored(request: FastifyRequest, reply: FastifyReply, stored: StoredScenario): FastifyReply {
  const locale = localeOf(request)
  reply
    .header('content-language', locale)
    .header('vary', 'accept-language')
    .header('cache-control', 'private, no-cache')
  if (isUnchanged(request, reply, tagOf(stored, locale))) return reply.code(304).send()
  const document = JSON.parse(stored.document) as Record<string, unknown>
  const read = readPlan(document)
  const problems = (read.ok ? [] : read.problems).map(({ es, en, ...rest }) => ({
    ...rest,
    message: locale === 'en' ? en : es,
  }))
  return reply.send({ ...stored, valid: read.ok, document, problems })
}

function draftFrom(body: unknown): Draft {
  if (body === undefined) throw new Refusal('malformed')
  const draft = draftOf(body)
  if (draft !== undefined) return draft
  throw new Refusal('scenario', { errors: [{ pointer: '', code: 'not-keepable', ...storedProblems.notKeepable }] })
}

function changed<Kept>(change: Change<Kept>): Kept {
  if (change.ok) return change.kept
  throw new Refusal(change.why === 'missing' ? 'not-found' : 'precondition-failed')
}
