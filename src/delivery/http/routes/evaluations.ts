import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import { Fault } from '../../../formula/interpret.ts'
import { bookCatalogue } from '../../../model/book.ts'
import { group } from '../../../scenario/fields.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { evaluate } from '../../../study/evaluate.ts'
import type { Result } from '../../../study/result.ts'
import { includable, narrowedResultSchema, narrowResult } from '../../../study/result.ts'
import { chooseLocale } from '../language.ts'
import type { App } from '../schema.ts'
import { moneySchema, problemAnswers } from '../schema.ts'
import { readStudyBody, studyBodySchema } from '../study-body.ts'

const lineIds = new Set(bookCatalogue().map(({ id }) => id))

const separated = z.string().transform((text) => text.split(',').map((part) => part.trim()))

const querySchema = z.strictObject({
  include: separated
    .pipe(z.array(z.enum(includable)))
    .optional()
    .describe(`Sections of the answer, separated by commas: ${includable.join(', ')}`),
  lines: separated
    .pipe(z.array(z.string().refine((id) => lineIds.has(id))))
    .optional()
    .describe('Line ids separated by commas: cash,billing'),
  money: moneySchema,
  variants: z
    .literal('population')
    .optional()
    .describe(
      'Where the plan has no variants, also evaluates `low` and `high`: least and greatest permitted population.',
    ),
})

const options = group({})

export function evaluationRoutes(app: App): void {
  app.post(
    '/v1/evaluations',
    {
      config: { remembered: true },
      schema: {
        tags: ['study'],
        summary: 'Evalúa un escenario; nada se guarda',
        description: 'A scenario in, its result out, nothing stored.',
        querystring: querySchema,
        body: studyBodySchema(options, 'EvaluationRequest'),
        response: { 200: narrowedResultSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, document } = readStudyBody(request.body, options)
      const locale = chooseLocale(request.headers['accept-language'])
      const result = logging(request.log, scenario, () =>
        evaluate(scenario, {
          document,
          locale,
          details: asksForDetails(request.query),
          money: request.query.money,
          populationVariants: request.query.variants === 'population',
        }),
      )
      return reply.header('content-language', locale).send(narrowResult(result, request.query))
    },
  )
}

/** Intermediate lines and single items are made only for who asks for them. */
const asksForDetails = ({
  include,
  lines,
}: {
  include?: readonly string[] | undefined
  lines?: readonly string[] | undefined
}): boolean => include?.includes('items') === true || lines !== undefined

function logging(log: FastifyBaseLogger, scenario: Scenario, run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    if (error instanceof Fault) {
      log.error({ line: error.line, at: error.at, year: scenario.baseYear + error.t }, 'fault while evaluating')
    }
    throw error
  }
}
