import type { Scenario } from '../../../scenario/scenario.ts'
import type { Money } from '../../../study/money.ts'
import type { AlternativeResult, Ranking, Result } from '../../../study/result.ts'
import type { PaperWords } from '../../../text/cli/paper-es.ts'
import type { Locale } from '../../../text/numbers.ts'

/** What the sections of a printed plan need of one scenario (the base or a variant). */
export interface Paper {
  readonly result: Result
  readonly scenario: Scenario
  readonly alternatives: readonly AlternativeResult[]
  readonly ranking: Ranking
  readonly locale: Locale
  readonly words: PaperWords
  readonly allYears: boolean
  /** The pesos of the figures. */
  readonly money: Money
}

/** The same for one alternative. */
export interface Sheet extends Paper {
  readonly alternative: AlternativeResult
}

const shown = [0, 1, 3, 6, 10, 15, 20, 30]

/** Indices of the years that a table shows: all, or the usual ones and the last. */
export function yearsShown({ allYears }: Paper, last: number): number[] {
  const all = Array.from({ length: last + 1 }, (_, t) => t)
  return allYears ? all : all.filter((t) => t === last || shown.includes(t))
}
