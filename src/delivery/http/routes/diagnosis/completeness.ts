import { z } from 'zod'
import { group } from '../../../../scenario/fields.ts'
import { completenessOf } from '../../../../study/diagnosis/completeness.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'

const options = group({})
const pointers = z.array(z.string()).readonly()
const answerSchema = z
  .strictObject({
    numerals: z.array(
      z.strictObject({
        numeral: z.string(),
        es: z.string(),
        en: z.string(),
        status: z.enum(['filled', 'computed', 'missing', 'notApplicable']),
        filled: pointers,
        missing: pointers,
      }),
    ),
  })
  .meta({ id: 'Completeness' })

export function completenessRoutes(app: App): void {
  app.post(
    '/v1/completeness',
    {
      config: { remembered: true },
      schema: {
        tags: ['study'],
        summary: 'Qué numerales de los capítulos 5 a 14 están completos',
        description:
          'Every numeral of chapters 5–14 as filled, computed, missing or not applicable, with its pointers.',
        body: studyBodySchema(options, 'CompletenessQuestion'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request) => ({ numerals: completenessOf(readStudyBody(request.body, options).document) }),
  )
}
