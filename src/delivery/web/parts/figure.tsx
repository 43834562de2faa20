import type { Question } from '../state/address.ts'
import { go } from '../state/address.ts'
import { useWords } from '../state/words.ts'

export interface FigureProps {
  /** The number as it is read, already written by text/numbers.ts. */
  readonly text: string
  /** What it is, for who does not see the page: «Facturación, 2026». */
  readonly name: string
  readonly question: Question
  /** Of which alternative; the one in the address where absent. */
  readonly alternative?: string | undefined
  readonly negative?: boolean
  readonly tabIndex?: number
}

/** A number that can be asked where it comes from. */
export function Figure({ text, name, question, alternative, negative = false, tabIndex = 0 }: FigureProps) {
  const words = useWords()
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      class={negative ? 'figure negative' : 'figure'}
      aria-label={`${name}: ${text}. ${words.drawer.title}`}
      onClick={() => go({ explain: question, ...(alternative === undefined ? {} : { alternative }) })}
    >
      {text}
    </button>
  )
}
