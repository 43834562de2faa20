import { discountFactor } from '../../model/3-costs/discount.ts'
import { programmeCost } from '../../model/7-evaluation/coverage.ts'
import { rankOrderCentroids } from '../../numeric/centroids.ts'
import type { Criterion } from '../../scenario/document/ranking.ts'
import { criteria } from '../../scenario/document/ranking.ts'
import type { Locale } from '../../text/numbers.ts'
import { programmeSentence } from '../../text/studies/ranking.ts'
import type { Sentence } from '../../text/viability.ts'
import type { Contender } from '../ranking.ts'
import { benefits, rank } from '../ranking.ts'
import type { Ranking } from '../result.ts'
import type { AlternativeRun } from '../run.ts'
import { rowsOf, series } from '../run.ts'
import type { Contest } from './contest.ts'

/** The ranking made over one programme. */
export interface ProgrammeRanking {
  readonly program: string
  /** Those that its items move, in the order of the resolution. */
  readonly criteria: readonly Criterion[]
  /** Value of each criterion by alternative; the present value of costs is the programme's own. */
  readonly values: Readonly<Record<string, Readonly<Partial<Record<Criterion, number | null>>>>>
  readonly ranking: Ranking
  readonly winner: string | null
  readonly message: Sentence
}

const service: readonly Criterion[] = ['coverage', 'continuity', 'pvCosts']
const moving: Readonly<Record<string, readonly Criterion[]>> = {
  storage: service,
  collection: service,
  rural: service,
  sweeping: ['continuity', 'pvCosts'],
  recovery: ['reincorporation', 'landfillCapacity', 'employment', 'pvCosts'],
  disposal: ['landfillCapacity', 'environment', 'pvCosts'],
}
const others: readonly Criterion[] = ['pvCosts']

/** Jerarquización por programa [10.3: para cada programa o componente], over the alternatives that have the programme. */
export function programmesOf(contest: Contest, locale: Locale = 'es'): ProgrammeRanking[] {
  const inside = contest.runs.filter((_, i) => contest.contenders[i]?.setAside.length === 0)
  const programs = [...new Set(inside.flatMap((of) => of.places.alternative.projects.map((p) => p.program)))]
  return programs.map((program) => {
    const having = inside.filter((of) => of.places.alternative.projects.some((p) => p.program === program))
    return programmeRanking(contest, { program, having }, locale)
  })
}

function programmeRanking(
  { contenders, scenario }: Contest,
  { program, having }: { program: string; having: readonly AlternativeRun[] },
  locale: Locale,
): ProgrammeRanking {
  const counted = moving[program] ?? others
  const own = having.map((of): Contender => {
    const whole = contenders.find((c) => c.id === of.id) as Contender
    const values = { ...whole.criteria, pvCosts: programmeCosts(of, program) }
    // a criterion that does not count is the same for all, so that no method can tell them apart by it
    const kept = Object.fromEntries(criteria.map((c) => [c, counted.includes(c) ? values[c] : 0]))
    return { ...whole, criteria: kept as Contender['criteria'], setAside: [] }
  })
  const weights = programmeWeights(counted, scenario.ranking.weights)
  const ranking = rank(own, { ...scenario.ranking, weights, requireViable: false }, locale)
  const winner = ranking.order[0]?.alternative ?? null
  const name = own.find((c) => c.id === winner)?.name ?? winner
  return {
    program,
    criteria: counted,
    values: Object.fromEntries(
      own.map((c) => [c.id, Object.fromEntries(counted.map((criterion) => [criterion, c.criteria[criterion]]))]),
    ),
    ranking,
    winner,
    message: programmeSentence(program, { winner: name, only: own.length === 1 }),
  }
}

/** Present value of a programme's costs in the base year. */
function programmeCosts(of: AlternativeRun, program: string): number {
  const factor = series(of, discountFactor)
  const row = rowsOf(of, programmeCost).find((r) => r.at.program === program)
  return row ? row.values.reduce((sum, x, t) => sum + x * (factor[t] as number), 0) : 0
}

/** The plan's own weights where it gives any to these criteria; else centroids of the order of those that count. */
function programmeWeights(
  counted: readonly Criterion[],
  given: Partial<Record<Criterion, number | undefined>> | undefined,
): Partial<Record<Criterion, number>> {
  const own = counted.map((c) => given?.[c] ?? 0)
  if (own.some((w) => w > 0)) return Object.fromEntries(counted.map((c, i) => [c, own[i]]))
  const isBenefit = (c: Criterion) => criteria.indexOf(c) < benefits
  const groups = [counted.filter(isBenefit), counted.filter((c) => !isBenefit(c))]
  return Object.fromEntries(
    groups.flatMap((group) => {
      const centroids = rankOrderCentroids(group.length)
      return group.map((c, i) => [c, centroids[i] as number])
    }),
  )
}
