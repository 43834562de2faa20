import { useRef } from 'preact/hooks'
import { chapterWords } from '../../../text/web/chapter.ts'
import { plansWords } from '../../../text/web/plans.ts'
import { go } from '../state/address.ts'
import { deleteStored } from '../state/api.ts'
import { dropDraft } from '../state/draft.ts'
import { edit, keptStore, redo, storeCopy, storeOpen, undo, usePast } from '../state/edit.ts'
import type { OpenPlan } from '../state/plan.ts'
import { planStore } from '../state/plan.ts'
import { useStore } from '../state/store.ts'
import { useLocale, useWords } from '../state/words.ts'

/** The plan's name and what can be done with the whole plan, how it is saved, and the way back. */
export function PlanMenu({ plan }: { plan: OpenPlan }) {
  const page = useWords()
  const locale = useLocale()
  const { canUndo, canRedo } = usePast()
  const kept = useStore(keptStore)
  return (
    <>
      <Menu plan={plan} />
      {plan.version !== undefined && <span class="quiet">{page.version(plan.version)}</span>}
      <span
        class={['offline', 'conflict', 'refused'].includes(plan.saving) ? 'saving told' : 'saving quiet'}
        role="status"
      >
        {kept ? page.saving[plan.saving] : chapterWords[locale].notKept}
      </span>
      <button
        type="button"
        class="square"
        disabled={!canUndo}
        aria-label={page.undo}
        title={`${page.undo} (Ctrl+Z)`}
        onClick={undo}
      >
        ↶
      </button>
      <button
        type="button"
        class="square"
        disabled={!canRedo}
        aria-label={page.redo}
        title={`${page.redo} (Ctrl+⇧+Z)`}
        onClick={redo}
      >
        ↷
      </button>
      {plan.id === undefined && !plan.key.startsWith('example:') && <Save />}
    </>
  )
}

function Save() {
  const words = chapterWords[useLocale()]
  return (
    <button type="button" class="main" onClick={() => void storeOpen().catch(() => undefined)}>
      {words.save}
    </button>
  )
}

function Menu({ plan }: { plan: OpenPlan }) {
  const locale = useLocale()
  const words = plansWords[locale].plan
  const menu = useRef<HTMLDetailsElement>(null)
  const leave = (): void => go({ plan: undefined, view: 'start', explain: undefined, chapter: undefined, own: {} })
  const close = (then: () => void) => () => {
    if (menu.current !== null) menu.current.open = false
    then()
  }
  const remove = async (): Promise<void> => {
    if (plan.id !== undefined) await deleteStored(plan.id)
    dropDraft(plan.key)
    planStore.set(undefined)
    leave()
  }
  const name = String(plan.document.name ?? '')
  return (
    <details
      class="menu plan-menu"
      ref={menu}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close(() => menu.current?.querySelector('summary')?.focus())()
      }}
    >
      <summary aria-label={`${words.menu}: ${name}`}>
        <strong class="plan-name">{name === '' ? words.menu : name}</strong> ▾
      </summary>
      <div class="choices">
        <label class="rename">
          {words.rename}
          <input type="text" value={name} onInput={({ currentTarget }) => edit('/name', currentTarget.value)} />
        </label>
        <button
          type="button"
          onClick={close(() => void storeCopy({ ...plan.document, name: `${name} (2)` }).catch(() => undefined))}
        >
          {words.duplicate}
        </button>
        {plan.id === undefined && (
          <button type="button" onClick={close(() => void storeOpen().catch(() => undefined))}>
            {chapterWords[locale].save}
          </button>
        )}
        <button type="button" onClick={close(() => go({ view: 'versions', chapter: undefined, own: {} }))}>
          {words.versions}
        </button>
        <button type="button" onClick={close(() => void remove().catch(() => undefined))}>
          {plan.key.startsWith('example:') ? words.discard : words.remove}
        </button>
      </div>
    </details>
  )
}
