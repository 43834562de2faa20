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
import { adjustmentRoutes } from './routes/adjustments.ts'
import { budgetRoutes } from './routes/budget.ts'
import { chartRoutes } from './routes/charts.ts'
import { bridgeRoutes } from './routes/choice/bridge.ts'
import { comparisonRoutes } from './routes/choice/comparisons.ts'
import { gridRoutes } from './routes/choice/grid.ts'
import { sensitivityRoutes } from './routes/choice/sensitivity.ts'
import { stabilityRoutes } from './routes/choice/stability.ts'
import { completenessRoutes } from './routes/diagnosis/completeness.ts'
import { indicatorRoutes } from './routes/diagnosis/indicators.ts'
import { regionalRoutes } from './routes/diagnosis/regional.ts'
import { evaluationRoutes } from './routes/evaluations.ts'
import { exampleRoutes } from './routes/examples.ts'
import { explanationRoutes } from './routes/explanations.ts'
import { jobEventRoutes } from './routes/jobs/events.ts'
import { jobRoutes } from './routes/jobs/jobs.ts'
import { portfolioRoutes } from './routes/jobs/portfolios.ts'
import { lawRoutes } from './routes/law.ts'
import { lenderRoutes } from './routes/lender.ts'
import { modelRoutes } from './routes/model.ts'
import { auditRoutes } from './routes/operations/audit.ts'
import { healthRoutes } from './routes/operations/health.ts'
import { keyRoutes } from './routes/operations/keys.ts'
import { metricsRoutes } from './routes/operations/metrics.ts'
import { openapiRoutes } from './routes/operations/openapi.ts'
import { chartsZipRoutes } from './routes/paper/charts-zip.ts'
import { importRoutes } from './routes/paper/import.ts'
import { planHtmlRoutes } from './routes/paper/plan-html.ts'
import { reportRoutes } from './routes/paper/report.ts'
import { workbookRoutes } from './routes/paper/workbook.ts'
import { schemaRoutes } from './routes/schemas.ts'
import { simulationRoutes } from './routes/simulations.ts'
import { storedRoutes } from './routes/stored/stored.ts'
import { stressRoutes } from './routes/stress.ts'
import { balanceRoutes } from './routes/tariffs/balance.ts'
import { householdBillRoutes } from './routes/tariffs/household-bill.ts'
import { validatorCompiler } from './schema.ts'
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
  evaluationRoutes,
  explanationRoutes,
  exampleRoutes,
  balanceRoutes,
  householdBillRoutes,
  budgetRoutes,
  chartRoutes,
  reportRoutes,
  planHtmlRoutes,
  workbookRoutes,
  importRoutes,
  chartsZipRoutes,
  indicatorRoutes,
  completenessRoutes,
  regionalRoutes,
  adjustmentRoutes,
  stressRoutes,
  lenderRoutes,
  comparisonRoutes,
  sensitivityRoutes,
  gridRoutes,
  stabilityRoutes,
  bridgeRoutes,
  simulationRoutes,
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

/** Builds the service without listening, so that tests and generators can call it as it is. */
export async function buildApp(options: AppOptions = {}): Promise<FastifyInstance> {
  const { logger, bodyLimit = 5_000_000 } = options
  const opened = options.database ?? (await openDatabase({ data: 'memory' }))
  const measured = meter(opened, options.process !== undefined)
  const app = Fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    bodyLimit,
    // Members that would touch prototypes are fields the scenario does not know: its reader says so, with their place.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: 60_000,
    frameworkErrors: answerError,
    requestIdHeader: false,
    genReqId: requestId(options.process ?? 'req'),
  }).withTypeProvider<ZodTypeProvider>()
  app.decorate('database', measured.database)
  if (options.database === undefined) app.addHook('onClose', () => opened.close())
  app.decorate('jobs', await jobsOf(measured.database, options.jobs, app.log))
  // Hooks of closing run last first: jobs are given back before the store closes.
  app.addHook('onClose', () => app.jobs.close())
  const allowed = collectMethods(app)
  app.setValidatorCompiler(validatorCompiler)
  // A result of megabytes is checked by the tests, not on every answer.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
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
