import { z } from 'zod'
import type { Patch } from '../../scenario/document/plan.ts'
import { patchSchema } from '../../scenario/document/plan.ts'
import { group, hasField, isObject } from '../../scenario/fields.ts'
import { problemsOf } from '../../scenario/issues.ts'
import { applyPatch } from '../../scenario/patch.ts'
import type { Problem } from '../../scenario/problem.ts'
import { problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { scenarioSchema } from '../../scenario/scenario.ts'
import { readPlan } from '../../study/read-plan.ts'
import { Refusal } from './problem.ts'

/** What a study is asked of: a scenario that was read, the document it came from, and what else the body says. */
export interface StudyBody<Options> {
  readonly scenario: Scenario
  /** The document as posted, with the body's patch applied; its canonical hash names the scenario. */
  readonly document: unknown
  readonly options: Options
}

const mostProblems = 100
const noOptions = group({})

const own = {
  scenario: scenarioSchema.optional(),
  scenarioId: z.string().max(64).optional().describe('plan guardado, en vez de scenario'),
  version: z.number().int().optional().describe('versión del plan guardado; si falta, la última'),
  patch: patchSchema.optional(),
}

const optionsByBody = new WeakMap<object, { options: z.ZodObject; stored: z.ZodType }>()

/** The body of a study for the OpenAPI document: the scenario itself, or an object with it and the study's options. */
export function studyBodySchema<Shape extends z.ZodRawShape>(options: z.ZodObject<Shape>, id: string) {
  const body = z.union([scenarioSchema, z.strictObject({ ...own, ...options.shape }).meta({ id })])
  const stored = z.strictObject({ patch: own.patch, ...options.shape }).meta({ id: `${id}OfStored` })
  optionsByBody.set(body, { options, stored })
  return body
}

const found = (body: unknown) => (typeof body === 'object' && body !== null ? optionsByBody.get(body) : undefined)

/** The options of a study by its body's schema; undefined where it is not one of a study. */
export const optionsOf = (body: unknown): z.ZodObject | undefined => found(body)?.options

/** The body of the same study of a stored plan. */
export const storedBodySchema = (body: unknown): z.ZodType | undefined => found(body)?.stored

/**
 * The scenario of a study's body, with its patch applied, and the study's options with their defaults.
 *
 * The body is the scenario itself, or `{scenario | scenarioId, patch?, …options}`; `options` is a `group` of the other
 * members. Throws Refusal with every problem, each with its pointer into the body.
 */
export function readStudyBody(body: unknown): StudyBody<Record<string, never>>
export function readStudyBody<Shape extends z.ZodRawShape>(
  body: unknown,
  options: z.ZodObject<Shape>,
): StudyBody<z.output<z.ZodObject<Shape>>>
export function readStudyBody(body: unknown, options: z.ZodObject = noOptions): StudyBody<unknown> {
  if (body === undefined) throw new Refusal('malformed')
  const named = hasField(body, 'scenario', 'scenarioId', 'patch')
  const wrapped = named || (!hasField(body, 'schemaVersion') && hasField(body, ...Object.keys(options.shape)))
  if (!wrapped || !isObject(body)) return { ...readDocument(body, ''), options: parsed(options, {}) }
  const { scenario, scenarioId, patch, ...rest } = body
  if (scenarioId !== undefined) throw refused([stored(scenarioId)])
  if (scenario === undefined) throw refused([problem('required', { pointer: '/scenario' }, 'scenario')])
  const asked = parsed(options, rest)
  if (patch === undefined) return { ...readDocument(scenario, '/scenario'), options: asked }
  return { ...readPatched(scenario, patch), options: asked }
}

const refused = (errors: readonly Problem[]): Refusal => new Refusal('scenario', { errors })

const stored = (received: unknown): Problem => ({
  pointer: '/scenarioId',
  code: 'scenario-not-stored',
  es: 'Aquí no se puede usar un plan guardado; envíe el plan entero en «scenario».',
  en: 'A stored plan cannot be used here; send the whole plan in "scenario".',
  ...(typeof received === 'string' ? { received: received.slice(0, 64) } : {}),
})

interface Named {
  readonly id: string
}

/** The place in a list of the one that an option names, or the first where none is named; refuses an id that nobody has. */
export function chosenPlace(list: readonly Named[], id: string | undefined, pointer: string): number {
  if (id === undefined) return 0
  const place = list.findIndex((one) => one.id === id)
  if (place >= 0) return place
  const known = list.map((one) => one.id).join(', ')
  const es = `No existe «${id}» en este plan; debe ser uno de: ${known}.`
  const en = `There is no "${id}" in this plan; it must be one of: ${known}.`
  throw refused([{ pointer, code: 'unknown-reference', es, en, received: id }])
}

function parsed(options: z.ZodObject, given: unknown): unknown {
  const read = options.safeParse(given)
  if (!read.success) throw refused(problemsOf(read.error.issues, given, mostProblems))
  return read.data
}

function readDocument(document: unknown, at: string): { scenario: Scenario; document: unknown } {
  const read = readPlan(document)
  if (!read.ok) throw refused(read.problems.map((found) => ({ ...found, pointer: `${at}${found.pointer}` })))
  return { scenario: read.scenario, document }
}

/** A patch speaks of the document with its defaults, as a variant's does. */
function readPatched(raw: unknown, patch: unknown): { scenario: Scenario; document: unknown } {
  const shape = patchSchema.safeParse(patch)
  if (!shape.success) {
    const issues = problemsOf(shape.error.issues, patch, mostProblems)
    throw refused(issues.map((found) => ({ ...found, pointer: `/patch${found.pointer}` })))
  }
  const { scenario } = readDocument(raw, '/scenario')
  const patched = applyPatch(scenario, shape.data as Patch)
  if (!patched.ok) throw refused([problem('patch-failed', { pointer: '/patch' }, patched.at)])
  const read = readPlan(patched.document)
  if (!read.ok) {
    throw refused(
      read.problems.map((found) => ({
        ...found,
        pointer: '/patch',
        es: `Con el cambio, en «${found.pointer}»: ${found.es}`,
        en: `With the patch, at "${found.pointer}": ${found.en}`,
      })),
    )
  }
  return { scenario: read.scenario, document: patched.document }
}
