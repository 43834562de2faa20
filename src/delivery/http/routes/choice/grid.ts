import { z } from 'zod'
import { group, number } from '../../../../scenario/fields.ts'
import { gridOf } from '../../../../study/sensitivity/grid.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'
import { driverFields, figureName, heading, ids, told, value, values } from './told.ts'

const axis = group({
  ...driverFields,
  shares: z
    .array(number({ min: -1, max: 10 }))
    .min(1)
    .max(21)
    .optional()
    .describe('cambios; fracción del dato'),
  values: z
    .array(number({ min: -1e15, max: 1e15 }))
    .min(1)
    .max(21)
    .optional()
    .describe('valores en vez de cambios'),
})

const options = group({
  x: axis.describe('dato de las columnas'),
  y: axis.describe('dato de las filas'),
  figure: figureName.optional(),
})

const axisSchema = z.strictObject({
  ...heading,
  shares: z.array(z.number()).readonly().nullable(),
  values: z.array(value).readonly(),
})

const answerSchema = z
  .strictObject({
    winner: z.string().nullable(),
    x: axisSchema,
    y: axisSchema,
    cells: z
      .array(
        z
          .array(
            z.strictObject({
              winner: z.string().nullable(),
              viable: ids,
              figure: values.optional(),
              limited: z.boolean(),
              because: z.string().nullable(),
            }),
          )
          .readonly(),
      )
      .readonly()
      .describe('By y, then by x'),
    wins: z.record(z.string(), z.number()).readonly().describe('In how many cells each alternative comes first'),
  })
  .meta({ id: 'Grid' })

/** POST /v1/grid: which alternative comes first where two inputs move at once. */
export function gridRoutes(app: App): void {
  app.post(
    '/v1/grid',
    {
      schema: {
        tags: ['study'],
        summary: 'Qué alternativa gana cuando dos datos cambian a la vez',
        description: 'The first alternative of the ranking over a grid of two inputs, with a figure of each if asked.',
        body: studyBodySchema(options, 'GridRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const answer = gridOf(scenario, asked)
      if (!answer.ok) throw new Refusal('scenario', { errors: answer.problems })
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(told(answer.grid, locale))
    },
  )
}
