import { availableParallelism } from 'node:os'
import { z } from 'zod'
import type { Job } from '../../../study/simulation/job.ts'
import { readSimulation } from '../../../study/simulation/read.ts'
import { simulate } from '../../../study/simulation/simulation.ts'
import { simulateOnThreads } from '../../../study/simulation/simulation.worker.ts'
import type { Simulation } from '../../../study/simulation/summary.ts'
import { toldIn } from '../../../study/simulation/told.ts'
import { chooseLocale } from '../language.ts'
import { Refusal } from '../problem.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'
import { readStudyBody, studyBodySchema } from '../study-body.ts'
import { simulationJob } from './jobs/request.ts'
import { acceptJob, jobSchema } from './jobs/shapes.ts'
import { mostDraws, simulationOptions, simulationSchema } from './jobs/simulation-shapes.ts'

/** Fewer draws take less than starting threads does. */
const fewDraws = 200
const mostThreads = 8

/** POST /v1/simulations: simulación de Monte Carlo de un plan sin guardar. */
export function simulationRoutes(app: App): void {
  app.post(
    '/v1/simulations',
    {
      config: { ownThreads: true },
      schema: {
        tags: ['study'],
        summary: 'Con qué probabilidad es viable cada alternativa y qué puesto toma',
        description: [
          `Monte Carlo over uncertain inputs; the same seed gives the same bytes. At most ${mostDraws} draws are answered`,
          'at once; more, or with `Prefer: respond-async` or `?async=true`, are done as a job whose address is in Location.',
        ].join(' '),
        querystring: z.strictObject({
          async: z.stringbool().default(false).describe('true: done as a job, however few the draws'),
        }),
        body: studyBodySchema(simulationOptions, 'SimulationRequest'),
        response: { 200: simulationSchema, 202: jobSchema, ...problemAnswers(400, 413, 415, 422, 429) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, simulationOptions)
      const preferred = /(?:^|[,;\s])respond-async(?:$|[,;\s])/i.test(String(request.headers.prefer ?? ''))
      if (preferred || request.query.async || asked.draws > mostDraws) {
        if (preferred) reply.header('preference-applied', 'respond-async')
        return acceptJob(app, { request, reply }, simulationJob(request.body))
      }
      const read = readSimulation(scenario, asked, mostDraws)
      if (!read.ok) throw new Refusal('scenario', { errors: read.problems })
      const gone = new AbortController()
      reply.raw.on('close', () => {
        if (!reply.raw.writableFinished) gone.abort()
      })
      const simulation = await run(read.job, gone.signal)
      const locale = chooseLocale(request.headers['accept-language'])
      return reply
        .header('content-language', locale)
        .send(toldIn(simulation, locale) as z.infer<typeof simulationSchema>)
    },
  )
}

/** Simulations that start threads run one after another, so that many questions at once do not start many threads. */
let queue: Promise<unknown> = Promise.resolve()

function run(job: Job, signal: AbortSignal): Promise<Simulation> {
  if (job.draws <= fewDraws) return simulate(job, { signal })
  const threads = Math.min(mostThreads, availableParallelism())
  const mine = queue.then(() => simulateOnThreads(job, { signal, threads }))
  queue = mine.catch(() => undefined)
  return mine
}
