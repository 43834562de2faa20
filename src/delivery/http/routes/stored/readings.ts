import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { group, id } from '../../../../scenario/fields.ts'
import { scenarioVariants } from '../../../../scenario/read.ts'
import { evaluate } from '../../../../study/evaluate.ts'
import { lineInMoney, moneys } from '../../../../study/money.ts'
import { yearlyLines } from '../../../../study/reading/catalogue.ts'
import { narrowResult } from '../../../../study/result.ts'
import { runAlternative } from '../../../../study/run.ts'
import { scheduleOf } from '../../../../study/statements/schedule.ts'
import { storedProblems } from '../../../../text/studies/stored.ts'
import { chartIds } from '../../../charts/catalogue/catalogue.ts'
import { csvOf } from '../../../cli/print/csv.ts'
import { acceptsAny } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { readStudyBody } from '../../study-body.ts'
import { scheduleEntrySchema } from '../budget.ts'
import { readStored } from './mirrors.ts'

const tags = ['scenarios']
const none = group({})
const money = z.enum(moneys).default('current').describe('pesos de cada año (current) o del año base (baseYear)')

const values = z.array(z.number().nullable())
const lineSchema = z
  .strictObject({
    line: z.string(),
    alternative: z.string(),
    variant: z.string(),
    unit: z.string(),
    baseYear: z.number().int(),
    rows: z.array(z.strictObject({ at: z.record(z.string(), z.string()), values })),
  })
  .meta({ id: 'StoredLine' })

const scheduleSchema = z
  .strictObject({
    alternatives: z.array(z.strictObject({ id: z.string(), name: z.string(), schedule: z.array(scheduleEntrySchema) })),
  })
  .meta({ id: 'Schedule' })

const table = { schema: z.string().describe('CSV de forma larga / long CSV') }

/** What is read of a stored plan and of no other: one line, every line as a table, the schedule, the charts there are. */
export function readingRoutes(app: App): void {
  tables(app)
  readStored(app, {
    name: 'schedule',
    config: { remembered: true },
    options: none,
    schema: { tags, summary: 'Proyectos y actividades en el tiempo', response: { 200: scheduleSchema } },
    handler: app.aside('schedule', async (request) => {
      const { scenario, document } = readStudyBody(request.body, none)
      const runs = scenario.alternatives.map((_, i) => runAlternative(scenario, i, document))
      return { alternatives: runs.map((of) => ({ id: of.id, name: of.name, schedule: scheduleOf(of) })) }
    }),
  })
  readStored(app, {
    name: 'charts',
    options: none,
    looksInto: false,
    schema: {
      tags,
      summary: 'Las gráficas que hay',
      response: {
        200: z
          .strictObject({ charts: z.array(z.strictObject({ id: z.string(), formats: z.array(z.string()) })) })
          .meta({ id: 'ChartCatalogue' }),
      },
    },
    handler: async () => ({ charts: chartIds.map((chart) => ({ id: chart, formats: ['png', 'svg', 'csv', 'json'] })) }),
  })
}

const lineOptions = group({
  alternative: id.describe('alternativa'),
  line: z.string().max(100).describe('renglón'),
  variant: z.string().max(64).default('base').describe('id de la variante; la de base si falta'),
  money,
})

function tables(app: App): void {
  readStored(app, {
    name: 'alternatives/:alternative/lines/:line',
    config: { remembered: true },
    options: lineOptions,
    schema: {
      tags,
      summary: 'Un renglón de una alternativa, en JSON o en CSV según Accept',
      response: {
        200: {
          description: 'El renglón / The line',
          content: { 'application/json': { schema: lineSchema }, 'text/csv': table },
        },
      },
    },
    handler: app.aside('line', sendLine),
  })
  const options = group({ money })
  readStored(app, {
    name: 'lines.csv',
    options,
    schema: {
      tags,
      summary: 'Todos los renglones en forma larga: alternative, variant, line, keys, year, value, unit',
      response: { 200: { description: 'Una fila por cifra / A row a figure', content: { 'text/csv': table } } },
    },
    handler: app.aside('lines.csv', async (request, reply) => {
      const { scenario, document, options: asked } = readStudyBody(request.body, options)
      const result = narrowResult(evaluate(scenario, { document, money: asked.money }), {})
      return sendCsv(reply, [...csvOf(result)].join(''))
    }),
  })
}

const sendCsv = (reply: FastifyReply, body: string): FastifyReply => reply.type('text/csv; charset=utf-8').send(body)

async function sendLine(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { scenario, document, options: asked } = readStudyBody(request.body, lineOptions)
  const { alternative, line, variant, money: pesos } = asked
  const own = scenarioVariants(scenario).find((one) => one.id === variant)
  if (own === undefined) throw unknown('/variant', variant)
  const index = own.scenario.alternatives.findIndex((one) => one.id === alternative)
  const entry = yearlyLines.find((one) => one.id === line)
  if (index < 0 || entry === undefined) throw new Refusal('not-found')
  const of = runAlternative(own.scenario, index, document)
  const found = lineInMoney(of, entry, pesos)
  const json = acceptsAny(request.headers.accept, ['application/json'])
  const plain = /^\s*text\/csv/.test(request.headers.accept ?? '')
  if (json && !plain)
    return { line, alternative, variant, unit: found.unit, baseYear: scenario.baseYear, rows: found.rows }
  const alternatives = [{ id: alternative, lines: { [line]: found } }]
  const body = [...csvOf({ years: { base: scenario.baseYear }, variants: [{ id: variant, alternatives }] })].join('')
  return sendCsv(reply, body)
}

const unknown = (pointer: string, received: string): Refusal =>
  new Refusal('scenario', {
    errors: [{ pointer, code: 'unknown-reference', ...storedProblems.unknownMember, received }],
  })
