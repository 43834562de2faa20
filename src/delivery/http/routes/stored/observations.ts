import { z } from 'zod'
import { group } from '../../../../scenario/fields.ts'
import { problemsOf } from '../../../../scenario/issues.ts'
import { evaluate } from '../../../../study/evaluate.ts'
import { readPlan } from '../../../../study/read-plan.ts'
import type { Observation } from '../../../../study/tracking/compare.ts'
import { observationProblems } from '../../../../study/tracking/compare.ts'
import { addObservations, deleteObservation, listObservations } from '../../../store/observations.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { itemOf, storedOf } from './scenarios.ts'
import { idParams } from './shapes.ts'

const tags = ['scenarios']
const mostAtOnce = 1000
const clean = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

const fields = {
  year: z.number().int().min(1900).max(2200).describe('año de la cifra'),
  line: clean(100).describe('renglón del libro; cualquiera de /v1/model/lines'),
  at: z.record(clean(40), clean(100)).default({}).describe('miembro de cada dimensión; las que faltan suman'),
  value: z.number().min(-1e15).max(1e15).describe('cifra real, en la unidad del renglón'),
  source: clean(500).describe('de dónde sale'),
}
const observation = group(fields)
const body = z.union([observation, z.array(observation).min(1).max(mostAtOnce)])
const storedSchema = z
  .strictObject({ ...fields, at: z.record(z.string(), z.string()), id: z.string(), createdAt: z.string() })
  .meta({ id: 'Observation' })
const listSchema = z.strictObject({ items: z.array(storedSchema) }).meta({ id: 'ObservationList' })

/** /v1/scenarios/{id}/observations: cifras reales de los años que siguen [13]. */
export function observationRoutes(app: App): void {
  app.post(
    '/v1/scenarios/:id/observations',
    {
      schema: {
        tags,
        summary: 'Anota una o varias cifras reales de un plan guardado [13]',
        description: 'Keeps one observation or a list of them, all or none.',
        params: idParams,
        body,
        response: { 201: listSchema, ...problemAnswers(400, 404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const stored = await storedOf(request, { id: request.params.id })
      const observations = observationsOf(request.body)
      checkAgainst(JSON.parse(stored.document), observations, Array.isArray(request.body))
      const items = await addObservations(app.database, request.actor, { scenarioId: stored.id, observations })
      return reply.code(201).header('location', `/v1/scenarios/${stored.id}/observations`).send({ items })
    },
  )
  app.get(
    '/v1/scenarios/:id/observations',
    {
      schema: {
        tags,
        summary: 'Las cifras reales anotadas, por año y renglón',
        description: 'Every observation of the plan.',
        params: idParams,
        response: { 200: listSchema, ...problemAnswers(404) },
      },
    },
    async (request) => {
      const { id } = await itemOf(request, request.params.id)
      return { items: await listObservations(app.database, request.actor.workspace, id) }
    },
  )
  app.delete(
    '/v1/scenarios/:id/observations/:observation',
    {
      schema: {
        tags,
        summary: 'Retira una cifra anotada',
        description: 'Takes an observation back.',
        params: z.strictObject({ ...idParams.shape, observation: z.string().max(100) }),
        response: { 204: z.null().describe('Retirada / Taken back'), ...problemAnswers(404) },
      },
    },
    async (request, reply) => {
      const { id } = await itemOf(request, request.params.id)
      const known = /^[0-9a-z]{1,32}$/.test(request.params.observation)
      const one = { scenarioId: id, id: request.params.observation }
      if (!known || !(await deleteObservation(app.database, request.actor.workspace, one)))
        throw new Refusal('not-found')
      return reply.code(204).send(null)
    },
  )
}

function observationsOf(raw: unknown): Observation[] {
  if (raw === undefined) throw new Refusal('malformed')
  const list = Array.isArray(raw)
  const read = (list ? z.array(observation).min(1).max(mostAtOnce) : observation).safeParse(raw)
  if (!read.success) throw new Refusal('scenario', { errors: problemsOf(read.error.issues, raw, 100) })
  return [read.data].flat()
}

/** A figure must be of a line, a place and a year that one of the plan's alternatives has. */
function checkAgainst(document: unknown, observations: readonly Observation[], list: boolean): void {
  const read = readPlan(document)
  if (!read.ok) throw new Refusal('scenario', { errors: read.problems })
  const result = evaluate(read.scenario, { document, details: true })
  const alternatives = result.variants[0]?.alternatives ?? []
  const errors = observations.flatMap((one, i) => {
    const found = alternatives.map(({ lines }) => observationProblems(lines, one, result.years.financial))
    if (found.some((problems) => problems.length === 0)) return []
    return (found[0] ?? []).map((problem) => ({ ...problem, pointer: `${list ? `/${i}` : ''}${problem.pointer}` }))
  })
  if (errors.length > 0) throw new Refusal('scenario', { errors: errors.slice(0, 100) })
}
