import { z } from 'zod'
import { askStore } from '../../../store/counts.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'

const aliveSchema = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Alive' })
const readySchema = z
  .strictObject({ status: z.literal('ok'), store: z.enum(['sqlite', 'postgres']) })
  .meta({ id: 'Ready' })
const patience = 2000

/** /health: lo que pregunta quien vigila el proceso. */
export function healthRoutes(app: App): void {
  app.get(
    '/health/live',
    {
      schema: {
        tags: ['operations'],
        summary: 'El proceso está vivo',
        description: 'The process answers.',
        response: { 200: aliveSchema, ...problemAnswers() },
      },
    },
    async (_, reply) => {
      reply.header('cache-control', 'no-store')
      return { status: 'ok' as const }
    },
  )
  app.get(
    '/health/ready',
    {
      schema: {
        tags: ['operations'],
        summary: 'El servicio puede atender: el almacén responde',
        description: 'The store answers and has the tables of this version.',
        response: { 200: readySchema, ...problemAnswers() },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const answered = await Promise.race([
        askStore(app.database).then(
          () => true,
          (error: unknown) => {
            request.log.warn({ err: error }, 'the store does not answer')
            return false
          },
        ),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref()),
      ])
      if (!answered) throw new Refusal('store-down')
      return { status: 'ok' as const, store: app.database.engine }
    },
  )
}
