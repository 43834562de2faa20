import type { ComponentChildren } from 'preact'
import { riskWords } from '../../../../text/web/studies/risk.ts'
import { Problem } from '../../parts/notices.tsx'
import { useLocale } from '../../state/words.ts'
import type { Running } from './run.ts'

export interface SectionProps {
  readonly title: string
  readonly lead: string
  readonly run: Running<unknown>
  /** Choices of the study, before its button. */
  readonly choices?: ComponentChildren
  /** Words of the button, where «Calcular» does not say it. */
  readonly action?: string
  readonly disabled?: boolean
  /** What the study found. */
  readonly children: ComponentChildren
}

/** A study that is asked for by a button, can be stopped, and says when it is of an earlier plan. */
export function StudySection({ title, lead, run, choices, action, disabled = false, children }: SectionProps) {
  const words = riskWords[useLocale()]
  const { working, done, answer, stale, problem, start, stop } = run
  const label = action ?? (answer === undefined ? words.run : words.again)
  return (
    <section class="study" aria-label={title}>
      <h2>{title}</h2>
      <p>{lead}</p>
      <div class="row controls">
        {choices}
        {working ? (
          <button type="button" onClick={stop} aria-label={`${words.stop}: ${title}`}>
            {words.stop}
          </button>
        ) : (
          <button type="button" class="main" disabled={disabled} onClick={start} aria-label={`${label}: ${title}`}>
            {label}
          </button>
        )}
        <span role="status" class="study-state">
          {working && <Working done={done} />}
          {!working && stale && <strong class="stale">{words.stale}</strong>}
        </span>
      </div>
      {problem !== undefined && <Problem problem={problem} retry={start} />}
      {answer !== undefined && <div class={stale ? 'study-answer old' : 'study-answer'}>{children}</div>}
    </section>
  )
}

function Working({ done }: { done: number | undefined }) {
  const words = riskWords[useLocale()]
  if (done === undefined) return <>{words.working}</>
  return (
    <>
      <progress value={done} max={1} aria-label={words.working} /> {Math.round(done * 100)} %
    </>
  )
}
