import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { group } from '../../../scenario/fields.ts'
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

const mostDraws = 10_000
/** Fewer draws take less than starting threads does. */
const fewDraws = 200
const mostThreads = 8

const parameter = z.number()
const range = { min: parameter.describe('mínimo'), max: parameter.describe('máximo') }
const peaked = { ...range, mode: parameter.describe('valor más probable') }
const spread = { mean: parameter.describe('media'), sd: parameter.describe('desviación estándar') }

const distributionSchema = z
  .discriminatedUnion('kind', [
    group({ kind: z.literal('uniform'), ...range }),
    group({ kind: z.literal('triangular'), ...peaked }),
    group({ kind: z.literal('pert'), ...peaked }),
    group({ kind: z.literal('normal'), ...spread }),
    group({ kind: z.literal('lognormal'), ...spread }),
    group({
      kind: z.literal('discrete'),
      values: z.array(z.number()).max(1000).describe('valores posibles'),
      weights: z.array(z.number()).max(1000).optional().describe('peso de cada valor; iguales si faltan'),
    }),
  ])
  .meta({ id: 'Distribution' })

const inputSchema = group({
  pointer: z.string().max(500).optional().describe('puntero JSON de un dato del plan'),
  pointers: z.array(z.string().max(500)).max(500).optional().describe('varios datos que se mueven juntos'),
  label: z.string().min(1).max(200).optional().describe('nombre con que se muestra'),
  distribution: distributionSchema,
  effect: z
    .enum(['factor', 'value', 'addition'])
    .default('factor')
    .describe('lo sorteado multiplica el dato, lo reemplaza o se le suma'),
}).meta({ id: 'UncertainInput' })

const options = group({
  inputs: z.array(inputSchema).optional().describe('datos inciertos; si faltan, los usuales con rangos ilustrativos'),
  correlation: z.array(z.array(z.number())).optional().describe('correlación de rangos de los datos, en su orden'),
  draws: z.number().default(1000).describe(`número de simulaciones; a lo sumo ${mostDraws}`),
  seed: z.number().default(1).describe('semilla: la misma da la misma respuesta'),
  outputs: z
    .array(z.string().max(300))
    .optional()
    .describe('cifras o renglones, como planNpv, cash, userTariff::userClass=stratum1,zone=urban'),
})

const chance = z.strictObject({ probability: z.number(), standardError: z.number() }).meta({ id: 'Chance' })
const values = z.array(z.number().nullable())
const bandsSchema = z
  .strictObject({
    id: z.string(),
    unit: z.string(),
    label: z.string(),
    years: z.array(z.int()).nullable().describe('Null for a single figure'),
    ...{ p5: values, p25: values, p50: values, p75: values, p95: values },
  })
  .meta({ id: 'QuantileBands' })

const answerSchema = z
  .strictObject({
    draws: z.int(),
    seed: z.int(),
    note: z.string().nullable().describe('Said where the uncertain inputs only illustrate'),
    inputs: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        pointers: z.array(z.string()),
        distribution: distributionSchema,
        effect: z.enum(['factor', 'value', 'addition']),
      }),
    ),
    alternatives: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        viable: chance,
        first: chance,
        ranks: z.array(z.strictObject({ place: z.int(), ...chance.shape })),
        beyond: z.int().describe('Draws in which a value went beyond any number'),
        bands: z.array(bandsSchema),
      }),
    ),
    convergence: z.array(
      z.strictObject({
        draws: z.int(),
        alternatives: z.array(
          z.strictObject({
            id: z.string(),
            viable: chance,
            first: chance,
            medians: z.record(z.string(), z.number().nullable()).describe('Of the last year of each output'),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Simulation' })

/** POST /v1/simulations: simulación de Monte Carlo de un plan sin guardar. */
export function simulationRoutes(app: App): void {
  app.post(
    '/v1/simulations',
    {
      schema: {
        tags: ['study'],
        summary: 'Con qué probabilidad es viable cada alternativa y qué puesto toma',
        description: [
          `Monte Carlo over uncertain inputs, answered at once: at most ${mostDraws} draws here.`,
          'The same seed gives the same bytes. Jobs with progress are for stored plans and come later.',
        ].join(' '),
        body: studyBodySchema(options, 'SimulationRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const read = readSimulation(scenario, asked, mostDraws)
      if (!read.ok) throw new Refusal('scenario', { errors: read.problems })
      const gone = new AbortController()
      reply.raw.on('close', () => {
        if (!reply.raw.writableFinished) gone.abort()
      })
      const simulation = await run(read.job, gone.signal)
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(toldIn(simulation, locale) as z.infer<typeof answerSchema>)
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
