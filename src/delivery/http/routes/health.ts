import { z } from 'zod'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'

const aliveSchema = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Alive' })

export function healthRoutes(app: App): void {
  app.get(
    '/health/live',
    {
      schema: {
        tags: ['operations'],
        summary: 'El proceso está vivo',
        response: { 200: aliveSchema, ...problemAnswers() },
      },
    },
    async () => ({ status: 'ok' as const }),
  )
}
