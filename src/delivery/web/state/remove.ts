import type { Document } from './api.ts'
import { createStored, deleteStored } from './api.ts'
import { dropDraft, keepDraft } from './draft.ts'
import type { OpenPlan } from './plan.ts'
import { planStore } from './plan.ts'
import { createStore } from './store.ts'

/** A plan that was just deleted, and the way to have it again. */
export interface Gone {
  readonly name: string
  readonly back: () => Promise<void>
}

/** Told on the first page, wherever the plan was deleted. */
export const goneStore = createStore<Gone | undefined>(undefined)

/** Deletes a plan of the service; what comes back is the document, as a new plan. */
export async function removeStored(id: string, document: Document, name: string): Promise<void> {
  await deleteStored(id)
  goneStore.set({
    name,
    back: async () => {
      await createStored(document)
    },
  })
}

/** Deletes a plan of this computer, or what was changed in an example. */
export function removeDraft(key: string, document: Document, name: string): void {
  dropDraft(key)
  goneStore.set({ name, back: async () => void keepDraft(key, { document, savedAt: Date.now() }) })
}

/** Deletes the open plan with all that was typed in it; throws an ApiProblem and keeps everything where the service does not. */
export async function removeOpen({ key, id, document }: OpenPlan, name: string): Promise<void> {
  if (id === undefined) removeDraft(key, document, name)
  else await removeStored(id, document, name)
  dropDraft(key)
  planStore.set(undefined)
}
