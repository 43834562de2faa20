import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { modelHash } from '../../../../model/book.ts'
import { canonicalJson, scenarioHash } from '../../../../scenario/canonical.ts'
import { group } from '../../../../scenario/fields.ts'
import { evaluate } from '../../../../study/evaluate.ts'
import { archiveOf } from '../../../charts/archive.ts'
import { chooseLocale } from '../../language.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'
import type { PictureQuery } from '../charts.ts'
import { pictureQuery, refuseHuge, viewAsked } from '../charts.ts'

const options = group({})

/** POST /v1/charts.zip: todas las gráficas de un plan, as PNG, SVG and CSV in one file. */
export function chartsZipRoutes(app: App): void {
  app.post(
    '/v1/charts.zip',
    {
      schema: {
        tags: ['study'],
        summary: 'Todas las gráficas de una alternativa en un archivo',
        description:
          'Every chart as PNG, SVG and CSV with a README. The same plan gives the same bytes; a strong ETag.',
        querystring: pictureQuery,
        body: studyBodySchema(options, 'ChartsZipRequest'),
        response: {
          200: {
            description: 'Un archivo ZIP / A ZIP file',
            content: { 'application/zip': { schema: z.string().describe('ZIP') } },
          },
          ...problemAnswers(400, 413, 415, 422),
        },
      },
    },
    async (request, reply) => answer(request, reply),
  )
}

async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = request.query as PictureQuery
  refuseHuge(query)
  const { scenario, document } = readStudyBody(request.body, options)
  const locale = query.locale ?? chooseLocale(request.headers['accept-language'])
  const asked = { scenario: scenarioHash(document), model: modelHash, query, locale }
  reply.header('etag', `"${scenarioHash(JSON.parse(canonicalJson(asked)))}"`).header('content-language', locale)
  const result = evaluate(scenario, { document, locale, money: query.money })
  const view = viewAsked({ result, scenario }, query, locale)
  const { width, height, theme, scale } = query
  const bytes = await archiveOf(view, { width, height, theme, locale }, scale)
  return reply
    .type('application/zip')
    .header('content-disposition', 'attachment; filename="graficas.zip"')
    .send(Buffer.from(bytes))
}
