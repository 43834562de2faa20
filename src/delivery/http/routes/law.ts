import { z } from 'zod'
import type { LawParameter } from '../../../law/parameter.ts'
import { lawParameters } from '../../../law/parameter.ts'
import { Refusal } from '../problem.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'

const parameterSchema = z
  .strictObject({
    id: z.string(),
    es: z.string(),
    en: z.string(),
    unit: z.string(),
    values: z.array(
      z.strictObject({
        from: z.string(),
        to: z.string().optional(),
        value: z.unknown(),
        norm: z.string(),
        article: z.string(),
        title: z.string(),
        url: z.string(),
        confirmed: z.enum(['verbatim', 'secondary', 'recalled']),
        plan: z.string().optional().describe('Only for plans under this norm'),
        note: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'LawParameter' })

const parametersSchema = z.strictObject({ parameters: z.array(parameterSchema) }).meta({ id: 'LawParameters' })

const parameters: LawParameter[] = Object.values(lawParameters)

export function lawRoutes(app: App): void {
  app.get(
    '/v1/law',
    {
      schema: {
        tags: ['reference'],
        summary: 'Lo que fijan las normas, con fecha, artículo y confianza',
        description: 'The dated legal parameters with their references.',
        response: { 200: parametersSchema, ...problemAnswers() },
      },
    },
    async () => ({ parameters }),
  )
  app.get(
    '/v1/law/:id',
    {
      schema: {
        tags: ['reference'],
        summary: 'Un parámetro de la norma',
        description: 'One legal parameter.',
        params: z.strictObject({ id: z.string() }),
        response: { 200: parameterSchema, ...problemAnswers(404) },
      },
    },
    async (request) => {
      const parameter = parameters.find(({ id }) => id === request.params.id)
      if (parameter === undefined) throw new Refusal('not-found')
      return parameter
    },
  )
}
