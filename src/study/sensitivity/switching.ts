import { firstTurn } from '../../numeric/search/first-turn.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Sentence } from '../../text/viability.ts'
import type { Contest } from '../choice/contest.ts'
import { leadOf, retried } from '../choice/contest.ts'
import type { Driver } from './inputs.ts'
import { moved, standingValue } from './inputs.ts'

/** The least change of an input, one way, from which another alternative comes first. */
export interface Switch {
  readonly share: number
  /** The input there; of a value over time, in the base year. */
  readonly value: number | null
  readonly winner: string | null
}

export interface Switching {
  readonly id: string
  readonly pointers: readonly string[]
  readonly label: Sentence
  readonly value: number | null
  readonly up: Switch | null
  readonly down: Switch | null
  /** The nearer of the two, as a share of the input; null where the winner holds all the way. */
  readonly least: number | null
}

const precision = 1e-5

/** Valor de cambio: how far an input must move, up and down, for another alternative to come first. */
export function switchingOf(contest: Contest, driver: Driver, reach: number): Switching {
  const { scenario, winner } = contest
  const [up, down] = [reach, -reach].map((end) => switchOn(contest, driver, end))
  const shares = [up, down].flatMap((s) => (s ? [Math.abs(s.share)] : []))
  const { id, pointers, label } = driver
  return {
    id,
    pointers,
    label,
    value: standingValue(scenario, driver),
    up: winner === null ? null : (up ?? null),
    down: winner === null ? null : (down ?? null),
    least: shares.length > 0 ? Math.min(...shares) : null,
  }
}

/** What is kept of a contest that was tried; its numbers are many. */
interface Outcome {
  readonly winner: string | null
  readonly lead: number
  readonly viable: string
}

function switchOn(contest: Contest, driver: Driver, reach: number): Switch | null {
  const { winner, scenario } = contest
  if (winner === null) return null
  const outcome = (of: Contest): Outcome => ({ winner: of.winner, lead: leadOf(of, winner), viable: viableIn(of) })
  const known = new Map<number, Outcome | null>([[0, outcome(contest)]])
  const tried = (share: number): Outcome | null => {
    const found = known.get(share)
    if (found !== undefined) return found
    const trial = retried(contest, [{ driver, change: { share } }])
    const made = trial.ok ? outcome(trial.contest) : null
    known.set(share, made)
    return made
  }
  // one alternative may stop being viable a little before the others do: the winner turns and turns back
  const mark = (share: number): string => tried(share)?.viable ?? ''
  const share = firstTurn((x) => tried(x)?.lead ?? Number.NaN, { reach, tolerance: precision, mark })
  if (share === null) return null
  return { share, value: valueAt(scenario, driver, share), winner: tried(share)?.winner ?? null }
}

const viableIn = ({ contenders }: Contest): string => contenders.map((c) => (c.viable ? '1' : '0')).join('')

const valueAt = (scenario: Scenario, driver: Driver, share: number): number | null =>
  standingValue(moved(scenario, driver, { share }).scenario, driver)
