import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { evaluate } from '../../../../study/evaluate.ts'
import { readPlan } from '../../../../study/read-plan.ts'
import { changedFigures, changedInputs } from '../../../../study/tracking/version-diff.ts'
import type { StoredScenario } from '../../../store/scenarios.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { localeOf, storedOf } from './scenarios.ts'
import { idParams, itemSchema, versionNumber } from './shapes.ts'

const value = z.number().nullable()
const verdict = z.boolean().nullable()
const order = z.array(z.string()).nullable().describe('Null where that version cannot be evaluated')
const diffSchema = z
  .strictObject({
    from: itemSchema,
    to: itemSchema,
    inputs: z.array(
      z.strictObject({
        pointer: z.string().describe('In `to`; in `from` where `to` has it no more'),
        before: z.unknown(),
        after: z.unknown(),
        label: z.string().nullable(),
      }),
    ),
    alternatives: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        viable: z.strictObject({ before: verdict, after: verdict }),
        figures: z.array(z.strictObject({ figure: z.string(), before: value, after: value })),
      }),
    ),
    ranking: z.strictObject({ before: order, after: order }),
  })
  .meta({ id: 'VersionDiff' })

/** /v1/scenarios/{id}/diff: qué cambió entre dos versiones, en los datos y en las cifras. */
export function diffRoutes(app: App): void {
  const compare = app.aside('diff', compared)
  app.get(
    '/v1/scenarios/:id/diff',
    {
      schema: {
        tags: ['scenarios'],
        summary: 'Qué cambió entre dos versiones, en los datos y en las cifras',
        description:
          'Changed inputs by pointer, the main figures of each alternative and the ranking before and after.',
        params: idParams,
        querystring: z.strictObject({
          from: versionNumber,
          to: versionNumber.optional().describe('The newest where absent'),
        }),
        response: { 200: diffSchema, ...problemAnswers(400, 404) },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { from, to } = request.query
      const asked: Asked = {
        before: await storedOf(request, { id, version: from }),
        after: await storedOf(request, { id, version: to }),
      }
      request.body = asked
      await compare(request, reply)
      return reply
    },
  )
}

interface Asked {
  readonly before: StoredScenario
  readonly after: StoredScenario
}

async function compared(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { before, after } = request.body as Asked
  const locale = localeOf(request)
  const documents = [before, after].map(({ document }) => JSON.parse(document) as unknown)
  const [was = null, is = null] = documents.map((document) => {
    const read = readPlan(document)
    return read.ok ? evaluate(read.scenario, { document, locale }) : null
  })
  const inputs = changedInputs(documents[0], documents[1]).map((one) => ({
    ...one,
    label: one.label?.[locale] ?? null,
  }))
  const item = ({ document: _, ...rest }: StoredScenario) => rest
  return reply
    .header('content-language', locale)
    .send({ from: item(before), to: item(after), inputs, ...changedFigures(was, is) })
}
