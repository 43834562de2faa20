import { z } from 'zod'
import type { Computed } from '../../../formula/order.ts'
import { isComputed } from '../../../formula/order.ts'
import { book } from '../../../model/book.ts'
import { group } from '../../../scenario/fields.ts'
import { scenarioVariants } from '../../../scenario/read.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { Cell } from '../../../study/explain.ts'
import { explainCell } from '../../../study/explain.ts'
import type { AlternativeRun } from '../../../study/run.ts'
import { orNull, rowsOf, runAlternative } from '../../../study/run.ts'
import { explanationProblems } from '../../../text/studies/explanation.ts'
import { Refusal } from '../problem.ts'
import type { App } from '../schema.ts'
import { problemAnswers } from '../schema.ts'
import { readStudyBody, studyBodySchema } from '../study-body.ts'

const options = group({
  line: z.string().min(1).max(100).default('').describe('renglón; cualquiera de /v1/model/lines'),
  alternative: z.string().max(64).optional().describe('id de la alternativa; la primera del plan si falta'),
  variant: z.string().max(64).default('base').describe('id de la variante'),
  year: z.number().int().optional().describe('año; el año base si falta'),
  at: z.record(z.string(), z.string().max(100)).default({}).describe('miembro de cada dimensión; las que faltan suman'),
})
type Asked = z.output<typeof options>

const both = z.strictObject({ es: z.string(), en: z.string() })
const value = z.number().nullable()
const place = z.record(z.string(), z.string())
const cell = {
  kind: z.enum(['line', 'input', 'law', 'constant']),
  id: z.string(),
  es: z.string(),
  en: z.string(),
  numeral: z.string(),
  unit: z.string(),
  at: place,
  year: z.number().int().nullable(),
  value,
}
const originSchema = z
  .strictObject({
    pointer: z.string().optional().describe('Place of the scenario that was read'),
    raw: z.unknown().optional(),
    source: z.looseObject({}).optional(),
    law: z
      .strictObject({
        norm: z.string(),
        article: z.string(),
        title: z.string(),
        url: z.string(),
        confirmed: z.string(),
      })
      .optional(),
    isDefault: z.boolean().optional(),
    because: both.optional(),
  })
  .meta({ id: 'Origin' })
const answerSchema = z
  .strictObject({
    ...cell,
    formula: z
      .strictObject({ text: z.string(), tex: z.string(), withNumbers: z.string(), excel: z.string() })
      .optional(),
    because: both.optional(),
    operands: z
      .array(
        z.strictObject({
          ...cell,
          origin: originSchema.optional(),
          href: z.string().optional().describe('Of a stored plan: where the operand itself is explained'),
        }),
      )
      .readonly(),
    rows: z
      .array(z.strictObject({ at: place, value }))
      .describe('Every row that the question covers; the explanation is of the first that is not zero.'),
  })
  .meta({ id: 'Explanation' })

/** POST /v1/explanations: ¿de dónde sale una cifra de un plan sin guardar? */
export function explanationRoutes(app: App): void {
  app.post(
    '/v1/explanations',
    {
      schema: {
        tags: ['study'],
        summary: '¿De dónde sale una cifra? Fórmula, operandos, fuente y artículo',
        description:
          'One figure of a scenario: its formula as text and TeX, with and without numbers, every operand with its ' +
          'value and origin, the article. Each operand of kind `line` can be asked for in turn.',
        body: studyBodySchema(options, 'ExplanationQuestion'),
        response: { 200: answerSchema, ...problemAnswers(400, 413, 415, 422) },
      },
    },
    async (request) => {
      const { scenario, document, options: asked } = readStudyBody(request.body, options)
      const entry = entryOf(asked.line)
      const of = runOf(scenario, document, asked)
      const year = yearOf(of, entry, asked.year)
      const rows = rowsAsked(of, entry, { ...asked, year })
      const shown = rows.find((row) => row.value !== null && row.value !== 0) ?? rows[0]
      const { operands, ...explained } = explainCell(of, { line: entry.id, at: shown?.at ?? {}, year })
      const linked = operands.map((operand) => ({ ...operand, ...linkOf(request.url, operand, asked.variant) }))
      return { ...explained, operands: linked, rows }
    },
  )
}

/** At the address of a stored plan, a line's operand is explained at the address beside it, and a legal one in the law. */
function linkOf(url: string, { kind, id, at, year }: Cell, variant: string): { href?: string } {
  const beside = /^(\/v1\/scenarios\/[^?]+\/lines\/)[^/?]+\/explanation(?:\?|$)/.exec(url)?.[1]
  if (beside === undefined) return {}
  if (kind === 'law') return { href: `/v1/law/${id}` }
  if (kind !== 'line') return {}
  const query = new URLSearchParams({
    ...(variant === 'base' ? {} : { variant }),
    ...(year === null ? {} : { year: String(year) }),
    ...(Object.keys(at).length === 0 ? {} : { at: JSON.stringify(at) }),
  })
  return { href: `${beside}${id}/explanation${query.size > 0 ? `?${query}` : ''}` }
}

function refuse(pointer: string, received: unknown, known: readonly string[]): Refusal {
  return new Refusal('scenario', {
    errors: [{ pointer, code: 'unknown-reference', ...explanationProblems.unknown(String(received), known), received }],
  })
}

function entryOf(line: string): Computed {
  const entry = book.byId.get(line)
  if (entry !== undefined && isComputed(entry)) return entry
  throw refuse('/line', line, [])
}

function runOf(scenario: Scenario, document: unknown, { variant, alternative }: Asked): AlternativeRun {
  const variants = scenarioVariants(scenario)
  const plan = variants.find(({ id }) => id === variant)
  if (plan === undefined) {
    const known = variants.map(({ id }) => id)
    throw refuse('/variant', variant, known)
  }
  const ids = plan.scenario.alternatives.map(({ id }) => id)
  const at = alternative === undefined ? 0 : ids.indexOf(alternative)
  if (at < 0) throw refuse('/alternative', alternative, ids)
  return runAlternative(plan.scenario, at, variant === 'base' ? document : plan.scenario)
}

function yearOf(of: AlternativeRun, entry: Computed, year: number | undefined): number {
  const { baseYear } = of.scenario
  const length = of.run.slots.get(entry)?.years ?? 1
  const asked = entry.axis === 'once' ? baseYear : (year ?? baseYear)
  if (asked >= baseYear && asked < baseYear + length) return asked
  throw refuse('/year', year, [`${baseYear}–${baseYear + length - 1}`])
}

function rowsAsked(of: AlternativeRun, entry: Computed, { at, year }: { at: Asked['at']; year: number }) {
  const all = rowsOf(of, entry)
  const found = all.filter((row) => Object.entries(at).every(([dimension, member]) => row.at[dimension] === member))
  if (found.length === 0) {
    const known = all.slice(0, 5).map((row) => Object.values(row.at).join(' · '))
    throw refuse('/at', JSON.stringify(at), known)
  }
  const t = year - of.scenario.baseYear
  return found.map((row) => ({ at: row.at, value: orNull(row.values[t] ?? Number.NaN) }))
}
