import { z } from 'zod'
import { scenarioHash } from '../../../../scenario/canonical.ts'
import { importWorkbook } from '../../../workbook/import.ts'
import { mostBytes } from '../../../workbook/open.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { xlsxType } from './workbook.ts'

const answerSchema = z
  .strictObject({
    hash: z.string().describe('SHA-256 of the canonical JSON of the scenario'),
    scenario: z.looseObject({}).describe('The scenario document, as POST /v1/evaluations takes it'),
  })
  .meta({ id: 'ImportedScenario' })

/** POST /v1/import: the scenario of a workbook of ours or of its template. */
export function importRoutes(app: App): void {
  app.register(async (own) => {
    own.addContentTypeParser(
      [xlsxType, 'application/octet-stream'],
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body, done) => done(null, body),
    )
    own.post(
      '/v1/import',
      {
        bodyLimit: mostBytes,
        schema: {
          tags: ['study'],
          summary: 'Lee un libro de Excel y devuelve el plan',
          description: 'Reads the sheet of assumptions back. Up to 20 MB; a larger body is refused before it is read.',
          consumes: [xlsxType, 'application/octet-stream'],
          response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
        },
      },
      async (request, reply) => {
        if (!Buffer.isBuffer(request.body)) throw new Refusal('unsupported-type')
        const read = await importWorkbook(request.body)
        if (!read.ok) throw new Refusal('scenario', { errors: [...read.problems] })
        return reply.send({ hash: scenarioHash(read.document), scenario: read.document })
      },
    )
  })
}
