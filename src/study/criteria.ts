import type { Line, Method } from '../formula/entry.ts'
import { jobYears } from '../model/3-costs/items.ts'
import {
  continuityCriterion,
  coverageCriterion,
  environmentShare,
  landfillCapacityYears,
  reincorporatedTonnes,
} from '../model/7-evaluation/criteria.ts'
import { averageTariff, costCoverage, pvCosts, territorialContribution } from '../model/7-evaluation/figures.ts'
import type { Criterion } from '../scenario/document/ranking.ts'
import type { AlternativeRun } from './run.ts'
import { figureOf, orNull } from './run.ts'

const lines: Readonly<Record<Criterion, Line | Method>> = {
  coverage: coverageCriterion,
  continuity: continuityCriterion,
  reincorporation: reincorporatedTonnes,
  landfillCapacity: landfillCapacityYears,
  employment: jobYears,
  environment: environmentShare,
  costCoverage,
  pvCosts,
  averageTariff,
  territorialContribution,
}

/** Los diez criterios [10.3] of an alternative, in the resolution's order; null where undefined. */
export function criteriaOf(of: AlternativeRun): Record<Criterion, number | null> {
  const entries = Object.entries(lines).map(([name, line]) => [name, orNull(figureOf(of, line))])
  return Object.fromEntries(entries) as Record<Criterion, number | null>
}

/** Respuestas de prefactibilidad que la excluyen [10.2]. */
export const failedScreening = (of: AlternativeRun): string[] =>
  Object.entries(of.places.alternative.screening ?? {})
    .filter(([, answer]) => answer?.met === false)
    .map(([key, answer]) => (answer?.note ? `${key}: ${answer.note}` : key))
