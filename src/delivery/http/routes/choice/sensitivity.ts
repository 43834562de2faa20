import { z } from 'zod'
import { group, id, number } from '../../../../scenario/fields.ts'
import { sensitivity } from '../../../../study/sensitivity/tornado.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'
import { driverFields, figureName, figureSchema, heading, told, value } from './told.ts'

const anyNumber = number({ min: -1e15, max: 1e15 })

const options = group({
  alternative: id.optional().describe('alternativa; si falta, la primera del orden'),
  figure: figureName.default('planNpv'),
  share: number({ min: 1e-6, max: 1 })
    .default(0.1)
    .describe('cuánto se mueve cada dato, hacia abajo y hacia arriba; fracción'),
  inputs: z
    .array(
      group({
        ...driverFields,
        values: z.array(anyNumber).min(1).max(21).optional().describe('valores en vez de ± share'),
      }),
    )
    .min(1)
    .max(60)
    .optional()
    .describe('datos que se mueven; si faltan, los de costumbre'),
  breakEven: group({
    target: anyNumber.default(0).describe('valor que debe alcanzar la cifra'),
    reach: number({ min: 1e-6, max: 1 }).default(0.5).describe('hasta dónde se mueve el dato; fracción'),
  })
    .optional()
    .describe('buscar también el valor de equilibrio de cada dato'),
})

const pointSchema = z.strictObject({
  share: value,
  value: value.describe('The input itself; of a value over time, in the base year; null for several inputs'),
  result: value,
  difference: value,
  limited: z.boolean().describe('A limit of the document held the input back'),
  because: z.string().nullable(),
})

const answerSchema = z
  .strictObject({
    alternative: z.string(),
    figure: figureSchema,
    value,
    bars: z
      .array(
        z.strictObject({
          ...heading,
          value,
          points: z.array(pointSchema).readonly(),
          swing: value,
          breakEven: z.strictObject({ share: z.number(), value }).nullable(),
        }),
      )
      .readonly()
      .describe('Widest swing first'),
  })
  .meta({ id: 'Sensitivity' })

/** POST /v1/sensitivity: the tornado of a figure. */
export function sensitivityRoutes(app: App): void {
  app.post(
    '/v1/sensitivity',
    {
      schema: {
        tags: ['study'],
        summary: 'Sensibilidad de una cifra a los datos (tornado)',
        description: 'What moving each input does to one figure of an alternative, the widest swing first.',
        body: studyBodySchema(options, 'SensitivityRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const answer = sensitivity(scenario, asked)
      if (!answer.ok) throw new Refusal('scenario', { errors: answer.problems })
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(told(answer.sensitivity, locale))
    },
  )
}
