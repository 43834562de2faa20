import { z } from 'zod'
import { readChanges } from '../../../store/audit.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'

const changeSchema = z
  .strictObject({
    id: z.string(),
    at: z.string().describe('ISO 8601, UTC'),
    keyId: z.string().nullable().describe('Null for somebody at the machine itself'),
    action: z.string().describe('Method and route, or command'),
    target: z.string().describe('The address of what was changed'),
    request: z.string().nullable().describe('Under this id the request stands in the log'),
  })
  .meta({ id: 'Change' })

const pageSchema = z
  .strictObject({
    items: z.array(changeSchema),
    next: z.string().nullable().describe('The cursor of the next page; null on the last'),
  })
  .meta({ id: 'Changes' })

const querySchema = z.strictObject({
  cursor: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** GET /v1/audit: quién cambió qué, lo último primero. */
export function auditRoutes(app: App): void {
  app.get(
    '/v1/audit',
    {
      schema: {
        tags: ['operations'],
        summary: 'Quién cambió qué, lo último primero',
        description: 'Who changed what in the workspace, newest first; never the bodies.',
        querystring: querySchema,
        response: { 200: pageSchema, ...problemAnswers(400) },
      },
    },
    async (request, reply) => {
      const { cursor, limit } = request.query
      const { workspace } = request.actor
      const after = cursor === undefined ? undefined : placeOf(cursor)
      const items = await readChanges(app.database, { workspace, limit: limit + 1, after })
      const page = items.slice(0, limit)
      const last = page.at(-1)
      const next = items.length > limit && last !== undefined ? cursorOf(last) : null
      if (next !== null) reply.header('link', `</v1/audit?limit=${limit}&cursor=${next}>; rel="next"`)
      return { items: page, next }
    },
  )
}

interface Place {
  readonly at: string
  readonly id: string
}

const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at} ${id}`).toString('base64url')

function placeOf(cursor: string): Place {
  const [, at, id] = /^(\d{4}-[\dT:.-]+Z) ([\w-]+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at !== undefined && id !== undefined) return { at, id }
  const es = 'El cursor no es de una página de esta lista; empiece sin cursor.'
  const en = 'The cursor is not of a page of this list; begin without a cursor.'
  throw new Refusal('query', { errors: [{ pointer: '?cursor', code: 'bad-cursor', es, en, received: cursor }] })
}
