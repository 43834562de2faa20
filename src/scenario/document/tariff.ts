import { z } from 'zod'
import {
  byZone,
  choice,
  entity,
  group,
  hasField,
  isObject,
  money,
  number,
  optionalFields,
  quantity,
  whole,
} from '../fields.ts'
import { factorPath, isPathLike, moneyPath, sharePath } from '../path.ts'
import { byClass } from './users.ts'

const costParts = ['CCS', 'CLUS', 'CBLS', 'CRT', 'CDF', 'CTL'] as const
const priceFactor = number({ min: 0, max: 1000 })
const tonnesPerUser = number({ min: 0, max: 1e6 })

const toBaseYear = choice('factor-by-component', [priceFactor, optionalFields(costParts, priceFactor)], (value) =>
  typeof value === 'number' ? 0 : isObject(value) ? 1 : -1,
)

/** A published figure: one for the municipality, or one a zone. */
const byZoneOrOne = (value: z.ZodType<number>) =>
  choice('figure-by-zone', [value, byZone(value)], (given) =>
    typeof given === 'number' ? 0 : isObject(given) ? 1 : -1,
  )
const zonedMoney = byZoneOrOne(money)
const zonedTonnes = byZoneOrOne(tonnesPerUser)

const givenParts = group({
  ccs: zonedMoney.optional().describe('CCS publicado; COP/usuario·mes'),
  clus: zonedMoney.optional().describe('CLUS publicado; COP/usuario·mes'),
  cbls: zonedMoney.optional().describe('CBLS publicado; COP/usuario·mes'),
  crt: zonedMoney.optional().describe('CRT publicado; COP/t'),
  cdf: zonedMoney.optional().describe('CDF publicado; COP/t'),
  ctl: zonedMoney.optional().describe('CTL publicado; COP/t'),
  viat: zonedMoney.optional().describe('VIAT publicado; COP/t'),
  vba: zonedMoney.optional().describe('VBA publicado; COP/t'),
  trbl: zonedTonnes.optional().describe('TRBL publicado; t/usuario·mes'),
  trlu: zonedTonnes.optional().describe('TRLU publicado; t/usuario·mes'),
  trra: zonedTonnes.optional().describe('TRRA publicado; t/usuario·mes'),
  tra: zonedTonnes.optional().describe('TRA publicado; t/usuario·mes'),
  trna: zonedTonnes.optional().describe('TRNA publicado del usuario de factor 1; t/usuario·mes'),
})

const cleaning = group({
  pruning: money.default(0).describe('poda de árboles (CP); COP/mes'),
  grassM2: quantity.default(0).describe('corte de césped; m²/mes'),
  washM2: quantity.default(0).describe('lavado de áreas públicas; m²/mes'),
  beachKm: quantity.default(0).describe('limpieza de playas; km/mes'),
  bins: group({
    installed: quantity.default(0).describe('cestas instaladas; número al mes'),
    maintained: quantity.default(0).describe('cestas mantenidas; número al mes'),
  })
    .prefault({})
    .describe('cestas públicas'),
  waterPrice: money.default(0).describe('precio del agua; COP/m³'),
})

/** Insumos de la metodología de la Resolución CRA 720 de 2015. */
export const cra720Inputs = group({
  segment: z
    .union([z.literal(1), z.literal(2)], { error: () => 'segment' })
    .optional()
    .describe('segmento: 1 o 2'),
  billedWith: z.enum(['water', 'energy']).optional().describe('facturación conjunta con acueducto o energía'),
  cblPerKm: money.optional().describe('costo de barrido por kilómetro (CBL); COP/km'),
  cleaning: cleaning.prefault({}).describe('limpieza urbana (CLUS)'),
  distanceKm: quantity.optional().describe('distancia al sitio de disposición; km'),
  unpavedKm: quantity.default(0).describe('distancia sin pavimentar; km'),
  tollsPerTonne: money.default(0).describe('peajes; COP/t'),
  transferStation: z.boolean().default(false).describe('con estación de transferencia'),
  coastal: z.boolean().default(false).describe('municipio costero'),
  fleetAge: number({ min: 0, max: 100 }).optional().describe('edad promedio de la flota; años'),
  landfillTonnes: quantity
    .optional()
    .describe('toneladas que entran al relleno (QRS); t/mes; si falta, las de este plan'),
  postClosureYears: number({ min: 0, max: 100 }).default(10).describe('posclausura; años, al menos 10'),
  leachate: group({
    scenario: whole({ min: 1, max: 5 }).describe('escenario de tratamiento de lixiviados; 1 a 5'),
    m3PerMonth: quantity.default(0).describe('volumen de lixiviados; m³/mes'),
    environmentalFee: money.default(0).describe('tasa ambiental por vertimiento (CMTLX); COP/m³'),
  })
    .optional()
    .describe('tratamiento de lixiviados (CTL)'),
  incentive: number({ min: 0, max: 0.04 })
    .default(0)
    .describe('incentivo a la separación (DINC); fracción, hasta 0,04'),
  vba: money.optional().describe('valor base de aprovechamiento (VBA); COP/t'),
  viat: money.optional().describe('incentivo al aprovechamiento y tratamiento (VIAT); COP/t'),
  conditionalAssets: optionalFields(['CBL', 'CRT', 'CDF', 'CTL'] as const, z.boolean())
    .prefault({})
    .describe('activos aportados bajo condición, por componente'),
  toBaseYear: toBaseYear.default(1).describe('factor de pesos de diciembre de 2014 a pesos del año base'),
  given: givenParts.prefault({}).describe('costos y toneladas publicados, en pesos del año base'),
}).meta({ id: 'Cra720Inputs', description: 'Insumos de la Resolución CRA 720 de 2015' })

export type Cra720Inputs = z.infer<typeof cra720Inputs>

const expression = z.string().min(1).max(2000)

/** Tarifa [5.5.2, 11.3]: método y sus datos. */
export const tariffSchema = group({
  method: z.enum(['reference', 'costRecovery', 'cra-720-2015', 'formula']).describe('método tarifario'),
  reference: group({
    fixed: moneyPath.describe('costo fijo de referencia; COP/usuario·mes'),
    variable: moneyPath.describe('costo variable de referencia; COP/t'),
  })
    .optional()
    .describe('costos de referencia'),
  inputs: cra720Inputs.optional().describe('insumos de la Resolución CRA 720 de 2015'),
  formula: group({
    fixed: expression.describe('fórmula del costo fijo; COP/usuario·mes'),
    variable: expression.describe('fórmula del costo variable; COP/t'),
  })
    .optional()
    .describe('fórmulas de un estudio tarifario'),
  index: z
    .enum(['inflation', 'wage', 'construction', 'none'])
    .default('inflation')
    .describe('índice que lleva los costos de referencia en el tiempo'),
  recoveryEntity: entity.default('provider').describe('entidad que recibe el aprovechamiento (VBA · TRA)'),
  netOfGrants: z.boolean().default(true).describe('descuenta los aportes de capital (Ley 142 de 1994, art. 87.9)'),
  transition: group({
    current: group({
      fixed: money.describe('costo fijo actual; COP/usuario·mes'),
      variable: money.describe('costo variable actual; COP/t'),
    }).describe('costos que se cobran hoy'),
    years: whole({ min: 1, max: 50 }).describe('duración de la transición; años'),
  })
    .optional()
    .describe('plan de transición a la tarifa meta [5.5.2 b.1]'),
}).meta({ id: 'Tariff', description: 'Tarifa [5.5.2, 11.3]' })

export type Tariff = z.infer<typeof tariffSchema>

const zonedFactor = byZone(factorPath)
const factor = choice('factor', [factorPath, zonedFactor], (value) =>
  hasField(value, 'urban', 'rural') ? 1 : isPathLike(value) ? 0 : -1,
)

/** Subsidios y contribuciones [5.5.2 b.3, 10.1]. */
export const subsidiesSchema = group({
  factors: byClass(factor)
    .prefault({})
    .describe('factor por clase: negativo subsidio, positivo contribución; fracción del costo'),
  fundCoverage: sharePath.default(1).describe('parte del déficit que gira el Fondo de Solidaridad (FSRI); fracción'),
  transferDelayMonths: number({ min: 0, max: 12 }).default(0).describe('demora del giro del fondo; meses'),
}).meta({ id: 'Subsidies', description: 'Subsidios y contribuciones [5.5.2 b.3, 10.1]' })

export type Subsidies = z.infer<typeof subsidiesSchema>
