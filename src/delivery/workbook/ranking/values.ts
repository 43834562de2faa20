import type { Better } from '../../../numeric/scale.ts'
import { fillWorstRows, scaleColumn } from '../../../numeric/scale.ts'

/** What the cells of the ranking show before anything is recalculated; criteria × alternatives where two-way. */
export interface RankingValues {
  readonly filled: number[][]
  readonly scaled: number[][]
  readonly weighed: number[][]
  readonly best: number[]
  readonly worst: number[]
  readonly toBest: number[]
  readonly toWorst: number[]
  readonly closeness: number[]
  readonly scores: number[]
  readonly rounds: readonly Round[]
}

/** One place of the lexicographic order: who is left, who may have it, who stays after each criterion, who has it. */
export interface Round {
  readonly left: number[]
  readonly start: number[]
  readonly after: number[][]
  readonly chosen: number[]
}

interface Question {
  readonly raw: readonly (readonly (number | null)[])[]
  readonly better: readonly Better[]
  readonly weights: readonly number[]
  readonly thresholds: readonly number[]
  readonly groups: readonly number[]
}

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0)

/** The same steps that the cells take, in numbers. `raw` is criteria × alternatives. */
export function rankingValues({ raw, better, weights, thresholds, groups }: Question): RankingValues {
  const size = groups.length
  const byAlternative = fillWorstRows(
    groups.map((_, i) => raw.map((row) => row[i] ?? null)),
    better,
  )
  const filled = raw.map((_, j) => byAlternative.map((row) => row[j] as number))
  const scaled = raw.map((row, j) => scaleColumn(row, better[j] as Better))
  const weighed = filled.map((row, j) => {
    const length = Math.hypot(...row)
    return row.map((x) => (length === 0 ? 0 : (x / length) * (weights[j] as number)))
  })
  const ends = (which: Better) => weighed.map((row, j) => (better[j] === which ? Math.max(...row) : Math.min(...row)))
  const [best, worst] = [ends('higher'), ends('lower')]
  const distance = (from: readonly number[]) =>
    groups.map((_, i) => Math.hypot(...weighed.map((row, j) => (row[i] as number) - (from[j] as number))))
  const [toBest, toWorst] = [distance(best), distance(worst)]
  const zero = 1e-12 * Math.hypot(...best, ...worst)
  const closeness = toBest.map((d, i) => {
    const whole = d + (toWorst[i] as number)
    return whole <= zero ? 1 : (toWorst[i] as number) / whole
  })
  const scores = groups.map((_, i) => sum(scaled.map((row, j) => (row[i] as number) * (weights[j] as number))))
  const rounds: Round[] = []
  let left = new Array<number>(size).fill(1)
  for (let place = 0; place < size; place += 1) {
    const round = roundOf(left, { filled, better, thresholds, groups })
    rounds.push(round)
    left = left.map((l, i) => l - (round.chosen[i] as number))
  }
  return { filled, scaled, weighed, best, worst, toBest, toWorst, closeness, scores, rounds }
}

function roundOf(
  left: number[],
  {
    filled,
    better,
    thresholds,
    groups,
  }: Pick<Question, 'better' | 'thresholds' | 'groups'> & { filled: readonly (readonly number[])[] },
): Round {
  const first = Math.min(...groups.filter((_, i) => left[i] === 1))
  const start = left.map((l, i) => (l === 1 && groups[i] === first ? 1 : 0))
  const after: number[][] = []
  let alive = start
  filled.forEach((row, j) => {
    const among = row.filter((_, i) => alive[i] === 1)
    const best = better[j] === 'higher' ? Math.max(...among) : Math.min(...among)
    alive = alive.map((a, i) => {
      const x = row[i] as number
      const isNear = Math.abs(x - best) <= (thresholds[j] as number) * Math.max(Math.abs(x), Math.abs(best))
      return a === 1 && isNear ? 1 : 0
    })
    after.push(alive)
  })
  const taken = alive.indexOf(1)
  return { left, start, after, chosen: left.map((_, i) => (i === taken ? 1 : 0)) }
}
