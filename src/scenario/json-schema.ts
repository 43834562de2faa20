import { z } from 'zod'
import { scenarioSchema } from './scenario.ts'

/** The JSON Schema (2020-12) of the scenario document as an analyst writes it, defaults not yet filled in. */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-2020-12' })
}
