import { z } from 'zod'
import { group, id, money, share } from '../../../../scenario/fields.ts'
import { inactionStudy } from '../../../../study/regional/inaction.ts'
import { mostTowns, regionalStudy } from '../../../../study/regional/regional.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { chosenPlace, readStudyBody, studyBodySchema } from '../../study-body.ts'

const options = group({
  separate: id.optional().describe('alternativa en la que cada municipio va solo'),
  joint: id.optional().describe('alternativa en la que van juntos'),
  host: id.optional().describe('municipio que recibe los residuos de los otros'),
  gateFee: money.default(0).describe('tarifa de entrada; COP/t del año base'),
  emergencyHaul: money
    .default(0)
    .describe('precio del traslado de emergencia cuando el relleno se llena; COP/t del año base'),
  fates: z.record(id, share).default({}).describe('destino de los residuos sin recolectar; fracciones'),
})

const figure = z.number()
const costSchema = z.strictObject({ pvCosts: figure, averageTariff: figure.nullable(), contribution: figure })
const townSchema = z.strictObject({
  municipality: z.string(),
  alone: costSchema,
  joined: costSchema,
  gateFee: figure,
  gain: figure,
  gainProRata: figure,
  gainShapley: figure,
  loses: z.boolean(),
})
const answerSchema = z
  .strictObject({
    regional: z
      .strictObject({ gain: figure, towns: z.array(townSchema) })
      .nullable()
      .describe('null: the plan has one municipality, or no pair of alternatives was named'),
    inaction: z
      .strictObject({
        haulCost: figure,
        tonnesWithoutSite: figure,
        uncollected: z.record(z.string(), figure),
        alternatives: z
          .array(
            z.strictObject({
              id: z.string(),
              co2e: figure.nullable(),
              co2eAvoided: figure.nullable(),
              costPerTonneAvoided: figure.nullable(),
            }),
          )
          .readonly(),
      })
      .nullable()
      .describe('null: no alternative goes on as today'),
  })
  .meta({ id: 'Regional' })

export function regionalRoutes(app: App): void {
  app.post(
    '/v1/regional',
    {
      schema: {
        tags: ['study'],
        summary: 'Solución regional frente a cada municipio solo, y costo de no hacer nada',
        description: `What each town gains or loses by joining (up to ${mostTowns} towns), shared pro rata and by Shapley; what going on as today costs once its landfill is full, and the CO2e avoided [9 f, 10.1].`,
        body: studyBodySchema(options, 'RegionalQuestion'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const { separate, joint, host, gateFee, emergencyHaul, fates } = asked
      for (const named of [separate, joint])
        if (named !== undefined) chosenPlace(scenario.alternatives, named, '/alternative')
      const towns = scenario.territory.municipalities.length
      if (towns > mostTowns) throw new Refusal('scenario', { errors: [tooManyTowns(towns)] })
      const today = scenario.alternatives.find((a) => a.statusQuo)
      return {
        regional:
          towns > 1 && separate !== undefined && joint !== undefined
            ? regionalStudy(scenario, { separate, joint, host, gateFee })
            : null,
        inaction: today ? inactionStudy(scenario, { statusQuo: today.id, emergencyHaul, fates }) : null,
      }
    },
  )
}

const tooManyTowns = (received: number) => ({
  pointer: '/territory/municipalities',
  code: 'too-many-towns',
  received,
  es: `El estudio regional compara todas las uniones posibles de hasta ${mostTowns} municipios; envíe un plan con menos.`,
  en: `The regional study compares every possible union of up to ${mostTowns} municipalities; send a plan with fewer.`,
})
