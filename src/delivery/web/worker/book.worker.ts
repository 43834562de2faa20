import { applyPatch } from '../../../scenario/patch.ts'
import { pointerTokens } from '../../../scenario/pointer.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { evaluate } from '../../../study/evaluate.ts'
import type { Explorer, Move } from '../../../study/explore.ts'
import { prepareExplorer } from '../../../study/explore.ts'
import { readPlan } from '../../../study/read-plan.ts'
import { withValue } from '../../../study/sensitivity/inputs.ts'
import type { Asked, QuestionName, Questions, SliderId, Told } from './protocol.ts'
import type { Moving } from './sliders.ts'
import { movesOf, slidersOf } from './sliders.ts'

/** The worker's own end of the line; the page's types know only windows. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null
  postMessage: (told: Told) => void
}

interface Bench {
  readonly document: unknown
  readonly scenario: Scenario
  readonly explorer: Explorer
  readonly moving: readonly Moving[]
  /** The last moves that were taken. */
  standing: readonly Move[]
}
let prepared: Bench | undefined

function bench(): Bench {
  if (prepared === undefined) throw new Error('prepare first')
  return prepared
}

type Answers = { [N in QuestionName]: (asked: Questions[N]['asked']) => Questions[N]['answered'] }

const answers: Answers = {
  prepare: ({ document, lines, locale }) => {
    const scenario = scenarioOf(document)
    const explorer = prepareExplorer(scenario, { lines, locale })
    const moving = slidersOf(scenario, locale)
    prepared = { document, scenario, explorer, moving, standing: [] }
    // The first rehearsals take longest, and nobody moves a slider before it is there.
    for (const { slider } of moving.slice(0, 2)) rehearse(prepared, slider.id)
    return { snapshot: explorer.move([]), sliders: moving.map(({ slider }) => slider) }
  },
  slide: ({ positions }) => {
    const at = bench()
    const moves = movesOf(at.scenario, at.moving, positions)
    const snapshot = at.explorer.move(moves)
    if (snapshot.problems.length === 0) at.standing = moves
    return snapshot
  },
  rehearse: ({ id }) => rehearse(bench(), id),
  applied: ({ positions }) => {
    const { document, scenario, moving } = bench()
    return movesOf(scenario, moving, positions).reduce(
      (changed, { pointer, value }) => withValue(changed, pointerTokens(pointer) ?? [], value),
      document,
    )
  },
  patched: ({ document, patch }) => {
    const direct = applyPatch(document, patch)
    if (direct.ok) return direct.document
    // A patch of the plan as it was read speaks of places that the document leaves to their defaults.
    const filled = applyPatch(scenarioOf(document), patch)
    return filled.ok ? filled.document : undefined
  },
  evaluate: ({ document, locale }) => evaluate(scenarioOf(document), { document, locale }),
}

/** Moves a slider by a step and puts back what stood: formulas are compiled when they are first worked out anew. */
function rehearse({ scenario, explorer, moving, standing }: Bench, id: SliderId): undefined {
  const step = moving.find(({ slider }) => slider.id === id)?.slider.step ?? 0
  explorer.move(movesOf(scenario, moving, { [id]: step }))
  explorer.move(standing)
}

function scenarioOf(document: unknown): Scenario {
  const read = readPlan(document)
  if (read.ok) return read.scenario
  throw new Error(read.problems[0]?.es ?? 'scenario')
}

const answerOf = <N extends QuestionName>({ name, asked }: Asked<N>): Questions[N]['answered'] => answers[name](asked)

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage({ id: data.id, ok: true, answered: answerOf(data) })
  } catch (error) {
    scope.postMessage({ id: data.id, ok: false, message: error instanceof Error ? error.message : String(error) })
  }
}
