import { useState } from 'preact/hooks'

/** Figures that were typed and not yet noted: by line and year. */
export interface Typed {
  readonly cells: Readonly<Record<string, number>>
  readonly source: string
  /** Lines added to the usual ones. */
  readonly lines: readonly string[]
}

export const cellKey = (line: string, year: number): string => `${line}|${year}`

const nothing: Typed = { cells: {}, source: '', lines: [] }
const placeOf = (plan: string): string => `pfv:tracking:${plan}`

function kept(plan: string): Typed {
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(placeOf(plan)) ?? '{}') as Partial<Typed>) }
  } catch {
    return nothing
  }
}

/** What is typed stays on this computer until it is noted, through a closed tab too. */
export function useTyped(plan: string): [Typed, (typed: Typed) => void] {
  const [typed, take] = useState<Typed>(() => kept(plan))
  return [
    typed,
    (next) => {
      take(next)
      try {
        localStorage.setItem(placeOf(plan), JSON.stringify(next))
      } catch {
        // A full or closed storage keeps nothing; the page goes on with what it holds.
      }
    },
  ]
}
