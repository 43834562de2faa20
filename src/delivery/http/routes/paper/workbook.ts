import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { modelHash } from '../../../../model/book.ts'
import { canonicalJson, scenarioHash } from '../../../../scenario/canonical.ts'
import { group } from '../../../../scenario/fields.ts'
import { runAlternative } from '../../../../study/run.ts'
import { extractEntities, providerExtract } from '../../../../study/statements/provider-extract.ts'
import type { Locale } from '../../../../text/numbers.ts'
import { unknownInPlan } from '../../../../text/report/problems.ts'
import { cellProblems } from '../../../../text/workbook/problems.ts'
import { comparisonWorkbook } from '../../../workbook/comparison.ts'
import { extractWorkbook } from '../../../workbook/extract.ts'
import type { Built, WorkbookSource } from '../../../workbook/plan-workbook.ts'
import { workbookOf } from '../../../workbook/plan-workbook.ts'
import { templateWorkbook } from '../../../workbook/template.ts'
import { xlsxOf } from '../../../workbook/write.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { moneySchema, problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'

const options = group({})
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const locale = z.enum(['es', 'en']).optional().describe('By Accept-Language where absent')
const alternative = z.string().max(64).optional().describe('Id of the alternative; the first ranked where absent')

const queries = {
  workbook: z.strictObject({
    alternative,
    variant: z.string().max(64).optional().describe('Id of the variant; the base one where absent'),
    locale,
    money: moneySchema,
  }),
  comparison: z.strictObject({ locale }),
  extract: z.strictObject({
    alternative,
    entity: z.string().max(100).default('provider').describe('Entity that bears the costs'),
    locale,
  }),
}

interface Door {
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly query: z.ZodType
  readonly file: string
  readonly write: (source: WorkbookSource, query: Record<string, string>, locale: Locale) => Promise<Uint8Array>
}

const doors: readonly Door[] = [
  {
    path: '/v1/workbook.xlsx',
    id: 'WorkbookRequest',
    summary: 'El plan como libro de Excel de fórmulas vivas',
    description:
      'One alternative as a workbook of live formulas. A strong ETag; with If-None-Match the answer may be 304.',
    query: queries.workbook,
    file: 'plan.xlsx',
    write: planBytes,
  },
  {
    path: '/v1/comparison.xlsx',
    id: 'ComparisonWorkbookRequest',
    summary: 'Las alternativas lado a lado en un libro de Excel',
    description: 'Every alternative side by side: figures, criteria and order by formula. A strong ETag.',
    query: queries.comparison,
    file: 'comparacion.xlsx',
    write: (source, _, words) => xlsxOf(comparisonWorkbook(source, words)),
  },
  {
    path: '/v1/provider-extract.xlsx',
    id: 'ProviderExtractWorkbookRequest',
    summary: 'Extracto de una entidad para su plan de gestión y resultados [arts. 3, 14]',
    description: "An entity's projects, activities, costs, funding and indicators as a workbook. A strong ETag.",
    query: queries.extract,
    file: 'extracto.xlsx',
    write: extractBytes,
  },
]

/** POST /v1/{workbook,comparison,provider-extract}.xlsx and GET /v1/template.xlsx. */
export function workbookRoutes(app: App): void {
  for (const door of doors) {
    app.post(
      door.path,
      {
        schema: {
          tags: ['study'],
          summary: door.summary,
          description: door.description,
          querystring: door.query,
          body: studyBodySchema(options, door.id),
          response: { 200: sheetAnswer, ...problemAnswers(400, 413, 415, 422) },
        },
      },
      async (request, reply) => answer(request, reply, door),
    )
  }
  app.get(
    '/v1/template.xlsx',
    {
      schema: {
        tags: ['study'],
        summary: 'Plantilla en Excel para quien empieza un plan',
        description: 'A blank workbook that POST /v1/import reads.',
        querystring: queries.comparison,
        response: { 200: sheetAnswer, ...problemAnswers(400) },
      },
    },
    async (request, reply) => template(request, reply),
  )
}

const sheetAnswer = {
  description: 'Un libro de Excel / An Excel workbook',
  content: { [xlsxType]: { schema: z.string().describe('XLSX') } },
}

const localeOf = (request: FastifyRequest): Locale =>
  (request.query as { locale?: Locale }).locale ?? chooseLocale(request.headers['accept-language'])

async function answer(request: FastifyRequest, reply: FastifyReply, door: Door): Promise<FastifyReply> {
  const query = request.query as Record<string, string>
  const { scenario, document } = readStudyBody(request.body, options)
  const words = localeOf(request)
  reply.header('content-language', words)
  if (isKnown(request, reply, [door.path, scenarioHash(document), modelHash, query, words]))
    return reply.code(304).send()
  return send(reply, { bytes: await door.write({ scenario, document }, query, words), file: door.file })
}

function isKnown(request: FastifyRequest, reply: FastifyReply, parts: readonly unknown[]): boolean {
  const tag = `"${scenarioHash(JSON.parse(canonicalJson(parts)))}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  const header = request.headers['if-none-match']
  return header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag) === true
}

const send = (reply: FastifyReply, { bytes, file }: { bytes: Uint8Array; file: string }): FastifyReply =>
  reply.type(xlsxType).header('content-disposition', `attachment; filename="${file}"`).send(Buffer.from(bytes))

async function planBytes(source: WorkbookSource, query: Record<string, string>, words: Locale): Promise<Uint8Array> {
  const { alternative: wanted, variant, money } = query
  const built = await workbookOf(source, {
    alternative: wanted,
    variant,
    locale: words,
    money: money === 'baseYear' ? 'baseYear' : 'current',
  })
  if (built.ok) return built.bytes
  throw refusal(built, query)
}

function refusal(built: Extract<Built, { ok: false }>, query: Record<string, string>): Refusal {
  if (built.field === 'size')
    return new Refusal('scenario', { errors: [{ pointer: '/horizon', code: 'workbook-size', ...cellProblems.size }] })
  return unknown(built.field, query[built.field], built.known)
}

function unknown(
  field: 'alternative' | 'variant' | 'entity',
  received: string | undefined,
  known: readonly string[],
): Refusal {
  const words = unknownInPlan(field, { received: received ?? '', known: [...known] })
  return new Refusal('query', { errors: [{ pointer: `?${field}`, code: 'unknown-reference', ...words, received }] })
}

async function extractBytes(
  { scenario, document }: WorkbookSource,
  query: Record<string, string>,
  words: Locale,
): Promise<Uint8Array> {
  const known = scenario.alternatives.map(({ id }) => id)
  const place = query.alternative === undefined ? 0 : known.indexOf(query.alternative)
  if (place < 0) throw unknown('alternative', query.alternative, known)
  const of = runAlternative(scenario, place, document)
  const entity = query.entity ?? 'provider'
  const entities = extractEntities(of)
  if (!entities.includes(entity)) throw unknown('entity', entity, entities)
  return xlsxOf(extractWorkbook(providerExtract(of, entity, words)))
}

async function template(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const words = localeOf(request)
  if (isKnown(request, reply, ['template', modelHash, words])) return reply.code(304).send()
  return send(reply, { bytes: await xlsxOf(templateWorkbook(words)), file: 'plantilla.xlsx' })
}
