import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { modelHash } from '../../../model/book.ts'
import { canonicalJson, scenarioHash } from '../../../scenario/canonical.ts'
import { group, number } from '../../../scenario/fields.ts'
import { scenarioVariants } from '../../../scenario/read.ts'
import { evaluate } from '../../../study/evaluate.ts'
import { sensitivity } from '../../../study/sensitivity/tornado.ts'
import { readSimulation } from '../../../study/simulation/read.ts'
import { simulate } from '../../../study/simulation/simulation.ts'
import { chartProblems } from '../../../text/charts/problems.ts'
import type { Locale } from '../../../text/numbers.ts'
import { altOf } from '../../charts/alt.ts'
import type { ChartId } from '../../charts/catalogue/catalogue.ts'
import { chartIds, drawnOf, isChartId } from '../../charts/catalogue/catalogue.ts'
import { csvOf, dataOf } from '../../charts/data.ts'
import { themes } from '../../charts/palette.ts'
import type { Drawn } from '../../charts/picture.ts'
import { pngOf } from '../../charts/png.ts'
import { svgOf } from '../../charts/svg.ts'
import type { ChartSource, View } from '../../charts/view.ts'
import { viewOf } from '../../charts/view.ts'
import { matches } from '../gate/conditional.ts'
import { chooseLocale } from '../language.ts'
import { Refusal } from '../problem.ts'
import type { App } from '../schema.ts'
import { moneySchema, problemAnswers } from '../schema.ts'
import { readStudyBody, studyBodySchema } from '../study-body.ts'
import { figureName } from './choice/told.ts'

const side = z.coerce.number().int().min(16).max(4000)

/** How a picture is asked for; sizes are in pixels at scale 1. */
export const pictureQuery = z.strictObject({
  alternative: z.string().max(64).optional().describe('Id of the alternative; the first ranked where absent'),
  variant: z.string().max(64).optional().describe('Id of the variant; the base one where absent'),
  width: side.default(1200),
  height: side.default(675),
  scale: z.coerce.number().min(1).max(3).default(1).describe('Pixels of a PNG per unit of width and height'),
  locale: z.enum(['es', 'en']).optional().describe('By Accept-Language where absent'),
  theme: z.enum(themes).default('light'),
  money: moneySchema,
})
export type PictureQuery = z.output<typeof pictureQuery>

const media = { png: 'image/png', svg: 'image/svg+xml', csv: 'text/csv', json: 'application/json' } as const
type Format = keyof typeof media
const isFormat = (name: string): name is Format => Object.hasOwn(media, name)

/** More draws are a study of their own; a picture does not hold up the others for long. */
const mostDraws = 500
/** A PNG of 36 million pixels already takes 144 megabytes while it is drawn. */
const mostPixels = 36_000_000

const options = group({
  figure: figureName.optional().describe('cifra del tornado; sin ella, el tornado no se ha pedido'),
  share: number({ min: 1e-6, max: 1 }).default(0.1).describe('cuánto se mueve cada dato del tornado; fracción'),
  draws: number({ min: 1, max: mostDraws }).optional().describe('sorteos del abanico; sin ellos, no se ha pedido'),
  seed: z.number().default(1).describe('semilla de los sorteos'),
  output: z.string().max(300).default('cash').describe('renglón por año que dibuja el abanico'),
})
interface Study {
  readonly figure?: string | undefined
  readonly share: number
  readonly draws?: number | undefined
  readonly seed: number
  readonly output: string
}

const numbers = z.array(z.number().nullable())
const dataSchema = z
  .strictObject({
    chart: z.string(),
    title: z.string(),
    unit: z.string(),
    scenario: z.string(),
    variant: z.string(),
    alternative: z.string(),
    source: z.string(),
    alt: z.string().describe('The text alternative of the picture'),
    categories: z.array(z.string()),
    series: z.array(z.strictObject({ id: z.string(), label: z.string(), values: numbers, low: numbers.optional() })),
  })
  .meta({ id: 'ChartData' })

const picture = (about: string) => ({ schema: z.string().describe(about) })

/** POST /v1/charts/{chart}.{format}: gráficas de un plan sin guardar, and the numbers that they draw. */
export function chartRoutes(app: App): void {
  app.post(
    '/v1/charts/:chart.:format',
    {
      schema: {
        tags: ['study'],
        summary: 'Una gráfica del plan: PNG, SVG o sus datos',
        description:
          'One chart of a scenario as png, svg, csv or json. ' +
          'The text alternative is the title of the SVG. A strong ETag; with If-None-Match the answer may be 304.',
        params: z.strictObject({
          chart: z.string().describe(chartIds.join(', ')),
          format: z.string().describe(Object.keys(media).join(', ')),
        }),
        querystring: pictureQuery,
        body: studyBodySchema(options, 'ChartRequest'),
        response: {
          200: {
            description: 'La gráfica o sus datos / The chart or its data',
            content: {
              'image/png': picture('PNG'),
              'image/svg+xml': picture('SVG'),
              'text/csv': picture('CSV'),
              'application/json': { schema: dataSchema },
            },
          },
          ...problemAnswers(400, 404, 413, 415, 422),
        },
      },
    },
    async (request, reply) => answer(request, reply),
  )
}

/** Refuses a picture that would take too much memory while it is drawn. */
export function refuseHuge({ width, height, scale }: PictureQuery): void {
  if (width * height * scale ** 2 <= mostPixels) return
  throw new Refusal('query', {
    errors: [{ pointer: '?scale', code: 'too-large', ...chartProblems.tooLarge(mostPixels / 1e6) }],
  })
}

/** The alternative and variant that a picture is asked of, or a refusal that names those there are. */
export function viewAsked(source: ChartSource, query: PictureQuery, locale: Locale): View {
  const { alternative, variant, money } = query
  const found = viewOf(source, { alternative, variant, locale, money })
  if (found.ok) return found.view
  const received = query[found.field]
  const words = chartProblems.unknown(found.field, { received, known: found.known })
  throw new Refusal('query', {
    errors: [{ pointer: `?${found.field}`, code: 'unknown-reference', ...words, received }],
  })
}

interface Asked {
  readonly chart: ChartId
  readonly format: Format
  readonly query: PictureQuery
  readonly locale: Locale
}

async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { chart, format } = request.params as { chart: string; format: string }
  if (!isChartId(chart) || !isFormat(format)) throw new Refusal('not-found')
  if (!accepts(request.headers.accept, media[format])) throw new Refusal('not-acceptable')
  const query = request.query as PictureQuery
  refuseHuge(query)
  const locale = query.locale ?? chooseLocale(request.headers['accept-language'])
  const asked: Asked = { chart, format, query, locale }
  const { scenario, document, options: study } = readStudyBody(request.body, options)
  const name = { scenario: scenarioHash(document), model: modelHash, chart, format, query, locale, study }
  const tag = `"${scenarioHash(JSON.parse(canonicalJson(name)))}"`
  reply.header('etag', tag).header('content-language', locale).header('cache-control', 'private, no-cache')
  const known = request.headers['if-none-match']
  if (known !== undefined && matches(known, tag)) return reply.code(304).send()
  const result = evaluate(scenario, { document, locale, money: query.money })
  const drawn = await drawnFor({ result, scenario }, asked, study)
  const bytes = await written(drawn, asked)
  return reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : media[format]).send(bytes)
}

async function drawnFor(source: ChartSource, asked: Asked, study: Study): Promise<Drawn> {
  const { chart, query, locale } = asked
  const view = viewAsked(source, query, locale)
  const drawn = drawnOf(chart, { ...view, ...(await studied(view, asked.chart, study)) })
  if (drawn !== undefined) return drawn
  const pointer = chart === 'tornado' ? '/figure' : '/draws'
  throw new Refusal('scenario', { errors: [{ pointer, code: 'study-not-run', ...chartProblems.notRun(chart) }] })
}

/** The study that a chart draws, where it was asked for: of the variant's own plan. */
async function studied(view: View, chart: ChartId, study: Study): Promise<Partial<ChartSource>> {
  const { figure, share, draws, seed, output } = study
  const plan = scenarioVariants(view.scenario).find(({ id }) => id === view.variant.id)?.scenario ?? view.scenario
  if (chart === 'tornado' && figure !== undefined) {
    const run = sensitivity(plan, { figure, share, alternative: view.alternative.id })
    if (!run.ok) throw new Refusal('scenario', { errors: run.problems })
    return { sensitivity: run.sensitivity }
  }
  if (chart !== 'fan' || draws === undefined) return {}
  const read = readSimulation(plan, { draws, seed, outputs: [output] }, mostDraws)
  if (!read.ok) throw new Refusal('scenario', { errors: read.problems })
  return { simulation: await simulate(read.job) }
}

async function written(drawn: Drawn, { format, query, locale }: Asked): Promise<Buffer | string> {
  const { width, height, theme, scale } = query
  const look = { width, height, theme, locale }
  if (format === 'png') return pngOf(drawn, look, scale)
  if (format === 'csv') return csvOf(drawn)
  const alt = altOf(drawn, locale)
  return format === 'svg' ? svgOf(drawn, look, alt) : JSON.stringify(dataOf(drawn, alt))
}

/** Whether an Accept header takes a type; without one, everything is taken. */
function accepts(header: string | undefined, type: string): boolean {
  if (header === undefined || header.trim() === '') return true
  const names = header
    .split(',')
    .filter((entry) => !/;\s*q=0(?:\.0*)?\s*(?:;|$)/.test(entry))
    .map((entry) => entry.split(';')[0]?.trim().toLowerCase())
  return [type, `${type.split('/')[0]}/*`, '*/*'].some((name) => names.includes(name))
}
