import { z } from 'zod'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'

export function openapiRoutes(app: App): void {
  app.get(
    '/openapi.json',
    {
      schema: {
        tags: ['operations'],
        summary: 'Este documento',
        description: 'This document.',
        response: { 200: z.record(z.string(), z.unknown()), ...problemAnswers() },
      },
    },
    async () => app.swagger() as unknown as Record<string, unknown>,
  )
}
