import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Address, ViewName } from '../state/address.ts'
import { go, hrefOf, useAddress } from '../state/address.ts'
import { useStudy } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { chapterStates } from './chapters.ts'

const dots = { complete: '●', partial: '◐', empty: '○' } as const

/** A link that a plain click follows inside the page. */
function Go({ to, current, children }: { to: Partial<Address>; current: boolean; children: ComponentChildren }) {
  return (
    <a
      href={hrefOf(to)}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}

/** The plan's chapters in the resolution's order, each with how full it is and how much is to be corrected. */
export function Rail() {
  const words = useWords()
  const { view, chapter } = useAddress()
  const { numerals, problems } = useStudy()
  const [open, turn] = useState(false)
  useEffect(() => turn(false), [view, chapter])
  return (
    <nav class="rail" aria-label={words.menu}>
      <button
        type="button"
        class="rail-button"
        aria-expanded={open}
        aria-controls="rail-list"
        onClick={() => turn(!open)}
      >
        ☰ {view === 'chapter' ? `${chapter ?? 1} ${words.chapters[(chapter ?? 1) - 1]}` : words.menu}
      </button>
      <ol id="rail-list" class={open ? 'open' : undefined}>
        {chapterStates(numerals, problems).map((state) => (
          <li key={state.number}>
            <Go
              to={{ view: 'chapter', chapter: state.number, own: {} }}
              current={view === 'chapter' && chapter === state.number}
            >
              <span>
                {state.number} {words.chapters[state.number - 1]}
              </span>
              <span class="space" />
              {state.problems > 0 && (
                <span class="count">
                  {state.problems}
                  <span class="unseen"> {words.problems(state.problems)}</span>
                </span>
              )}
              <span aria-hidden="true">{dots[state.fill]}</span>
              <span class="unseen">{words.fill[state.fill]}</span>
            </Go>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const tabs = ['summary', 'compare', 'explore', 'statements', 'risk', 'tracking'] as const satisfies readonly ViewName[]

export function Tabs() {
  const words = useWords()
  const { view } = useAddress()
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a narrow screen the bar scrolls by itself; the page must not.
    const current = bar.current?.querySelector<HTMLElement>('[aria-current]')
    if (current && bar.current) bar.current.scrollLeft = current.offsetLeft - bar.current.offsetLeft - 16
  }, [view])
  return (
    <nav class="tabs" aria-label={words.product} ref={bar}>
      {tabs.map((name) => (
        <Go key={name} to={{ view: name, chapter: undefined, own: {} }} current={view === name}>
          {words.views[name]}
        </Go>
      ))}
    </nav>
  )
}
