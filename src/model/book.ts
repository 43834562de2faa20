import type { Entry } from '../formula/entry.ts'
import { references } from '../formula/entry.ts'
import type { Book, Computed } from '../formula/order.ts'
import { assembleBook, isComputed } from '../formula/order.ts'
import { renderTex, renderText } from '../formula/render.ts'
import { lawParameters } from '../law/parameter.ts'
import { scenarioHash } from '../scenario/canonical.ts'
import * as generation from './1-projections/generation.ts'
import * as landfill from './1-projections/landfill.ts'
import * as landfillArea from './1-projections/landfill-area.ts'
import * as population from './1-projections/population.ts'
import * as production from './1-projections/production.ts'
import * as recovery from './1-projections/recovery.ts'
import * as sweeping from './1-projections/sweeping.ts'
import * as users from './1-projections/users.ts'
import { diagnosisLines } from './2-diagnosis/catalogue.ts'
import * as discount from './3-costs/discount.ts'
import * as items from './3-costs/items.ts'
import * as prices from './3-costs/prices.ts'
import * as billing from './4-tariffs/billing.ts'
import * as costRecovery from './4-tariffs/cost-recovery.ts'
import * as cra720 from './4-tariffs/cra-720.ts'
import * as reference from './4-tariffs/reference.ts'
import * as shock from './4-tariffs/shock.ts'
import * as grants from './5-funding/grants.ts'
import * as lender from './5-funding/lender.ts'
import * as loans from './5-funding/loans.ts'
import * as balance from './6-statements/balance.ts'
import * as cash from './6-statements/cash.ts'
import * as closure from './6-statements/closure.ts'
import * as entities from './6-statements/entities.ts'
import { entityStatements } from './6-statements/entity-statements.ts'
import * as flows from './6-statements/flows.ts'
import * as income from './6-statements/income.ts'
import * as ratios from './6-statements/ratios.ts'
import * as sales from './6-statements/sales.ts'
import * as sourcesUses from './6-statements/sources-uses.ts'
import * as waterfall from './6-statements/waterfall.ts'
import * as coverage from './7-evaluation/coverage.ts'
import * as criteria from './7-evaluation/criteria.ts'
import * as figures from './7-evaluation/figures.ts'
import * as evaluationFlows from './7-evaluation/flows.ts'
import * as methane from './8-climate/methane.ts'
import { checks, costRecoveryCheck } from './checks.ts'
import { axes } from './dimensions.ts'

const isEntry = (x: unknown): x is Entry => typeof x === 'object' && x !== null && 'type' in x
/** Sorted by name: how a module lists its exports depends on who loads it. */
const linesOf = (module: object): Computed[] =>
  Object.entries(module)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry)
    .filter((entry) => isEntry(entry) && isComputed(entry))

/** The table of contents: the chapters in the order of the computation, with the resolution's numerals. */
export const chapters = Object.freeze([
  {
    id: '1-projections',
    es: 'Proyecciones [6]',
    en: 'Projections [6]',
    lines: [population, users, production, sweeping, generation, recovery, landfill, landfillArea].flatMap(linesOf),
  },
  {
    id: '2-diagnosis',
    es: 'Diagnóstico [5.2–5.5]',
    en: 'Diagnosis [5.2–5.5]',
    lines: [...diagnosisLines],
  },
  {
    id: '3-costs',
    es: 'Costos y presupuesto [9, 11.2]',
    en: 'Costs and budget [9, 11.2]',
    lines: [prices, discount, items].flatMap(linesOf),
  },
  {
    id: '4-tariffs',
    es: 'Tarifas, subsidios y contribuciones [5.5.2, 10.1, 11.3]',
    en: 'Tariffs, subsidies, contributions [5.5.2, 10.1, 11.3]',
    lines: [costRecovery, cra720, reference, billing, shock].flatMap(linesOf),
  },
  {
    id: '5-funding',
    es: 'Financiación y deuda [11.3]',
    en: 'Funding and debt [11.3]',
    lines: [grants, loans, lender].flatMap(linesOf),
  },
  {
    id: '6-statements',
    es: 'Estados financieros [11.3]',
    en: 'Statements [11.3]',
    lines: [
      ...[sales, closure, entities, income, flows, cash, balance, ratios, sourcesUses, waterfall].flatMap(linesOf),
      ...Object.values(entityStatements),
    ],
  },
  {
    id: '7-evaluation',
    es: 'Evaluación [10.3, 11.3]',
    en: 'Evaluation [10.3, 11.3]',
    lines: [evaluationFlows, figures, criteria, coverage].flatMap(linesOf),
  },
  {
    id: '8-climate',
    es: 'Clima: metano de los rellenos [5.4.5]',
    en: 'Climate: landfill methane [5.4.5]',
    lines: [methane].flatMap(linesOf),
  },
  {
    id: 'checks',
    es: 'Comprobaciones',
    en: 'Checks',
    lines: [...checks, costRecoveryCheck].flatMap((c) => [c.line, c.scale]),
  },
])

/** THE BOOK: every line of the plan, assembled and checked when it is first read. */
export const book: Book = assembleBook([...new Set(chapters.flatMap((c) => c.lines))], axes)

/** One entry of the book as others read it: words, unit, numeral, shape and formula. */
export interface CatalogueEntry {
  readonly id: string
  readonly es: string
  readonly en: string
  readonly unit: string
  readonly numeral: string
  readonly over: readonly string[]
  readonly axis: string
  readonly formula: string
  readonly tex: string
  readonly references: readonly string[]
}

/** Every computed line of the book, in the order of its chapters. */
export const bookCatalogue = (): readonly CatalogueEntry[] => catalogue

const inBookOrder: readonly Computed[] = [
  ...new Set([...chapters.flatMap((c) => c.lines), ...book.entries.filter(isComputed)]),
]

const catalogue: readonly CatalogueEntry[] = inBookOrder.map((entry) => {
  const formula = entry.type === 'line' ? book.formulas.get(entry) : undefined
  return Object.freeze({
    id: entry.id,
    es: entry.es,
    en: entry.en,
    unit: entry.unit,
    numeral: entry.numeral ?? '',
    over: entry.over.map((d) => d.id),
    axis: entry.axis,
    formula: formula ? renderText(formula) : '',
    tex: formula ? renderTex(formula) : '',
    references: [
      ...new Set((formula ? references(formula) : entry.type === 'line' ? [] : entry.of()).map((e) => e.id)),
    ],
  })
})

/** The model's version: it changes when a line, a unit, the place of an input or a legal value does. */
export const modelHash: string = scenarioHash(
  JSON.parse(
    JSON.stringify({
      catalogue,
      places: book.entries.filter((e) => !isComputed(e)).map((e) => ({ ...e, over: e.over.map((d) => d.id) })),
      law: lawParameters,
    }),
  ),
)
