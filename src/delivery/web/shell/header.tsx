import { addressStore, go, useAddress } from '../state/address.ts'
import { settle } from '../state/edit.ts'
import { usePlan } from '../state/plan.ts'
import type { ThemeChoice } from '../state/settings.ts'
import { chooseTheme, themeStore } from '../state/settings.ts'
import { useStore } from '../state/store.ts'
import { useWords } from '../state/words.ts'
import { Download } from './download.tsx'
import { PlanMenu } from './plan-menu.tsx'

export function Header() {
  const words = useWords()
  const { view, money, locale } = useAddress()
  const plan = usePlan()
  const open = view === 'start' ? undefined : plan
  const theme = useStore(themeStore)
  return (
    <header class="header">
      <a
        class="home"
        href="/"
        onClick={(event) => {
          event.preventDefault()
          go({ ...addressStore.get(), plan: undefined, view: 'start', explain: undefined, own: {} })
        }}
      >
        {words.product}
      </a>
      {open !== undefined && <PlanMenu plan={open} />}
      <span class="space" />
      {open !== undefined && (
        <select
          aria-label={words.money.label}
          value={money}
          onChange={({ currentTarget }) => go({ money: currentTarget.value === 'baseYear' ? 'baseYear' : 'current' })}
        >
          <option value="current">{words.money.current}</option>
          <option value="baseYear">{words.money.baseYear}</option>
        </select>
      )}
      <select
        aria-label={words.language}
        value={locale}
        onChange={({ currentTarget }) => go({ locale: currentTarget.value === 'en' ? 'en' : 'es' }, 'replace')}
      >
        <option value="es">es</option>
        <option value="en">en</option>
      </select>
      <select
        aria-label={words.theme.label}
        value={theme}
        onChange={({ currentTarget }) => chooseTheme(currentTarget.value as ThemeChoice)}
      >
        {(['system', 'light', 'dark'] as const).map((choice) => (
          <option key={choice} value={choice}>
            {words.theme[choice]}
          </option>
        ))}
      </select>
      {open !== undefined && <Download plan={open} />}
      {open?.theirs !== undefined && <Conflict version={open.theirs.version} />}
    </header>
  )
}

function Conflict({ version }: { version: number }) {
  const { conflict } = useWords()
  return (
    <section class="conflict" role="alert">
      <strong>{conflict.title}</strong> {conflict.detail}{' '}
      <button type="button" onClick={() => settle('mine')}>
        {conflict.mine}
      </button>
      <button type="button" onClick={() => settle('theirs')}>
        {conflict.theirs(version)}
      </button>
    </section>
  )
}
