import { evaluate as evaluatePlan } from '../../study/evaluate.ts'
import type { Given } from './base/arguments.ts'
import { languages } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, writeLines } from './base/io.ts'
import { openPlan, variantOf, withFaultsNamed } from './base/scenario-file.ts'
import { about, paperOf } from './paper/paper.ts'
import { rankingOf } from './paper/ranking.ts'
import { heading } from './print/grid.ts'

export const rankOptions = { variant: 'text', format: ['table', 'json'], lang: languages } as const

/** `pfv rank`: jerarquización de alternativas [10.3] and what decided each place. */
export async function rank({ file, texts, locale }: Given, io: Io): Promise<number> {
  const { scenario, document } = await openPlan(file, io, locale)
  const variant = texts.variant ?? 'base'
  const chosen = variantOf(scenario, variant)
  const result = withFaultsNamed(scenario, () => evaluatePlan(scenario, { document, locale }))
  const paper = paperOf(result, chosen, { variant, locale })
  if (texts.format === 'json') {
    const criteria = Object.fromEntries(
      paper.alternatives.map((a) => [a.id, { viable: a.viable, criteria: a.criteria }]),
    )
    io.stdout.write(`${JSON.stringify({ variant, ranking: paper.ranking, alternatives: criteria })}\n`)
  } else writeLines(io.stdout, [...heading(chosen.name, '═'), ...about(paper, variant), '', ...rankingOf(paper)])
  return exitCodes.good
}
