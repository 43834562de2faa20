import { z } from 'zod'
import { scenarioJsonSchema } from '../../../scenario/json-schema.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'

const jsonSchemaSchema = z.record(z.string(), z.unknown()).meta({ id: 'JsonSchema' })

export function schemaRoutes(app: App): void {
  app.get(
    '/v1/schemas/scenario',
    {
      schema: {
        tags: ['reference'],
        summary: 'El esquema JSON del escenario',
        description: 'The JSON Schema of the scenario.',
        response: { 200: jsonSchemaSchema, ...problemAnswers() },
      },
    },
    async () => ({ ...scenarioJsonSchema() }),
  )
}
