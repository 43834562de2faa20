import { assumptions } from './annexes/assumptions.ts'
import { checks } from './annexes/checks.ts'
import { formulas } from './annexes/formulas.ts'
import type { Context } from './base/context.ts'
import { coverOf } from './base/cover.ts'
import type { Part, ReportDocument } from './document.ts'
import { choice } from './sections/choice.ts'
import { diagnosis } from './sections/diagnosis.ts'
import { followUp } from './sections/follow-up.ts'
import { funding } from './sections/funding.ts'
import { goals } from './sections/goals.ts'
import { organisation } from './sections/organisation.ts'
import { projections } from './sections/projections.ts'
import { risks } from './sections/risks.ts'
import { statements } from './sections/statements.ts'
import { structure } from './sections/structure.ts'
import { summary } from './sections/summary.ts'
import { viability } from './sections/viability.ts'

/** The nine components of article 6 in their order; the seventh holds the Plan Financiero Viable. Then the annexes. */
const sections: readonly ((context: Context) => Part[])[] = [
  summary,
  organisation,
  diagnosis,
  projections,
  goals,
  choice,
  structure,
  statements,
  funding,
  viability,
  risks,
  followUp,
  assumptions,
  formulas,
  checks,
]

/** The whole report before any format. */
export function treeOf(context: Context): ReportDocument {
  const { words, scenario, result, locale } = context
  const places = scenario.territory.municipalities.map((m) => m.name ?? m.id).join(', ')
  return {
    title: `${words.title}: ${scenario.name}`,
    subject: words.subject(places),
    language: locale === 'es' ? 'es-CO' : 'en-US',
    running: { left: scenario.name, right: words.running(result.scenario.hash.slice(0, 12)) },
    page: words.page,
    contentsTitle: words.contents,
    cover: coverOf(context),
    parts: sections.flatMap((section) => section(context)),
    year: result.years.base,
    hash: result.scenario.hash,
  }
}
