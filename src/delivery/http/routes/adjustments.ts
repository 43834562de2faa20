import { z } from 'zod'
import { patchSchema } from '../../../scenario/document/plan.ts'
import { group, id, number } from '../../../scenario/fields.ts'
import type { Adjustment } from '../../../study/adjustment/adjustment.ts'
import { adjust } from '../../../study/adjustment/adjustment.ts'
import { leverIds } from '../../../study/adjustment/levers.ts'
import { chooseLocale } from '../language.ts'
import { Refusal } from '../problem.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'
import { readStudyBody, studyBodySchema } from '../study-body.ts'

const bound = number({ min: 0, max: 1e14 })

const options = group({
  alternative: id.describe('alternativa que se ajusta'),
  levers: z
    .array(
      group({
        lever: z.enum(leverIds).describe('qué se mueve'),
        weight: number({ min: 0, max: 1e6 }).optional().describe('peso del cambio; si falta, 1'),
        min: bound.optional().describe('menor valor'),
        max: bound.optional().describe('mayor valor'),
        yearlyRise: number({ min: 0.001, max: 1 })
          .optional()
          .describe('alza anual máxima de tariffPath sobre su índice; fracción; si falta, 0,05'),
        item: id.optional().describe('inversión que aplaza delayInvestment'),
      }),
    )
    .max(12)
    .describe('palancas; una, o varias con sus pesos'),
})

const testSchema = z
  .strictObject({
    id: z.string(),
    passed: z.boolean().nullable(),
    value: z.number().nullable(),
    limit: z.number().nullable(),
    year: z.number().int().nullable(),
    message: z.string(),
  })
  .meta({ id: 'AdjustmentTest' })

const answerSchema = z
  .strictObject({
    alternative: z.string(),
    viable: z.boolean(),
    alreadyViable: z.boolean(),
    cost: z.number().nullable().describe('Σ weight · |change| / range; null where no change was found'),
    levers: z.array(
      z.strictObject({
        lever: z.enum(leverIds),
        item: z.string().nullable(),
        unit: z.string(),
        before: z.number(),
        after: z.number(),
        change: z.number(),
        min: z.number(),
        max: z.number(),
        weight: z.number(),
      }),
    ),
    patch: patchSchema.describe('RFC 6902: applied to the scenario, it makes the alternative viable'),
    before: z.array(testSchema).describe('Tests that failed before'),
    failing: z.array(testSchema).describe('Tests that still fail nearest to viability'),
    unmended: z.array(z.string()).describe('Tests that failed wherever the levers were tried'),
    conflicts: z.array(z.array(z.string())).describe('Pairs of tests that pass one at a time but not together'),
    message: z.string(),
  })
  .meta({ id: 'Adjustment' })

/** POST /v1/adjustments [11.3: ajustarlas hasta lograr la viabilidad]. */
export function adjustmentRoutes(app: App): void {
  app.post(
    '/v1/adjustments',
    {
      schema: {
        tags: ['study'],
        summary: 'El menor cambio que hace viable una alternativa',
        description: 'The least change of one lever, or of several by weight, that makes an alternative viable.',
        body: studyBodySchema(options, 'AdjustmentRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const answer = adjust(scenario, asked)
      if (!answer.ok) throw new Refusal('scenario', { errors: answer.problems })
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(told(answer.adjustment, locale))
    },
  )
}

type Tests = Adjustment['failing']

function told(adjustment: Adjustment, locale: 'es' | 'en'): z.infer<typeof answerSchema> {
  const tests = (list: Tests) => list.map((t) => ({ ...t, message: t.message[locale] }))
  return {
    ...adjustment,
    levers: [...adjustment.levers],
    unmended: [...adjustment.unmended],
    conflicts: adjustment.conflicts.map((pair) => [...pair]),
    before: tests(adjustment.before),
    failing: tests(adjustment.failing),
    message: adjustment.message[locale],
  }
}
