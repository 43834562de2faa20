import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { engineVersion } from '../../study/result.ts'
import { answerError, answerRefusal } from './errors.ts'
import { acceptsJson } from './language.ts'
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
import { healthRoutes } from './routes/health.ts'
import { lawRoutes } from './routes/law.ts'
import { lenderRoutes } from './routes/lender.ts'
import { modelRoutes } from './routes/model.ts'
import { openapiRoutes } from './routes/openapi.ts'
import { schemaRoutes } from './routes/schemas.ts'
import { simulationRoutes } from './routes/simulations.ts'
import { stressRoutes } from './routes/stress.ts'
import { balanceRoutes } from './routes/tariffs/balance.ts'
import { householdBillRoutes } from './routes/tariffs/household-bill.ts'
import { validatorCompiler } from './schema.ts'

export interface AppOptions {
  logger?: FastifyBaseLogger
  /** Bytes of the largest body. */
  bodyLimit?: number
}

/** Every door of the service, in the order of the document. */
const routes = [
  evaluationRoutes,
  balanceRoutes,
  householdBillRoutes,
  budgetRoutes,
  chartRoutes,
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
  modelRoutes,
  lawRoutes,
  schemaRoutes,
  healthRoutes,
  openapiRoutes,
]

/** Builds the service without listening, so that tests and generators can call it as it is. */
export async function buildApp({ logger, bodyLimit = 5_000_000 }: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    bodyLimit,
    // Members that would touch prototypes are fields the scenario does not know: its reader says so, with their place.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: 60_000,
    frameworkErrors: answerError,
  }).withTypeProvider<ZodTypeProvider>()
  const allowed = collectMethods(app)
  app.setValidatorCompiler(validatorCompiler)
  // A result of megabytes is checked by the tests, not on every answer.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => answerNotFound(allowed(request.url), request, reply))
  app.addHook('onRequest', async (request) => {
    // The pages of the documentation and charts answer in their own types.
    if (/^\/(?:docs|v1\/charts\/)/.test(request.url)) return
    if (!acceptsJson(request.headers.accept)) throw new Refusal('not-acceptable')
  })
  await app.register(fastifySwagger, openapiOptions(engineVersion))
  for (const route of routes) route(app)
  await app.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    // Without this the page asks a validator on the internet about the document.
    uiConfig: { validatorUrl: null, docExpansion: 'list' },
    staticCSP: true,
  })
  await app.ready()
  return app
}

/** Remembers which methods each path takes, so that a wrong method can be told from a wrong path. */
function collectMethods(app: FastifyInstance): (url: string) => string[] {
  const known: { pattern: RegExp; methods: string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
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
