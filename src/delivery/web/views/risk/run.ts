import type { Document } from '../../state/api.ts'
import { ApiProblem } from '../../state/api.ts'
import { usePlan } from '../../state/plan.ts'
import { createStore, useStore } from '../../state/store.ts'

/** A study that was asked for; its answer stays while the page is open, however the tabs change. */
interface Run {
  readonly working: boolean
  /** 0 to 1; undefined where the service does not say how far it is. */
  readonly done?: number | undefined
  readonly answer?: unknown
  /** The document that the answer is of. */
  readonly of?: Document | undefined
  readonly problem?: ApiProblem | undefined
}

const runs = createStore<Readonly<Record<string, Run>>>({})
const stops = new Map<string, AbortController>()
const still: Run = { working: false }

const change = (key: string, members: Partial<Run>): void =>
  runs.set((all) => ({ ...all, [key]: { ...(all[key] ?? still), ...members } }))

/** How a study is asked: `tell` takes how far it is. */
export type Asking<T> = (asked: {
  readonly document: Document
  readonly signal: AbortSignal
  readonly tell: (done: number) => void
}) => Promise<T>

export interface Running<T> {
  readonly working: boolean
  readonly done: number | undefined
  readonly answer: T | undefined
  /** The plan has changed since. */
  readonly stale: boolean
  readonly problem: ApiProblem | undefined
  readonly start: () => void
  readonly stop: () => void
}

/** One study of the open plan by its name. */
export function useRun<T>(name: string, asking: Asking<T>): Running<T> {
  const plan = usePlan()
  const key = `${plan?.key} ${name}`
  const run = useStore(runs)[key] ?? still
  return {
    working: run.working,
    done: run.done,
    answer: run.answer as T | undefined,
    stale: run.answer !== undefined && run.of !== plan?.document,
    problem: run.problem,
    start: () => {
      if (plan !== undefined) void begin(key, plan.document, asking)
    },
    stop: () => stops.get(key)?.abort(),
  }
}

async function begin<T>(key: string, document: Document, asking: Asking<T>): Promise<void> {
  stops.get(key)?.abort()
  const stop = new AbortController()
  stops.set(key, stop)
  change(key, { working: true, done: undefined, problem: undefined })
  try {
    const answer = await asking({ document, signal: stop.signal, tell: (done) => change(key, { done }) })
    if (stops.get(key) === stop) change(key, { working: false, answer, of: document })
  } catch (error) {
    if (stops.get(key) !== stop) return
    const problem = error instanceof ApiProblem ? error : new ApiProblem(500, { title: '', detail: String(error) })
    change(key, { working: false, problem: stop.signal.aborted ? undefined : problem })
  }
}
