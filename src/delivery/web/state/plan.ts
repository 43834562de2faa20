import { completenessOf } from '../../../study/diagnosis/completeness.ts'
import type { Result } from '../../../study/result.ts'
import type { Money } from './address.ts'
import { addressStore } from './address.ts'
import type { Document, NumeralFilling, PlanProblem } from './api.ts'
import { ApiProblem, evaluate, example, readStored } from './api.ts'
import type { Draft } from './draft.ts'
import { keepDraft, readDraft } from './draft.ts'
import { createStore, useStore } from './store.ts'

/** `saved` nothing to do · `dirty` waits to be saved · `saving` · `offline` kept here · `conflict` another tab saved · `refused` the service does not take it · `local` an example or draft, not stored */
export type Saving = 'local' | 'saved' | 'dirty' | 'saving' | 'offline' | 'conflict' | 'refused'

/** The open plan. `key` is what the address holds: `example:<name>`, `stored:<id>` or `draft:<key>`. */
export interface OpenPlan {
  readonly key: string
  readonly document: Document
  readonly id?: string | undefined
  readonly etag?: string | undefined
  readonly version?: number | undefined
  readonly saving: Saving
  /** The version that another tab saved, while `saving` is `conflict`. */
  readonly theirs?: { readonly document: Document; readonly etag: string; readonly version: number } | undefined
}

/** What is known of the open plan; `result` stays the last good one while problems stand. */
export interface Study {
  readonly state: 'idle' | 'working' | 'ready' | 'failed'
  readonly result?: Result | undefined
  /** The document that `result` is of. */
  readonly of?: Document | undefined
  /** The pesos that `result` is in: the address may already ask for others. */
  readonly money?: Money | undefined
  readonly problems: readonly PlanProblem[]
  readonly numerals: readonly NumeralFilling[]
  readonly failure?: ApiProblem | undefined
}

const nothing: Study = { state: 'idle', problems: [], numerals: [] }
export const planStore = createStore<OpenPlan | undefined>(undefined)
export const studyStore = createStore<Study>(nothing)
export const openFailure = createStore<ApiProblem | undefined>(undefined)

export const usePlan = (): OpenPlan | undefined => useStore(planStore)
export const useStudy = (): Study => useStore(studyStore)

/** Opens what the address names; an unsaved draft on this computer comes before what the service has. */
export async function openPlan(key: string): Promise<void> {
  if (planStore.get()?.key === key) return
  planStore.set(undefined)
  studyStore.set(nothing)
  openFailure.set(undefined)
  try {
    const plan = await readPlan(key)
    if (addressStore.get().plan !== key) return
    planStore.set(plan)
    await restudy()
  } catch (error) {
    openFailure.set(error instanceof ApiProblem ? error : lost(error))
  }
}

const lost = (error: unknown): ApiProblem => new ApiProblem(404, { title: 'Plan', detail: String(error) })

async function readPlan(key: string): Promise<OpenPlan> {
  const [kind, name = ''] = key.split(/:(.*)/s)
  const draft = readDraft(key)
  if (draft !== undefined) return { key, ...planOf(draft) }
  if (kind === 'example') return { key, document: await example(name), saving: 'local' }
  if (kind === 'stored') return { key, ...(await readStored(name)), saving: 'saved' }
  throw new ApiProblem(404, { title: 'Plan', detail: key })
}

const planOf = ({ document, id, etag, version }: Draft): Omit<OpenPlan, 'key'> => ({
  document,
  id,
  etag,
  version,
  saving: id === undefined ? 'local' : 'dirty',
})

let underWay: AbortController | undefined

/** Asks the service again for everything about the open plan; a later call stops an earlier one. */
export async function restudy(): Promise<void> {
  const document = planStore.get()?.document
  if (document === undefined) return
  underWay?.abort()
  underWay = new AbortController()
  const { signal } = underWay
  // Known here, so that a plan half typed or without a service shows what it lacks as well.
  const numerals = completenessOf(document)
  studyStore.set((last) => ({ ...last, state: 'working', numerals, failure: undefined }))
  try {
    const { money } = addressStore.get()
    const result = await evaluate(document, signal)
    studyStore.set({ state: 'ready', result, of: document, money, problems: [], numerals })
  } catch (error) {
    if (signal.aborted) return
    const failure = error instanceof ApiProblem ? error : lost(error)
    studyStore.set((last) => ({ ...last, state: 'failed', problems: failure.errors, failure }))
  }
}

/** Money and language change what the service answers. */
export function followAddress(): void {
  let last = addressStore.get()
  addressStore.listen((next) => {
    const same = next.money === last.money && next.locale === last.locale
    last = next
    if (!same) void restudy()
  })
}

/** Keeps the plan on this computer; called before anything goes over the network. */
export function keepHere({ key, document, id, etag, version }: OpenPlan): boolean {
  return keepDraft(key, { document, id, etag, version, savedAt: Date.now() })
}

/** Problems that stand at a place of the document or inside it. */
export const problemsAt = (problems: readonly PlanProblem[], pointer: string): PlanProblem[] =>
  problems.filter((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))
