import { z } from 'zod'
import { problemsOf } from '../../../../scenario/issues.ts'
import type { Key } from '../../../store/keys.ts'
import { createKey, listKeys, revokeKey, scopes } from '../../../store/keys.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'

const moment = z.string().describe('ISO 8601, UTC')

const keySchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    scope: z.enum(scopes),
    createdAt: moment,
    revokedAt: moment.nullable(),
    usedAt: moment.nullable().describe('To the minute'),
  })
  .meta({ id: 'Key' })

const wantedSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100).describe('Whose key it is, or what for'),
    scope: z.enum(scopes).describe('read: reads and computes · write: also stores · admin: also keys and audit'),
  })
  .meta({ id: 'NewKey' })

const createdSchema = keySchema
  .extend({ secret: z.string().describe('Shown only here: it is not kept') })
  .meta({ id: 'CreatedKey' })
const keysSchema = z.strictObject({ items: z.array(keySchema) }).meta({ id: 'Keys' })

const shown = ({ workspace: _, ...key }: Key) => key
const tags = ['operations']
const mostProblems = 20

/** /v1/keys: las claves del espacio de trabajo de quien pregunta. */
export function keyRoutes(app: App): void {
  app.post(
    '/v1/keys',
    {
      schema: {
        tags,
        summary: 'Crea una clave; el secreto se muestra una sola vez',
        description: 'A new key of the same workspace; its secret is in this answer and nowhere else.',
        body: wantedSchema,
        response: { 201: createdSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { name, scope } = wantedOf(request.body)
      const { key, secret } = await createKey(app.database, { workspace: request.actor.workspace, name, scope })
      return reply
        .code(201)
        .header('location', `/v1/keys/${key.id}`)
        .header('cache-control', 'no-store')
        .send({ ...shown(key), secret })
    },
  )
  app.get(
    '/v1/keys',
    {
      schema: {
        tags,
        summary: 'Las claves, sin sus secretos',
        description: 'The keys of the workspace, revoked ones too.',
        response: { 200: keysSchema, ...problemAnswers() },
      },
    },
    async (request) => ({ items: (await listKeys(app.database, request.actor.workspace)).map(shown) }),
  )
  const params = z.strictObject({ id: z.string().max(64) })
  app.delete(
    '/v1/keys/:id',
    {
      schema: {
        tags,
        summary: 'Revoca una clave desde ya y para siempre',
        description: 'Revokes a key at once and for good.',
        params,
        response: { 200: keySchema, ...problemAnswers(404) },
      },
    },
    async (request) => {
      const key = await revokeKey(app.database, request.params.id, request.actor.workspace)
      if (key === undefined) throw new Refusal('not-found')
      return shown(key)
    },
  )
}

/** The body is not checked by the framework: a route reports every problem with its pointer. */
function wantedOf(body: unknown): z.output<typeof wantedSchema> {
  const read = wantedSchema.safeParse(body)
  if (!read.success) throw new Refusal('body', { errors: problemsOf(read.error.issues, body, mostProblems) })
  return read.data
}
