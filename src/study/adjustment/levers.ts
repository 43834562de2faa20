import { levelizedFixed, levelizedVariable } from '../../model/4-tariffs/cost-recovery.ts'
import { totalUses } from '../../model/6-statements/sources-uses.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { leverProblems } from '../../text/studies/adjustment.ts'
import type { Sentence } from '../../text/viability.ts'
import type { AlternativeRun } from '../run.ts'
import { figureOf, series } from '../run.ts'
import type { Chosen } from './alternative.ts'
import { alternativeOf } from './alternative.ts'
import {
  delayable,
  efficiencyAtHorizon,
  loanAmount,
  withContribution,
  withDelay,
  withEfficiency,
  withLoanAmount,
  withLoanTerm,
} from './funding-levers.ts'
import { withSubsidyShare, withTariffFactor, withTariffPath } from './tariff-levers.ts'

/** What may be moved to make an alternative viable [11.3]. */
export const leverIds = [
  'tariff',
  'tariffPath',
  'municipalContribution',
  'loan',
  'loanTerm',
  'subsidyFactors',
  'delayInvestment',
  'collectionEfficiency',
] as const
export type LeverId = (typeof leverIds)[number]

/** A lever as it is asked for; what is left out takes the lever's own bounds. */
export interface LeverAsked {
  readonly lever: LeverId
  readonly weight?: number | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** Of `tariffPath`: greatest yearly rise above the tariff's index; a share. */
  readonly yearlyRise?: number | undefined
  /** Of `delayInvestment`: id of the cost. */
  readonly item?: string | undefined
}

export interface Lever {
  readonly id: LeverId
  readonly item: string | undefined
  readonly unit: string
  /** Only whole values. */
  readonly whole: boolean
  readonly weight: number
  readonly before: number
  readonly min: number
  readonly max: number
  readonly apply: (chosen: Chosen, value: number) => Scenario
}

type Core = Pick<Lever, 'unit' | 'before' | 'min' | 'max' | 'apply'> & { whole?: boolean }
type Made = Core | Problem

const leastFactor = 0.5
const greatestFactor = 2
const greatestPath = 3
const usualRise = 0.05
const greatestTerm = 50
const longerTerm = 10
const longestDelay = 5
const loanMultiple = 3

/** The levers asked for, ready to move; or every problem of what was asked, with pointers under `/levers`. */
export function readLevers(
  of: AlternativeRun,
  chosen: Chosen,
  asked: readonly LeverAsked[],
): { levers: Lever[]; problems: Problem[] } {
  const levers: Lever[] = []
  const problems: Problem[] = []
  if (asked.length === 0) problems.push(refusal('/levers', 'levers-empty', leverProblems.empty(leverIds.join(', '))))
  const seen = new Set<string>()
  for (const [place, ask] of asked.entries()) {
    const at = `/levers/${place}`
    const key = ask.lever === 'delayInvestment' ? `${ask.lever} ${ask.item}` : ask.lever.replace('Path', '')
    if (seen.has(key)) problems.push(refusal(at, 'lever-repeated', leverProblems.repeated(ask.lever), ask.lever))
    seen.add(key)
    const made = makers[ask.lever]({ of, chosen, ask, at })
    if ('code' in made) problems.push(made)
    else {
      const lever = bounded(ask, made)
      if (lever.min <= lever.before && lever.before <= lever.max) levers.push(lever)
      else
        problems.push(
          refusal(at, 'lever-bounds', leverProblems.bounds(ask.lever, lever.before), [lever.min, lever.max]),
        )
    }
  }
  return { levers, problems }
}

function bounded(ask: LeverAsked, core: Core): Lever {
  return {
    ...core,
    id: ask.lever,
    item: ask.item,
    whole: core.whole ?? false,
    weight: ask.weight ?? 1,
    min: Math.max(core.min, ask.min ?? core.min),
    max: ask.max === undefined ? core.max : Math.min(ask.max, greatest[ask.lever] ?? core.max),
  }
}

/** Bounds that what is asked may reach but not pass, where they lie beyond the usual ones. */
const greatest: Partial<Record<LeverId, number>> = {
  tariff: 100,
  tariffPath: 100,
  municipalContribution: 1e14,
  loan: 1e14,
  loanTerm: greatestTerm,
}

function refusal(pointer: string, code: string, words: Sentence, received?: unknown): Problem {
  return { pointer, code, es: words.es, en: words.en, ...(received === undefined ? {} : { received }) }
}

interface Making {
  readonly of: AlternativeRun
  readonly chosen: Chosen
  readonly ask: LeverAsked
  readonly at: string
}

const levelizedOf = (of: AlternativeRun) => ({
  fixed: figureOf(of, levelizedFixed),
  variable: figureOf(of, levelizedVariable),
})

const makers: Readonly<Record<LeverId, (making: Making) => Made>> = {
  tariff: ({ of }) => {
    const levelized = levelizedOf(of)
    return {
      unit: '1',
      before: 1,
      min: leastFactor,
      max: greatestFactor,
      apply: (chosen, value) => withTariffFactor(chosen, value, levelized),
    }
  },
  tariffPath: ({ of, chosen, ask, at }) => {
    const method = chosen.scenario.territory.municipalities
      .map((m) => (alternativeOf(chosen).tariff ?? m.tariff)?.method)
      .find((m) => m === 'cra-720-2015' || m === 'formula')
    if (method !== undefined) return refusal(`${at}/lever`, 'lever-method', leverProblems.method(method), ask.lever)
    const levelized = levelizedOf(of)
    const yearlyRise = ask.yearlyRise ?? usualRise
    return {
      unit: '1',
      before: 1,
      min: leastFactor,
      max: greatestPath,
      apply: (c, last) => withTariffPath(c, { last, yearlyRise, levelized }),
    }
  },
  municipalContribution: ({ of }) => ({
    unit: 'COP/year',
    before: 0,
    min: 0,
    max: Math.max(1, ...series(of, totalUses)),
    apply: withContribution,
  }),
  loan: ({ chosen, ask, at }) => {
    const before = loanAmount(chosen)
    if (before === undefined) return refusal(`${at}/lever`, 'lever-no-loan', leverProblems.noLoan, ask.lever)
    return { unit: 'COP', before, min: 0, max: Math.max(1, before) * loanMultiple, apply: withLoanAmount }
  },
  loanTerm: ({ chosen, ask, at }) => {
    const [first] = alternativeOf(chosen).loans
    if (!first) return refusal(`${at}/lever`, 'lever-no-loan', leverProblems.noLoan, ask.lever)
    return {
      unit: 'year',
      whole: true,
      before: first.term,
      min: first.grace + 1,
      max: Math.min(greatestTerm, first.term + longerTerm),
      apply: withLoanTerm,
    }
  },
  subsidyFactors: () => ({ unit: 'share', before: 1, min: 0, max: 1, apply: withSubsidyShare }),
  delayInvestment: ({ chosen, ask, at }) => {
    const room = ask.item === undefined ? undefined : delayable(chosen, ask.item)
    if (room === undefined)
      return refusal(`${at}/item`, 'lever-no-investment', leverProblems.noInvestment(ask.item), ask.item)
    const max = Math.min(room, ask.max ?? longestDelay)
    const item = ask.item as string
    return { unit: 'year', whole: true, before: 0, min: 0, max, apply: (c, years) => withDelay(c, item, years) }
  },
  collectionEfficiency: ({ chosen }) => ({
    unit: 'share',
    before: efficiencyAtHorizon(chosen),
    min: 0,
    max: 1,
    apply: withEfficiency,
  }),
}
