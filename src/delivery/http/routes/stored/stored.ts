import type { App } from '../../schema.ts'
import { diffRoutes } from './diff.ts'
import { mirrorStudies } from './mirrors.ts'
import { observationRoutes } from './observations.ts'
import { readingRoutes } from './readings.ts'
import { rememberAnswers } from './remember.ts'
import { scenarioRoutes } from './scenarios.ts'
import { trackingRoutes } from './tracking.ts'
import { versionRoutes } from './versions.ts'

/** Planes guardados: they stand before the studies, each of which is then also answered at the stored addresses. */
export function storedRoutes(app: App): void {
  rememberAnswers(app)
  mirrorStudies(app)
  scenarioRoutes(app)
  versionRoutes(app)
  readingRoutes(app)
  diffRoutes(app)
  observationRoutes(app)
  trackingRoutes(app)
}
