import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { studyProblems } from '../../text/studies/sensitivity.ts'
import type { Sentence } from '../../text/viability.ts'
import { contestOf, retried } from '../choice/contest.ts'
import type { StudyFigure } from './figures.ts'
import { readFigure } from './figures.ts'
import type { Change, Driver, DriverAsked } from './inputs.ts'
import { moved, readDrivers, refusal, standingValue } from './inputs.ts'

/** One side of a grid: an input and where it stands, as shares of itself or as values. */
export type GridAxisAsked = DriverAsked & {
  readonly shares?: readonly number[] | undefined
  readonly values?: readonly number[] | undefined
}

export interface GridAsked {
  readonly x: GridAxisAsked
  readonly y: GridAxisAsked
  /** Also this figure of each alternative in each cell. */
  readonly figure?: string | undefined
}

export interface GridAxis {
  readonly id: string
  readonly pointers: readonly string[]
  readonly label: Sentence
  readonly shares: readonly number[] | null
  /** The input at each step; of a value over time, in the base year. */
  readonly values: readonly (number | null)[]
}

export interface GridCell {
  /** Id of the alternative that comes first; null where none is ranked or the plan cannot be evaluated there. */
  readonly winner: string | null
  readonly viable: readonly string[]
  readonly figure?: Readonly<Record<string, number | null>>
  readonly limited: boolean
  readonly because: Sentence | null
}

export interface Grid {
  readonly winner: string | null
  readonly x: GridAxis
  readonly y: GridAxis
  /** By y, then by x. */
  readonly cells: readonly (readonly GridCell[])[]
  /** In how many cells each alternative comes first. */
  readonly wins: Readonly<Record<string, number>>
}

export type GridAnswer =
  | { readonly ok: true; readonly grid: Grid }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const usualShares: readonly number[] = [-0.2, -0.1, 0, 0.1, 0.2]
const mostCells = 400

/** Cuadrícula de dos entradas: which alternative comes first where two inputs move at once. */
export function gridOf(scenario: Scenario, asked: GridAsked): GridAnswer {
  const contest = contestOf(scenario)
  const read = [asked.x, asked.y].map((axis, i) => readDrivers(scenario, [axis], i === 0 ? '/x' : '/y'))
  const problems = read.flatMap((r) => r.problems).map((p) => ({ ...p, pointer: p.pointer.replace('/0', '') }))
  const [x, y] = [changesOf(asked.x), changesOf(asked.y)]
  const [first] = contest.runs
  const figure = asked.figure === undefined || !first ? undefined : readFigure(first, asked.figure, '/figure')
  if (figure && !figure.ok) problems.push(figure.problem)
  if (x.length * y.length > mostCells)
    problems.push(refusal('/x', 'too-many', studyProblems.tooMany(`${x.length} × ${y.length}`, mostCells)))
  const [ofX, ofY] = read.map((r) => r.drivers[0])
  if (problems.length > 0 || !ofX || !ofY) return { ok: false, problems }
  const cell = (changeX: Change, changeY: Change): GridCell =>
    cellOf(
      retried(contest, [
        { driver: ofX, change: changeX },
        { driver: ofY, change: changeY },
      ]),
      figure?.ok ? figure.figure : undefined,
    )
  const cells = y.map((changeY) => x.map((changeX) => cell(changeX, changeY)))
  return {
    ok: true,
    grid: {
      winner: contest.winner,
      x: axisOf(scenario, ofX, x),
      y: axisOf(scenario, ofY, y),
      cells,
      wins: Object.fromEntries(
        scenario.alternatives.map(({ id }) => [id, cells.flat().filter((c) => c.winner === id).length]),
      ),
    },
  }
}

const changesOf = ({ shares, values }: GridAxisAsked): Change[] =>
  values ? values.map((value) => ({ value })) : (shares ?? usualShares).map((share) => ({ share }))

function axisOf(scenario: Scenario, driver: Driver, changes: readonly Change[]): GridAxis {
  const { id, pointers, label } = driver
  const shares = changes.flatMap((c) => ('share' in c ? [c.share] : []))
  return {
    id,
    pointers,
    label,
    shares: shares.length > 0 ? shares : null,
    values: changes.map((change) => standingValue(moved(scenario, driver, change).scenario, driver)),
  }
}

function cellOf(trial: ReturnType<typeof retried>, figure: StudyFigure | undefined): GridCell {
  if (!trial.ok) return { winner: null, viable: [], limited: false, because: trial.because }
  const { contest, limited } = trial
  return {
    winner: contest.winner,
    viable: contest.contenders.filter((c) => c.viable).map((c) => c.id),
    ...(figure ? { figure: Object.fromEntries(contest.runs.map((of) => [of.id, figure.read(of)])) } : {}),
    limited,
    because: null,
  }
}
