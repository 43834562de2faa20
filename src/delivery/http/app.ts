import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { engineVersion } from '../../study/result.ts'
import type { Jobs, JobsOptions } from '../jobs/jobs.ts'
import { openJobs } from '../jobs/jobs.ts'
import type { Database } from '../store/database.ts'
import { openDatabase } from '../store/database.ts'
import { answerError, answerRefusal } from './errors.ts'
import type { Actor } from './gate/actor.ts'
import type { GateOptions } from './gate/gate.ts'
import { buildGate, requestId } from './gate/gate.ts'
import { producedBy } from './gate/produced.ts'
import { meter } from './gate/trace/metrics.ts'
import { acceptsAny } from './language.ts'
import { openapiOptions } from './openapi.ts'
import { Refusal } from './problem.ts'
import { exampleRoutes } from './routes/examples.ts'
import { jobEventRoutes } from './routes/jobs/events.ts'
import { jobRoutes } from './routes/jobs/jobs.ts'
import { portfolioRoutes } from './routes/jobs/portfolios.ts'
import { lawRoutes } from './routes/law.ts'
import { modelRoutes } from './routes/model.ts'
import { auditRoutes } from './routes/operations/audit.ts'
import { healthRoutes } from './routes/operations/health.ts'
import { keyRoutes } from './routes/operations/keys.ts'
import { metricsRoutes } from './routes/operations/metrics.ts'
import { openapiRoutes } from './routes/operations/openapi.ts'
import { importRoutes } from './routes/paper/import.ts'
import { schemaRoutes } from './routes/schemas.ts'
import { storedRoutes } from './routes/stored/stored.ts'
import { answerInJson, validatorCompiler } from './schema.ts'
import { studyRoutes } from './threads/studies.ts'
import type { StudyThreads } from './threads/threads.ts'
import { servePage } from './web.ts'

export interface AppOptions {
  logger?: FastifyBaseLogger
  /** Bytes of the largest body. */
  bodyLimit?: number
  /** Where plans, jobs and keys are kept; without it, in memory until the app closes. */
  database?: Database
  gate?: GateOptions
  /** How jobs are done; without it, in this process over the embedded store on two threads. */
  jobs?: Partial<JobsOptions>
  /** The threads on which studies are worked out; where absent, the one that answers. */
  studies?: Pick<StudyThreads, 'aside' | 'waiting'>
  /** What a service of its own process adds: numbers of requests that no other process gives, measures of the process. */
  process?: string
}

declare module 'fastify' {
  interface FastifyInstance {
    database: Database
    jobs: Jobs
  }
  interface FastifyRequest {
    actor: Actor
  }
}

/** Every door of the service, in the order of the document. */
const routes = [
  storedRoutes,
  ...studyRoutes,
  exampleRoutes,
  importRoutes,
  jobRoutes,
  jobEventRoutes,
  portfolioRoutes,
  modelRoutes,
  lawRoutes,
  schemaRoutes,
  keyRoutes,
  auditRoutes,
  healthRoutes,
  openapiRoutes,
]

const onThisThread: Pick<StudyThreads, 'aside' | 'waiting'> = { aside: (_, handler) => handler, waiting: () => 0 }

/** Builds the service without listening, so that tests and generators can call it as it is. */
export async function buildApp(options: AppOptions = {}): Promise<FastifyInstance> {
  const { logger, bodyLimit = 5_000_000, studies = onThisThread } = options
  const opened = options.database ?? (await openDatabase({ data: 'memory' }))
  const measured = meter(opened, studies.waiting, options.process !== undefined)
  const app = Fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    bodyLimit,
    // Members that would touch prototypes are fields the scenario does not know: its reader says so, with their place.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: 60_000,
    // Who neither asks nor takes anything for so long has gone; no study takes half of it.
    connectionTimeout: 300_000,
    frameworkErrors: answerError,
    requestIdHeader: false,
    genReqId: requestId(options.process ?? 'req'),
  }).withTypeProvider<ZodTypeProvider>()
  app.decorate('database', measured.database)
  if (options.database === undefined) app.addHook('onClose', () => opened.close())
  app.decorate('aside', studies.aside)
  app.decorate('jobs', await jobsOf(measured.database, options.jobs, app.log))
  // Hooks of closing run last first: jobs are given back before the store closes.
  app.addHook('onClose', () => app.jobs.close())
  const allowed = collectMethods(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(answerInJson)
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(answerError)
  await buildGate(app, options.gate ?? {}, measured)
  app.setNotFoundHandler((request, reply) => answerNotFound(allowed(request.url), request, reply))
  app.addHook('onRequest', async (request) => {
    if (!acceptsAny(request.headers.accept, producedBy(request))) throw new Refusal('not-acceptable')
  })
  await app.register(fastifySwagger, openapiOptions(engineVersion))
  for (const route of [...routes, metricsRoutes(measured)]) route(app)
  await servePage(app)
  await app.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    // Without this the page asks a validator on the internet about the document.
    uiConfig: { validatorUrl: null, docExpansion: 'list' },
    staticCSP: true,
  })
  await app.ready()
  return app
}

const jobsOf = (database: Database, options: Partial<JobsOptions> = {}, log: FastifyBaseLogger): Promise<Jobs> =>
  openJobs(database, { works: database.engine === 'sqlite', threads: 2, days: 7, log, ...options })

/** Remembers which methods each path takes, so that a wrong method can be told from a wrong path. */
function collectMethods(app: FastifyInstance): (url: string) => string[] {
  const known: { pattern: RegExp; methods: string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    // Where other sites may ask, any address takes their preflight.
    if (url === '*') return
    const pattern = new RegExp(
      `^${url
        .replaceAll(/[.]/g, '\\.')
        .replaceAll(/:[^/]+/g, '[^/]+')
        .replaceAll('*', '.*')}$`,
    )
    known.push({ pattern, methods: [method].flat() })
  })
  return (url) => {
    const path = url.split('?')[0] ?? ''
    return [...new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))]
  }
}

function answerNotFound(allowed: readonly string[], request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (allowed.length === 0) return answerRefusal(new Refusal('not-found'), request, reply)
  reply.header('allow', allowed.join(', '))
  return answerRefusal(new Refusal('method-not-allowed'), request, reply)
}
