import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { modelHash } from '../../../../model/book.ts'
import { canonicalJson, scenarioHash } from '../../../../scenario/canonical.ts'
import { group } from '../../../../scenario/fields.ts'
import { unknownInPlan } from '../../../../text/report/problems.ts'
import { planHtmlOf, UnknownInPlan } from '../../../report/report.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { moneySchema, problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'

const options = group({})

const querySchema = z.strictObject({
  alternative: z.string().max(64).optional().describe('Id of the alternative; the first ranked where absent'),
  variant: z.string().max(64).optional().describe('Id of the variant; the base one where absent'),
  locale: z.enum(['es', 'en']).optional().describe('By Accept-Language where absent'),
  money: moneySchema,
})

/** POST /v1/plan.html: el plan en un solo archivo, with its charts inside, that opens without a server. */
export function planHtmlRoutes(app: App): void {
  app.post(
    '/v1/plan.html',
    {
      schema: {
        tags: ['study'],
        summary: 'El plan en una sola página HTML que se abre sin servidor',
        description:
          'The report with its charts and the explanation of its main figures as one file without scripts. ' +
          'The same plan gives the same bytes; a strong ETag.',
        querystring: querySchema,
        body: studyBodySchema(options, 'PlanHtmlRequest'),
        response: {
          200: {
            description: 'La página / The page',
            content: { 'text/html': { schema: z.string().describe('HTML') } },
          },
          ...problemAnswers(400, 413, 415, 422),
        },
      },
    },
    async (request, reply) => answer(request, reply),
  )
}

async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = request.query as z.output<typeof querySchema>
  const { scenario, document } = readStudyBody(request.body, options)
  const locale = query.locale ?? chooseLocale(request.headers['accept-language'])
  const asked = { what: 'plan.html', scenario: scenarioHash(document), model: modelHash, query, locale }
  reply.header('etag', `"${scenarioHash(JSON.parse(canonicalJson(JSON.parse(JSON.stringify(asked)))))}"`)
  reply.header('content-language', locale).header('cache-control', 'private, no-cache')
  const page = await planHtmlOf({ scenario, document }, { ...query, locale }).catch((error: unknown) => {
    if (!(error instanceof UnknownInPlan) || error.field === 'entity') throw error
    const { field, known } = error
    const received = query[field] ?? ''
    const words = unknownInPlan(field, { received, known })
    throw new Refusal('query', { errors: [{ pointer: `?${field}`, code: 'unknown-reference', ...words, received }] })
  })
  return reply
    .type('text/html; charset=utf-8')
    .header('content-disposition', 'attachment; filename="plan.html"')
    .send(page)
}
