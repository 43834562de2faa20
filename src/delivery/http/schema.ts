import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifySchemaCompiler,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Problem } from '../../scenario/problem.ts'
import { echo } from '../../scenario/problem.ts'
import { moneys } from '../../study/money.ts'
import { problemSchema, Refusal } from './problem.ts'

const inSpanish = z.locales.es().localeError
const inEnglish = z.locales.en().localeError

/** The service as a route sees it: handlers are typed by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

function problemsOf(schema: z.ZodType, data: unknown): Problem[] | undefined {
  const spanish = schema.safeParse(data, { error: inSpanish, reportInput: true })
  if (spanish.success) return undefined
  const english = schema.safeParse(data, { error: inEnglish }).error?.issues ?? []
  return spanish.error.issues.map((issue, i) => ({
    pointer: `?${issue.path.join('.')}`,
    code: issue.code ?? 'invalid',
    es: issue.message,
    en: english[i]?.message ?? issue.message,
    received: echo(issue.input),
  }))
}

/**
 * Parameters are checked against their schema; a body is not, because the room that reads it reports every problem at
 * once with its pointer and the schema is there for the document only.
 */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    if (httpPart === 'body') return { value: data }
    const errors = problemsOf(schema, data)
    return errors === undefined ? { value: schema.parse(data) } : { error: new Refusal('query', { errors }) }
  }

/** A result of megabytes is checked by the tests, not on every answer. */
export const answerInJson = () => (data: unknown) => JSON.stringify(data)

const answers = {
  400: 'La solicitud está mal formada / The request is malformed',
  404: 'No existe / Not found',
  406: 'Solo se responde en JSON / JSON only',
  409: 'No es posible en el estado en que está / Not possible in its present state',
  410: 'Ya no se guarda / No longer kept',
  412: 'Alguien lo cambió antes / Somebody changed it before',
  413: 'Demasiado grande / Too large',
  415: 'El cuerpo debe ser JSON / The body must be JSON',
  422: 'El escenario incumple reglas, todas en errors / The scenario breaks rules, all of them in errors',
  428: 'Falta If-Match / If-Match is required',
  429: 'Demasiado a la vez; espere Retry-After / Too much at once; wait Retry-After',
} as const

/** The error answers of a route for the OpenAPI document; every route can answer 406. */
export function problemAnswers(...statuses: readonly (keyof typeof answers)[]) {
  return Object.fromEntries(
    [...statuses, 406 as const].map((status) => [
      status,
      { description: answers[status], content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  )
}

/** In which pesos a result, a picture or a document is read. */
export const moneySchema = z
  .enum(moneys)
  .default('current')
  .describe('Pesos of each year (current) or of the base year (baseYear)')
