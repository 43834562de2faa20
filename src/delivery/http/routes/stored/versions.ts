import { z } from 'zod'
import { problemsOf } from '../../../../scenario/issues.ts'
import { labelVersion, listVersions } from '../../../store/scenarios.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { itemOf, localeOf, sendStored, storedOf } from './scenarios.ts'
import { idParams, itemSchema, labelBody, storedSchema, versionParams } from './shapes.ts'
import { tagOf } from './tags.ts'

const tags = ['scenarios']

/** /v1/scenarios/{id}/versions: historia de un plan guardado. */
export function versionRoutes(app: App): void {
  app.get(
    '/v1/scenarios/:id/versions',
    {
      schema: {
        tags,
        summary: 'Todas las versiones de un plan guardado, la última primero',
        description: 'Every version, the newest first.',
        params: idParams,
        response: {
          200: z.strictObject({ items: z.array(itemSchema) }).meta({ id: 'StoredVersionList' }),
          ...problemAnswers(404),
        },
      },
    },
    async (request) => {
      const { id } = await itemOf(request, request.params.id)
      return { items: await listVersions(app.database, request.actor.workspace, id) }
    },
  )
  app.get(
    '/v1/scenarios/:id/versions/:version',
    {
      schema: {
        tags,
        summary: 'Una versión de un plan guardado',
        description: 'One version with its document and its problems. Strong ETag; If-None-Match gives 304.',
        params: versionParams,
        response: { 200: storedSchema, ...problemAnswers(400, 404) },
      },
    },
    async (request, reply) => sendStored(request, reply, await storedOf(request, request.params)),
  )
  app.patch(
    '/v1/scenarios/:id/versions/:version',
    {
      schema: {
        tags,
        summary: 'Pone o quita el nombre de una versión',
        description: 'Labels a version; its document never changes.',
        params: versionParams,
        body: labelBody,
        response: { 200: itemSchema, ...problemAnswers(400, 404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { id } = await itemOf(request, request.params.id)
      if (request.body === undefined) throw new Refusal('malformed')
      const read = labelBody.safeParse(request.body)
      if (!read.success) throw new Refusal('scenario', { errors: problemsOf(read.error.issues, request.body, 20) })
      const { version } = request.params
      const item = await labelVersion(app.database, request.actor.workspace, { id, version, ...read.data })
      if (item === undefined) throw new Refusal('not-found')
      return reply.header('etag', tagOf(item, localeOf(request))).send(item)
    },
  )
}
