import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { patchSchema } from '../../../../scenario/document/plan.ts'
import { evaluate } from '../../../../study/evaluate.ts'
import { readPlan } from '../../../../study/read-plan.ts'
import { tracked } from '../../../../study/tracking/tracked.ts'
import { modificationMarkdown } from '../../../../text/studies/tracking.ts'
import type { StoredObservation } from '../../../store/observations.ts'
import { listObservations } from '../../../store/observations.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { chosenPlace } from '../../study-body.ts'
import { localeOf, storedOf } from './scenarios.ts'
import { idParams } from './shapes.ts'

const value = z.number().nullable()
const level = z.enum(['inPlan', 'alert', 'substantial'])
const kind = z.enum(['tonnes', 'users', 'collection', 'cost'])
const evidence = z.strictObject({
  id: z.string(),
  year: z.number().int(),
  line: z.string(),
  label: z.string(),
  unit: z.string(),
  at: z.record(z.string(), z.string()),
  kind: kind.nullable().describe('Only these four give an alert'),
  planned: value,
  observed: z.number(),
  difference: value,
  relative: value.describe('Fraction of the planned value'),
  level,
  source: z.string(),
})
const trackingSchema = z
  .strictObject({
    alternative: z.string(),
    thresholds: z.strictObject({ alert: z.number(), substantial: z.number() }),
    level,
    items: z.array(evidence),
    projections: z.strictObject({
      factors: z.array(
        z.strictObject({
          kind,
          municipality: z.string().nullable(),
          year: z.number().int(),
          factor: z.number().describe('Observed over planned; the inputs behind are multiplied by it'),
          limited: z.boolean(),
        }),
      ),
      patch: patchSchema.describe('RFC 6902: applied to the plan, it gives the re-anchored one'),
      years: z.array(z.number().int()),
      lines: z.record(
        z.string(),
        z.strictObject({
          unit: z.string(),
          rows: z.array(
            z.strictObject({
              at: z.record(z.string(), z.string()),
              planned: z.array(value),
              projected: z.array(value),
            }),
          ),
        }),
      ),
      problems: z.array(z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() })),
    }),
    modification: z.strictObject({
      required: z.boolean().describe('Whether something observed is a substantial variation'),
      ground: z.string(),
      evidence: z.array(z.string()).describe('Ids of the observations beyond the alert'),
      figures: z.array(z.strictObject({ figure: z.string(), before: value, after: value })),
    }),
  })
  .meta({ id: 'Tracking' })

const share = (otherwise: number) => z.coerce.number().min(0.001).max(10).default(otherwise)

const querySchema = z.strictObject({
  alternative: z.string().max(64).optional().describe('The first ranked where absent'),
  alert: share(0.1),
  substantial: share(0.2),
})

/** /v1/scenarios/{id}/tracking: seguimiento del plan y documento técnico de su modificación [13]. */
export function trackingRoutes(app: App): void {
  const track = app.aside('tracking', followed)
  app.get(
    '/v1/scenarios/:id/tracking',
    {
      schema: {
        tags: ['scenarios'],
        summary: 'Lo real frente al plan, el plan proyectado desde lo observado y el documento de modificación [13]',
        description:
          'Observed against planned with alerts, re-anchored projections, and the technical document; text/markdown gives the document written out.',
        params: idParams,
        querystring: querySchema,
        response: {
          200: {
            description: 'El seguimiento / The tracking',
            content: {
              'application/json': { schema: trackingSchema },
              'text/markdown': { schema: z.string().describe('Documento técnico / technical document') },
            },
          },
          ...problemAnswers(400, 404, 422),
        },
      },
    },
    async (request, reply) => {
      const stored = await storedOf(request, { id: request.params.id })
      const observations = await listObservations(app.database, request.actor.workspace, stored.id)
      const asked: Asked = { name: stored.name, document: JSON.parse(stored.document), observations }
      request.body = asked
      await track(request, reply)
      return reply
    },
  )
}

interface Asked {
  readonly name: string
  readonly document: unknown
  readonly observations: readonly StoredObservation[]
}

async function followed(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { alternative, alert, substantial } = request.query as z.output<typeof querySchema>
  const { name, document, observations } = request.body as Asked
  const read = readPlan(document)
  if (!read.ok) throw new Refusal('scenario', { errors: read.problems })
  const locale = localeOf(request)
  const result = evaluate(read.scenario, { document, locale, details: true })
  const wanted = alternative ?? result.variants[0]?.ranking.order[0]?.alternative
  const index = chosenPlace(read.scenario.alternatives, wanted, '?alternative')
  const answer = tracked({ scenario: read.scenario, result, index, observations }, { alert, substantial }, locale)
  reply.header('content-language', locale).header('vary', 'accept, accept-language')
  if (/^\s*text\/markdown/.test(request.headers.accept ?? '')) {
    const text = modificationMarkdown({ plan: name, ...answer.document }, locale)
    return reply.type('text/markdown; charset=utf-8').send(text)
  }
  return reply.send(answer.tracking)
}
