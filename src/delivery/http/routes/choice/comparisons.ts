import { z } from 'zod'
import { patchSchema } from '../../../../scenario/document/plan.ts'
import { group, id, quantity } from '../../../../scenario/fields.ts'
import { compareAlternatives } from '../../../../study/choice/comparison.ts'
import { screeningOf } from '../../../../study/choice/screening.ts'
import { rankingSchema } from '../../../../study/result.ts'
import { runAlternative } from '../../../../study/run.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'
import { weightsSchema } from './stability.ts'
import { ids, told, value, values } from './told.ts'

const minimumTonnes = z
  .record(id, quantity)
  .optional()
  .describe('toneladas al año que necesita la planta de aprovechamiento de cada alternativa')
const screeningOptions = group({ minimumTonnes })
const options = group({
  base: id.optional().describe('alternativa con la que se comparan; si falta, seguir como hoy'),
  minimumTonnes,
})

const screeningSchema = z
  .strictObject({
    alternative: z.string(),
    name: z.string(),
    passed: z.boolean(),
    setAside: z.boolean().describe("The plan's own answer leaves it out of the ranking"),
    answers: z
      .array(
        z.strictObject({
          key: z.string(),
          question: z.string(),
          met: z.boolean().nullable(),
          basis: z.enum(['given', 'computed', 'unknown']),
          because: z.string(),
        }),
      )
      .readonly(),
    message: z.string(),
  })
  .meta({ id: 'Screening' })

const ranking = rankingSchema.readonly()
const compositeSchema = z.strictObject({
  id: z.string().nullable(),
  base: z.string().nullable(),
  parts: z.array(z.strictObject({ program: z.string(), from: z.string() })).readonly(),
  patch: patchSchema.nullable().describe('RFC 6902: adds the composite to the scenario'),
  evaluation: z
    .strictObject({ viable: z.boolean(), criteria: values, place: z.number().int().nullable(), ranking })
    .nullable(),
  problems: z.array(z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() })).readonly(),
  message: z.string(),
})

const answerSchema = z
  .strictObject({
    base: z.string(),
    alternatives: z.array(z.strictObject({ id: z.string(), name: z.string(), viable: z.boolean() })).readonly(),
    screening: z.array(screeningSchema).readonly(),
    criteria: z
      .array(z.strictObject({ criterion: z.string(), better: z.enum(['higher', 'lower']), values, best: ids }))
      .readonly(),
    figures: z
      .array(
        z.strictObject({
          figure: z.string(),
          unit: z.string(),
          label: z.string(),
          values: z.record(z.string(), z.strictObject({ value, difference: value })).readonly(),
        }),
      )
      .readonly(),
    inputs: z
      .array(
        z.strictObject({
          alternative: z.string(),
          differences: z.array(z.strictObject({ place: z.string(), base: z.unknown(), own: z.unknown() })).readonly(),
          more: z.number().int(),
        }),
      )
      .readonly(),
    ranking,
    agreement: z.string(),
    weights: weightsSchema,
    programmes: z
      .array(
        z.strictObject({
          program: z.string(),
          criteria: ids,
          values: z.record(z.string(), values).readonly(),
          ranking,
          winner: z.string().nullable(),
          message: z.string(),
        }),
      )
      .readonly(),
    composite: compositeSchema,
  })
  .meta({ id: 'Comparison' })

/** POST /v1/comparisons and /v1/screening: the alternatives side by side [10.2, 10.3]. */
export function comparisonRoutes(app: App): void {
  app.post(
    '/v1/comparisons',
    {
      schema: {
        tags: ['study'],
        summary: 'Compara las alternativas: criterios, cifras, datos, orden por programa y combinación',
        description:
          'Criteria, figures and inputs against a base, screening, ranking whole and by programme, and the best-of-each composite.',
        body: studyBodySchema(options, 'ComparisonRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const locale = chooseLocale(request.headers['accept-language'])
      const answer = compareAlternatives(scenario, asked, locale)
      if (!answer.ok) throw new Refusal('scenario', { errors: answer.problems })
      const { composite, inputs, ...rest } = answer.comparison
      // inputs and patches are shown as they stand in the document
      const { patch, problems, evaluation, message, ...parts } = composite
      return reply.header('content-language', locale).send({
        ...told(rest, locale),
        inputs,
        composite: {
          ...parts,
          patch: patch === null ? null : [...patch],
          evaluation,
          problems: problems.map((p) => ({ pointer: p.pointer, code: p.code, message: p[locale] })),
          message: message[locale],
        },
      })
    },
  )
  app.post(
    '/v1/screening',
    {
      config: { remembered: true },
      schema: {
        tags: ['study'],
        summary: 'Prefactibilidad de cada alternativa [10.2]',
        description:
          'The eleven questions of the pre-feasibility: given by the plan, computed by the model, or unknown.',
        body: studyBodySchema(screeningOptions, 'ScreeningRequest'),
        response: {
          200: z.strictObject({ alternatives: z.array(screeningSchema).readonly() }).meta({ id: 'ScreeningAnswer' }),
          ...problemAnswers(400, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { scenario, document, options: asked } = readStudyBody(request.body, screeningOptions)
      const locale = chooseLocale(request.headers['accept-language'])
      const answers = scenario.alternatives.map((_, i) => screeningOf(runAlternative(scenario, i, document), asked))
      return reply.header('content-language', locale).send({ alternatives: told(answers, locale) })
    },
  )
}
