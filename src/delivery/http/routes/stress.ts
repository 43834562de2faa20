import { z } from 'zod'
import { group } from '../../../scenario/fields.ts'
import type { StressBoard } from '../../../study/stress/stress.ts'
import { stressBoard } from '../../../study/stress/stress.ts'
import { chooseLocale } from '../language.ts'
import { Refusal } from '../problem.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'
import { readStudyBody, studyBodySchema } from '../study-body.ts'

const options = group({})
const value = z.number().nullable()
const passed = z.boolean().nullable()

const alternativeSchema = z
  .strictObject({
    id: z.string(),
    viableBefore: z.boolean(),
    viableAfter: z.boolean(),
    tests: z.array(
      z.strictObject({
        id: z.string(),
        before: passed,
        after: passed,
        valueBefore: value,
        valueAfter: value,
        message: z.string().describe('Under the stress'),
      }),
    ),
    figures: z.record(z.string(), z.strictObject({ before: value, after: value, change: value })),
  })
  .meta({ id: 'StressedAlternative' })

const answerSchema = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['stress', 'contingency']),
        name: z.string(),
        expectedYearlyCost: value.describe('Of a contingency: cost × probability; COP a year, of the base year'),
        touches: z.boolean().describe('False where the stress changes nothing in any alternative'),
        alternatives: z.array(alternativeSchema),
      }),
    ),
    expectedContingencyCost: z.number().describe('Of all contingencies; COP a year, of the base year'),
  })
  .meta({ id: 'StressBoard' })

/** POST /v1/stress: tablero de tensiones [11.3, 12]. */
export function stressRoutes(app: App): void {
  app.post(
    '/v1/stress',
    {
      schema: {
        tags: ['study'],
        summary: 'Qué alternativas aguantan cada tensión y cada contingencia',
        description: 'Built-in stresses and the contingencies of the plan: pass or fail by viability test.',
        body: studyBodySchema(options, 'StressRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario } = readStudyBody(request.body, options)
      const answer = stressBoard(scenario)
      if (!answer.ok) throw new Refusal('scenario', { errors: answer.problems })
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(told(answer.board, locale))
    },
  )
}

const told = ({ rows, expectedContingencyCost }: StressBoard, locale: 'es' | 'en'): z.infer<typeof answerSchema> => ({
  rows: rows.map((row) => ({
    ...row,
    name: row.name[locale],
    alternatives: row.alternatives.map((a) => ({
      ...a,
      tests: a.tests.map((t) => ({ ...t, message: t.message[locale] })),
      figures: { ...a.figures },
    })),
  })),
  expectedContingencyCost,
})
