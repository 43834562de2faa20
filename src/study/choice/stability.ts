import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { stabilityWords } from '../../text/studies/choice.ts'
import { agreementSentence } from '../../text/studies/ranking.ts'
import { studyProblems } from '../../text/studies/sensitivity.ts'
import type { Sentence } from '../../text/viability.ts'
import { usualDrivers } from '../sensitivity/drivers.ts'
import type { Driver, DriverAsked } from '../sensitivity/inputs.ts'
import { readDrivers, refusal } from '../sensitivity/inputs.ts'
import type { Switching } from '../sensitivity/switching.ts'
import { switchingOf } from '../sensitivity/switching.ts'
import type { Contest } from './contest.ts'
import { contestOf, leadOf, retried } from './contest.ts'
import type { WeightInterval, WeightsRegion } from './weights-region.ts'
import { weightIntervals, weightsRegion } from './weights-region.ts'

export interface StabilityAsked {
  readonly inputs?: readonly DriverAsked[] | undefined
  /** How far an input is moved at most, as a share of itself. */
  readonly reach: number
  /** Searches only so many inputs: those whose first step moves the lead most; all of them where absent. */
  readonly most?: number | undefined
  readonly draws?: number | undefined
  readonly seed?: number | undefined
  /** Probability of being first by alternative, from a simulation. */
  readonly firstProbability?: Readonly<Record<string, number>> | undefined
}

/** How firmly the first of a ranking stands. */
export interface Stability {
  readonly winner: string | null
  readonly method: string
  readonly winners: Readonly<Record<string, string | null>>
  readonly sameWinner: boolean
  /** The input that changes the winner soonest comes first; those that never do last. */
  readonly drivers: readonly Switching[]
  readonly weights: { readonly region: WeightsRegion | null; readonly intervals: readonly WeightInterval[] | null }
  readonly firstProbability: Readonly<Record<string, number>> | null
  readonly sentences: readonly Sentence[]
}

export type StabilityAnswer =
  | { readonly ok: true; readonly stability: Stability }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Certificado de estabilidad de la jerarquización [10.3]: what would change the winner, and by how little. */
export function stabilityOf(scenario: Scenario, asked: StabilityAsked): StabilityAnswer {
  const contest = contestOf(scenario)
  const { drivers, problems } = asked.inputs
    ? readDrivers(scenario, asked.inputs, '/inputs')
    : {
        drivers: usualDrivers(
          scenario,
          scenario.alternatives.map((_, i) => i),
        ),
        problems: [],
      }
  const strangers = Object.keys(asked.firstProbability ?? {}).filter((id) => !contest.runs.some((of) => of.id === id))
  const known = contest.runs.map((of) => of.id).join(', ')
  const all = [
    ...problems,
    ...strangers.map((id) =>
      refusal('/firstProbability', 'unknown-alternative', studyProblems.unknownAlternative(known), id),
    ),
  ]
  if (all.length > 0) return { ok: false, problems: all }
  return { ok: true, stability: certificate(contest, drivers, asked) }
}

function certificate(contest: Contest, drivers: readonly Driver[], asked: StabilityAsked): Stability {
  const { ranking, winner, contenders, scenario } = contest
  const switching = nearest(contest, drivers, asked)
    .map((driver) => ({ driver, found: switchingOf(contest, driver, asked.reach) }))
    .toSorted((a, b) => (a.found.least ?? Number.POSITIVE_INFINITY) - (b.found.least ?? Number.POSITIVE_INFINITY))
  const region = weightsRegion(contenders, scenario.ranking, asked)
  const intervals = weightIntervals(contenders, scenario.ranking)
  const winners = Object.entries(ranking.methods).map(
    ([method, order]) => [method, order[0]?.alternative ?? null] as const,
  )
  const firstProbability = asked.firstProbability ?? null
  return {
    winner,
    method: ranking.method,
    winners: Object.fromEntries(winners),
    sameWinner: ranking.sameWinner,
    drivers: switching.map((s) => s.found),
    weights: { region, intervals },
    firstProbability,
    sentences: sentencesOf(contest, { nearest: switching[0], reach: asked.reach, region, intervals, firstProbability }),
  }
}

/** The inputs that move the lead most for a tenth of the reach, either way. */
function nearest(contest: Contest, drivers: readonly Driver[], { most, reach }: StabilityAsked): readonly Driver[] {
  const { winner } = contest
  if (most === undefined || drivers.length <= most || winner === null) return drivers
  const lead = leadOf(contest, winner)
  const move = (driver: Driver, share: number): number => {
    const trial = retried(contest, [{ driver, change: { share } }])
    return trial.ok ? Math.abs(leadOf(trial.contest, winner) - lead) || 0 : 0
  }
  return drivers
    .map((driver) => ({ driver, moves: Math.max(move(driver, reach / firstSteps), move(driver, -reach / firstSteps)) }))
    .toSorted((a, b) => b.moves - a.moves)
    .slice(0, most)
    .map(({ driver }) => driver)
}

const firstSteps = 10

interface Findings {
  readonly nearest: { readonly driver: Driver; readonly found: Switching } | undefined
  readonly reach: number
  readonly region: WeightsRegion | null
  readonly intervals: readonly WeightInterval[] | null
  readonly firstProbability: Readonly<Record<string, number>> | null
}

function sentencesOf({ ranking, winner, runs }: Contest, found: Findings): Sentence[] {
  if (winner === null) return [stabilityWords.nobody]
  const nameOf = (id: string) => runs.find((of) => of.id === id)?.name ?? id
  const name = nameOf(winner)
  const { region, intervals, firstProbability } = found
  const [narrowest] = (intervals ?? []).toSorted((a, b) => a.to - a.from - (b.to - b.from))
  const winners = Object.entries(ranking.methods).map(([method, order]) => ({
    method,
    name: nameOf(order[0]?.alternative ?? ''),
  }))
  return [
    leastSentence(name, found, nameOf),
    agreementSentence(winners),
    region === null
      ? stabilityWords.noWeights
      : stabilityWords.region(name, {
          any: region.any[winner] ?? 0,
          legal: region.legalOrder[winner] ?? 0,
          draws: region.draws,
        }),
    ...(narrowest && narrowest.to - narrowest.from < 1
      ? [stabilityWords.narrowest(narrowest.criterion, narrowest)]
      : []),
    ...(firstProbability ? [stabilityWords.probability(name, firstProbability[winner] ?? 0)] : []),
  ]
}

function leastSentence(name: string, { nearest, reach }: Findings, nameOf: (id: string) => string): Sentence {
  const { up = null, down = null, label } = nearest?.found ?? {}
  const [least] = [up, down].filter((s) => s !== null).toSorted((a, b) => Math.abs(a.share) - Math.abs(b.share))
  if (!least || !label) return stabilityWords.steady(name, reach)
  return stabilityWords.least(name, {
    label,
    share: least.share,
    step: nearest?.driver.step,
    winner: least.winner === null ? null : nameOf(least.winner),
  })
}
