import { z } from 'zod'
import { group } from '../../../../scenario/fields.ts'

/** More than these are done as a job. */
export const mostDraws = 10_000

const parameter = z.number()
const range = { min: parameter.describe('mínimo'), max: parameter.describe('máximo') }
const peaked = { ...range, mode: parameter.describe('valor más probable') }
const spread = { mean: parameter.describe('media'), sd: parameter.describe('desviación estándar') }

const distributionSchema = z
  .discriminatedUnion('kind', [
    group({ kind: z.literal('uniform'), ...range }),
    group({ kind: z.literal('triangular'), ...peaked }),
    group({ kind: z.literal('pert'), ...peaked }),
    group({ kind: z.literal('normal'), ...spread }),
    group({ kind: z.literal('lognormal'), ...spread }),
    group({
      kind: z.literal('discrete'),
      values: z.array(z.number()).max(1000).describe('valores posibles'),
      weights: z.array(z.number()).max(1000).optional().describe('peso de cada valor; iguales si faltan'),
    }),
  ])
  .meta({ id: 'Distribution' })

const inputSchema = group({
  pointer: z.string().max(500).optional().describe('puntero JSON de un dato del plan'),
  pointers: z.array(z.string().max(500)).max(500).optional().describe('varios datos que se mueven juntos'),
  label: z.string().min(1).max(200).optional().describe('nombre con que se muestra'),
  distribution: distributionSchema,
  effect: z
    .enum(['factor', 'value', 'addition'])
    .default('factor')
    .describe('lo sorteado multiplica el dato, lo reemplaza o se le suma'),
}).meta({ id: 'UncertainInput' })

export const simulationOptions = group({
  inputs: z.array(inputSchema).optional().describe('datos inciertos; si faltan, los usuales con rangos ilustrativos'),
  correlation: z.array(z.array(z.number())).optional().describe('correlación de rangos de los datos, en su orden'),
  draws: z.number().default(1000).describe(`número de simulaciones; más de ${mostDraws} se hacen como trabajo`),
  seed: z.number().default(1).describe('semilla: la misma da la misma respuesta'),
  outputs: z
    .array(z.string().max(300))
    .optional()
    .describe('cifras o renglones, como planNpv, cash, userTariff::userClass=stratum1,zone=urban'),
})

const chance = z.strictObject({ probability: z.number(), standardError: z.number() }).meta({ id: 'Chance' })
const values = z.array(z.number().nullable())
const bandsSchema = z
  .strictObject({
    id: z.string(),
    unit: z.string(),
    label: z.string(),
    years: z.array(z.int()).nullable().describe('Null for a single figure'),
    ...{ p5: values, p25: values, p50: values, p75: values, p95: values },
  })
  .meta({ id: 'QuantileBands' })

export const simulationSchema = z
  .strictObject({
    draws: z.int(),
    seed: z.int(),
    note: z.string().nullable().describe('Said where the uncertain inputs only illustrate'),
    inputs: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        pointers: z.array(z.string()),
        distribution: distributionSchema,
        effect: z.enum(['factor', 'value', 'addition']),
      }),
    ),
    alternatives: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        viable: chance,
        first: chance,
        ranks: z.array(z.strictObject({ place: z.int(), ...chance.shape })),
        beyond: z.int().describe('Draws in which a value went beyond any number'),
        bands: z.array(bandsSchema),
      }),
    ),
    convergence: z.array(
      z.strictObject({
        draws: z.int(),
        alternatives: z.array(
          z.strictObject({
            id: z.string(),
            viable: chance,
            first: chance,
            medians: z.record(z.string(), z.number().nullable()).describe('Of the last year of each output'),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Simulation' })
