import { jobYears } from '../../../model/3-costs/items.ts'
import {
  continuityCriterion,
  coverageCriterion,
  environmentShare,
  landfillCapacityYears,
  reincorporatedTonnes,
} from '../../../model/7-evaluation/criteria.ts'
import { book } from '../../../model/book.ts'
import type { Criterion } from '../../../scenario/document/ranking.ts'
import { formatOf } from '../formats.ts'

/** The line of the book that gives each criterion [10.3]. */
export const criterionLines: Readonly<Record<Criterion, string>> = {
  coverage: coverageCriterion.id,
  continuity: continuityCriterion.id,
  reincorporation: reincorporatedTonnes.id,
  landfillCapacity: landfillCapacityYears.id,
  employment: jobYears.id,
  environment: environmentShare.id,
  costCoverage: 'costCoverage',
  pvCosts: 'pvCosts',
  averageTariff: 'averageTariff',
  territorialContribution: 'territorialContribution',
}

/** The number format of a criterion, by the unit of its line. */
export const criterionFormat = (criterion: Criterion): string =>
  formatOf(book.byId.get(criterionLines[criterion])?.unit ?? '1')
