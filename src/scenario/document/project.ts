import { z } from 'zod'
import {
  choice,
  entity,
  group,
  hasField,
  id,
  index,
  isObject,
  lifeYears,
  money,
  name,
  number,
  share,
  text,
  year,
  zone,
} from '../fields.ts'
import { moneyPath, pathForm } from '../path.ts'
import { service } from './waste.ts'

/** Programas del capítulo 9, literales a–j, y el de contingencia [12]. */
export const programs = [
  'awareness',
  'storage',
  'collection',
  'sweeping',
  'recovery',
  'disposal',
  'special',
  'rural',
  'commercial',
  'institutional',
  'contingency',
] as const
export type Program = (typeof programs)[number]
export const program = z.enum(programs)

/** Componentes de costo [5.5.2]: CRTDF, CRTA, CBL, CAO, CAI, CDF, especiales y generales. */
export const components = [
  'collectionToDisposal',
  'collectionToRecovery',
  'sweeping',
  'organicRecovery',
  'inorganicRecovery',
  'disposal',
  'special',
  'general',
] as const
export type Component = (typeof components)[number]

const drivers = [
  'users',
  'tonnesCollected',
  'tonnesDisposed',
  'tonnesRecovered',
  'tonnesRecoveredOrganic',
  'tonnesRecoveredInorganic',
  'kmSwept',
  'population',
] as const
export type Driver = (typeof drivers)[number]

const yearAmountSchema = group({
  year: year.describe('año de la compra'),
  amount: money.describe('valor; COP del año base'),
})
export type YearAmount = z.infer<typeof yearAmountSchema>
export type InvestmentAmount = YearAmount | YearAmount[] | { values: number[]; from: number }

const amount = choice('amount', [moneyPath, yearAmountSchema, z.array(yearAmountSchema).min(1).max(120)], (value) => {
  if (Array.isArray(value)) return 2
  if (hasField(value, 'year', 'amount')) return 1
  return pathForm(value) >= 0 || isObject(value) ? 0 : -1
})

/** Costo de un proyecto [9, 11.2]: inversión, operación y mantenimiento, o administración. */
export const costSchema = group({
  id: id.describe('identificador del costo, único en la alternativa'),
  name: name.optional().describe('nombre'),
  category: z
    .enum(['investment', 'operationMaintenance', 'administration'])
    .describe('categoría: inversión, operación y mantenimiento, o administración'),
  component: z.enum(components).default('general').describe('componente del servicio [5.5.2 b.4]'),
  class: z
    .enum(['works', 'land', 'equipment', 'studies'])
    .optional()
    .describe('clase de inversión: obras, predios, equipos o estudios'),
  service: service.default('ordinary').describe('servicio: ordinario o especial'),
  zone: zone.optional().describe('zona; si falta, ambas'),
  entity: entity.default('provider').describe('entidad que asume el costo'),
  municipality: id.optional().describe('municipio; si falta, es compartido'),
  amount: amount.optional().describe('valor: inversión por año, o costo anual; COP del año base'),
  unit: moneyPath.optional().describe('costo unitario; COP del año base por unidad del inductor'),
  driver: z.enum(drivers).optional().describe('inductor del costo'),
  index: index.default('inflation').describe('índice de precios'),
  from: year.optional().describe('primer año'),
  to: year.optional().describe('último año'),
  life: lifeYears.optional().describe('vida útil; años'),
  residual: share.default(0).describe('valor residual; fracción del costo'),
  replace: z.boolean().default(false).describe('se repone al terminar su vida útil'),
  jobs: number({ min: 0, max: 1e6 }).default(0).describe('empleos sostenidos cada año activo; personas'),
}).meta({ id: 'Cost', description: 'Costo de un proyecto [9, 11.2]' })

export type Cost = z.infer<typeof costSchema>
export type Investment = Cost & {
  category: 'investment'
  class: 'works' | 'land' | 'equipment' | 'studies'
  amount: InvestmentAmount
}

/** True for an investment; the rules of the document promise its class, amount and (but for land) life. */
export function isInvestment(cost: Cost): cost is Investment {
  return cost.category === 'investment'
}

const when = choice(
  'year-or-date',
  [year, z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/, { error: 'year-or-date' })],
  (value) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : -1),
)

const activitySchema = group({
  name: name.optional().describe('actividad'),
  start: when.optional().describe('inicio; año o fecha'),
  end: when.optional().describe('fin; año o fecha'),
  responsible: name.optional().describe('responsable'),
  indicator: text().optional().describe('indicador'),
})

/** Proyecto de un programa [9, 10.1]. */
export const projectSchema = group({
  id: id.describe('identificador del proyecto'),
  name: name.optional().describe('nombre'),
  program: program.describe('programa [9, a–j] o contingencia [12]'),
  responsible: name.optional().describe('responsable'),
  startYear: year.optional().describe('año inicial'),
  endYear: year.optional().describe('año final'),
  expectedResult: text().optional().describe('resultado esperado'),
  goal: id.optional().describe('objetivo del plan al que sirve'),
  indicator: text().optional().describe('indicador'),
  activities: z.array(activitySchema).max(200).default([]).describe('actividades y cronograma'),
  costs: z.array(costSchema).max(200).describe('costos'),
}).meta({ id: 'Project', description: 'Proyecto de un programa [9, 10.1]' })

export type Project = z.infer<typeof projectSchema>
