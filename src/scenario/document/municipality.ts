import { z } from 'zod'
import { bounds, byZone, group, id, money, name, number, quantity, share, text, whole } from '../fields.ts'
import { moneyPath, quantityPath, sharePath } from '../path.ts'
import { diagnosisSchema } from './diagnosis.ts'
import { subsidiesSchema, tariffSchema } from './tariff.ts'
import { byClass, expansionSchema, userRowSchema } from './users.ts'
import { wasteSchema } from './waste.ts'

export const censusSchema = group({
  year: whole({ min: 1900, max: 2110 }).describe('año del censo'),
  urban: quantity.default(0).describe('población urbana; habitantes'),
  rural: quantity.default(0).describe('población rural; habitantes'),
})
export type Census = z.infer<typeof censusSchema>

const populationMethods = ['arithmetic', 'geometric', 'exponential', 'wappaus', 'given', 'auto'] as const

const populationSchema = group({
  method: z.enum(populationMethods).default('auto').describe('método de proyección (RAS 2000, B.2)'),
  growthDelta: number(bounds.rate).default(0).describe('crecimiento adicional; fracción anual'),
  floating: quantityPath.default(0).describe('población flotante equivalente, urbana; habitantes'),
  given: byZone(quantityPath).optional().describe('proyección propia por zona; habitantes'),
})

const twelve = z.array(number({ min: 0, max: 10_000 })).length(12)
const ha = (use: string) => quantityPath.optional().describe(`área ${use}; ha`)
const income = (stratum: number) => money.optional().describe(`ingreso del hogar, estrato ${stratum}; COP/mes`)
const budget = (concept: string) => moneyPath.optional().describe(`${concept}; COP/año`)

/** Municipio [5.1]: población, usuarios, residuos, tarifas y finanzas. */
export const municipalitySchema = group({
  id: id.describe('identificador del municipio'),
  name: name.optional().describe('nombre'),
  department: name.optional().describe('departamento'),
  divipola: text(20).optional().describe('código DIVIPOLA'),
  censuses: z.array(censusSchema).max(50).default([]).describe('censos de población; habitantes'),
  population: populationSchema.prefault({}).describe('proyección de población [6.1]'),
  users: z.array(userRowSchema).max(24).default([]).describe('estructura de usuarios [5.4.1, 5.5.3, 6.2]'),
  waste: wasteSchema.prefault({}).describe('generación de residuos [5.1, 6.1]'),
  expansion: z.array(expansionSchema).max(200).default([]).describe('áreas de expansión urbana [6.4]'),
  landUse: group({
    residential: ha('residencial'),
    industrial: ha('industrial'),
    commercial: ha('comercial'),
    institutional: ha('institucional'),
    publicWays: ha('de vías públicas'),
  })
    .prefault({})
    .describe('usos del suelo [6.4–6.6]; ha'),
  climate: group({
    temperatureC: number({ min: -20, max: 60 }).optional().describe('temperatura media; °C'),
    rainMm: twelve.optional().describe('precipitación de cada mes; mm'),
    evapotranspirationMm: twelve.optional().describe('evapotranspiración de cada mes; mm'),
  })
    .optional()
    .describe('clima [5.1.1]'),
  sectors: z
    .array(
      group({
        name: name.optional().describe('nombre del sector'),
        ha: quantity.optional().describe('área; ha'),
        inhabitants: quantity.optional().describe('población; habitantes'),
      }),
    )
    .max(500)
    .default([])
    .describe('densidad por sectores [5.1.5]'),
  publicFinance: group({
    currentRevenue: budget('ingresos corrientes'),
    transfers: budget('transferencias'),
    propertyTax: budget('impuesto predial'),
    debtService: budget('servicio de la deuda'),
    futureCommitments: budget('vigencias futuras'),
    toWasteService: budget('recursos para el servicio de aseo'),
  })
    .optional()
    .describe('finanzas municipales [5.1.6]'),
  incomePerCapita: money.optional().describe('ingreso per cápita [5.2.4]; COP/año'),
  willingnessToPay: byClass(money).optional().describe('disponibilidad a pagar por clase [5.2.6]; COP/mes'),
  sweeping: group({
    manualKm: quantityPath.default(0).describe('barrido manual; km/mes'),
    mechanicalKm: quantityPath.default(0).describe('barrido mecánico; km/mes'),
    roadKm: quantity.optional().describe('longitud total de vías; km'),
  })
    .prefault({})
    .describe('barrido y limpieza [5.4.3]'),
  householdIncome: group({
    stratum1: income(1),
    stratum2: income(2),
    stratum3: income(3),
    stratum4: income(4),
    stratum5: income(5),
    stratum6: income(6),
  })
    .prefault({})
    .describe('ingreso de los hogares por estrato [5.2.4, 5.2.6]; COP/mes'),
  collectionEfficiency: sharePath
    .default(1)
    .describe('eficiencia del recaudo: recaudo / facturación [5.5.3]; fracción'),
  badDebtShare: share.default(1).describe('parte de lo no recaudado en el año que se pierde; fracción'),
  tariff: tariffSchema.optional().describe('tarifa vigente'),
  subsidies: subsidiesSchema.prefault({}).describe('subsidios y contribuciones'),
  diagnosis: diagnosisSchema.optional().describe('mediciones del diagnóstico [5]'),
}).meta({ id: 'Municipality', description: 'Municipio [5.1]' })

export type Municipality = z.infer<typeof municipalitySchema>
