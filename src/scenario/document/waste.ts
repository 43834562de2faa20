import { z } from 'zod'
import { group, id, number, optionalFields, quantity, share, zone } from '../fields.ts'
import { ratePath, sharePath } from '../path.ts'
import { areaDrivers, byClass, userClasses } from './users.ts'

export const materials = [
  'foodAndGarden',
  'paper',
  'cardboard',
  'plastic',
  'glass',
  'metal',
  'textile',
  'wood',
  'other',
] as const
export type Material = (typeof materials)[number]

const materialTerms: Record<Material, string> = {
  foodAndGarden: 'residuos de alimentos y jardín; fracción del peso',
  paper: 'papel; fracción del peso',
  cardboard: 'cartón; fracción del peso',
  plastic: 'plástico; fracción del peso',
  glass: 'vidrio; fracción del peso',
  metal: 'metales; fracción del peso',
  textile: 'textiles; fracción del peso',
  wood: 'madera; fracción del peso',
  other: 'otros; fracción del peso',
}

const part = (material: Material) => share.default(0).describe(materialTerms[material])

/** Caracterización de los residuos [5.1, 6]: fracciones que suman 1. */
export const compositionSchema = group({
  foodAndGarden: part('foodAndGarden'),
  paper: part('paper'),
  cardboard: part('cardboard'),
  plastic: part('plastic'),
  glass: part('glass'),
  metal: part('metal'),
  textile: part('textile'),
  wood: part('wood'),
  other: part('other'),
}).meta({ id: 'Composition', description: 'Composición física de los residuos; fracciones que suman 1' })

export type Composition = z.infer<typeof compositionSchema>

/** An optional member for each material. */
export const byMaterial = <V extends z.ZodType>(value: V) => optionalFields<Material, V>(materials, value)

const streamKinds = [
  ...['industrial', 'commercial', 'institutional', 'streets', 'pathogenic'],
  ...['constructionDemolition', 'canalSludge', 'treatmentSludge', 'greenWaste'],
] as readonly StreamKind[] as readonly [StreamKind, ...StreamKind[]]

export type StreamKind =
  | 'industrial'
  | 'commercial'
  | 'institutional'
  | 'streets'
  | 'pathogenic'
  | 'constructionDemolition'
  | 'canalSludge'
  | 'treatmentSludge'
  | 'greenWaste'

const ordinaryKinds: readonly StreamKind[] = ['industrial', 'commercial', 'institutional', 'streets', 'greenWaste']

export const service = z.enum(['ordinary', 'special'])
const driver = z.enum(['none', 'population', 'sweptKm', ...userClasses, ...areaDrivers])

/** Corrientes de residuos no residenciales [6.3]. */
const streamSchema = group({
  id: id.describe('identificador de la corriente'),
  kind: z.enum(streamKinds).describe('tipo de residuo [6.3]'),
  zone: zone.default('urban').describe('zona'),
  service: service.optional().describe('servicio: ordinario o especial; si falta, según el tipo'),
  tonnesPerMonth: quantity.describe('generación en t = 0; t/mes'),
  driver: driver.default('none').describe('variable con la que crece la corriente'),
  growth: ratePath.default(0).describe('crecimiento adicional; fracción anual'),
  coverage: sharePath.default(1).describe('cobertura de la recolección; fracción'),
  toLandfill: z
    .boolean()
    .optional()
    .describe('va a disposición final; si falta, sí en el ordinario y no en el especial'),
})
  .transform((stream) => {
    const served = stream.service ?? (ordinaryKinds.includes(stream.kind) ? 'ordinary' : 'special')
    return { ...stream, service: served, toLandfill: stream.toLandfill ?? served === 'ordinary' }
  })
  .meta({ id: 'Stream', description: 'Corriente de residuos [6.3]' })

export type Stream = z.infer<typeof streamSchema>

const kgPerDay = number({ min: 0, max: 100 })

/** Generación de residuos [5.1, 6.1]. */
export const wasteSchema = group({
  perCapita: group({
    urban: kgPerDay.default(0).describe('producción per cápita urbana (ppc); kg/habitante·día'),
    rural: kgPerDay.default(0).describe('producción per cápita rural (ppc); kg/habitante·día'),
  })
    .prefault({})
    .describe('producción per cápita en t = 0; kg/habitante·día'),
  perCapitaGrowth: ratePath.default(0).describe('crecimiento de la producción per cápita; fracción anual'),
  composition: compositionSchema.optional().describe('composición física de los residuos; fracciones que suman 1'),
  compositionByClass: byClass(compositionSchema)
    .optional()
    .describe('composición por clase de usuario; fracciones que suman 1'),
  streams: z.array(streamSchema).max(100).default([]).describe('corrientes de residuos [6.3]'),
  reduction: sharePath.default(0).describe('reducción en el origen; fracción'),
  climate: z
    .enum(['temperateDry', 'temperateWet', 'tropicalDry', 'tropicalWet'])
    .optional()
    .describe('clima para el gas del relleno; si falta, sale de la temperatura y la lluvia'),
}).meta({ id: 'Waste', description: 'Generación de residuos [5.1, 6.1]' })

export type Waste = z.infer<typeof wasteSchema>

/** Materials, or materials without organics plus compost: the names under which recovered goods are sold. */
export const soldGoods = [...materials.filter((material) => material !== 'foodAndGarden'), 'compost'] as const
