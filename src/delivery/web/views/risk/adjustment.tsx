import { useState } from 'preact/hooks'
import type { PatchOperation } from '../../../../scenario/document/plan.ts'
import { riskWords } from '../../../../text/web/studies/risk.ts'
import { useChosen } from '../../parts/pick.tsx'
import { go, useAddress } from '../../state/address.ts'
import type { Document } from '../../state/api.ts'
import { study } from '../../state/api.ts'
import { replaceDocument } from '../../state/edit.ts'
import { planStore } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { ask } from '../../worker/client.ts'
import { useRun } from './run.ts'
import { StudySection } from './study-section.tsx'

interface Told {
  readonly viable: boolean
  readonly alreadyViable: boolean
  readonly patch: readonly PatchOperation[]
  readonly message: string
}

/** The least change that makes an alternative viable, and a button that makes it. */
export function Adjustment() {
  const locale = useLocale()
  const words = riskWords[locale].adjustment
  const { own } = useAddress()
  const { alternative } = useChosen()
  const known = Object.keys(words.names) as (keyof typeof words.names)[]
  const wanted = (own.levers ?? 'tariff').split('.')
  const levers = known.filter((id) => wanted.includes(id))
  const asked = { alternative: alternative?.id, levers: levers.map((lever) => ({ lever })) }
  const run = useRun(`adjustment ${JSON.stringify(asked)} ${locale}`, ({ document, signal }) =>
    study<Told>('adjustments', { scenario: document, ...asked }, signal),
  )
  const turn = (lever: string): void => {
    const next = known.filter((id) => (id === lever ? !levers.includes(id) : levers.includes(id)))
    go({ own: { ...own, levers: next.join('.') } }, 'replace')
  }
  const choices = (
    <fieldset class="choices-of">
      <legend>{words.levers}</legend>
      {known.map((lever) => (
        <label key={lever}>
          <input type="checkbox" checked={levers.includes(lever)} onChange={() => turn(lever)} /> {words.names[lever]}
        </label>
      ))}
      {levers.length === 0 && <p class="negative">{words.none}</p>}
    </fieldset>
  )
  return (
    <StudySection
      {...{ run, choices }}
      title={words.title}
      lead={words.lead}
      action={words.run}
      disabled={levers.length === 0 || alternative === undefined}
    >
      {run.answer !== undefined && <Found told={run.answer} stale={run.stale} />}
    </StudySection>
  )
}

function Found({ told, stale }: { told: Told; stale: boolean }) {
  const words = riskWords[useLocale()].adjustment
  const [said, say] = useState('')
  const applicable = told.viable && !told.alreadyViable && told.patch.length > 0
  const apply = async (): Promise<void> => {
    const document = planStore.get()?.document
    const changed = await ask('patched', { document, patch: [...told.patch] })
    if (changed === undefined) return say(words.unfit)
    replaceDocument(changed as Document)
    say(words.applied)
  }
  return (
    <>
      <p>{told.message}</p>
      {applicable && (
        <button type="button" class="main" disabled={stale} onClick={() => void apply()}>
          {words.apply}
        </button>
      )}
      <p role="status">{said}</p>
    </>
  )
}
