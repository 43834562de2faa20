import { investment, runningCost } from '../../model/3-costs/items.ts'
import type { AlternativeRun } from '../run.ts'
import { series } from '../run.ts'

/** A project or one of its activities in the plan's calendar. */
export interface ScheduleEntry {
  readonly kind: 'project' | 'activity'
  readonly program: string
  readonly project: string
  readonly name: string
  readonly start: string | null
  readonly end: string | null
  /** Calendar years from the first to the last, both counted. */
  readonly years: number | null
  readonly responsible: string | null
  readonly expectedResult: string | null
  readonly goal: string | null
  readonly indicator: string | null
}

/** Cronograma de proyectos y actividades [10.1, 11.2]: start, end, duration, who answers, and what is expected. */
export function scheduleOf(of: AlternativeRun): ScheduleEntry[] {
  return of.places.alternative.projects.flatMap((project) => {
    const spent = yearsOfSpending(of, project.costs)
    const [start, end] = [project.startYear ?? spent?.first ?? null, project.endYear ?? spent?.last ?? null]
    const own = { program: project.program, project: project.id }
    return [
      {
        kind: 'project' as const,
        ...own,
        name: project.name ?? project.id,
        ...when(start, end),
        responsible: project.responsible ?? null,
        expectedResult: project.expectedResult ?? null,
        goal: project.goal ?? null,
        indicator: project.indicator ?? null,
      },
      ...project.activities.map((activity) => ({
        kind: 'activity' as const,
        ...own,
        name: activity.name ?? project.name ?? project.id,
        ...when(activity.start ?? start, activity.end ?? end),
        responsible: activity.responsible ?? project.responsible ?? null,
        expectedResult: null,
        goal: project.goal ?? null,
        indicator: activity.indicator ?? null,
      })),
    ]
  })
}

function when(
  start: string | number | null,
  end: string | number | null,
): Pick<ScheduleEntry, 'start' | 'end' | 'years'> {
  const year = (x: string | number | null) => (x === null ? null : Number(String(x).slice(0, 4)))
  const [first, last] = [year(start), year(end)]
  return {
    start: start === null ? null : String(start),
    end: end === null ? null : String(end),
    years: first === null || last === null ? null : last - first + 1,
  }
}

/** A project without dates lasts from its first to its last peso. */
function yearsOfSpending(
  of: AlternativeRun,
  costs: AlternativeRun['places']['alternative']['projects'][number]['costs'],
): { first: number; last: number } | undefined {
  const years = costs.flatMap((cost) => {
    const values = Array.from(series(of, cost.category === 'investment' ? investment : runningCost, { item: cost.id }))
    return values.flatMap((v, t) => (v === 0 ? [] : [of.scenario.baseYear + t]))
  })
  return years.length === 0 ? undefined : { first: Math.min(...years), last: Math.max(...years) }
}
