import { useEffect, useRef, useState } from 'preact/hooks'
import { drawerWords } from '../../../../text/web/drawer.ts'
import { Problem, Skeleton } from '../../parts/notices.tsx'
import type { Question } from '../../state/address.ts'
import { go, useAddress } from '../../state/address.ts'
import type { Explanation } from '../../state/api.ts'
import { ApiProblem, explain } from '../../state/api.ts'
import { usePlan, useStudy } from '../../state/plan.ts'
import { useWords } from '../../state/words.ts'
import { Told } from './told.tsx'

const close = (): void => go({ explain: undefined })

/** «¿De dónde sale?»: the figure that the address asks about. Esc closes it. */
export function Drawer() {
  const { explain: question, locale } = useAddress()
  const words = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  const found = useExplanation()
  const back = useTrail(question)
  useEffect(() => {
    if (question === undefined) return
    const before = globalThis.document.activeElement
    title.current?.focus()
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close()
    }
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [question === undefined])
  if (question === undefined) return null
  return (
    <aside class="drawer" aria-label={words.drawer.title}>
      <div class="row">
        <h2 ref={title} tabIndex={-1}>
          {words.drawer.title}
        </h2>
        <span class="space" />
        {back !== undefined && (
          <button type="button" class="small" onClick={back}>
            ← {drawerWords[locale].back}
          </button>
        )}
        <button type="button" aria-label={words.close} onClick={close}>
          ✕
        </button>
      </div>
      {found === undefined && <Skeleton />}
      {found instanceof ApiProblem && <Problem problem={found} />}
      {found !== undefined && !(found instanceof ApiProblem) && <Told of={found} asked={question} />}
    </aside>
  )
}

/** What the service answers to the question of the address. */
function useExplanation(): Explanation | ApiProblem | undefined {
  const { explain: question, alternative, variant, locale } = useAddress()
  const document = usePlan()?.document
  const { result } = useStudy()
  const [found, take] = useState<Explanation | ApiProblem | undefined>()
  const at = result?.variants.find(({ id }) => id === variant) ?? result?.variants[0]
  const of = alternative ?? at?.ranking.order[0]?.alternative
  const asked = JSON.stringify([question, of, variant, locale])
  useEffect(() => {
    take(undefined)
    if (question === undefined || document === undefined) return
    const stop = new AbortController()
    const body = {
      scenario: document,
      ...question,
      ...(of ? { alternative: of } : {}),
      ...(variant ? { variant } : {}),
    }
    explain(body, stop.signal).then(take, (error: unknown) => {
      if (error instanceof ApiProblem) take(error)
    })
    return () => stop.abort()
  }, [asked, document])
  return found
}

/** The way back to the question that led here; none on the first. */
function useTrail(question: Question | undefined): (() => void) | undefined {
  const trail = useRef<Question[]>([])
  const key = JSON.stringify(question)
  if (question === undefined) trail.current = []
  else if (JSON.stringify(trail.current.at(-1)) !== key) {
    // The browser's own way back leads to an earlier one.
    const seen = trail.current.findIndex((one) => JSON.stringify(one) === key)
    trail.current = seen >= 0 ? trail.current.slice(0, seen + 1) : [...trail.current, question]
  }
  const before = trail.current.at(-2)
  return before === undefined ? undefined : () => go({ explain: before })
}
