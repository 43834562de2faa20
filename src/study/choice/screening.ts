import { recovered, reincorporated } from '../../model/1-projections/recovery.ts'
import type { Alternative } from '../../scenario/document/alternative.ts'
import { screeningQuestions, screeningWords } from '../../text/studies/choice.ts'
import type { Sentence } from '../../text/viability.ts'
import type { AlternativeRun } from '../run.ts'
import { rowsOf, totalOf } from '../run.ts'
import { readFigure } from '../sensitivity/figures.ts'
import { viabilityOf } from '../viability.ts'

type Key = keyof NonNullable<Alternative['screening']>
const keys: readonly Key[] = [
  ...(['goals', 'energy', 'labour', 'minimumTonnes', 'environmentalRules', 'affectedPopulation'] as const),
  ...(['organicMarket', 'inorganicMarket', 'separation', 'institutional', 'regional'] as const),
]

/** One question of the pre-feasibility, its answer and where it comes from. */
export interface ScreeningAnswer {
  readonly key: Key
  readonly question: Sentence
  readonly met: boolean | null
  /** Given by the plan, computed by the model, or not known. */
  readonly basis: 'given' | 'computed' | 'unknown'
  readonly because: Sentence
}

export interface Screening {
  readonly alternative: string
  readonly name: string
  /** No question fails; those not known pass. */
  readonly passed: boolean
  /** The plan itself answers «no» to some question, so that the ranking leaves it out. */
  readonly setAside: boolean
  readonly answers: readonly ScreeningAnswer[]
  readonly message: Sentence
}

export interface ScreeningAsked {
  /** Tonnes a year that the recovery plant of an alternative needs, by its id. */
  readonly minimumTonnes?: Readonly<Record<string, number>> | undefined
}

/** Evaluación de prefactibilidad [10.2]: the eleven questions of an evaluated alternative, each with who answers it. */
export function screeningOf(of: AlternativeRun, { minimumTonnes }: ScreeningAsked = {}): Screening {
  const given = of.places.alternative.screening
  const answers = keys.map((key): ScreeningAnswer => {
    const question = screeningQuestions[key] as Sentence
    const own = given?.[key]
    if (typeof own?.met === 'boolean')
      return { key, question, met: own.met, basis: 'given', because: screeningWords.given(own.note) }
    const found = known[key]?.(of, minimumTonnes?.[of.id])
    if (found) return { key, question, met: found.met, basis: 'computed', because: found.because }
    return { key, question, met: null, basis: 'unknown', because: screeningWords.unknown }
  })
  const failed = answers.filter((a) => a.met === false)
  const unknown = answers.filter((a) => a.met === null).length
  const passed = failed.length === 0
  return {
    alternative: of.id,
    name: of.name,
    passed,
    setAside: failed.some((a) => a.basis === 'given'),
    answers,
    message: screeningWords.verdict({ passed, failed: failed.length, unknown }),
  }
}

interface Known {
  readonly met: boolean
  readonly because: Sentence
}

/** What the model itself knows of a question; the others only the plan can answer. */
const known: Partial<Record<Key, (of: AlternativeRun, need: number | undefined) => Known | undefined>> = {
  goals: goalsKnown,
  minimumTonnes: tonnesKnown,
  environmentalRules: rulesKnown,
  affectedPopulation: ({ places }) => {
    const { affected } = places.alternative
    const nobody = typeof affected === 'object' && affected.inhabitants === 0
    return nobody ? { met: true, because: screeningWords.nobodyAffected } : undefined
  },
  organicMarket: (of) => notCaptured(of, (material) => material === 'foodAndGarden'),
  inorganicMarket: (of) => notCaptured(of, (material) => material !== 'foodAndGarden'),
  separation: (of) => notCaptured(of, () => true),
  regional: ({ scenario }) =>
    scenario.territory.municipalities.length > 1 ? { met: true, because: screeningWords.severalTowns } : undefined,
}

/** A market or a separation is not needed for materials that are never captured. */
function notCaptured(of: AlternativeRun, wanted: (material: string) => boolean): Known | undefined {
  const captured = rowsOf(of, recovered).filter((row) => wanted(row.at.material ?? ''))
  const none = captured.every(({ values }) => values.every((x, t) => t === 0 || x === 0))
  return none ? { met: true, because: screeningWords.noneOfThese } : undefined
}

function tonnesKnown(of: AlternativeRun, need: number | undefined): Known | undefined {
  const { baseYear, horizon } = of.scenario
  const tonnes = totalOf(of, reincorporated).slice(0, horizon.financial + 1)
  const working = tonnes.flatMap((x, t) => (t > 0 && x > 0 ? [{ tonnes: x, year: baseYear + t }] : []))
  const [first] = working
  if (!first) return { met: true, because: screeningWords.noRecovery }
  if (need === undefined) return undefined
  const least = working.reduce((a, b) => (b.tonnes < a.tonnes ? b : a), first)
  return { met: least.tonnes >= need, because: screeningWords.tonnes({ ...least, need }) }
}

/** Licensed disposal, room in the landfill and the legal limits of factors, as the viability judges them. */
function rulesKnown(of: AlternativeRun): Known | undefined {
  const tests = viabilityOf(of).filter((t) => ['licensedDisposal', 'landfill', 'legalLimits'].includes(t.id))
  const failed = tests.filter((t) => t.passed === false)
  const disposal = tests.find((t) => t.id === 'licensedDisposal')
  if (failed.length === 0 && disposal?.passed == null) return undefined
  const told = failed.length > 0 ? failed : tests.filter((t) => t.passed === true)
  return { met: failed.length === 0, because: screeningWords.joined(told.map((t) => t.message)) }
}

/** Targets of the goals that the alternative serves (all, where it names none) whose indicator is a line of the book. */
function goalsKnown(of: AlternativeRun): Known | undefined {
  const { scenario, places } = of
  const served = places.alternative.goals
  const goals = (scenario.plan?.goals ?? []).filter((g) => served.length === 0 || served.includes(g.id))
  let measured = 0
  for (const { id, objective, indicator, baseline, targets } of goals) {
    for (const [year, target] of Object.entries(targets ?? {})) {
      const value = indicator === undefined ? null : indicatorValue(of, indicator, year)
      if (value === null) continue
      measured += 1
      const wantsLess = baseline !== undefined && target < baseline
      const slack = 1e-9 * Math.max(1, Math.abs(target))
      if (wantsLess ? value > target + slack : value < target - slack)
        return {
          met: false,
          because: screeningWords.goalMissed({ goal: objective ?? id, year: Number(year), value, target }),
        }
    }
  }
  return measured === 0 ? undefined : { met: true, because: screeningWords.goalsMet(measured) }
}

function indicatorValue(of: AlternativeRun, indicator: string, year: string): number | null {
  for (const text of [`${indicator}:${year}`, indicator]) {
    const read = readFigure(of, text, '')
    if (read.ok) return read.figure.read(of)
  }
  return null
}
