import { z } from 'zod'
import { alternativeSchema } from './document/alternative.ts'
import { economySchema } from './document/economy.ts'
import { existingSchema } from './document/funding.ts'
import { municipalitySchema } from './document/municipality.ts'
import { planSchema, variantSchema } from './document/plan.ts'
import { providerSchema } from './document/providers.ts'
import { rankingSchema } from './document/ranking.ts'
import { group, name, text, whole } from './fields.ts'

const sourceSchema = group({
  pointer: z.string().max(1000).describe('JSON Pointer del dato, o de lo que lo contiene'),
  status: z
    .enum(['published', 'measured', 'estimated', 'illustrative'])
    .describe('publicado, medido, estimado o ilustrativo'),
  source: text(5000).describe('fuente'),
  url: text(2000).optional().describe('dirección web'),
  note: text(5000).optional().describe('nota'),
}).meta({ id: 'Source', description: 'Procedencia de un dato' })

export type Source = z.infer<typeof sourceSchema>

/** Documento del plan: territorio, diagnóstico, economía y alternativas. */
export const scenarioSchema = group({
  $schema: z.string().max(2000).optional().describe('dirección del esquema JSON'),
  schemaVersion: z.literal('1').describe('versión del documento'),
  name: name.describe('nombre del plan'),
  description: text(10_000).optional().describe('descripción'),
  sources: z.array(sourceSchema).max(5000).default([]).describe('procedencia de los datos'),
  norm: z
    .enum(['resolution-1045-2003', 'resolution-754-2014'])
    .default('resolution-1045-2003')
    .describe('norma que da el horizonte y los cuadros'),
  plan: planSchema.optional().describe('formulación del plan [3, 5.6, 7–9, 12]'),
  baseYear: whole({ min: 1990, max: 2100 }).describe('año base del diagnóstico (t = 0)'),
  horizon: group({
    financial: whole({ min: 12, max: 30 }).default(15).describe('horizonte financiero (art. 8); años'),
    // max(30, financial) is always 30, because financial is never above 30
    waste: whole({ min: 30, max: 50 }).default(30).describe('horizonte de las proyecciones de residuos [6]; años'),
  })
    .prefault({})
    .describe('horizonte del plan'),
  economy: economySchema.describe('variables económicas [11.3]'),
  territory: group({
    municipalities: z.array(municipalitySchema).min(1).max(50).describe('municipios'),
  }).describe('territorio'),
  existing: existingSchema.prefault({}).describe('situación de apertura del prestador'),
  providers: z.array(providerSchema).max(100).default([]).describe('prestadores [5.5]'),
  alternatives: z.array(alternativeSchema).min(1).max(20).describe('alternativas [10]'),
  variants: z.array(variantSchema).max(10).default([]).describe('escenarios distintos [6]'),
  ranking: rankingSchema.prefault({}).describe('priorización [10.3]'),
}).meta({ id: 'Scenario', description: 'Plan Financiero Viable de un PGIRS' })

export type Scenario = z.infer<typeof scenarioSchema>
