import { z } from 'zod'
import { group } from '../../../scenario/fields.ts'
import { runAlternative } from '../../../study/run.ts'
import { budgetTables, coverageTable, planTable } from '../../../study/statements/budget-tables.ts'
import { scheduleOf } from '../../../study/statements/schedule.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'
import { readStudyBody, studyBodySchema } from '../study-body.ts'

const amounts = z.array(z.number()).readonly()
const tableSchema = z.strictObject({
  id: z.string(),
  rows: z.array(z.strictObject({ key: z.string(), amounts, total: z.number() })).readonly(),
  columns: z.array(z.string()).readonly(),
  totals: amounts,
  total: z.number(),
  ok: z.boolean(),
})
const text = z.string().nullable()
/** A line of the schedule of projects and activities. */
export const scheduleEntrySchema = z.strictObject({
  kind: z.enum(['project', 'activity']),
  program: z.string(),
  project: z.string(),
  name: z.string(),
  start: text,
  end: text,
  years: z.number().int().nullable(),
  responsible: text,
  expectedResult: text,
  goal: text,
  indicator: text,
})
const planSchema = z.strictObject({
  norm: z.string(),
  years: z.array(z.number().int()),
  rows: z.array(
    z.strictObject({
      program: z.string(),
      stage: z.string(),
      source: z.string(),
      values: z.array(z.number().nullable()),
    }),
  ),
})
const shares = z.record(z.string(), z.number().nullable())
const answerSchema = z
  .strictObject({
    alternatives: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        tables: z.array(tableSchema),
        plan: z.array(planSchema),
        schedule: z.array(scheduleEntrySchema),
        coverage: z.strictObject({ programs: shares, projects: shares }),
      }),
    ),
  })
  .meta({ id: 'Budget' })

const options = group({})

export function budgetRoutes(app: App): void {
  app.post(
    '/v1/budget',
    {
      config: { remembered: true },
      schema: {
        tags: ['study'],
        summary: 'Presupuesto, plan de inversiones y cronograma',
        description:
          'Budget tables that add up, the plan by programme, stage and source, the schedule, and what each programme covers [art. 2, 11.2].',
        body: studyBodySchema(options, 'BudgetQuestion'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request) => {
      const { scenario, document } = readStudyBody(request.body, options)
      return {
        alternatives: scenario.alternatives.map((_, i) => {
          const of = runAlternative(scenario, i, document)
          return {
            id: of.id,
            name: of.name,
            tables: budgetTables(of),
            plan: planTable(of),
            schedule: scheduleOf(of),
            coverage: coverageTable(of),
          }
        }),
      }
    },
  )
}
