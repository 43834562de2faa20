import { z } from 'zod'
import { group, id } from '../../../../scenario/fields.ts'
import { diagnosisStudy } from '../../../../study/diagnosis/diagnosis.ts'
import { chooseLocale } from '../../language.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { chosenPlace, readStudyBody, studyBodySchema } from '../../study-body.ts'

const options = group({
  alternative: id.optional().describe('alternativa que proyecta los indicadores; si falta, todas'),
})

const figure = z.number().nullable()
const words = z.string().nullable()
const zone = words.describe('null: the whole municipality')

const indicatorSchema = z
  .strictObject({
    alternative: words.describe('null: measured in the diagnosis'),
    id: z.string(),
    municipality: z.string(),
    zone,
    year: z.number().int(),
    value: figure,
    literal: figure.describe('As the resolution prints the formula, where that one does not hold'),
    unit: z.string(),
    source: words,
    note: words.describe('What to measure, or why the printed formula does not hold'),
  })
  .meta({ id: 'IndicatorRow', description: 'Indicador del diagnóstico [5.2–5.5] o su proyección [10.2]' })

const goalYearSchema = z.strictObject({
  year: z.number().int(),
  target: figure.describe('The latest target up to that year'),
  value: figure,
  missing: figure.describe('What is left to reach; 0 or less where it is met'),
  met: z.boolean().nullable(),
  note: words,
})
const goalSchema = z
  .strictObject({
    alternative: z.string(),
    id: z.string(),
    kind: z.string(),
    program: words,
    objective: words,
    policy: words,
    indicator: words,
    unit: words,
    baseline: figure,
    baselineFrom: z.enum(['plan', 'diagnosis']).nullable(),
    goal: figure.describe('The last target'),
    goalYear: z.number().int().nullable(),
    gap: figure.describe('goal − baseline'),
    years: z.array(goalYearSchema),
  })
  .meta({ id: 'GoalRow', description: 'Línea base, meta y brecha [5.6, 7, 8]' })

const gaps = z.array(
  z
    .strictObject({
      component: words,
      problem: words,
      causes: z.array(z.string()),
      consequences: z.array(z.string()),
      measure: words,
    })
    .meta({ id: 'GapRow' }),
)
const dofaSchema = z
  .strictObject({ weaknesses: gaps, opportunities: gaps, strengths: gaps, threats: gaps })
  .meta({ id: 'Dofa', description: 'Matriz DOFA [5.6]' })

const userRowSchema = z
  .strictObject({
    municipality: z.string(),
    zone,
    group: z.string(),
    dwellings: z.number(),
    served: z.number(),
    billed: z.number(),
    billingEfficiency: figure,
    multiUsersCurrent: z.number(),
    multiUsersPotential: z.number(),
  })
  .meta({ id: 'UserTableRow', description: 'Tabla de usuarios [5.5.3]' })

const costRowSchema = z
  .strictObject({
    municipality: z.string(),
    zone,
    component: z.string(),
    symbol: z.string(),
    investment: figure.describe('COP/year'),
    operationMaintenance: figure,
    administration: figure,
    total: figure,
  })
  .meta({ id: 'ComponentCostRow', description: 'Costo total anual por componente [5.5.2 b.4]' })

const answerSchema = z
  .strictObject({
    baseYear: z.number().int(),
    indicators: z.array(indicatorSchema),
    goals: z.array(goalSchema),
    dofa: dofaSchema,
    userTable: z.array(userRowSchema),
    componentCosts: z.array(costRowSchema),
  })
  .meta({ id: 'DiagnosisStudy' })

export function indicatorRoutes(app: App): void {
  app.post(
    '/v1/indicators',
    {
      config: { remembered: true },
      schema: {
        tags: ['study'],
        summary: 'El diagnóstico: indicadores, metas, matriz DOFA, tabla de usuarios y costos por componente',
        description: 'Indicators measured and projected, goals met or missed, and the tables of the diagnosis.',
        body: studyBodySchema(options, 'IndicatorsRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      chosenPlace(scenario.alternatives, asked.alternative, '/alternative')
      const locale = chooseLocale(request.headers['accept-language'])
      const answer = diagnosisStudy(scenario, { alternative: asked.alternative, locale })
      return reply.header('content-language', locale).send(answer as z.infer<typeof answerSchema>)
    },
  )
}
