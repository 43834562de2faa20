import type { FastifyReply, FastifyRequest, FastifySchema, RouteOptions } from 'fastify'
import { z } from 'zod'
import { modelHash } from '../../../../model/book.ts'
import { isObject } from '../../../../scenario/fields.ts'
import { storedProblems } from '../../../../text/studies/stored.ts'
import { getScenario } from '../../../store/scenarios.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { optionsOf, storedBodySchema } from '../../study-body.ts'
import type { Handler } from '../../threads/aside.ts'
import { fromText, namesOf, queryOf } from './query.ts'
import { forget, isRemembered, recall } from './remember.ts'
import { itemOf, localeOf, storedOf } from './scenarios.ts'
import { idParams, versionNumber } from './shapes.ts'
import { answerTag, isUnchanged } from './tags.ts'

/** Studies that are read, so that the address alone says what is answered; the others take their question in a body. */
const readings: Readonly<Record<string, string>> = {
  evaluations: 'evaluation',
  explanations: 'alternatives/:alternative/lines/:line/explanation',
  completeness: 'completeness',
  indicators: 'indicators',
  budget: 'budget',
  screening: 'screening',
  'household-bill': 'household-bill',
  'charts/:chart.:format': 'charts/:chart.:format',
}
/** Documents are read too: the workbook, the report, what is sent to the operator. */
const isReading = (name: string): boolean =>
  Object.hasOwn(readings, name) || /\.(?::format|xlsx|pdf|docx|html|csv|zip)$/.test(name)

const roots = ['/v1/scenarios/:id', '/v1/scenarios/:id/versions/:version'] as const
const aYear = 31_536_000

/** A reading of a stored plan: where, how it is documented, and who answers it out of the body of the unstored study. */
export interface Reading {
  /** Behind the plan's address, such as `schedule`. */
  readonly name: string
  readonly schema: FastifySchema
  readonly options: z.ZodObject
  readonly handler: Handler
  readonly config?: RouteOptions['config']
  /** False where the plan itself is not looked into, so that none is refused. */
  readonly looksInto?: boolean
}

/** Every study of an unstored scenario, as it is registered, is also answered for stored ones and their versions. */
export function mirrorStudies(app: App): void {
  app.addHook('onRoute', (route) => {
    const options = optionsOf(route.schema?.body)
    if (options === undefined || route.method !== 'POST' || !route.url.startsWith('/v1/')) return
    route.preHandler = [resolveScenarioId, ...[route.preHandler ?? []].flat()]
    const name = route.url.slice('/v1/'.length)
    const handler = placed(app, route)
    route.handler = handler as RouteOptions['handler']
    const { config } = route
    const reading = { schema: schemaOf(route), options, handler, ...(config === undefined ? {} : { config }) }
    if (isReading(name)) readStored(app, { name: readings[name] ?? name, ...reading })
    else for (const root of roots) askStored(app, route, `${root}/${name}`)
  })
}

function placed(app: App, { config, url, handler }: RouteOptions): Handler {
  const own = handler as unknown as Handler
  return config?.ownThreads === true ? own : app.aside(url, own)
}

const schemaOf = ({ schema }: RouteOptions): FastifySchema => schema ?? {}

/** Registers a reading at the addresses of the newest version and of each version. */
export function readStored(app: App, reading: Reading): void {
  const { name, schema, options, handler, config = {}, looksInto = true } = reading
  const params = paramsOf(schema, name)
  const asked = namesOf(options).filter((key) => !Object.hasOwn(params, key))
  const { body: _, ...rest } = schema
  for (const root of roots) {
    const kept = z.strictObject({ ...paramsOfRoot(root), ...params })
    app.route({
      method: 'GET',
      url: `${root}/${name}`,
      config,
      schema: {
        ...rest,
        params: kept,
        querystring: queryOf(schema.querystring, options, asked),
        response: {
          ...answersOf(schema, [413, 415]),
          ...(looksInto ? problemAnswers(400, 404, 422) : problemAnswers(400, 404)),
        },
      } as FastifySchema,
      preHandler: async (request, reply) => {
        const sent = await readingOf(request, reply)
        if (!sent) takeBody(request, options, asked)
        return sent ? reply : undefined
      },
      handler: ofDocument(handler),
      // The study says what holds of a plan that it was sent.
      onSend: async (request, reply, payload) => {
        if (reply.statusCode === 200) reply.header('cache-control', lastingOf(request))
        return payload
      },
    })
  }
}

/** Problems of a stored plan are told at their place of the plan, not of a body that nobody sent. */
const ofDocument =
  (handler: Handler): Handler =>
  async (request, reply) => {
    try {
      return await handler.call(request.server, request, reply)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'scenario') throw error
      const errors = (error.errors ?? []).map((one) => ({
        ...one,
        pointer: one.pointer.replace(/^\/scenario(?=\/|$)/, ''),
      }))
      throw new Refusal('scenario', { errors })
    }
  }

function askStored(app: App, route: RouteOptions, url: string): void {
  const schema = schemaOf(route)
  const answers = problemAnswers(400, 404, 413, 415, 422)
  app.route({
    ...route,
    url,
    schema: {
      ...schema,
      params: z.strictObject({ ...paramsOfRoot(url), ...paramsOf(schema, url) }),
      body: storedBodySchema(schema.body),
      response: { ...answersOf(schema, []), ...answers },
    } as FastifySchema,
    preHandler: async (request) => {
      const { id, version } = request.params as Address
      const asked = request.body ?? {}
      if (!isObject(asked)) throw refusedBody('', storedProblems.question)
      if (Object.hasOwn(asked, 'scenario') || Object.hasOwn(asked, 'scenarioId'))
        throw refusedBody('/scenario', storedProblems.twoPlans)
      request.body = { ...asked, scenario: JSON.parse((await storedOf(request, { id, version })).document) as unknown }
    },
    handler: ofDocument(route.handler as unknown as Handler),
  })
}

interface Address {
  readonly id: string
  readonly version?: number
}

/** What is read of a version is that for ever; of the newest one, until there is another. */
const lastingOf = ({ params }: FastifyRequest): string =>
  (params as Address).version === undefined ? 'private, no-cache' : `private, max-age=${aYear}, immutable`

/** Answers 304 or an answer that is kept; else leaves the stored document where the study looks for its scenario. */
async function readingOf(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const { id, version, ...place } = request.params as Address
  const item = await itemOf(request, id, version)
  const { query, routeOptions, headers } = request
  // The address of a version's answer and that of the newest one are two, and so are their tags.
  const question = [routeOptions.url, place, query, localeOf(request), headers.accept ?? '']
  const parts = [item.hash, modelHash, question]
  reply.header('vary', 'accept, accept-language')
  reply.header('cache-control', lastingOf(request))
  if (isUnchanged(request, reply, answerTag(parts))) {
    reply.code(304).send()
    return true
  }
  if (isRemembered(request) && (await recall(request, reply, [item.hash, place, query, headers.accept ?? ''])))
    return true
  const stored = await storedOf(request, { id, version: item.version })
  request.body = { scenario: JSON.parse(stored.document) as unknown }
  return false
}

/** Moves the study's options out of the address into the body that its handler reads. */
function takeBody(request: FastifyRequest, options: z.ZodObject, asked: readonly string[]): void {
  const query = { ...(request.query as Record<string, unknown>) }
  const params = request.params as Record<string, unknown>
  const given: Record<string, unknown> = {}
  for (const name of namesOf(options)) {
    if (Object.hasOwn(params, name)) given[name] = params[name]
    else if (asked.includes(name) && query[name] !== undefined) given[name] = fromText(options, name, query[name])
    if (asked.includes(name)) delete query[name]
  }
  request.query = query
  request.body = { ...(request.body as object), ...given }
}

/** Where a study's body names a stored plan, the plan takes its place. */
async function resolveScenarioId(request: FastifyRequest): Promise<void> {
  const { body } = request
  if (!isObject(body) || !Object.hasOwn(body, 'scenarioId') || Object.hasOwn(body, 'schemaVersion')) return
  const { scenarioId, version, ...rest } = body
  if (Object.hasOwn(rest, 'scenario')) throw refusedBody('/scenarioId', storedProblems.twoPlans)
  const number = versionNumber.optional().safeParse(version)
  if (!number.success || typeof version === 'string') throw refusedBody('/version', storedProblems.unknown, version)
  const found =
    typeof scenarioId === 'string' && /^[0-9a-z]{1,32}$/.test(scenarioId)
      ? await getScenario(request.server.database, request.actor.workspace, { id: scenarioId, version: number.data })
      : undefined
  if (found === undefined) throw refusedBody('/scenarioId', storedProblems.unknown, scenarioId)
  request.body = { ...rest, scenario: JSON.parse(found.document) as unknown }
  forget(request)
}

function refusedBody(pointer: string, words: { es: string; en: string }, received?: unknown): Refusal {
  const told = typeof received === 'string' ? { received: received.slice(0, 64) } : {}
  return new Refusal('scenario', { errors: [{ pointer, code: 'unknown-reference', ...words, ...told }] })
}

/** Addresses that a study has itself, such as the chart and its format, and those that a reading adds. */
function paramsOf(schema: FastifySchema, name: string): Record<string, z.ZodType> {
  const own = schema.params instanceof z.ZodObject ? (schema.params.shape as Record<string, z.ZodType>) : {}
  const added = [...name.matchAll(/:(\w+)/g)]
    .map(([, key = '']) => key)
    .filter((key) => !['id', 'version'].includes(key))
  return { ...Object.fromEntries(added.map((key) => [key, z.string().max(100)])), ...own }
}

const paramsOfRoot = (root: string): Record<string, z.ZodType> =>
  root.includes(':version') ? { ...idParams.shape, version: versionNumber } : { ...idParams.shape }

function answersOf({ response }: FastifySchema, without: readonly number[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(response ?? {}).filter(([status]) => !without.includes(Number(status))))
}
