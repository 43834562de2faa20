import { z } from 'zod'
import { choice, group, id, money, name, number, share, text, year, yearKey } from '../fields.ts'
import { program } from './project.ts'

const operation = group({
  op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']).describe('operación RFC 6902'),
  path: z.string().max(1000).describe('JSON Pointer de destino'),
  from: z.string().max(1000).optional().describe('JSON Pointer de origen'),
  value: z.unknown().optional().describe('valor'),
})
export type PatchOperation = z.infer<typeof operation>

/** Cambio sobre el documento: un objeto (RFC 7396) o una lista de operaciones (RFC 6902). */
export const patchSchema = choice(
  'patch',
  [z.record(z.string(), z.unknown()), z.array(operation).max(1000)],
  (value) => (Array.isArray(value) ? 1 : typeof value === 'object' && value !== null ? 0 : -1),
).meta({ id: 'Patch', description: 'Cambio sobre el documento: RFC 7396 u operaciones RFC 6902' })
export type Patch = z.infer<typeof patchSchema>

/** Escenario distinto [6]: un cambio sobre el documento entero. */
export const variantSchema = group({
  id: id.describe('identificador del escenario'),
  name: name.optional().describe('nombre'),
  patch: patchSchema.describe('cambio'),
}).meta({ id: 'Variant', description: 'Escenario distinto [6]' })
export type Variant = z.infer<typeof variantSchema>

const words = choice('text-or-list', [text(5000), z.array(text(5000)).max(100)], (value) =>
  Array.isArray(value) ? 1 : typeof value === 'string' ? 0 : -1,
)
const figure = number({ min: -1e15, max: 1e15 })
const date = z.iso.date({ error: 'date' })

const goalSchema = group({
  id: id.describe('identificador del objetivo'),
  kind: z.enum(['general', 'specific']).default('specific').describe('objetivo general o específico'),
  program: program.optional().describe('programa'),
  objective: text(5000).optional().describe('objetivo'),
  indicator: name.optional().describe('indicador o línea que lo mide'),
  baseline: figure.optional().describe('línea base; unidad del indicador'),
  targets: z.record(yearKey, figure).default({}).describe('meta por año; unidad del indicador'),
  policy: text(5000).optional().describe('política'),
})

const gapSchema = group({
  component: name.optional().describe('componente'),
  kind: z
    .enum(['weakness', 'opportunity', 'strength', 'threat'])
    .optional()
    .describe('debilidad, oportunidad, fortaleza o amenaza'),
  problem: text(5000).optional().describe('problema'),
  causes: words.optional().describe('causas'),
  consequences: words.optional().describe('consecuencias'),
  measure: text(5000).optional().describe('medida'),
})

const contingencySchema = group({
  id: id.describe('identificador de la contingencia'),
  threat: text(5000).optional().describe('amenaza'),
  vulnerability: text(5000).optional().describe('vulnerabilidad'),
  actions: words.optional().describe('acciones'),
  responsible: name.optional().describe('responsable'),
  days: number({ min: 0, max: 10_000 }).optional().describe('duración; días'),
  cost: money.optional().describe('costo; COP del año base'),
  probability: share.optional().describe('probabilidad anual; fracción'),
  stress: patchSchema.optional().describe('cambio que representa la emergencia'),
})

/** Formulación del plan [3, 5.6, 7–9, 12]. */
export const planSchema = group({
  coordinator: text().optional().describe('coordinador [3]'),
  technicalDirector: text().optional().describe('director técnico [3]'),
  adoptionAct: text().optional().describe('acto de adopción'),
  adoptedOn: date.optional().describe('fecha de adopción; AAAA-MM-DD'),
  terms: z
    .array(
      group({
        name: name.optional().describe('periodo'),
        from: year.describe('primer año'),
        to: year.describe('último año'),
      }),
    )
    .max(30)
    .default([])
    .describe('periodos de los planes de desarrollo'),
  goals: z.array(goalSchema).max(200).default([]).describe('objetivos y metas [8]'),
  gaps: z.array(gapSchema).max(500).default([]).describe('oportunidades y amenazas [7]'),
  contingency: z.array(contingencySchema).max(50).default([]).describe('plan de contingencia [12]'),
}).meta({ id: 'Plan', description: 'Formulación del plan [3, 5.6, 7–9, 12]' })

export type Plan = z.infer<typeof planSchema>
