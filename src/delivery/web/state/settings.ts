import { createStore, useStore } from './store.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'
const key = 'pfv:theme'

const kept = globalThis.localStorage?.getItem(key)
export const themeStore = createStore<ThemeChoice>(kept === 'light' || kept === 'dark' ? kept : 'system')

const scheme = globalThis.matchMedia?.('(prefers-color-scheme: dark)')
/** Asked once and then listened to: charts ask for the theme at every move of a slider. */
const systemDark = createStore(scheme?.matches ?? false)
scheme?.addEventListener('change', ({ matches }) => systemDark.set(matches))

/** What is drawn now; charts need to know. */
export function useTheme(): 'light' | 'dark' {
  const choice = useStore(themeStore)
  const dark = useStore(systemDark)
  return choice === 'system' ? (dark ? 'dark' : 'light') : choice
}

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(key)
  else localStorage.setItem(key, choice)
  themeStore.set(choice)
}

/** Keeps the root element in step with the choice. */
export function followTheme(): void {
  const show = (choice: ThemeChoice): void => {
    if (choice === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = choice
  }
  show(themeStore.get())
  themeStore.listen(show)
}
