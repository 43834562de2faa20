import { z } from 'zod'
import { group, id, zone } from '../../../../scenario/fields.ts'
import { householdBills } from '../../../../study/tariffs/household-bill.ts'
import { chooseLocale } from '../../language.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { chosenPlace, readStudyBody, studyBodySchema } from '../../study-body.ts'

const options = group({
  alternative: id.optional().describe('alternativa; si falta, todas'),
  municipality: id.optional().describe('municipio; si falta, todos'),
  stratum: z
    .enum(['stratum1', 'stratum2', 'stratum3', 'stratum4', 'stratum5', 'stratum6'])
    .optional()
    .describe('estrato; si falta, todos'),
  zone: zone.optional().describe('zona; si falta, las dos'),
})

const figure = z.number().nullable()

const answerSchema = z
  .strictObject({
    baseYear: z.number().int(),
    alternatives: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        households: z.array(
          z.strictObject({
            municipality: z.string(),
            userClass: z.string(),
            zone: z.string(),
            years: z.array(
              z.strictObject({
                year: z.number().int(),
                tariff: figure.describe('Pesos of the year, COP/month'),
                tariffBaseYear: figure.describe('Pesos of the base year, COP/month'),
                incomeShare: figure.describe('Of the household’s income'),
                weeklyFrequency: figure.describe('Collections a week'),
                coverage: figure,
                recoveredShare: figure.describe('Of the tonnes collected'),
                landfillYears: figure.describe('Whole years with a disposal site left'),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'HouseholdBill' })

export function householdBillRoutes(app: App): void {
  app.post(
    '/v1/household-bill',
    {
      config: { remembered: true },
      schema: {
        tags: ['study'],
        summary: 'Lo que paga cada hogar en cada alternativa, y lo que recibe',
        description: 'Tariff by stratum, zone and year in each alternative, next to what the service gives.',
        body: studyBodySchema(options, 'HouseholdBillRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      chosenPlace(scenario.alternatives, asked.alternative, '/alternative')
      chosenPlace(scenario.territory.municipalities, asked.municipality, '/municipality')
      const wanted = (given: string | undefined, own: string): boolean => given === undefined || given === own
      const alternatives = householdBills(scenario)
        .filter((of) => wanted(asked.alternative, of.id))
        .map((of) => ({
          ...of,
          households: of.households.filter(
            (home) =>
              wanted(asked.municipality, home.municipality) &&
              wanted(asked.stratum, home.userClass) &&
              wanted(asked.zone, home.zone),
          ),
        }))
      const locale = chooseLocale(request.headers['accept-language'])
      const answer = { baseYear: scenario.baseYear, alternatives }
      return reply.header('content-language', locale).send(answer as z.infer<typeof answerSchema>)
    },
  )
}
