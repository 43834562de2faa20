import type { Entry, Line, Method } from '../formula/entry.ts'
import { Fault } from '../formula/interpret.ts'
import type { Plan } from '../formula/kernel/plan.ts'
import { planBook } from '../formula/kernel/plan.ts'
import { bind } from '../model/bind.ts'
import { book } from '../model/book.ts'
import { placesOf } from '../model/places.ts'
import { isObject } from '../scenario/fields.ts'
import { getPointer, pointerTokens } from '../scenario/pointer.ts'
import type { Problem } from '../scenario/problem.ts'
import { readScenario } from '../scenario/read.ts'
import { brokenRules } from '../scenario/rules.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { scenarioSchema } from '../scenario/scenario.ts'
import type { Locale } from '../text/numbers.ts'
import { studyProblems, trialWords } from '../text/studies/sensitivity.ts'
import { criteriaOf, failedScreening } from './criteria.ts'
import type { Contender } from './ranking.ts'
import { rank } from './ranking.ts'
import { singleFigures } from './reading/catalogue.ts'
import { lineOf } from './reading/lines.ts'
import { entriesRead } from './reading/watched.ts'
import type { AlternativeResult, Ranking, ResultLine } from './result.ts'
import type { AlternativeRun } from './run.ts'
import { figureOf, orNull } from './run.ts'
import { refusal, withValue } from './sensitivity/inputs.ts'
import { isViable, viabilityOf } from './viability.ts'

/** A value to stand at a place of the document. */
export interface Move {
  readonly pointer: string
  readonly value: unknown
}

/** What a page shows of one alternative while its inputs move. */
export interface SnapshotAlternative {
  readonly id: string
  readonly name: string
  readonly viable: boolean
  /** Figures of the whole plan by id; null where undefined. */
  readonly figures: Readonly<Record<string, number | null>>
  readonly criteria: AlternativeResult['criteria']
  readonly viability: AlternativeResult['viability']
  /** The lines asked for, by id, as in a result. */
  readonly lines: Readonly<Record<string, ResultLine>>
}

export interface Snapshot {
  /** Why the moves were not taken; the rest is then as it last was. */
  readonly problems: readonly Problem[]
  readonly alternatives: readonly SnapshotAlternative[]
  readonly ranking: Ranking
}

export interface ExplorerOptions {
  /** Ids of yearly lines to show; none unless asked. */
  readonly lines?: readonly string[]
  readonly locale?: Locale
}

export interface Explorer {
  /** The whole plan with these values in the scenario that was prepared (moves do not add up from call to call). */
  readonly move: (changes: readonly Move[]) => Snapshot
}

/** One alternative bound once and re-evaluated for scenarios of the same shape, or bound again where the shape changes. */
interface Bound {
  plan: Plan | undefined
  /** The entries that a reading looks up, which alone are worked out anew. */
  readonly wanted: Set<Entry>
}

/**
 * Prepares a plan to be re-evaluated while somebody moves its inputs: figures, criteria, ranking and viability of all
 * alternatives as `evaluate` gives them for the base, without the rest of a result. Pure. Throws RangeError for an id that is no yearly line.
 */
export function prepareExplorer(scenario: Scenario, { lines = [], locale = 'es' }: ExplorerOptions = {}): Explorer {
  const shown = lines.map(yearlyLine)
  const bounds = scenario.alternatives.map((): Bound => ({ plan: undefined, wanted: new Set(shown) }))
  let last = snapshotOf(scenario, { bounds, shown, locale })
  return {
    move: (changes) => {
      const read = changedScenario(scenario, changes)
      if (!read.ok) return { ...last, problems: read.problems }
      try {
        last = snapshotOf(read.scenario, { bounds, shown, locale })
        return last
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        return { ...last, problems: [refusal(changes[0]?.pointer ?? '', 'beyond', trialWords.beyond(error.line))] }
      }
    },
  }
}

function yearlyLine(id: string): Line {
  const entry = book.byId.get(id)
  if (entry?.type !== 'line' || entry.axis === 'once') throw new RangeError(`${id} is not a yearly line of the book`)
  return entry
}

type Changed = { ok: true; scenario: Scenario } | { ok: false; problems: Problem[] }

/** Variants have no part in this, and a change that a variant's patch cannot follow is not refused for it. */
function changedScenario(scenario: Scenario, changes: readonly Move[]): Changed {
  const strange = changes.filter(({ pointer }) => !hasPlace(scenario, pointer))
  if (strange.length > 0) {
    const problems = strange.map(({ pointer }) =>
      refusal(pointer, 'pointer-missing', studyProblems.pointerMissing(pointer), pointer),
    )
    return { ok: false, problems }
  }
  const changed = changes.reduce<unknown>(
    (document, { pointer, value }) => withValue(document, pointerTokens(pointer) ?? [], value),
    { ...scenario, variants: [] },
  )
  const parsed = scenarioSchema.safeParse(changed)
  if (!parsed.success) {
    const read = readScenario(changed)
    return { ok: false, problems: read.ok ? [] : read.problems }
  }
  const problems = brokenRules(parsed.data)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: parsed.data }
}

/** Where a value stands, or may stand beside others. */
const hasPlace = (scenario: Scenario, pointer: string): boolean =>
  pointer !== '' &&
  (getPointer(scenario, pointer) !== undefined ||
    isObject(getPointer(scenario, pointer.slice(0, pointer.lastIndexOf('/')))))

interface Ground {
  readonly bounds: readonly Bound[]
  readonly shown: readonly Line[]
  readonly locale: Locale
}

function snapshotOf(scenario: Scenario, { bounds, shown, locale }: Ground): Snapshot {
  const readings = bounds.map((bound, index) => readingOf(scenario, { index, bound }))
  const contenders: Contender[] = []
  const alternatives = readings.map(({ of, tests, figures, criteria }): SnapshotAlternative => {
    const { id, name } = of
    const viable = isViable(tests)
    contenders.push({ id, name, viable, criteria, setAside: failedScreening(of) })
    const viability = tests.map((t) => ({ ...t, message: t.message[locale] }))
    const lines = Object.fromEntries(shown.map((line) => [line.id, lineOf(of, line)]))
    return { id, name, viable, figures: Object.fromEntries(figures), criteria, viability, lines }
  })
  return { problems: [], alternatives, ranking: rank(contenders, scenario.ranking, locale) }
}

interface Read {
  readonly of: AlternativeRun
  readonly tests: ReturnType<typeof viabilityOf>
  readonly criteria: ReturnType<typeof criteriaOf>
  readonly figures: (readonly [string, number | null])[]
}

const read = (of: AlternativeRun): Read => ({
  of,
  // The copy says each sentence now, while it is seen what is looked up for it.
  tests: viabilityOf(of).map((test) => ({ ...test, message: test.message })),
  criteria: criteriaOf(of),
  figures: singleFigures.map((e: Line | Method) => [e.id, orNull(figureOf(of, e))] as const),
})

/** Evaluates an alternative and reads it; where a judgement looks up what was not worked out, that is worked out too. */
function readingOf(scenario: Scenario, { index, bound }: { index: number; bound: Bound }): Read {
  const of = boundTo(scenario, index, bound)
  let reading: Read | undefined
  const looked = entriesRead(of, (watched) => {
    reading = read(watched)
  })
  const missing = [...looked].filter((entry) => !bound.wanted.has(entry))
  if (reading !== undefined && missing.length === 0) return { ...reading, of }
  for (const entry of missing) bound.wanted.add(entry)
  bound.plan?.only([...bound.wanted])
  bound.plan?.evaluate()
  return read(of)
}

/** An alternative with the inputs of a scenario; its plan is made again where the scenario has another shape. */
function boundTo(scenario: Scenario, index: number, bound: Bound): AlternativeRun {
  const places = placesOf(scenario, index)
  const binds = bind(places)
  const { id, name } = places.alternative
  if (bound.plan?.fits(binds.binding)) bound.plan.rebind(binds.binding)
  else {
    bound.plan = planBook(book, binds.binding)
    bound.plan.only([...bound.wanted])
  }
  const run = bound.plan.evaluate()
  return { id, name: name ?? id, scenario, document: scenario, places, bound: binds, run }
}
