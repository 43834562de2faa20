import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { group } from '../../../../scenario/fields.ts'
import { problemsOf } from '../../../../scenario/issues.ts'
import type { Problem } from '../../../../scenario/problem.ts'
import { scenarioSchema } from '../../../../scenario/scenario.ts'
import type { PortfolioItem } from '../../../../study/portfolio/plan-row.ts'
import { isOutput, usualOutputs } from '../../../../study/portfolio/plan-row.ts'
import { studyProblems } from '../../../../text/studies/sensitivity.ts'
import type { NewJob } from '../../../jobs/job.ts'
import { partsOf } from '../../../jobs/kinds/portfolio.ts'
import { getScenario } from '../../../store/scenarios.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { manyPlans } from './limits.ts'
import { acceptJob, jobSchema } from './shapes.ts'

const mostPlans = 5000
const mostProblems = 100

const bodyOf = <S extends z.ZodType>(scenario: S) =>
  group({
    items: z
      .array(
        group({
          id: z.string().min(1).max(100).optional().describe('nombre de la fila; si falta, su número'),
          scenario: scenario.optional().describe('el plan entero'),
          scenarioId: z.string().max(64).optional().describe('o el identificador de un plan guardado'),
        }),
      )
      .min(1)
      .max(mostPlans)
      .describe('los planes, uno por municipio'),
    outputs: z
      .array(z.string().max(300))
      .max(40)
      .optional()
      .describe('cifras; el año puede ser first (año base) o last: planNpv, population:first, cash:last'),
  })

export const portfolioBodySchema = bodyOf(scenarioSchema).meta({ id: 'PortfolioRequest' })
/** What a plan breaks is told in its row, not here. */
const given = bodyOf(z.unknown())

const count = z.int()
export const portfolioSchema = z
  .strictObject({
    totals: z.strictObject({
      ...{ plans: count, evaluated: count, viable: count, notViable: count, withProblems: count },
    }),
    columns: z.array(
      z.strictObject({
        ...{ output: z.string(), unit: z.string(), label: z.string() },
        total: z.number().nullable().describe('Sum over the plans; null where a sum means nothing'),
        plans: count.describe('Plans that have a value'),
      }),
    ),
    rows: z.array(
      z
        .strictObject({
          id: z.string(),
          name: z.string().nullable(),
          municipalities: z.array(z.strictObject({ name: z.string(), divipola: z.string().nullable() })),
          viable: z.boolean().nullable().describe('null: not evaluated, see problems'),
          alternative: z.strictObject({ id: z.string(), name: z.string() }).nullable().describe('The first ranked'),
          figures: z.record(z.string(), z.number().nullable()),
          failed: z.array(z.strictObject({ id: z.string(), message: z.string() })),
          problems: z.array(z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() })),
        })
        .meta({ id: 'PortfolioRow' }),
    ),
  })
  .meta({ id: 'Portfolio' })

/** POST /v1/portfolios: muchos planes a la vez, en un solo trabajo. */
export function portfolioRoutes(app: App): void {
  app.post(
    '/v1/portfolios',
    {
      schema: {
        tags: ['jobs'],
        summary: 'Evalúa muchos planes en un solo trabajo y los pone en una tabla',
        description: 'A plan that breaks rules is told in its row and does not stop the others.',
        body: portfolioBodySchema,
        response: { 202: jobSchema, ...problemAnswers(400, 413, 415, 422, 429) },
      },
      bodyLimit: manyPlans(app),
    },
    async (request, reply) => {
      if (request.body === undefined) throw new Refusal('malformed')
      return acceptJob(app, { request, reply }, await readPortfolio(app, request, request.body))
    },
  )
}

/** The job that a portfolio's body asks for; stored plans are copied as they stand now. */
export async function readPortfolio(
  app: App,
  { actor }: Pick<FastifyRequest, 'actor'>,
  body: unknown,
): Promise<Pick<NewJob, 'kind' | 'request' | 'parts'>> {
  const read = given.safeParse(body)
  if (!read.success) throw refused(problemsOf(read.error.issues, body, mostProblems))
  const { items, outputs = usualOutputs } = read.data
  const errors: Problem[] = outputs.flatMap((text, i) =>
    isOutput(text)
      ? []
      : [{ pointer: `/outputs/${i}`, code: 'figure-unknown', ...studyProblems.figureUnknown(text), received: text }],
  )
  const seen = new Set<string>()
  const plans: PortfolioItem[] = []
  for (const [i, { id = String(i + 1), scenario, scenarioId }] of items.entries()) {
    if (errors.length >= mostProblems) break
    const pointer = `/items/${i}`
    if (seen.has(id)) errors.push({ pointer: `${pointer}/id`, code: 'duplicate', ...words.twice(id), received: id })
    seen.add(id)
    if ((scenario === undefined) === (scenarioId === undefined)) {
      errors.push({ pointer, code: 'one-of', ...words.oneOf })
      continue
    }
    const stored =
      scenarioId === undefined ? undefined : await getScenario(app.database, actor.workspace, { id: scenarioId })
    if (scenarioId !== undefined && !stored)
      errors.push({
        pointer: `${pointer}/scenarioId`,
        code: 'unknown-scenario',
        ...words.unknown,
        received: scenarioId,
      })
    plans.push({ id, document: stored ? (JSON.parse(stored.document) as unknown) : scenario })
  }
  if (errors.length > 0) throw refused(errors)
  return { kind: 'portfolio', request: { outputs }, parts: partsOf(plans) }
}

const refused = (errors: readonly Problem[]): Refusal => new Refusal('body', { errors })

const words = {
  twice: (id: string) => ({
    es: `El identificador «${id}» está dos veces; cada fila lleva el suyo.`,
    en: `The id "${id}" stands twice; each row has its own.`,
  }),
  oneOf: {
    es: 'Cada plan viene entero en «scenario» o por su identificador en «scenarioId», uno de los dos.',
    en: 'Each plan comes whole in "scenario" or by its id in "scenarioId", one of the two.',
  },
  unknown: {
    es: 'No hay un plan guardado con ese identificador.',
    en: 'There is no stored plan with that id.',
  },
}
