import { z } from 'zod'
import { patchSchema } from '../../../../scenario/document/plan.ts'
import { group, id, name, text } from '../../../../scenario/fields.ts'
import { applyPatch } from '../../../../scenario/patch.ts'
import type { Problem } from '../../../../scenario/problem.ts'
import { problem } from '../../../../scenario/problem.ts'
import type { Scenario } from '../../../../scenario/scenario.ts'
import { readPlan } from '../../../../study/read-plan.ts'
import { bridgeOf, mostGroups } from '../../../../study/sensitivity/bridge.ts'
import { chosenIndex } from '../../../../study/sensitivity/tornado.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { readStudyBody, studyBodySchema } from '../../study-body.ts'
import { figureName, figureSchema, told, value } from './told.ts'

const options = group({
  from: id.optional().describe('alternativa de partida; si falta, la primera del orden'),
  to: id.optional().describe('alternativa de llegada; si falta, la misma (con toScenario o toPatch)'),
  figure: figureName.default('planNpv'),
  toScenario: z.unknown().optional().describe('la otra versión del plan'),
  toPatch: patchSchema.optional().describe('el cambio que lleva a la otra versión'),
  groups: z
    .array(
      group({
        id: name.describe('nombre del grupo'),
        pointers: z
          .array(text(500))
          .min(1)
          .max(100)
          .describe('punteros; cada uno con todo lo que tiene debajo; * es cualquiera'),
      }),
    )
    .min(1)
    .max(mostGroups)
    .optional()
    .describe('grupos de datos; si faltan, los de costumbre'),
})
type Asked = z.output<typeof options>

const end = z.strictObject({ alternative: z.string(), value: z.number() })
const answerSchema = z
  .strictObject({
    figure: figureSchema,
    from: end,
    to: end,
    difference: z.number(),
    parts: z
      .array(z.strictObject({ id: z.string(), label: z.string(), amount: z.number(), share: value }))
      .readonly()
      .describe('They add up to the difference; the greatest first'),
    evaluations: z.number().int(),
  })
  .meta({ id: 'Bridge' })

/** POST /v1/bridge: the difference of a figure attributed to groups of inputs. */
export function bridgeRoutes(app: App): void {
  app.post(
    '/v1/bridge',
    {
      schema: {
        tags: ['study'],
        summary: 'De dónde viene la diferencia entre dos alternativas o dos versiones',
        description: 'The difference of a figure attributed to groups of inputs: exact Shapley values that add up.',
        body: studyBodySchema(options, 'BridgeRequest'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, options: asked } = readStudyBody(request.body, options)
      const { from, to } = endsOf(scenario, asked)
      const answer = bridgeOf({ from, to, figure: asked.figure, groups: asked.groups })
      if (!answer.ok) throw new Refusal('scenario', { errors: answer.problems })
      const locale = chooseLocale(request.headers['accept-language'])
      return reply.header('content-language', locale).send(told(answer.bridge, locale))
    },
  )
}

function endsOf(scenario: Scenario, asked: Asked) {
  const other = otherVersion(scenario, asked)
  if (!other && asked.to === undefined) throw refused([problem('required', { pointer: '/to' }, 'to')])
  const index = placeOf(scenario, asked.from, '/from')
  const version = other ?? scenario
  const target = asked.to ?? (scenario.alternatives[index] as Scenario['alternatives'][number]).id
  return { from: { scenario, index }, to: { scenario: version, index: placeOf(version, target, '/to') } }
}

function placeOf(scenario: Scenario, wanted: string | undefined, pointer: string): number {
  const index = chosenIndex(scenario, wanted, pointer)
  if (typeof index !== 'number') throw refused([index])
  return index
}

const refused = (errors: readonly Problem[]): Refusal => new Refusal('scenario', { errors })

/** The other version of the plan, where the body gives one. */
function otherVersion(scenario: Scenario, { toScenario, toPatch }: Asked): Scenario | undefined {
  if (toScenario === undefined && toPatch === undefined) return undefined
  const start = toScenario === undefined ? scenario : readVersion(toScenario, '/toScenario')
  if (toPatch === undefined) return start
  const patched = applyPatch(start, toPatch)
  if (!patched.ok) throw refused([problem('patch-failed', { pointer: '/toPatch' }, patched.at)])
  return readVersion(patched.document, '/toPatch')
}

function readVersion(raw: unknown, at: string): Scenario {
  const read = readPlan(raw)
  if (!read.ok) throw refused(read.problems.map((p) => ({ ...p, pointer: `${at}${p.pointer}` })))
  return read.scenario
}
