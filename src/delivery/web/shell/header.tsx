import { useChosen } from '../parts/pick.tsx'
import { addressStore, go, useAddress } from '../state/address.ts'
import { settle } from '../state/edit.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Download } from './download.tsx'
import { PlanMenu } from './plan-menu.tsx'
import { Theme } from './theme.tsx'

export function Header() {
  const words = useWords()
  const { view, money, locale } = useAddress()
  const plan = usePlan()
  const open = view === 'start' ? undefined : plan
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
        {open === undefined ? (
          words.product
        ) : (
          <>
            <span class="wide">{words.product}</span>
            <span class="narrow">‹ {words.plans}</span>
          </>
        )}
      </a>
      {open !== undefined && <PlanMenu plan={open} />}
      {open !== undefined && <OnPaper />}
      <span class="space" />
      {open !== undefined && (
        <select
          class="money"
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
      <Theme />
      {open !== undefined && <Download plan={open} />}
      {open?.theirs !== undefined && <Conflict version={open.theirs.version} />}
    </header>
  )
}

/** What the hidden controls would say: on paper nobody can ask which alternative and which pesos. */
function OnPaper() {
  const words = useWords()
  const { money } = useAddress()
  const { alternative } = useChosen()
  return <span class="only-print">{[alternative?.name, words.money[money]].filter(Boolean).join(' · ')}</span>
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
