import type { Scenario } from '../../scenario/scenario.ts'
import type { Locale } from '../../text/numbers.ts'
import type { AlternativeRun } from '../run.ts'
import { runAlternative } from '../run.ts'
import type { Dofa, GoalResult } from './goals.ts'
import { dofaOf, goalsOf } from './goals.ts'
import type { IndicatorResult } from './indicators.ts'
import { baselineOf, projectionsOf } from './indicators.ts'
import type { ComponentCostRow, UserTableRow } from './tables.ts'
import { componentCostsOf, userTableOf } from './tables.ts'

/** The diagnosis of a plan, and what each alternative makes of it. */
export interface DiagnosisStudy {
  readonly baseYear: number
  /** As measured (no alternative), then as each alternative projects them. */
  readonly indicators: readonly (IndicatorResult & { readonly alternative: string | null })[]
  readonly goals: readonly (GoalResult & { readonly alternative: string })[]
  readonly dofa: Dofa
  readonly userTable: readonly UserTableRow[]
  readonly componentCosts: readonly ComponentCostRow[]
}

/**
 * Diagnóstico [5] con su análisis de brecha [5.6] y la proyección de sus indicadores [10.2]: the base line once, projections and
 * goals for every alternative or the one that is asked for.
 */
export function diagnosisStudy(
  scenario: Scenario,
  { alternative, locale = 'es' }: { alternative?: string | undefined; locale?: Locale } = {},
): DiagnosisStudy {
  const asked = scenario.alternatives.flatMap(({ id }, i) =>
    alternative === undefined || id === alternative ? [runAlternative(scenario, i)] : [],
  )
  const first = asked[0] as AlternativeRun
  return {
    baseYear: scenario.baseYear,
    indicators: [
      ...baselineOf(first, locale).map((row) => ({ alternative: null, ...row })),
      ...asked.flatMap((of) => projectionsOf(of, locale).map((row) => ({ alternative: of.id, ...row }))),
    ],
    goals: asked.flatMap((of) => goalsOf(of, locale).map((goal) => ({ alternative: of.id, ...goal }))),
    dofa: dofaOf(scenario),
    userTable: userTableOf(first),
    componentCosts: componentCostsOf(first),
  }
}
