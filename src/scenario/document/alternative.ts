import { z } from 'zod'
import {
  byYear,
  choice,
  group,
  hasField,
  id,
  index,
  isObject,
  money,
  name,
  number,
  optionalFields,
  quantity,
  share,
  text,
  year,
  zones,
} from '../fields.ts'
import { isPathLike, moneyPath, quantityPath, sharePath } from '../path.ts'
import { existingSchema, financingSchema, grantSchema, loanSchema } from './funding.ts'
import { projectSchema } from './project.ts'
import { subsidiesSchema, tariffSchema } from './tariff.ts'
import { byMaterial, soldGoods } from './waste.ts'

/** One value for all municipalities, or one each, told apart by `isOne`. */
function perMunicipality<V extends z.ZodType>(label: string, value: V, isOne: (value: unknown) => boolean) {
  return choice(label, [value, z.record(id, value)], (given) => (isOne(given) ? 0 : isObject(given) ? 1 : -1))
}

const hasOnePath = (value: unknown) => isObject(value) && Object.values(value).some(isPathLike)
const emptyOr =
  (...fields: string[]) =>
  (value: unknown) =>
    hasField(value, ...fields) || hasOnePath(value) || (isObject(value) && Object.keys(value).length === 0)

const coverageTarget = optionalFields(zones, sharePath)
const kmTarget = optionalFields(['manual', 'mechanical'] as const, quantityPath)
const streamTarget = z.record(id, sharePath)

/** Metas de la alternativa [8, 10.1]: hablan desde t = 1. */
const targetsSchema = group({
  coverage: perMunicipality('target-coverage', coverageTarget, emptyOr(...zones))
    .optional()
    .describe('cobertura por zona; fracción'),
  reduction: perMunicipality('target-share', sharePath, isPathLike)
    .optional()
    .describe('reducción en el origen; fracción'),
  continuity: perMunicipality('target-share', sharePath, isPathLike).optional().describe('continuidad; fracción'),
  billingEfficiency: perMunicipality('target-share', sharePath, isPathLike)
    .optional()
    .describe('eficiencia de la facturación: facturados / servidos; fracción'),
  collectionEfficiency: perMunicipality('target-share', sharePath, isPathLike)
    .optional()
    .describe('eficiencia del recaudo; fracción'),
  sweptKm: perMunicipality('target-km', kmTarget, emptyOr('manual', 'mechanical'))
    .optional()
    .describe('barrido; km/mes'),
  streams: perMunicipality('target-streams', streamTarget, emptyOr())
    .optional()
    .describe('cobertura por corriente; fracción'),
  weeklyFrequency: perMunicipality('target-frequency', quantityPath, isPathLike)
    .optional()
    .describe('frecuencia de recolección; veces por semana'),
}).meta({ id: 'Targets', description: 'Metas de la alternativa [8, 10.1]' })

export type Targets = z.infer<typeof targetsSchema>

/** Sitio de disposición final [5.4, 10.1]. */
const siteSchema = group({
  id: id.describe('identificador del sitio'),
  name: name.optional().describe('nombre'),
  municipalities: z.array(id).min(1).max(50).optional().describe('municipios que disponen allí; si falta, todos'),
  kind: z.enum(['landfill', 'manual', 'dump']).default('landfill').describe('relleno, relleno manual o botadero'),
  licence: group({
    act: text().optional().describe('acto administrativo de la licencia'),
    to: year.optional().describe('último año licenciado'),
    m3: quantity.optional().describe('volumen licenciado; m³'),
  })
    .optional()
    .describe('licencia ambiental'),
  closes: year.optional().describe('último año abierto'),
  capacity: quantity.optional().describe('capacidad al cierre del año base o a la apertura; m³; si falta, ilimitada'),
  opens: year.optional().describe('primer año abierto; si falta, el año base'),
  density: number({ min: 0.01, max: 10 }).default(0.8).describe('densidad compactada; t/m³'),
  coverFactor: number({ min: 0, max: 10 }).default(0.2).describe('volumen que agrega la cobertura; fracción'),
  height: number({ min: 0.01, max: 1000 }).optional().describe('altura; m'),
  areaFactor: number({ min: 0.01, max: 100 }).default(1.3).describe('factor de área; sin unidad'),
  leadTimeYears: number({ min: 0, max: 50 }).optional().describe('tiempo de preparación; años'),
  gas: group({
    mcf: share.optional().describe('factor de corrección de metano (MCF); fracción'),
    recovery: sharePath.optional().describe('metano captado; fracción'),
    oxidation: share.optional().describe('factor de oxidación; fracción'),
  })
    .optional()
    .describe('gas del relleno'),
}).meta({ id: 'Site', description: 'Sitio de disposición final [5.4, 10.1]' })

export type Site = z.infer<typeof siteSchema>

/** Aprovechamiento [5.4, 9 e]: captación, rechazos y venta. */
const recoverySchema = group({
  municipalities: z.array(id).min(1).max(50).optional().describe('municipios; si falta, todos'),
  capture: byMaterial(sharePath).prefault({}).describe('captación por material; fracción'),
  rejects: byMaterial(share).prefault({}).describe('rechazos por material; fracción'),
  compostYield: share.default(0).describe('rendimiento del compost; t de compost por t de orgánicos'),
  prices: optionalFields(soldGoods, moneyPath).prefault({}).describe('precios de venta; COP/t'),
  sold: sharePath.default(1).describe('parte que se vende; fracción'),
  index: index.default('inflation').describe('índice de precios'),
}).meta({ id: 'Recovery', description: 'Aprovechamiento [5.4, 9 e]' })

export type Recovery = z.infer<typeof recoverySchema>

const recoveryForms = choice('recovery', [recoverySchema, z.array(recoverySchema).max(50)], (value) =>
  Array.isArray(value) ? 1 : isObject(value) ? 0 : -1,
)

const specialServiceSchema = group({
  id: id.describe('identificador del servicio especial'),
  stream: id.describe('corriente atendida'),
  price: moneyPath.describe('precio; COP/t'),
  index: index.default('inflation').describe('índice de precios'),
})
export type SpecialService = z.infer<typeof specialServiceSchema>

const flag = (term: string) => z.boolean().default(false).describe(term)
const measureFlags = group({
  prevention: flag('medidas de prevención'),
  minimization: flag('medidas de minimización'),
  mitigation: flag('medidas de mitigación'),
  notes: text(5000).optional().describe('notas'),
})
const measureItem = group({
  kind: z.enum(['prevention', 'minimization', 'mitigation']).describe('prevención, minimización o mitigación'),
  name: name.optional().describe('medida'),
  description: text(5000).optional().describe('descripción'),
})
const measures = choice('measures', [measureFlags, z.array(measureItem).max(200)], (value) =>
  Array.isArray(value) ? 1 : isObject(value) ? 0 : -1,
)

/** Preguntas de la prefactibilidad [10.2]. */
const screeningKeys = [
  ...(['goals', 'energy', 'labour', 'minimumTonnes', 'environmentalRules', 'affectedPopulation'] as const),
  ...(['organicMarket', 'inorganicMarket', 'separation', 'institutional', 'regional'] as const),
] as const

const met = z.union([z.boolean(), z.literal('unknown')], { error: () => 'met' })
const answer = group({
  met: met.describe('se cumple: sí, no o se desconoce'),
  note: text(5000).optional().describe('nota'),
})

const affectedGroup = group({
  inhabitants: quantity.optional().describe('población; habitantes'),
  ha: quantity.optional().describe('área; ha'),
  notes: text(5000).optional().describe('notas'),
})
const affected = choice('affected', [text(5000), affectedGroup], (value) =>
  typeof value === 'string' ? 0 : isObject(value) ? 1 : -1,
)

/** Alternativa [10]: un camino completo para el servicio. */
export const alternativeSchema = group({
  id: id.describe('identificador de la alternativa'),
  name: name.optional().describe('nombre'),
  scope: text(5000).optional().describe('alcance'),
  description: text(10_000).optional().describe('descripción'),
  statusQuo: z.boolean().default(false).describe('es seguir como hoy'),
  targets: targetsSchema.prefault({}).describe('metas [8, 10.1]'),
  tariff: tariffSchema.optional().describe('tarifa desde t = 1; reemplaza la de los municipios'),
  subsidies: subsidiesSchema
    .optional()
    .describe('subsidios y contribuciones desde t = 1; reemplazan los de los municipios'),
  projects: z.array(projectSchema).max(200).default([]).describe('proyectos por programa [9]'),
  sites: z.array(siteSchema).max(50).default([]).describe('sitios de disposición final, en orden de llenado'),
  recovery: recoveryForms.optional().describe('aprovechamiento'),
  specialServices: z.array(specialServiceSchema).max(100).default([]).describe('servicios especiales [5.5.2, 11.2]'),
  loans: z.array(loanSchema).max(100).default([]).describe('créditos [11.3]'),
  grants: z.array(grantSchema).max(200).default([]).describe('aportes [11.3]'),
  existing: existingSchema.optional().describe('situación de apertura; reemplaza la del documento'),
  measures: measures.optional().describe('medidas ambientales [10.3]'),
  screening: optionalFields(screeningKeys, answer).optional().describe('prefactibilidad [10.2]'),
  workingCapital: group({
    payableDays: number({ min: 0, max: 365 }).default(0).describe('plazo de pago a proveedores; días'),
  })
    .prefault({})
    .describe('capital de trabajo'),
  closure: group({
    provisionPerTonne: moneyPath.default(0).describe('provisión para clausura y posclausura; COP/t'),
    index: index.default('inflation').describe('índice de precios'),
    works: byYear(money).default({}).describe('obras de clausura por año; COP del año base'),
  })
    .optional()
    .describe('clausura y posclausura'),
  financing: financingSchema.optional().describe('cierre financiero'),
  goals: z.array(id).max(200).default([]).describe('objetivos del plan a los que sirve'),
  benefited: group({
    inhabitants: quantity.optional().describe('población beneficiada; habitantes'),
    ha: quantity.optional().describe('área beneficiada; ha'),
  })
    .optional()
    .describe('población y área beneficiadas [10.1]'),
  affected: affected.optional().describe('población afectada [10.1]'),
  permits: z
    .array(
      group({
        kind: name.optional().describe('permiso'),
        months: number({ min: 0, max: 600 }).optional().describe('trámite; meses'),
      }),
    )
    .max(100)
    .default([])
    .describe('permisos y licencias [10.1]'),
}).meta({ id: 'Alternative', description: 'Alternativa [10]' })

export type Alternative = z.infer<typeof alternativeSchema>
