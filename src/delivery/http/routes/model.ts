import { z } from 'zod'
import { bookCatalogue, modelHash } from '../../../model/book.ts'
import { Refusal } from '../problem.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'

const names = z.array(z.string()).readonly()

const lineSchema = z
  .strictObject({
    id: z.string(),
    es: z.string(),
    en: z.string(),
    unit: z.string(),
    numeral: z.string().describe('Of the resolution'),
    over: names.describe('Dimensions'),
    axis: z.string().describe('The years it runs over'),
    formula: z.string(),
    tex: z.string(),
    references: names,
  })
  .meta({ id: 'ModelLine' })

const linesSchema = z
  .strictObject({ model: z.string().describe("The book's hash"), lines: z.array(lineSchema).readonly() })
  .meta({ id: 'ModelLines' })

export function modelRoutes(app: App): void {
  app.get(
    '/v1/model/lines',
    {
      schema: {
        tags: ['reference'],
        summary: 'El libro de fórmulas',
        description: 'Every line of the book, in its order.',
        response: { 200: linesSchema, ...problemAnswers() },
      },
    },
    async () => ({ model: modelHash, lines: bookCatalogue() }),
  )
  app.get(
    '/v1/model/lines/:id',
    {
      schema: {
        tags: ['reference'],
        summary: 'Un renglón del libro de fórmulas',
        description: 'One line of the book.',
        params: z.strictObject({ id: z.string() }),
        response: { 200: lineSchema, ...problemAnswers(404) },
      },
    },
    async (request) => {
      const line = bookCatalogue().find(({ id }) => id === request.params.id)
      if (line === undefined) throw new Refusal('not-found')
      return line
    },
  )
}
