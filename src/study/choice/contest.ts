import type { Scenario } from '../../scenario/scenario.ts'
import type { Locale } from '../../text/numbers.ts'
import type { Sentence } from '../../text/viability.ts'
import { criteriaOf, failedScreening } from '../criteria.ts'
import type { Contender } from '../ranking.ts'
import { rank } from '../ranking.ts'
import type { Ranking } from '../result.ts'
import type { AlternativeRun } from '../run.ts'
import { tryAlternative } from '../sensitivity/evaluation.ts'
import type { Change, Driver } from '../sensitivity/inputs.ts'
import { moved } from '../sensitivity/inputs.ts'
import { isViable, viabilityOf } from '../viability.ts'

/** Every alternative of a scenario evaluated and ranked. */
export interface Contest {
  readonly scenario: Scenario
  readonly runs: readonly AlternativeRun[]
  readonly contenders: readonly Contender[]
  readonly ranking: Ranking
  /** Id of the first; null where all are set aside. */
  readonly winner: string | null
}

/** What the ranking needs of an evaluated alternative. */
export function contenderOf(of: AlternativeRun): Contender {
  return {
    id: of.id,
    name: of.name,
    viable: isViable(viabilityOf(of)),
    criteria: criteriaOf(of),
    setAside: failedScreening(of),
  }
}

export type ContestTrial =
  | { readonly ok: true; readonly contest: Contest; readonly limited: boolean }
  | { readonly ok: false; readonly because: Sentence }

/** Evaluates and ranks all the alternatives of a scenario. */
export function contestOf(scenario: Scenario, locale: Locale = 'es'): Contest {
  const runs = scenario.alternatives.map((_, i) => {
    const trial = tryAlternative(scenario, i)
    if (!trial.ok) throw new Error(`a scenario that was read does not evaluate: ${trial.because.en}`)
    return trial.of
  })
  return ranked(scenario, { runs, contenders: runs.map(contenderOf) }, locale)
}

function ranked(
  scenario: Scenario,
  { runs, contenders }: Pick<Contest, 'runs' | 'contenders'>,
  locale: Locale = 'es',
): Contest {
  const ranking = rank(contenders, scenario.ranking, locale)
  return { scenario, runs, contenders, ranking, winner: ranking.order[0]?.alternative ?? null }
}

/** The same contest with drivers moved; alternatives that no moved input reaches are not evaluated again. */
export function retried(base: Contest, changes: readonly { driver: Driver; change: Change }[]): ContestTrial {
  let { scenario } = base
  let limited = false
  for (const { driver, change } of changes) {
    const next = moved(scenario, driver, change)
    scenario = next.scenario
    limited ||= next.limited
  }
  const touched = touchedBy(changes.flatMap((c) => c.driver.pointers))
  const runs: AlternativeRun[] = []
  const contenders: Contender[] = []
  for (const [i, known] of base.runs.entries()) {
    if (!touched(i)) {
      runs.push(known)
      contenders.push(base.contenders[i] as Contender)
      continue
    }
    const trial = tryAlternative(scenario, i)
    if (!trial.ok) return trial
    runs.push(trial.of)
    contenders.push(contenderOf(trial.of))
  }
  return { ok: true, contest: ranked(scenario, { runs, contenders }), limited }
}

/** Whether an alternative may depend on any of the pointers: its own and everything shared, but not how they are ranked. */
function touchedBy(pointers: readonly string[]): (index: number) => boolean {
  const others = pointers.filter((p) => p !== '/ranking' && !p.startsWith('/ranking/'))
  return (index) => others.some((p) => !p.startsWith('/alternatives/') || p.startsWith(`/alternatives/${index}/`))
}

/** By how much an alternative leads (positive) or trails the first: points of its score, or ±1 where places have no points. */
export function leadOf({ ranking }: Contest, id: string): number {
  const [first, second] = ranking.order
  const place = ranking.order.find((o) => o.alternative === id)
  if (!first || !place) return -1
  const points = (a: number | null, b: number | null) =>
    a === null || b === null ? Number.NaN : Math.max(Number.EPSILON, a - b)
  if (place === first) {
    if (!second || first.decidedBy === 'viability') return 1
    return points(first.score, second.score) || 1
  }
  const behind = points(first.score, place.score)
  return Number.isNaN(behind) || first.decidedBy === 'viability' ? -1 : -behind
}
