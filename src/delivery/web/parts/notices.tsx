import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { chapterOf } from '../shell/chapters.ts'
import type { Address } from '../state/address.ts'
import { go, hrefOf, useAddress } from '../state/address.ts'
import type { ApiProblem, Document, PlanProblem } from '../state/api.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'

/** A view with nothing in it yet: says what it will show and offers the first step. */
export function Empty({ title, detail, children }: { title: string; detail: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      <p>{detail}</p>
      {children}
    </section>
  )
}

const patienceMs = 300

/** Stands in while something loads; shows nothing in the first 300 ms. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const words = useWords()
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{words.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="bone" />
      ))}
    </div>
  )
}

/** Stands where a whole view is on its way: its title is there for those who hear the page. */
export function Waiting() {
  const { view } = useAddress()
  const words = useWords()
  return (
    <>
      <h1 class="unseen">{words.views[view]}</h1>
      <Skeleton rows={8} />
    </>
  )
}

/** What went wrong, in words, with a way on. */
export function Problem({ problem, retry }: { problem: ApiProblem; retry?: () => void }) {
  const words = useWords()
  return (
    <section class="problem" role="alert">
      <h2>{problem.errors.length > 0 ? words.mend(problem.errors.length) : problem.title}</h2>
      {problem.errors.length === 0 && <p>{problem.message}</p>}
      <ProblemList problems={problem.errors} />
      {retry !== undefined && (
        <button type="button" onClick={retry}>
          {words.retry}
        </button>
      )}
    </section>
  )
}

export function ProblemList({ problems }: { problems: readonly PlanProblem[] }) {
  return (
    <ul>
      {problems.map(({ pointer, code, message }) => (
        <li key={`${pointer} ${code}`}>
          {message} <PlaceLink pointer={pointer} />
        </li>
      ))}
    </ul>
  )
}

/** Leads to the field of a place; without an open plan, the place as the file has it. */
function PlaceLink({ pointer }: { pointer: string }) {
  const words = useWords()
  const document = usePlan()?.document
  if (document === undefined) return <code>{pointer}</code>
  const there = fieldOf(pointer, document)
  return (
    <a
      href={hrefOf(there)}
      title={pointer}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go(there)
      }}
    >
      {there.chapter} {words.chapters[(there.chapter ?? 1) - 1]}
    </a>
  )
}

function fieldOf(pointer: string, { alternatives }: Document): Partial<Address> {
  const [, town] = /^\/territory\/municipalities\/(\d+)/.exec(pointer) ?? []
  const [, at] = /^\/alternatives\/(\d+)/.exec(pointer) ?? []
  const own = at === undefined || !Array.isArray(alternatives) ? undefined : (alternatives as unknown[])[Number(at)]
  const { id } = (own ?? {}) as { id?: unknown }
  return {
    view: 'chapter',
    chapter: chapterOf(pointer),
    own: { at: pointer, ...(town === undefined ? {} : { town }) },
    ...(typeof id === 'string' ? { alternative: id } : {}),
  }
}

/** Viable or not, in words with a sign; `reason` is the test that failed. */
export function Verdict({ viable, reason }: { viable: boolean; reason?: string | undefined }) {
  const { summary } = useWords()
  return (
    <span class={viable ? 'verdict' : 'verdict fails'}>
      <span aria-hidden="true">{viable ? '✓' : '✕'}</span> {viable ? summary.viable : summary.notViable}
      {reason === undefined ? '' : `: ${reason}`}
    </span>
  )
}
