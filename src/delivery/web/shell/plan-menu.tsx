import { useRef, useState } from 'preact/hooks'
import { chapterWords } from '../../../text/web/chapter.ts'
import { plansWords } from '../../../text/web/plans.ts'
import { go } from '../state/address.ts'
import { ApiProblem } from '../state/api.ts'
import { edit, keptStore, redo, storeCopy, storeOpen, undo, usePast } from '../state/edit.ts'
import type { OpenPlan } from '../state/plan.ts'
import { removeOpen } from '../state/remove.ts'
import { useStore } from '../state/store.ts'
import { useLocale, useWords } from '../state/words.ts'

/** The plan's name and what can be done with the whole plan, how it is saved, and the way back. */
export function PlanMenu({ plan }: { plan: OpenPlan }) {
  const page = useWords()
  const locale = useLocale()
  const { canUndo, canRedo } = usePast()
  const kept = useStore(keptStore)
  const [refused, refuse] = useState<Refused | undefined>()
  const run: Run = (what, act) => {
    refuse(undefined)
    act().catch((error: unknown) => refuse({ what, why: error instanceof ApiProblem ? error.message : String(error) }))
  }
  return (
    <>
      <Menu plan={plan} run={run} />
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
      {plan.id === undefined && !plan.key.startsWith('example:') && <Save run={run} />}
      {refused !== undefined && <NotDone {...refused} close={() => refuse(undefined)} />}
    </>
  )
}

interface Refused {
  readonly what: string
  readonly why: string
}
/** Does something that the service may refuse; `what` is its name in the menu. */
type Run = (what: string, act: () => Promise<unknown>) => void

function Save({ run }: { run: Run }) {
  const words = chapterWords[useLocale()]
  return (
    <button type="button" class="main" onClick={() => run(words.save, storeOpen)}>
      {words.save}
    </button>
  )
}

function NotDone({ what, why, close }: Refused & { close: () => void }) {
  const page = useWords()
  const words = plansWords[useLocale()].plan
  return (
    <section class="conflict" role="alert">
      <strong>{words.notDone(what)}</strong> {why}{' '}
      <button type="button" class="small" onClick={close}>
        {page.close}
      </button>
    </section>
  )
}

function Menu({ plan, run }: { plan: OpenPlan; run: Run }) {
  const locale = useLocale()
  const words = plansWords[locale].plan
  const menu = useRef<HTMLDetailsElement>(null)
  const leave = (): void => go({ plan: undefined, view: 'start', explain: undefined, chapter: undefined, own: {} })
  const close = (then: () => void) => () => {
    if (menu.current !== null) menu.current.open = false
    then()
  }
  const name = String(plan.document.name ?? '')
  const removing = plan.key.startsWith('example:') ? words.discard : words.remove
  const remove = async (): Promise<void> => {
    await removeOpen(plan, name === '' ? plansWords[locale].start.untitled : name)
    leave()
  }
  const copy = (): Promise<string> => storeCopy({ ...plan.document, name: `${name} (2)` })
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
        <button type="button" onClick={close(() => run(words.duplicate, copy))}>
          {words.duplicate}
        </button>
        {plan.id === undefined && (
          <button type="button" onClick={close(() => run(chapterWords[locale].save, storeOpen))}>
            {chapterWords[locale].save}
          </button>
        )}
        <button type="button" onClick={close(() => go({ view: 'versions', chapter: undefined, own: {} }))}>
          {words.versions}
        </button>
        <button type="button" onClick={close(() => run(removing, remove))}>
          {removing}
        </button>
      </div>
    </details>
  )
}
