import type { Scenario } from '../../scenario/scenario.ts'
import { evaluate } from '../../study/evaluate.ts'
import type { Money } from '../../study/money.ts'
import type { Simulation } from '../../study/simulation/summary.ts'
import type { Locale } from '../../text/numbers.ts'
import { viewOf } from '../charts/view.ts'
import { explained } from './annexes/explained.ts'
import type { Context } from './base/context.ts'
import { contextOf } from './base/context.ts'
import type { ReportDocument } from './document.ts'
import { docxOf } from './docx/docx.ts'
import { htmlOf } from './html/html.ts'
import { pdfOf } from './pdf/pdf.ts'
import { treeOf } from './tree.ts'

export interface ReportSource {
  readonly scenario: Scenario
  /** The document as it came: its canonical hash names the report. */
  readonly document: unknown
}

export interface ReportAsked {
  readonly format: 'pdf' | 'docx'
  readonly locale: Locale
  readonly money?: Money | undefined
  /** The first ranked where absent. */
  readonly alternative?: string | undefined
  readonly variant?: string | undefined
  /** One that was run before, of the variant's own plan. */
  readonly simulation?: Simulation | undefined
}

/** There is no such alternative or variant in the plan. */
export class UnknownInPlan extends Error {
  readonly field: 'alternative' | 'variant' | 'entity'
  readonly known: readonly string[]

  constructor(field: UnknownInPlan['field'], known: readonly string[]) {
    super(`${field}: ${known.join(', ')}`)
    this.field = field
    this.known = known
  }
}

/** The tree of a report. Throws UnknownInPlan. */
export const documentOf = (source: ReportSource, asked: Omit<ReportAsked, 'format'>): ReportDocument =>
  treeOf(contextFor(source, asked))

function contextFor({ scenario, document }: ReportSource, asked: Omit<ReportAsked, 'format'>): Context {
  const { locale, money = 'current', alternative, variant, simulation } = asked
  const result = evaluate(scenario, { document, locale, money })
  const found = viewOf({ result, scenario }, { alternative, variant, locale, money })
  if (!found.ok) throw new UnknownInPlan(found.field, found.known)
  return contextOf(found.view, { document, money, simulation })
}

/** The whole plan as one HTML file that opens anywhere, with where its main figures come from. Throws UnknownInPlan. */
export async function planHtmlOf(source: ReportSource, asked: Omit<ReportAsked, 'format'>): Promise<string> {
  const context = contextFor(source, asked)
  const tree = treeOf(context)
  return htmlOf({ ...tree, parts: [...tree.parts, explained(context)] })
}

/** Informe del Plan Financiero Viable as PDF or DOCX; the same plan and wish give the same bytes. Throws UnknownInPlan. */
export async function reportOf(source: ReportSource, asked: ReportAsked): Promise<Uint8Array> {
  const tree = documentOf(source, asked)
  return asked.format === 'pdf' ? pdfOf(tree) : docxOf(tree)
}
