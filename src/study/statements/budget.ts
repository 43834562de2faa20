import type { LawValue } from '../../law/parameter.ts'
import { findLaw } from '../../law/parameter.ts'
import { investment, runningCost } from '../../model/3-costs/items.ts'
import type { AlternativeResult } from '../result.ts'
import type { AlternativeRun } from '../run.ts'
import { series } from '../run.ts'

/** Phases of the plan [9]: short, medium and long term, and what comes after. */
const phases = ['short', 'medium', 'long', 'after'] as const

/** The phase that a year of the plan falls in; years 0–3 are the short term. */
export function phaseOf(
  t: number,
  at: { year: number; norm: AlternativeRun['scenario']['norm'] },
): (typeof phases)[number] {
  const years = (id: 'shortTermYears' | 'mediumTermYears' | 'longTermYears') =>
    (findLaw(id, at.year, at.norm) as LawValue<number> | undefined)?.value ?? Number.POSITIVE_INFINITY
  if (t <= years('shortTermYears')) return 'short'
  if (t <= years('mediumTermYears')) return 'medium'
  return t <= years('longTermYears') ? 'long' : 'after'
}

/** Presupuesto [11.2]: what every cost item takes in each phase, with all that it can be summed by. Pesos of each year, or of the base year with its index. */
export function budgetOf(of: AlternativeRun, index?: Float64Array): AlternativeResult['budget'] {
  const { baseYear, horizon, norm } = of.scenario
  const phaseAt = Array.from({ length: horizon.financial + 1 }, (_, t) =>
    phaseOf(t, { year: Math.max(baseYear + t, 2004), norm }),
  )
  return of.places.alternative.projects.flatMap((project) =>
    project.costs.flatMap((cost) => {
      const line = cost.category === 'investment' ? investment : runningCost
      const values = series(of, line, { item: cost.id })
      const sums = new Map<string, number>()
      phaseAt.forEach(
        (phase, t) => void sums.set(phase, (sums.get(phase) ?? 0) + (values[t] as number) / (index?.[t] ?? 1)),
      )
      const { component, category, service, entity } = cost
      return phases
        .filter((phase) => (sums.get(phase) ?? 0) !== 0)
        .map((phase) => ({
          program: project.program,
          project: project.id,
          component,
          category,
          service,
          zone: cost.zone ?? null,
          entity,
          municipality: cost.municipality ?? null,
          phase,
          amount: sums.get(phase) as number,
        }))
    }),
  )
}
