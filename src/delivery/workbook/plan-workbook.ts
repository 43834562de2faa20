import { scenarioVariants } from '../../scenario/read.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { evaluate } from '../../study/evaluate.ts'
import type { Result, VariantResult } from '../../study/result.ts'
import type { AlternativeRun } from '../../study/run.ts'
import { runAlternative } from '../../study/run.ts'
import type { Locale } from '../../text/numbers.ts'
import { sheetNames } from '../../text/workbook/words.ts'
import type { Sheet, Workbook } from './cells.ts'
import { valueCell, yearSheet } from './layout.ts'
import { checkRows } from './pages/checks.ts'
import { chartSheet, constantPesos, coverSheet, glossarySheet } from './pages/front.ts'
import { rankingRows } from './ranking/plan.ts'
import { statementLines } from './sheets.ts'
import { viabilityRows } from './viability/viability.ts'
import { planSheets } from './workbook.ts'
import { xlsxOf } from './write.ts'

/** A plan that was read, and the document that it came from. */
export interface WorkbookSource {
  readonly scenario: Scenario
  readonly document: unknown
}

export interface WorkbookOptions {
  readonly alternative?: string | undefined
  readonly variant?: string | undefined
  readonly locale?: Locale | undefined
  /** `baseYear`: also the statements in pesos of the base year. */
  readonly money?: 'current' | 'baseYear' | undefined
}

export type Built =
  | { readonly ok: true; readonly book: Workbook }
  | { readonly ok: false; readonly field: 'alternative' | 'variant' | 'size'; readonly known: readonly string[] }

/** More formulas than this open too slowly: the plan must be asked for in parts. */
export const mostFormulas = 200_000

/** El plan como libro de fórmulas vivas: one alternative, the first ranked where none is named. */
export function planWorkbook({ scenario, document }: WorkbookSource, options: WorkbookOptions = {}): Built {
  const { locale = 'es', variant = 'base', money } = options
  const variants = scenarioVariants(scenario)
  const at = variants.find(({ id }) => id === variant)
  if (at === undefined) return { ok: false, field: 'variant', known: variants.map(({ id }) => id) }
  const isBase = at.id === 'base'
  const plan = isBase ? scenario : { ...at.scenario, variants: [] }
  const result = evaluate({ ...plan, variants: [] }, { document: isBase ? document : plan, locale })
  const own = result.variants[0] as VariantResult
  const wanted = options.alternative ?? own.ranking.order[0]?.alternative ?? own.alternatives[0]?.id
  const place = plan.alternatives.findIndex(({ id }) => id === wanted)
  if (place < 0) return { ok: false, field: 'alternative', known: plan.alternatives.map(({ id }) => id) }
  const of = runAlternative(plan, place, isBase ? document : plan)
  if (formulasOf(of) > mostFormulas) return { ok: false, field: 'size', known: [] }
  return { ok: true, book: assembled(of, { result, locale, money }) }
}

const formulasOf = ({ run }: AlternativeRun): number =>
  [...run.slots.values()].reduce((sum, { domain, years }) => sum + domain.rows.length * years, 0)

function assembled(
  of: AlternativeRun,
  { result, locale, money }: { result: Result; locale: Locale; money: WorkbookOptions['money'] },
): Workbook {
  const own = result.variants[0] as VariantResult
  const mine = own.alternatives.find(({ id }) => id === of.id) as VariantResult['alternatives'][number]
  const plan = planSheets(of, locale)
  const viable = viabilityRows(plan, mine, locale)
  rankingRows(plan, { variant: own, viable, locale })
  const master = checkRows(plan, mine, locale)
  const more: Sheet[] = []
  if (money === 'baseYear') {
    const sheet = yearSheet(sheetNames.constant[locale], of.scenario.horizon.waste + 1)
    more.push(constantPesos(plan, sheet, { lines: statementLines, locale }))
  }
  const rest = [chartSheet(plan, locale), ...plan.sheets.values(), ...more, glossarySheet(plan, locale)]
  const cover = coverSheet(plan, {
    sheets: rest.map(({ name }) => name),
    result: mine,
    master: valueCell(sheetNames.cover[locale], master),
    viable: valueCell(sheetNames.cover[locale], viable),
    locale,
  })
  return { title: `${of.scenario.name} · ${of.name}`, sheets: [cover, ...rest], names: plan.names }
}

/** The bytes of a plan's workbook, or what was asked that does not exist. */
export async function workbookOf(
  source: WorkbookSource,
  options: WorkbookOptions = {},
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Extract<Built, { ok: false }>> {
  const built = planWorkbook(source, options)
  return built.ok ? { ok: true, bytes: await xlsxOf(built.book) } : built
}
