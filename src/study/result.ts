import { z } from 'zod'

/** Of the engine and of the HTTP contract; a test holds it equal to the package's. */
export const engineVersion = '0.1.0'

/** A figure that may be undefined: `null` then, never NaN or Infinity, with a warning that says why. */
const value = z.number().nullable()
const values = z.array(value)
const id = z.string().min(1)

const rowSchema = z
  .strictObject({
    at: z.record(z.string(), z.string()).describe('The member of each dimension of the line; empty where it has none.'),
    values: values.describe("One value a year over the line's own years, from the base year."),
  })
  .meta({ id: 'ResultRow' })

const lineSchema = z.strictObject({ unit: z.string(), rows: z.array(rowSchema) }).meta({ id: 'ResultLine' })
const linesSchema = z.record(z.string(), lineSchema)

const figureSchema = z
  .union([value, values, z.record(z.string(), z.union([value, values]))])
  .describe('A number, a list (all roots, a value a year) or either of them by key (municipality, category).')

const indicatorSchema = z
  .strictObject({
    id,
    municipality: z.string(),
    zone: z.string().nullable(),
    year: z.number().int(),
    value: value.describe('In consistent units.'),
    literal: value.describe('As the resolution prints the formula.'),
    unit: z.string(),
    source: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ResultIndicator' })

const checksSchema = z.strictObject({
  ok: z.boolean(),
  items: z.array(
    z.strictObject({
      id,
      worst: value,
      year: z.number().int().nullable(),
      tolerance: z.number(),
      ok: z.boolean(),
    }),
  ),
})

const viabilitySchema = z
  .strictObject({
    id,
    passed: z.boolean().nullable().describe('null: not evaluated, because its inputs are absent.'),
    value,
    limit: value,
    year: z.number().int().nullable(),
    message: z.string(),
  })
  .meta({ id: 'ResultViability' })

const populationMethodsSchema = z
  .strictObject({
    municipality: z.string(),
    zone: z.string(),
    level: z.string(),
    chosen: z.string(),
    because: z.string(),
    methods: z.array(z.strictObject({ id, permitted: z.boolean(), error: value, values })),
    startingCensus: z
      .array(z.strictObject({ year: z.number().int(), method: z.string(), values }))
      .describe('Each permitted method run with each census but the last as the initial one (RAS 2000).'),
  })
  .meta({ id: 'ResultPopulationMethods' })

const sourcesAndUsesSchema = z.strictObject({
  sources: z.record(z.string(), values),
  uses: z.record(z.string(), values),
})

const corkscrewSchema = z
  .strictObject({
    account: z.string(),
    at: z.record(z.string(), z.string()),
    opening: values,
    in: z.record(z.string(), values),
    out: z.record(z.string(), values),
    closing: values,
    ok: z.boolean().describe('Opening plus in less out is the closing in every year.'),
  })
  .meta({ id: 'ResultCorkscrew' })

const budgetSchema = z
  .strictObject({
    program: z.string(),
    project: z.string(),
    component: z.string(),
    category: z.string(),
    service: z.string(),
    zone: z.string().nullable(),
    entity: z.string(),
    municipality: z.string().nullable(),
    phase: z.string(),
    amount: z.number(),
  })
  .meta({ id: 'ResultBudgetRow' })

const warningSchema = z
  .strictObject({ pointer: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'ResultWarning' })

const sections = {
  lines: linesSchema,
  figures: z.record(z.string(), figureSchema),
  indicators: z.array(indicatorSchema),
  checks: checksSchema,
  viability: z.array(viabilitySchema),
  criteria: z.record(z.string(), value),
  populationMethods: z.array(populationMethodsSchema),
  entities: z.array(z.strictObject({ id, lines: linesSchema })),
  corkscrews: z.array(corkscrewSchema),
  sourcesAndUses: sourcesAndUsesSchema,
  stages: z.array(z.strictObject({ program: z.string(), stage: z.string(), source: z.string(), values })),
  budget: z.array(budgetSchema),
  warnings: z.array(warningSchema),
}

const orderSchema = z.array(
  z.strictObject({
    place: z.number().int(),
    alternative: z.string(),
    score: value,
    decidedBy: z.string().nullable().describe('The criterion that decided the place, `viability` or `tie`.'),
    because: z.string().describe('Which criterion decided the place and by how much, in words.'),
  }),
)

/** Jerarquización de alternativas [10.3]. */
export const rankingSchema = z
  .strictObject({
    method: z.string(),
    order: orderSchema,
    methods: z.record(z.string(), orderSchema),
    sameWinner: z.boolean().describe('The three methods put the same alternative first.'),
    pareto: z.array(z.string()),
    setAside: z.array(z.strictObject({ alternative: z.string(), reasons: z.array(z.string()) })),
  })
  .meta({ id: 'ResultRanking' })

const heading = { id, name: z.string(), viable: z.boolean() }
const alternativeSchema = z.strictObject({ ...heading, ...sections })
const variantSchema = z.strictObject({ id, alternatives: z.array(alternativeSchema), ranking: rankingSchema })

const spreadSchema = z
  .strictObject({
    alternative: z.string(),
    figure: z.string(),
    unit: z.string(),
    values: z.record(z.string(), value).describe('By variant.'),
    least: value,
    greatest: value,
  })
  .meta({ id: 'ResultSpread' })

const preamble = {
  spread: z.array(spreadSchema).optional().describe('Main figures across variants; only where there are several.'),
  engine: z.strictObject({ version: z.string(), model: z.string(), norm: z.string() }),
  scenario: z.strictObject({ name: z.string(), hash: z.string() }),
  years: z.strictObject({
    base: z.number().int(),
    financial: z.array(z.number().int()),
    waste: z.array(z.number().int()),
  }),
}

/** Resultado de evaluar un Plan Financiero Viable: every section, as the engine hands it over. */
export const resultSchema = z.strictObject({ ...preamble, variants: z.array(variantSchema) })

/** The same document with the sections that were asked for. */
export const narrowedResultSchema = z
  .strictObject({
    ...preamble,
    variants: z.array(
      z
        .strictObject({
          id,
          alternatives: z.array(
            alternativeSchema
              .partial()
              .required({ id: true, name: true, viable: true })
              .meta({ id: 'ResultAlternative' }),
          ),
          ranking: rankingSchema.optional(),
        })
        .meta({ id: 'ResultVariant' }),
    ),
  })
  .meta({ id: 'Result' })

export type Result = z.infer<typeof resultSchema>
export type NarrowedResult = z.infer<typeof narrowedResultSchema>
export type VariantResult = Result['variants'][number]
export type AlternativeResult = VariantResult['alternatives'][number]
export type Ranking = VariantResult['ranking']
export type ResultLine = AlternativeResult['lines'][string]
export type ResultRow = ResultLine['rows'][number]
export type Figure = AlternativeResult['figures'][string]

type Section = keyof typeof sections
/** What `include` may name. `items` adds the rows of single cost items, which the default leaves out. */
export const includable = [...(Object.keys(sections) as Section[]), 'ranking', 'items'] as const
export type Includable = (typeof includable)[number]

export interface Narrowing {
  include?: readonly Includable[] | undefined
  lines?: readonly string[] | undefined
}

/**
 * Copies the sections and lines that were asked for; without a wish all sections but the rows of single items.
 * A line asked for by its id comes with every row it has.
 */
export function narrowResult(result: Result, { include, lines }: Narrowing): NarrowedResult {
  const wanted = (section: Includable): boolean =>
    include === undefined
      ? section !== 'items'
      : include.includes(section) || (section === 'lines' && include.includes('items'))
  const narrowLines = (all: AlternativeResult['lines']): AlternativeResult['lines'] => {
    const kept: AlternativeResult['lines'] = {}
    for (const [lineId, line] of Object.entries(all)) {
      if (lines !== undefined) {
        if (lines.includes(lineId)) kept[lineId] = line
        continue
      }
      const rows = wanted('items') ? line.rows : line.rows.filter((row) => row.at.item === undefined)
      if (rows.length > 0 || line.rows.length === 0) kept[lineId] = { unit: line.unit, rows }
    }
    return kept
  }
  return {
    ...result,
    variants: result.variants.map((variant) => ({
      id: variant.id,
      alternatives: variant.alternatives.map((alternative) => {
        const { id: own, name, viable, ...rest } = alternative
        const kept = Object.fromEntries(Object.entries(rest).filter(([section]) => wanted(section as Section)))
        if (kept.lines !== undefined) kept.lines = narrowLines(rest.lines)
        if (kept.entities !== undefined) {
          kept.entities = rest.entities.map((entity) => ({ id: entity.id, lines: narrowLines(entity.lines) }))
        }
        return { id: own, name, viable, ...kept }
      }),
      ...(wanted('ranking') ? { ranking: variant.ranking } : {}),
    })),
  }
}
