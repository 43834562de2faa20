import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'

export function openapiRoutes(app: App): void {
  let bytes: Buffer | undefined
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
    async (_, reply) => {
      // The same bytes for everybody: whoever asks many times and takes none holds no copy of his own.
      bytes ??= Buffer.from(JSON.stringify(app.swagger()))
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(bytes) as never
    },
  )
}
