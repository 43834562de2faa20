import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { modelHash } from '../../../../model/book.ts'
import { canonicalJson, scenarioHash } from '../../../../scenario/canonical.ts'
import { group } from '../../../../scenario/fields.ts'
import type { Scenario } from '../../../../scenario/scenario.ts'
import { moneys } from '../../../../study/money.ts'
import { readSimulation } from '../../../../study/simulation/read.ts'
import { simulate } from '../../../../study/simulation/simulation.ts'
import type { Simulation } from '../../../../study/simulation/summary.ts'
import { unknownInPlan } from '../../../../text/report/problems.ts'
import { planOf } from '../../../report/base/context.ts'
import { extractPdf } from '../../../report/extract.ts'
import { reportOf, UnknownInPlan } from '../../../report/report.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'

const noOptions = group({})

/** More draws are a study of their own; a report does not hold up the others for long. */
const mostDraws = 500

const chosen = {
  alternative: z.string().max(64).optional().describe('Id of the alternative; the first ranked where absent'),
  variant: z.string().max(64).optional().describe('Id of the variant; the base one where absent'),
  locale: z.enum(['es', 'en']).optional().describe('By Accept-Language where absent'),
}
const querySchema = z.strictObject({
  ...chosen,
  money: z.enum(moneys).default('current').describe('Pesos of each year or of the base year'),
  draws: z.coerce.number().int().min(1).max(mostDraws).optional().describe('Draws of a simulation; none where absent'),
  seed: z.coerce.number().int().min(0).default(1).describe('Seed of the draws'),
})
type Query = z.output<typeof querySchema>
const extractQuery = z.strictObject({ ...chosen, entity: z.string().max(64).describe('Id of the entity') })

const media = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
type Format = keyof typeof media

const file = (format: Format) => ({
  200: {
    description: 'El documento / The document',
    content: { [media[format]]: { schema: z.string().describe(format.toUpperCase()) } },
  },
  ...problemAnswers(400, 413, 415, 422),
})

/** POST /v1/report.{pdf,docx} and /v1/provider-extract.pdf: what a plan that is not stored takes into a meeting. */
export function reportRoutes(app: App): void {
  for (const format of ['pdf', 'docx'] as const)
    app.post(
      `/v1/report.${format}`,
      {
        schema: {
          tags: ['study'],
          summary: `El informe del Plan Financiero Viable en ${format.toUpperCase()}`,
          description:
            'The report of one alternative in the order of article 6, with `draws` also its simulation. ' +
            'A strong ETag; with If-None-Match the answer may be 304.',
          querystring: querySchema,
          body: studyBodySchema(noOptions, 'ReportRequest'),
          response: file(format),
        },
      },
      async (request, reply) => report(request, reply, format),
    )
  app.post(
    '/v1/provider-extract.pdf',
    {
      schema: {
        tags: ['study'],
        summary: 'El extracto de una entidad para su plan de gestión y resultados, en PDF',
        description: 'What arts. 3 and 14 ask an entity to take into its own plan. A strong ETag, as the report.',
        querystring: extractQuery,
        body: studyBodySchema(noOptions, 'ReportRequest'),
        response: file('pdf'),
      },
    },
    async (request, reply) => extract(request, reply),
  )
}

async function extract(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = request.query as z.output<typeof extractQuery>
  const { scenario, document } = readStudyBody(request.body, noOptions)
  const locale = query.locale ?? chooseLocale(request.headers['accept-language'])
  if (isKnown(request, reply, { what: 'provider-extract.pdf', document, query, locale })) return reply.code(304).send()
  const bytes = await told(query, () => extractPdf({ scenario, document }, { ...query, locale }))
  return reply.type(media.pdf).send(Buffer.from(bytes))
}

async function report(request: FastifyRequest, reply: FastifyReply, format: Format): Promise<FastifyReply> {
  const query = request.query as Query
  const { scenario, document } = readStudyBody(request.body, noOptions)
  const locale = query.locale ?? chooseLocale(request.headers['accept-language'])
  if (isKnown(request, reply, { what: `report.${format}`, document, query, locale })) return reply.code(304).send()
  const simulation = await simulated(scenario, query)
  const { alternative, variant, money } = query
  const bytes = await told(query, () =>
    reportOf({ scenario, document }, { format, locale, alternative, variant, money, simulation }),
  )
  return reply.type(media[format]).send(Buffer.from(bytes))
}

async function simulated(scenario: Scenario, { draws, seed, variant }: Query): Promise<Simulation | undefined> {
  if (draws === undefined) return undefined
  const read = readSimulation(planOf(scenario, variant ?? 'base'), { draws, seed }, mostDraws)
  if (!read.ok) throw new Refusal('scenario', { errors: read.problems })
  return simulate(read.job)
}

interface Name {
  readonly what: string
  readonly document: unknown
  readonly query: object
  readonly locale: string
}

/** Writes the strong tag of what is asked for; whether who asks has it already. */
function isKnown(request: FastifyRequest, reply: FastifyReply, { document, ...name }: Name): boolean {
  const all = { ...name, scenario: scenarioHash(document), model: modelHash }
  const tag = `"${scenarioHash(JSON.parse(canonicalJson(JSON.parse(JSON.stringify(all)))))}"`
  reply.header('etag', tag).header('content-language', name.locale).header('cache-control', 'private, no-cache')
  const given = request.headers['if-none-match']?.split(',') ?? []
  return given.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
}

/** What the plan does not have is a problem of the query, not a fault. */
async function told(
  query: Readonly<Partial<Record<UnknownInPlan['field'], string | undefined>>>,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof UnknownInPlan)) throw error
    const { field, known } = error
    const received = query[field] ?? ''
    const words = unknownInPlan(field, { received, known })
    throw new Refusal('query', { errors: [{ pointer: `?${field}`, code: 'unknown-reference', ...words, received }] })
  }
}
