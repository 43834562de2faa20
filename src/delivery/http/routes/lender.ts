import { z } from 'zod'
import { group, id, money, number, share } from '../../../scenario/fields.ts'
import type { LenderPack } from '../../../study/lender/lender.ts'
import { lenderPack } from '../../../study/lender/lender.ts'
import { covenantNames } from '../../../text/studies/lender.ts'
import { chooseLocale } from '../language.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'
import { chosenPlace, readStudyBody, studyBodySchema } from '../study-body.ts'

const options = group({
  alternative: id.optional().describe('alternativa; si falta, la primera'),
  targetCover: number({ min: 0.01, max: 100 })
    .optional()
    .describe('cobertura de la amortización a la medida; veces; si falta, la mínima del plan'),
  reserveMonths: number({ min: 0, max: 60 })
    .optional()
    .describe('reserva del servicio de la deuda; meses; si falta, 6'),
  minimumCash: money.optional().describe('caja mínima; COP del año base'),
  maximumIndebtedness: share.optional().describe('endeudamiento máximo; fracción de los activos'),
})

const value = z.number().nullable()
const yearly = z.array(z.number())
const yearlyOrNull = z.array(value)
const least = z.strictObject({ value, year: z.number().int().nullable() })

const loanSchema = z
  .strictObject({
    id: z.string(),
    entity: z.string(),
    drawn: z.number(),
    interest: z.number(),
    principal: z.number(),
    fees: z.number(),
    interestToDate: yearly,
    principalToDate: yearly,
    averageLife: value.describe('Years from draw to repayment, weighted by principal'),
    allInCost: value.describe('Effective yearly rate of draws less fees, interest paid and principal'),
    openAtHorizon: z.number(),
  })
  .meta({ id: 'LenderLoan' })

const answerSchema = z
  .strictObject({
    alternative: z.string(),
    years: z.array(z.number().int()),
    cashForDebtService: yearly.describe('CFADS of the provider; COP/year'),
    debtService: yearly,
    debt: yearly.describe('Closing debt of the provider; COP'),
    costOfDebt: yearly,
    cover: yearlyOrNull.describe('DSCR'),
    coverMinimum: least,
    coverAverage: value,
    loanLifeCover: yearlyOrNull.describe('LLCR'),
    loanLifeCoverMinimum: least,
    projectLifeCover: yearlyOrNull.describe('PLCR'),
    projectLifeCoverMinimum: least,
    averageLife: value,
    loans: z.array(loanSchema),
    reserve: z.strictObject({ months: z.number(), required: yearly, cash: yearly }),
    covenants: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        limit: z.number(),
        worst: value,
        year: z.number().int().nullable(),
        passed: z.boolean().nullable(),
      }),
    ),
    sculpted: z.strictObject({
      cover: z.number(),
      opening: yearly,
      interest: yearly,
      principal: yearly,
      closing: yearly,
      covers: yearlyOrNull,
      unrepaid: z.number(),
    }),
    evenCover: value.describe('The even cover that repays the same debt by its maturity'),
  })
  .meta({ id: 'LenderPack' })

/** POST /v1/lender: lo que mira un banco [11.3]. */
export function lenderRoutes(app: App): void {
  app.post(
    '/v1/lender',
    {
      schema: {
        tags: ['study'],
        summary: 'Lo que mira un banco: coberturas, costo y vida de la deuda, reserva y compromisos',
        description: "A lender's pack: CFADS, DSCR, LLCR, PLCR, reserve, covenants and a sculpted repayment.",
        body: studyBodySchema(options, 'LenderRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const { alternative, ...terms } = asked
      const place = chosenPlace(scenario.alternatives, alternative, '/alternative')
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(told(lenderPack(scenario, place, terms), locale))
    },
  )
}

/** The pack in one language, with null where a figure is undefined. */
function told(pack: LenderPack, locale: 'es' | 'en'): z.infer<typeof answerSchema> {
  const covenants = pack.covenants.map((c) => ({ ...c, name: covenantNames[c.id]?.[locale] ?? c.id }))
  return JSON.parse(JSON.stringify({ ...pack, covenants })) as z.infer<typeof answerSchema>
}
