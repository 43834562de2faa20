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

function switchOn(contest: Contest, driver: Driver, reach: number): Switch | null {
  const { winner, scenario } = contest
  if (winner === null) return null
  const at = (share: number): number => {
    if (share === 0) return leadOf(contest, winner)
    const trial = retried(contest, [{ driver, change: { share } }])
    return trial.ok ? leadOf(trial.contest, winner) : Number.NaN
  }
  const share = firstTurn(at, { reach, tolerance: precision })
  if (share === null) return null
  const trial = retried(contest, [{ driver, change: { share } }])
  return { share, value: valueAt(scenario, driver, share), winner: trial.ok ? trial.contest.winner : null }
}

const valueAt = (scenario: Scenario, driver: Driver, share: number): number | null =>
  standingValue(moved(scenario, driver, { share }).scenario, driver)
