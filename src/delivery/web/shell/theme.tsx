import type { ThemeChoice } from '../state/settings.ts'
import { chooseTheme, themeStore } from '../state/settings.ts'
import { useStore } from '../state/store.ts'
import { useWords } from '../state/words.ts'

const after: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' }

/** What each choice looks like: half a disc, a sun, a moon. */
const drawings: Readonly<Record<ThemeChoice, string>> = {
  system: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12M8 2v12M8 5h3.5M8 8h5.5M8 11h3.5',
  light:
    'M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5L13 13M3 13l1.5-1.5M11.5 4.5L13 3',
  dark: 'M13 10A6 6 0 1 1 6.5 2.5A5 5 0 0 0 13 10z',
}

/** One button for three choices: as the system, light, dark. */
export function Theme() {
  const { theme: words } = useWords()
  const choice = useStore(themeStore)
  return (
    <button
      type="button"
      class="square theme"
      aria-label={`${words.label}: ${words[choice]}`}
      title={`${words.label}: ${words[choice]}`}
      onClick={() => chooseTheme(after[choice])}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={drawings[choice]} />
      </svg>
    </button>
  )
}
