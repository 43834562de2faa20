import { getPointer, pointerTokens } from '../../../scenario/pointer.ts'
import { addressStore, go } from './address.ts'
import type { Document } from './api.ts'
import { ApiProblem, createStored, readStored, replaceStored } from './api.ts'
import { dropDraft, keepDraft, readDraft, watchDrafts } from './draft.ts'
import type { OpenPlan } from './plan.ts'
import { keepHere, planStore, restudy } from './plan.ts'
import { createStore, useStore } from './store.ts'

interface Past {
  readonly undo: readonly Document[]
  readonly redo: readonly Document[]
}

const mostSteps = 200
const saveAfterMs = 1200
const studyAfterMs = 250
const retryAfterMs = 5000
const pastStore = createStore<Past>({ undo: [], redo: [] })

export const usePast = (): { canUndo: boolean; canRedo: boolean } => {
  const { undo, redo } = useStore(pastStore)
  return { canUndo: undo.length > 0, canRedo: redo.length > 0 }
}

/** A value for a place of the document; undefined takes it away. */
export type Change = readonly [pointer: string, value: unknown]

const oneStepMs = 1500
let lastEdit: { readonly pointer: string; readonly at: number } | undefined

/** Puts a value at a place of the document (undefined takes it away); kept, studied and saved by itself. */
export function edit(pointer: string, value: unknown): void {
  const plan = planStore.get()
  if (plan === undefined || Object.is(getPointer(plan.document, pointer), value)) return
  const now = Date.now()
  // What is typed in one go is one step of the history, not one for each key.
  const goesOn = lastEdit?.pointer === pointer && now - lastEdit.at < oneStepMs
  const document = withValueAt(plan.document, pointerTokens(pointer) ?? [], value) as Document
  if (goesOn) take(plan, document)
  else replaceDocument(document)
  lastEdit = { pointer, at: now }
}

/** Many places at once, as one step of the history: a block that was pasted. */
export function editMany(changes: readonly Change[]): void {
  const plan = planStore.get()
  if (plan === undefined || changes.length === 0) return
  const put = (document: unknown, [pointer, value]: Change): unknown =>
    withValueAt(document, pointerTokens(pointer) ?? [], value)
  replaceDocument(changes.reduce(put, plan.document) as Document)
}

/** Takes a whole new document as one step of the history: a patch that was applied, an import. */
export function replaceDocument(document: Document): void {
  const plan = planStore.get()
  if (plan === undefined) return
  lastEdit = undefined
  pastStore.set(({ undo }) => ({ undo: [...undo, plan.document].slice(-mostSteps), redo: [] }))
  take(plan, document)
}

export function undo(): void {
  step('undo', 'redo')
}

export function redo(): void {
  step('redo', 'undo')
}

function step(from: keyof Past, to: keyof Past): void {
  const plan = planStore.get()
  const past = pastStore.get()
  const document = past[from].at(-1)
  if (plan === undefined || document === undefined) return
  lastEdit = undefined
  pastStore.set({ ...past, [from]: past[from].slice(0, -1), [to]: [...past[to], plan.document] })
  take(plan, document)
}

/** False where this browser keeps no drafts: then only the service has the work. */
export const keptStore = createStore(true)

const forgetPast = (): void => pastStore.set({ undo: [], redo: [] })

let studyTimer: ReturnType<typeof setTimeout> | undefined
let saveTimer: ReturnType<typeof setTimeout> | undefined

function take(plan: OpenPlan, document: Document): void {
  const saving = plan.saving === 'conflict' ? 'conflict' : plan.id === undefined ? 'local' : 'dirty'
  const next: OpenPlan = { ...plan, document, saving }
  keptStore.set(keepHere(next))
  planStore.set(next)
  clearTimeout(studyTimer)
  studyTimer = setTimeout(() => void restudy(), studyAfterMs)
  if (saving === 'dirty') saveSoon(saveAfterMs)
}

function saveSoon(delay: number): void {
  clearTimeout(saveTimer)
  saveTimer = setTimeout(() => void save(), delay)
}

let running = false

/** Saves the open plan; what cannot be saved stays on this computer and is tried again. */
export async function save(): Promise<void> {
  const plan = planStore.get()
  if (plan?.id === undefined || plan.saving === 'conflict') return
  // Two writes at once would make the second one fail on the first one's tag.
  if (running) return saveSoon(saveAfterMs)
  running = true
  const { key, id, document, etag = '' } = plan
  change(key, { saving: 'saving' })
  try {
    const stored = await replaceStored(id, document, etag)
    settled(key, document, { id, etag: stored.etag, version: stored.version })
  } catch (error) {
    await notSaved(key, id, error)
  } finally {
    running = false
  }
  if (planStore.get()?.saving === 'dirty') saveSoon(saveAfterMs)
}

/** The service has this document now; what was typed since then waits for the next turn. */
function settled(
  key: string,
  document: Document,
  { id, etag, version }: Required<Pick<OpenPlan, 'id' | 'etag' | 'version'>>,
) {
  const clean = planStore.get()?.document === document
  change(key, { etag, version, saving: clean ? 'saved' : 'dirty' })
  const now = planStore.get()
  if (clean) return dropDraft(key)
  if (now?.key === key) return void keepHere(now)
  // Another plan was opened meanwhile: its draft must not come back as work that was never saved.
  const draft = readDraft(key)
  if (draft === undefined) return
  if (same(draft.document, document)) dropDraft(key)
  else keepDraft(key, { ...draft, id, etag, version })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

async function notSaved(key: string, id: string, error: unknown): Promise<void> {
  const status = error instanceof ApiProblem ? error.status : 0
  if (status === 412) {
    const theirs = await readStored(id).catch(() => undefined)
    const mine = planStore.get()?.document
    // Both tabs wrote the same: there is nothing to choose.
    if (theirs !== undefined && same(theirs.document, mine)) {
      return settled(key, mine ?? {}, { id, etag: theirs.etag, version: theirs.version })
    }
    if (theirs !== undefined) return change(key, { saving: 'conflict', theirs })
  }
  const passes = status === 0 || status === 412 || status >= 500 || status === 429
  change(key, { saving: passes ? 'offline' : 'refused' })
  if (passes) saveSoon(retryAfterMs)
}

function change(key: string, members: Partial<OpenPlan>): void {
  planStore.set((plan) => (plan?.key === key ? { ...plan, ...members } : plan))
}

/** Ends a conflict: `mine` overwrites knowingly, `theirs` takes the other tab's version (mine stays one undo away). */
export function settle(choice: 'mine' | 'theirs'): void {
  const plan = planStore.get()
  if (plan?.theirs === undefined) return
  const { document, etag, version } = plan.theirs
  const here = plan.id === undefined
  const base: OpenPlan = here
    ? { ...plan, theirs: undefined, saving: 'local' }
    : { ...plan, etag, version, theirs: undefined, saving: 'dirty' }
  if (choice === 'mine') {
    planStore.set(base)
    keepHere(base)
    void save()
    return
  }
  pastStore.set(({ undo: steps }) => ({ undo: [...steps, plan.document], redo: [] }))
  if (!here) dropDraft(plan.key)
  planStore.set({ ...base, document, saving: here ? 'local' : 'saved' })
  void restudy()
}

/** Stores a copy of a document and opens it; the address follows. Gives back the plan's key. */
export async function storeCopy(document: Document): Promise<string> {
  const stored = await createStored(document)
  const key = `stored:${stored.id}`
  const { view } = addressStore.get()
  go({ plan: key, view: view === 'start' ? 'summary' : view })
  return key
}

/** What only this computer has goes to the service; the draft is dropped once it is there. */
export async function storeOpen(): Promise<void> {
  const plan = planStore.get()
  if (plan === undefined || plan.id !== undefined) return
  await storeCopy(plan.document)
  dropDraft(plan.key)
}

/** Called once: a connection that comes back, a plan that is opened, another tab on the same draft. */
export function watchConnection(): void {
  addEventListener('online', () => {
    if (planStore.get()?.saving === 'offline') void save()
  })
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || planStore.get() === undefined) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) redo()
    else undo()
  })
  addEventListener('beforeunload', (event) => {
    if (!keptStore.get() && planStore.get()?.saving !== 'saved') event.preventDefault()
  })
  let key: string | undefined
  planStore.listen((plan) => {
    if (plan === undefined || plan.key === key) return
    key = plan.key
    // One plan's past must never come back in another plan.
    forgetPast()
    clearTimeout(saveTimer)
    if (plan.saving === 'dirty') saveSoon(saveAfterMs)
  })
  watchDrafts((changed, was, is) => {
    const plan = planStore.get()
    if (plan?.key !== changed || is === undefined || same(is.document, plan.document)) return
    if (was !== undefined && !same(was.document, plan.document)) {
      return planStore.set({ ...plan, saving: 'conflict', theirs: { document: is.document, etag: '', version: 0 } })
    }
    planStore.set({ ...plan, document: is.document })
    void restudy()
  })
}

/** A copy with a value at a place; lists and objects on the way are copied, the rest is shared. */
function withValueAt(holder: unknown, tokens: readonly string[], value: unknown): unknown {
  const [token, ...rest] = tokens
  if (token === undefined) return value
  // Places of a list have at most three digits; longer ones are years.
  if (Array.isArray(holder) || (holder === undefined && /^(-|\d{1,3})$/.test(token))) {
    const copy: unknown[] = Array.isArray(holder) ? [...(holder as unknown[])] : []
    const at = token === '-' ? copy.length : Number(token)
    if (rest.length === 0 && value === undefined) copy.splice(at, 1)
    else copy[at] = withValueAt(copy[at], rest, value)
    return copy
  }
  const copy: Record<string, unknown> = { ...(holder as Record<string, unknown> | undefined) }
  if (rest.length === 0 && value === undefined) delete copy[token]
  else copy[token] = withValueAt(copy[token], rest, value)
  return copy
}
