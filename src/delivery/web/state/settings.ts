import { createStore, useStore } from './store.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'
const key = 'pfv:theme'

const kept = globalThis.localStorage?.getItem(key)
export const themeStore = createStore<ThemeChoice>(kept === 'light' || kept === 'dark' ? kept : 'system')

const systemDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches

/** What is drawn now; charts need to know. */
export const drawnTheme = (choice: ThemeChoice): 'light' | 'dark' =>
  choice === 'system' ? (systemDark() ? 'dark' : 'light') : choice

export const useTheme = (): 'light' | 'dark' => drawnTheme(useStore(themeStore))

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
