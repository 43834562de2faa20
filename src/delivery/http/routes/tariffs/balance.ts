import { z } from 'zod'
import { patchSchema } from '../../../../scenario/document/plan.ts'
import { group, id, number, share, year } from '../../../../scenario/fields.ts'
import { moneyPath } from '../../../../scenario/path.ts'
import type { Scenario } from '../../../../scenario/scenario.ts'
import { balanceStudy } from '../../../../study/tariffs/balance-study.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { chosenPlace, readStudyBody, studyBodySchema } from '../../study-body.ts'

const options = group({
  alternative: id.optional().describe('alternativa; si falta, la primera'),
  municipality: id.optional().describe('municipio; si falta, todos'),
  year: year.optional().describe('año de los cuadros para el concejo; si falta, el siguiente al base'),
  fundLimit: moneyPath
    .optional()
    .describe('lo más que gira el fondo de cada municipio; COP/año; si falta, lo del plan'),
  maximumContribution: number({ min: 0, max: 10 }).optional().describe('factor de contribución máximo; fracción'),
  minimumSubsidy: group({
    stratum1: share.default(0).describe('estrato 1'),
    stratum2: share.default(0).describe('estrato 2'),
    stratum3: share.default(0).describe('estrato 3'),
  })
    .prefault({})
    .describe('subsidio que conserva cada estrato; fracción'),
})

const figure = z.number().nullable()
const rowSchema = z
  .strictObject({
    userClass: z.string(),
    zone: z.string(),
    users: figure,
    referenceTariff: figure.describe('COP/user·month'),
    factor: figure,
    userTariff: figure.describe('COP/user·month'),
    monthlySubsidy: figure,
    yearlySubsidy: figure,
    monthlyContribution: figure,
    yearlyContribution: figure,
  })
  .meta({ id: 'CouncilRow' })

const tableSchema = z
  .strictObject({
    municipality: z.string(),
    year: z.number().int(),
    rows: z.array(rowSchema),
    totals: rowSchema.pick({
      users: true,
      monthlySubsidy: true,
      yearlySubsidy: true,
      monthlyContribution: true,
      yearlyContribution: true,
    }),
    resources: z
      .strictObject({ contributions: figure, fundTransfer: figure, unfunded: figure, surplus: figure })
      .describe('COP/year'),
  })
  .meta({ id: 'CouncilTable', description: 'Cuadro de subsidios y contribuciones [5.5.2 b.3]' })

const yearSchema = z
  .strictObject({
    year: z.number().int(),
    verdict: z.enum(['unchanged', 'adjusted', 'infeasible']),
    message: z.string(),
    feasible: z.boolean(),
    factors: z.array(
      z.strictObject({ userClass: z.string(), zone: z.string(), users: figure, plan: figure, factor: figure }),
    ),
    subsidies: figure.describe('COP/year'),
    contributions: figure,
    fundLimit: figure,
    fundTransfer: figure,
    surplus: figure,
    unfunded: figure,
    blockedBy: z
      .array(
        z.strictObject({
          limit: z.string(),
          value: figure,
          article: z.string().nullable(),
          userClass: z.string().nullable(),
        }),
      )
      .describe('The limits that keep the year from closing'),
  })
  .meta({ id: 'BalanceYear' })

const answerSchema = z
  .strictObject({
    alternative: z.string(),
    municipalities: z.array(
      z.strictObject({
        municipality: z.string(),
        years: z.array(yearSchema),
        infeasibleYears: z.array(z.number().int()),
        table: z.strictObject({ plan: tableSchema, proposed: tableSchema }),
      }),
    ),
    patch: patchSchema.describe('RFC 6902: the scenario with these factors'),
    evaluated: z
      .strictObject({ unfundedSubsidy: figure, legalLimits: z.boolean().nullable() })
      .describe('What the patched scenario evaluates to'),
  })
  .meta({ id: 'Balance' })

export function balanceRoutes(app: App): void {
  app.post(
    '/v1/balance',
    {
      schema: {
        tags: ['study'],
        summary: 'Cierra el balance de subsidios y contribuciones de cada año',
        description:
          'Factors and fund transfer that close the balance with the least change, and the council’s tables.',
        body: studyBodySchema(options, 'BalanceRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const { alternative, municipality, year: tableYear, ...limits } = asked
      const towns = scenario.territory.municipalities
      const only = towns[chosenPlace(towns, municipality, '/municipality')]?.id as string
      const study = balanceStudy(scenario, {
        ...limits,
        alternative: chosenPlace(scenario.alternatives, alternative, '/alternative'),
        municipalities: municipality === undefined ? towns.map((town) => town.id) : [only],
        year: yearOfTables(scenario, tableYear),
      })
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(answered(study, locale))
    },
  )
}

type Study = ReturnType<typeof balanceStudy>

/** The study in one language, with null where a figure is undefined. */
function answered(study: Study, locale: 'es' | 'en'): z.infer<typeof answerSchema> {
  const municipalities = study.municipalities.map(({ years, ...rest }) => ({
    ...rest,
    years: years.map(({ changed: _, message, ...of }) => ({ ...of, message: message[locale] })),
  }))
  return JSON.parse(JSON.stringify({ ...study, municipalities })) as z.infer<typeof answerSchema>
}

function yearOfTables({ baseYear, horizon }: Scenario, asked: number | undefined): number {
  const [first, last] = [baseYear + 1, baseYear + horizon.financial]
  const chosen = asked ?? first
  if (chosen >= first && chosen <= last) return chosen
  const es = `El año del cuadro debe estar entre ${first} y ${last}.`
  const en = `The year of the table must be between ${first} and ${last}.`
  throw new Refusal('scenario', { errors: [{ pointer: '/year', code: 'year-outside-plan', es, en, received: chosen }] })
}
