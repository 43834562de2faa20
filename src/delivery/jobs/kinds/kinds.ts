import type { JobKind } from '../job.ts'
import { documentKind } from './documents.ts'
import type { Kind } from './kind.ts'
import { portfolioKind } from './portfolio.ts'
import { simulationKind } from './simulation.ts'

export const kinds: Readonly<Record<JobKind, Kind>> = {
  simulation: simulationKind,
  portfolio: portfolioKind,
  workbook: documentKind,
  report: documentKind,
}
