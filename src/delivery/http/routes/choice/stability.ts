import { z } from 'zod'
import { group, id, number, share, whole } from '../../../../scenario/fields.ts'
import { stabilityOf } from '../../../../study/choice/stability.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'
import { driver, heading, shares, told, value } from './told.ts'

const options = group({
  inputs: z.array(driver).min(1).max(60).optional().describe('datos que se mueven; si faltan, los de costumbre'),
  reach: number({ min: 1e-4, max: 1 }).default(0.5).describe('hasta dónde se mueve cada dato; fracción'),
  draws: whole({ min: 1000, max: 1_000_000 }).default(100_000).describe('juegos de pesos al azar'),
  seed: whole({ min: 0, max: Number.MAX_SAFE_INTEGER }).default(1).describe('semilla'),
  firstProbability: z
    .record(id, share)
    .optional()
    .describe('probabilidad de quedar de primera, por alternativa, según una simulación'),
})

const turnSchema = z.strictObject({ share: z.number(), value, winner: z.string().nullable() }).nullable()

export const weightsSchema = z.strictObject({
  region: z
    .strictObject({
      draws: z.number().int(),
      seed: z.number().int(),
      any: shares,
      legalOrder: shares,
      standardError: z.number(),
    })
    .nullable()
    .describe('Share of random weights at which each alternative comes first; null under the lexicographic method'),
  intervals: z
    .array(z.strictObject({ criterion: z.string(), weight: z.number(), from: z.number(), to: z.number() }))
    .readonly()
    .nullable()
    .describe('Weights of each criterion, inside its group, at which the winner stays first'),
})

const answerSchema = z
  .strictObject({
    winner: z.string().nullable(),
    method: z.string(),
    winners: z.record(z.string(), z.string().nullable()).readonly(),
    sameWinner: z.boolean(),
    drivers: z
      .array(z.strictObject({ ...heading, value, up: turnSchema, down: turnSchema, least: value }))
      .readonly()
      .describe('The least change of each input, up and down, from which another alternative comes first'),
    weights: weightsSchema,
    firstProbability: shares.nullable(),
    sentences: z.array(z.string()).readonly(),
  })
  .meta({ id: 'Stability' })

/** POST /v1/stability: certificate of how firmly the winner stands. */
export function stabilityRoutes(app: App): void {
  app.post(
    '/v1/stability',
    {
      schema: {
        tags: ['study'],
        summary: 'Certificado de estabilidad de la jerarquización',
        description: 'What would change the winner of the ranking, and by how little: inputs, weights, methods.',
        body: studyBodySchema(options, 'StabilityRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const answer = stabilityOf(scenario, asked)
      if (!answer.ok) throw new Refusal('scenario', { errors: answer.problems })
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(told(answer.stability, locale))
    },
  )
}
