import { z } from 'zod'
import type { Meter } from '../../gate/trace/metrics.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'

/** GET /metrics: lo que lee Prometheus. */
export const metricsRoutes =
  ({ registry }: Meter) =>
  (app: App): void => {
    app.get(
      '/metrics',
      {
        schema: {
          tags: ['operations'],
          summary: 'Medidas del servicio, en el formato de Prometheus',
          description: 'Latency by route, evaluations, jobs by state, store, event loop and process.',
          response: {
            200: {
              description: 'Prometheus text format',
              content: { 'text/plain': { schema: z.string() } },
            },
            ...problemAnswers(),
          },
        },
        // A text is sent as it is.
        serializerCompiler: () => (data) => (typeof data === 'string' ? data : JSON.stringify(data)),
      },
      async (_, reply) =>
        reply
          .header('cache-control', 'no-store')
          .type(registry.contentType)
          .send(await registry.metrics()),
    )
  }
