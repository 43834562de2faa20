import { z } from 'zod'
import { group, namedFields, number, optionalFields } from '../fields.ts'

/** Criterios de decisión [10.3], en el orden de prioridad de la resolución. */
export const criteria = [
  'coverage',
  'continuity',
  'reincorporation',
  'landfillCapacity',
  'employment',
  'environment',
  'costCoverage',
  'pvCosts',
  'averageTariff',
  'territorialContribution',
] as const
export type Criterion = (typeof criteria)[number]

const tie = number({ min: 0, max: 10 }).default(0.01)

/** Priorización de alternativas [10.3]. */
export const rankingSchema = group({
  method: z.enum(['prioritized', 'lexicographic', 'topsis']).default('prioritized').describe('método de priorización'),
  thresholds: namedFields(criteria, tie).prefault({}).describe('diferencia relativa que se toma como empate; fracción'),
  weights: optionalFields(criteria, number({ min: 0, max: 1e6 }))
    .optional()
    .describe('peso de cada criterio; sin unidad'),
  requireViable: z.boolean().default(true).describe('las alternativas no viables quedan después de las viables'),
}).meta({ id: 'Ranking', description: 'Priorización de alternativas [10.3]' })

export type Ranking = z.infer<typeof rankingSchema>
