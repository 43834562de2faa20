import type { LawId } from '../../law/parameter.ts'
import { findLaw } from '../../law/parameter.ts'
import { deadlineWords } from '../../text/deadlines.ts'
import type { AlternativeRun } from '../run.ts'
import type { Warning } from '../warnings.ts'

const startLaws = ['startDeadlineOver100000', 'startDeadline50000To100000', 'startDeadlineUnder50000'] as const

/** Plazos de la Resolución 1045 [arts. 8, 10, 12 y 13] that bear on this plan; none under the later norm. */
export function deadlinesOf(of: AlternativeRun): Warning[] {
  if (of.scenario.norm !== 'resolution-1045-2003') return []
  return [...terms(of), ...starts(of), ...copies(of), ...dumps(of)]
}

const inForce = <Id extends LawId>(of: AlternativeRun, id: Id) =>
  findLaw(id, Math.max(of.scenario.baseYear, firstYear), of.scenario.norm)
const firstYear = 2003

/** Art. 8: the phases follow the development-plan terms. */
function terms(of: AlternativeRun): Warning[] {
  const { plan, horizon } = of.scenario
  if (plan === undefined || plan.terms.length > 0) return []
  const years = inForce(of, 'planHorizonYears')?.value ?? horizon.financial
  return [{ pointer: '/plan/terms', code: 'terms-missing', message: deadlineWords.terms(years) }]
}

/** Art. 10, as amended: the day by which the plan must start, by inhabitants of the base year. */
function starts(of: AlternativeRun): Warning[] {
  const { baseYear, territory } = of.scenario
  const repealed = inForce(of, 'repealedFrom')?.value ?? ''
  if (`${baseYear}-12-31` >= repealed) return []
  const [upper, lower] = [
    inForce(of, 'startDeadlineUpperInhabitants')?.value ?? 0,
    inForce(of, 'startDeadlineLowerInhabitants')?.value ?? 0,
  ]
  return territory.municipalities.map((m, i) => {
    const inhabitants = of.bound.populations
      .filter((p) => p.municipality === m.id)
      .reduce((sum, p) => sum + (p.values[0] ?? 0), 0)
    const law = inForce(
      of,
      startLaws[inhabitants > upper ? 0 : inhabitants >= lower ? 1 : 2] as (typeof startLaws)[number],
    )
    return {
      pointer: `/territory/municipalities/${i}`,
      code: 'start-deadline',
      message: deadlineWords.start(m.name ?? m.id, law?.value ?? ''),
    }
  })
}

/** Art. 12: a copy goes to the environmental authority within months of adoption. */
function copies(of: AlternativeRun): Warning[] {
  const adopted = of.scenario.plan?.adoptedOn
  const months = inForce(of, 'planCopyMonths')?.value
  if (adopted === undefined || months === undefined) return []
  return [{ pointer: '/plan/adoptedOn', code: 'plan-copy', message: deadlineWords.copy(adopted, months) }]
}

/** Art. 13: open dumps had to be closed or turned into landfills. */
function dumps(of: AlternativeRun): Warning[] {
  const deadline = inForce(of, 'dumpClosureDeadline')?.value ?? ''
  const own = of.places.find('alternative', {}) ?? ''
  return of.places.alternative.sites.flatMap((site, i) => {
    const closes = site.closes ?? of.scenario.baseYear + of.scenario.horizon.financial
    const late = site.kind === 'dump' && `${closes}-12-31` > deadline
    return late
      ? [
          {
            pointer: `${own}/sites/${i}`,
            code: 'dump-deadline',
            message: deadlineWords.dump(site.name ?? site.id, deadline),
          },
        ]
      : []
  })
}
