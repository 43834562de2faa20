import { go, hrefOf } from '../../state/address.ts'
import { useWords } from '../../state/words.ts'

/** A real link, so that a plan can be opened in another tab. */
export function OpenLink({ plan, name }: { plan: string; name: string }) {
  const { start } = useWords()
  const there = { plan, view: 'summary' } as const
  return (
    <a
      class="main"
      href={hrefOf(there)}
      aria-label={`${start.open}: ${name}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go(there)
      }}
    >
      {start.open}
    </a>
  )
}
