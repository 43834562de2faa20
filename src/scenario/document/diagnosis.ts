import { z } from 'zod'
import { byZone, choice, group, hasField, id, isObject, money, name, quantity, text, year } from '../fields.ts'
import { byClass } from './users.ts'
import { materials } from './waste.ts'

const count = (concept: string) => quantity.optional().describe(`${concept}; número`)
const tonnes = (concept: string) => quantity.optional().describe(`${concept}; t/mes`)
const measure = (concept: string, unit: string) => quantity.optional().describe(`${concept}; ${unit}`)
const yearly = (concept: string) => money.optional().describe(`${concept}; COP/año`)

/** One object, or one per zone. */
function zoned<V extends z.ZodType>(label: string, block: V) {
  const forms = [block, byZone(block)] as const
  return choice(label, forms, (value) => (hasField(value, 'urban', 'rural') ? 1 : isObject(value) ? 0 : -1))
}

const recyclers = group({
  total: count('recuperadores'),
  formallyEmployed: count('recuperadores con empleo formal'),
  organizations: count('organizaciones de recuperadores'),
})

const collection = group({
  tonnes: tonnes('residuos recolectados medidos (RSR)'),
  selectiveTonnes: tonnes('recolección selectiva'),
  areaServed: measure('área atendida', 'ha'),
  areaTotal: measure('área total', 'ha'),
  trips: measure('viajes', 'número al mes'),
  effectiveHours: measure('tiempo efectivo de recolección', 'h/mes'),
  unproductiveHours: measure('tiempo improductivo de viaje', 'h/mes'),
  workers: count('operarios de recolección'),
  personnelCost: yearly('costo de personal'),
  vehicles: z
    .array(
      group({
        type: name.optional().describe('tipo de vehículo'),
        number: count('vehículos'),
        tonnes: measure('capacidad', 't'),
      }),
    )
    .max(100)
    .optional()
    .describe('parque automotor'),
  zones: z
    .array(
      group({
        name: name.optional().describe('zona de recolección'),
        users: count('usuarios'),
        scheduled: measure('recolecciones programadas (D)', 'veces al año'),
        missed: measure('recolecciones no prestadas (Di)', 'veces al año'),
      }),
    )
    .max(200)
    .optional()
    .describe('continuidad por zonas [5.4.2]'),
})

const sweeping = group({
  areaServed: measure('área atendida', 'ha'),
  workers: count('operarios de barrido'),
  mechanicalHours: measure('barrido mecánico', 'h/mes'),
  tonnes: tonnes('residuos de barrido'),
  weeklyFrequency: measure('frecuencia de barrido', 'veces por semana'),
})

const recovery = group({
  organicTonnes: tonnes('orgánicos aprovechados (RSO)'),
  inorganicTonnes: z
    .partialRecord(z.enum(materials), quantity)
    .optional()
    .describe('inorgánicos aprovechados por material (RSI); t/mes'),
  productTonnes: tonnes('producto orgánico'),
  organicWorkers: count('operarios de orgánicos'),
  inorganicWorkers: count('operarios de inorgánicos'),
  organicSales: yearly('venta de orgánicos'),
  inorganicSales: yearly('venta de inorgánicos'),
})

const disposal = group({
  kind: z.enum(['landfill', 'manual', 'dump']).optional().describe('relleno, relleno manual o botadero'),
  tonnesPerDay: measure('residuos dispuestos', 't/día'),
  life: group({ m3: measure('capacidad', 'm³'), years: measure('vida útil', 'años') })
    .optional()
    .describe('capacidad restante'),
  leachate: group({
    produced: measure('lixiviados producidos', 'L/s'),
    discharged: measure('lixiviados vertidos', 'L/s'),
  })
    .optional()
    .describe('lixiviados; L/s'),
  biogas: measure('biogás', 'L/s'),
  bod: tonnes('carga de DBO vertida'),
  tss: tonnes('carga de SST vertida'),
  distanceKm: group({
    town: measure('distancia al casco urbano', 'km'),
    water: measure('distancia a cuerpos de agua', 'km'),
    airport: measure('distancia a aeropuertos', 'km'),
  })
    .optional()
    .describe('distancias; km'),
})

const yearCost = group({
  investment: yearly('inversión'),
  operationMaintenance: yearly('operación y mantenimiento'),
  administration: yearly('administración'),
})
const isYearCost = (value: unknown) => hasField(value, 'investment', 'operationMaintenance', 'administration')
const split = (value: unknown) => (isYearCost(value) ? 0 : isObject(value) ? 1 : -1)
const byMaterialCost = choice('cost-by-material', [yearCost, z.partialRecord(z.enum(materials), yearCost)], split)
const byStreamCost = choice('cost-by-stream', [yearCost, z.record(id, yearCost)], split)

const annualCosts = group({
  collectionToDisposal: yearCost.optional().describe('recolección y transporte a disposición (CRTDF); COP/año'),
  collectionToRecovery: yearCost.optional().describe('recolección y transporte a aprovechamiento (CRTA); COP/año'),
  sweeping: yearCost.optional().describe('barrido y limpieza (CBL); COP/año'),
  organicRecovery: yearCost.optional().describe('aprovechamiento de orgánicos (CAO); COP/año'),
  inorganicRecovery: byMaterialCost
    .optional()
    .describe('aprovechamiento de inorgánicos (CAI), total o por material; COP/año'),
  disposal: yearCost.optional().describe('disposición final (CDF); COP/año'),
  special: byStreamCost.optional().describe('servicios especiales, total o por corriente; COP/año'),
  general: yearCost.optional().describe('costos generales; COP/año'),
  asOf: year.optional().describe('año de los precios'),
})

const classMoney = group({
  granted: money.optional().describe('subsidio otorgado; COP/año'),
  contributed: money.optional().describe('contribución recaudada; COP/año'),
})

const subsidies = group({
  ...byClass(classMoney).shape,
  fundAssigned: yearly('asignado por el fondo (FSRI)'),
  fundReceived: yearly('recibido del fondo (FSRI)'),
  paidToFund: yearly('girado al fondo (FSRI)'),
})

const dischargeFee = group({ paid: yearly('tasa retributiva pagada'), owed: yearly('tasa retributiva adeudada') })

/** Mediciones del diagnóstico [5] que ningún otro campo guarda. */
export const diagnosisSchema = group({
  recyclers: zoned('diagnosis-recyclers', recyclers).optional().describe('recuperadores [5.2]'),
  collection: zoned('diagnosis-collection', collection).optional().describe('recolección y transporte [5.4.2]'),
  sweeping: zoned('diagnosis-sweeping', sweeping).optional().describe('barrido y limpieza [5.4.3]'),
  recovery: zoned('diagnosis-recovery', recovery).optional().describe('aprovechamiento [5.4]'),
  disposal: zoned('diagnosis-disposal', disposal).optional().describe('disposición final [5.4]'),
  annualCosts: zoned('diagnosis-costs', annualCosts).optional().describe('costos anuales por componente [5.5.2 b.4]'),
  subsidies: zoned('diagnosis-subsidies', subsidies).optional().describe('subsidios y contribuciones [5.5.2 b.3]'),
  dischargeFee: zoned('diagnosis-fee', dischargeFee).optional().describe('tasa retributiva'),
  publicEntities: z
    .array(
      group({
        name: name.optional().describe('entidad'),
        responsibility: text().optional().describe('responsabilidad'),
      }),
    )
    .max(100)
    .optional()
    .describe('entidades públicas y su responsabilidad [5.5.1]'),
}).meta({ id: 'Diagnosis', description: 'Mediciones del diagnóstico [5]' })

export type Diagnosis = z.infer<typeof diagnosisSchema>
