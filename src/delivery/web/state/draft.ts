import type { Document } from './api.ts'

/** What is kept on this computer before anything goes over the network. */
export interface Draft {
  readonly document: Document
  readonly id?: string | undefined
  readonly etag?: string | undefined
  readonly version?: number | undefined
  readonly savedAt: number
}
export interface KeptDraft {
  readonly key: string
  readonly draft: Draft
}

const prefix = 'pfv:draft:'
const tabName = 'pfv:tab'

/** Two tabs on one stored plan keep their work apart, so that neither overwrites what the other has not saved yet. */
function tab(): string {
  const known = sessionStorage.getItem(tabName)
  if (known !== null) return known
  const made = Math.random().toString(36).slice(2, 10)
  sessionStorage.setItem(tabName, made)
  return made
}

const placeOf = (key: string): string => (key.startsWith('stored:') ? `${prefix}${key}@${tab()}` : prefix + key)
const keyOf = (place: string): string => place.slice(prefix.length).split('@')[0] ?? ''
const places = (): string[] => Object.keys(localStorage).filter((place) => place.startsWith(prefix))

/** False where the browser refuses (full, private window): the page then says that only the service has it. */
export function keepDraft(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(placeOf(key), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** This tab's own draft; else the newest that another tab left, which becomes this tab's. */
export function readDraft(key: string): Draft | undefined {
  const own = draftAt(placeOf(key))
  if (own !== undefined) return own
  const left = places()
    .filter((place) => keyOf(place) === key)
    .map((place) => ({ place, draft: draftAt(place) }))
    .sort((a, b) => (b.draft?.savedAt ?? 0) - (a.draft?.savedAt ?? 0))
  const newest = left[0]
  if (newest?.draft === undefined) return undefined
  if (keepDraft(key, newest.draft)) localStorage.removeItem(newest.place)
  return newest.draft
}

export function draftOfText(text: string | null): Draft | undefined {
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Draft
  } catch {
    return undefined
  }
}

const draftAt = (place: string): Draft | undefined => draftOfText(localStorage.getItem(place))

export const dropDraft = (key: string): void => localStorage.removeItem(placeOf(key))

/** Every draft on this computer, the newest first. */
export const keptDrafts = (): KeptDraft[] =>
  places()
    .flatMap((place) => {
      const draft = draftAt(place)
      return draft === undefined ? [] : [{ key: keyOf(place), draft }]
    })
    .sort((a, b) => b.draft.savedAt - a.draft.savedAt)

/** Makes room for a plan that only this computer has; gives back its key in the address. */
export function newDraft(document: Document): string {
  const key = `draft:${Date.now().toString(36)}`
  keepDraft(key, { document, savedAt: Date.now() })
  return key
}

/** Another tab wrote the same plan that only this computer has. */
export function watchDrafts(hear: (key: string, was: Draft | undefined, is: Draft | undefined) => void): void {
  addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (key?.startsWith(prefix) === true && !key.includes('@')) {
      hear(keyOf(key), draftOfText(oldValue), draftOfText(newValue))
    }
  })
}
