import { firstTurn } from '../../numeric/search/first-turn.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { studyProblems, trialWords } from '../../text/studies/sensitivity.ts'
import type { Sentence } from '../../text/viability.ts'
import { contestOf } from '../choice/contest.ts'
import { usualDrivers } from './drivers.ts'
import { tryAlternative } from './evaluation.ts'
import type { StudyFigure } from './figures.ts'
import { readFigure } from './figures.ts'
import type { Change, Driver, DriverAsked } from './inputs.ts'
import { moved, readDrivers, refusal, standingValue } from './inputs.ts'

export interface SensitivityAsked {
  /** Id of the alternative; the first of the ranking where absent. */
  readonly alternative?: string | undefined
  readonly figure: string
  /** How far each input is moved both ways, as a share of itself. */
  readonly share: number
  readonly inputs?: readonly (DriverAsked & { values?: readonly number[] | undefined })[] | undefined
  /** Also the value of each input at which the figure reaches the target, or a test turns. */
  readonly breakEven?: { readonly target: number; readonly reach: number } | undefined
}

/** The figure with an input at another value. */
export interface Point {
  readonly share: number | null
  /** The input itself; of a value over time, in the base year. */
  readonly value: number | null
  readonly result: number | null
  readonly difference: number | null
  /** A limit of the document held the input back. */
  readonly limited: boolean
  readonly because: Sentence | null
}

export interface Bar {
  readonly id: string
  readonly pointers: readonly string[]
  readonly label: Sentence
  readonly value: number | null
  readonly points: readonly Point[]
  /** Greatest less least of the figure over the points; null where no point has a value. */
  readonly swing: number | null
  /** Nearest change at which the figure reaches the target; null where none within reach, or none was asked for. */
  readonly breakEven: { readonly share: number; readonly value: number | null } | null
}

export interface Sensitivity {
  readonly alternative: string
  readonly figure: { readonly id: string; readonly unit: string; readonly label: Sentence }
  readonly value: number | null
  /** Widest swing first. */
  readonly bars: readonly Bar[]
}

export type SensitivityAnswer =
  | { readonly ok: true; readonly sensitivity: Sensitivity }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Place of an alternative by its id, by default the first of the ranking; or the problem. */
export function chosenIndex(scenario: Scenario, id: string | undefined, pointer: string): number | Problem {
  const wanted = id ?? contestOf(scenario).winner ?? scenario.alternatives[0]?.id
  const index = scenario.alternatives.findIndex((a) => a.id === wanted)
  if (index >= 0) return index
  const known = scenario.alternatives.map((a) => a.id).join(', ')
  return refusal(pointer, 'unknown-alternative', studyProblems.unknownAlternative(known), id)
}

/** Análisis de sensibilidad: what moving each input does to one figure of an alternative, widest first. */
export function sensitivity(scenario: Scenario, asked: SensitivityAsked): SensitivityAnswer {
  const index = chosenIndex(scenario, asked.alternative, '/alternative')
  if (typeof index !== 'number') return { ok: false, problems: [index] }
  const base = tryAlternative(scenario, index)
  if (!base.ok) throw new Error(`a scenario that was read does not evaluate: ${base.because.en}`)
  const read = readFigure(base.of, asked.figure, '/figure')
  const { drivers, problems } = asked.inputs
    ? readDrivers(scenario, asked.inputs, '/inputs')
    : { drivers: usualDrivers(scenario, [index]), problems: [] }
  const all = read.ok ? problems : [read.problem, ...problems]
  if (!read.ok || all.length > 0) return { ok: false, problems: all }
  const bench: Bench = { scenario, index, figure: read.figure, standing: read.figure.read(base.of) }
  const bars = drivers.map((driver, i) => barOf(bench, { driver, values: asked.inputs?.[i]?.values, asked }))
  const { id, unit, label } = read.figure
  return {
    ok: true,
    sensitivity: {
      alternative: base.of.id,
      figure: { id, unit, label },
      value: bench.standing,
      bars: bars.toSorted((a, b) => (b.swing ?? -1) - (a.swing ?? -1)),
    },
  }
}

interface Bench {
  readonly scenario: Scenario
  readonly index: number
  readonly figure: StudyFigure
  readonly standing: number | null
}

interface BarAsked {
  readonly driver: Driver
  readonly values: readonly number[] | undefined
  readonly asked: SensitivityAsked
}

function barOf(bench: Bench, { driver, values, asked }: BarAsked): Bar {
  const changes: Change[] = values?.map((value) => ({ value })) ?? [{ share: -asked.share }, { share: asked.share }]
  const points = changes.map((change) => pointOf(bench, driver, change))
  const results = [bench.standing, ...points.map((p) => p.result)].filter((x) => x !== null)
  const { id, pointers, label } = driver
  return {
    id,
    pointers,
    label,
    value: standingValue(bench.scenario, driver),
    points,
    swing: points.some((p) => p.result !== null) ? Math.max(...results) - Math.min(...results) : null,
    breakEven: asked.breakEven ? breakEven(bench, driver, asked.breakEven) : null,
  }
}

function pointOf({ scenario, index, figure, standing }: Bench, driver: Driver, change: Change): Point {
  const next = moved(scenario, driver, change)
  const trial = tryAlternative(next.scenario, index)
  const result = trial.ok ? figure.read(trial.of) : null
  return {
    share: 'share' in change ? change.share : null,
    value: standingValue(next.scenario, driver),
    result,
    difference: result === null || standing === null ? null : result - standing,
    limited: next.limited,
    because: trial.ok ? (result === null ? trialWords.undefined : null) : trial.because,
  }
}

const precision = 1e-9

/** The nearest share, up or down, at which the figure reaches the target or a test turns. */
function breakEven(
  bench: Bench,
  driver: Driver,
  { target, reach }: { target: number; reach: number },
): Bar['breakEven'] {
  const { standing, figure, scenario } = bench
  if (standing === null) return null
  // a test turns half-way between failed and passed
  const level = figure.flag ? 0.5 : target
  const at = (share: number): number => {
    const result = share === 0 ? standing : pointOf(bench, driver, { share }).result
    return result === null ? Number.NaN : result - level
  }
  const turns = [reach, -reach].map((end) => firstTurn(at, { reach: end, tolerance: precision }))
  const [nearest] = turns.filter((s) => s !== null).toSorted((a, b) => Math.abs(a) - Math.abs(b))
  if (nearest === undefined) return null
  return { share: nearest, value: standingValue(moved(scenario, driver, { share: nearest }).scenario, driver) }
}
