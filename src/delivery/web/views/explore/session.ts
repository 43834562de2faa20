import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Snapshot } from '../../../../study/explore.ts'
import { go, useAddress } from '../../state/address.ts'
import type { Document } from '../../state/api.ts'
import { replaceDocument } from '../../state/edit.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { ask, hangUp } from '../../worker/client.ts'
import type { Positions, Prepared, Slider, SliderId } from '../../worker/protocol.ts'
import { sliderIds } from '../../worker/protocol.ts'
import { shownLines } from './pictures.ts'
import type { Turn } from './turns.ts'
import { turnsOf } from './turns.ts'

/** The name under which the browser keeps how long a move took until it was painted. */
const measureName = 'explore: input to paint'
const writeAfterMs = 250
const restMs = 600
const rehearsalMs = 60

export interface Session {
  readonly prepared: Prepared | undefined
  /** Of the positions; `prepared.snapshot` is the plan as it stands. */
  readonly snapshot: Snapshot | undefined
  readonly positions: Positions
  readonly turns: Readonly<Partial<Record<SliderId, readonly Turn[]>>>
  readonly failure: string | undefined
  readonly move: (id: SliderId, position: number, startedAt?: number) => void
  readonly resetAll: () => void
  readonly apply: () => Promise<void>
}

interface Shown {
  readonly snapshot: Snapshot
  readonly startedAt: readonly number[]
}

/** Everything that Explorar knows: where the sliders stand and what the book in the worker says of it. */
export function useSession(): Session {
  const document = usePlan()?.document
  const locale = useLocale()
  const { own } = useAddress()
  const [prepared, prepare] = useState<Prepared | undefined>()
  const [shown, show] = useState<Shown | undefined>()
  const [failure, fail] = useState<string | undefined>()
  const [positions, place] = useState<Positions>(() => positionsOf(own))
  const lastMove = useRef(0)
  const turns = useTurns({ prepared, document, lastMove })
  const slide = useMemo(() => latestOnly(show), [])
  const here = useRef(positions)
  here.current = positions
  const rehearsal = useRef<AbortController | undefined>(undefined)
  useEffect(() => {
    if (document === undefined) return
    const stop = new AbortController()
    ask('prepare', { document, lines: shownLines, locale }, { signal: stop.signal }).then(
      (found) => {
        prepare(found)
        fail(undefined)
        rehearsal.current = new AbortController()
        void rehearse(found.sliders, () => slide(here.current), rehearsal.current.signal)
        // The search for the values of change begins once the rehearsal is over.
        lastMove.current = performance.now() + found.sliders.length * rehearsalMs
      },
      (error: unknown) => stop.signal.aborted || fail(String(error instanceof Error ? error.message : error)),
    )
    return () => {
      stop.abort()
      rehearsal.current?.abort()
    }
  }, [document, locale])
  const stand = (next: Positions, startedAt?: number): void => {
    place(next)
    if (prepared !== undefined) slide(next, startedAt)
  }
  useInAddress(positions, own, stand)
  useMeasures(shown)
  const clean = (): void => stand({})
  return {
    ...{ prepared, positions, turns, failure, snapshot: shown?.snapshot ?? prepared?.snapshot },
    move: (id, position, startedAt) => {
      lastMove.current = performance.now()
      rehearsal.current?.abort()
      const { [id]: _, ...others } = here.current
      stand(position === 0 ? others : { ...others, [id]: position }, startedAt)
    },
    resetAll: clean,
    apply: async () => {
      const changed = await ask('applied', { positions: here.current })
      place({})
      replaceDocument(changed as Document)
    },
  }
}

/** Moves each slider where nobody sees it and draws the same again, until a thumb moves: it finds a browser that knows the way. */
async function rehearse(sliders: readonly Slider[], draw: () => void, signal: AbortSignal): Promise<void> {
  for (const { id } of sliders) {
    await pause(rehearsalMs)
    if (signal.aborted) return
    // One at a time: a thumb that moves meanwhile waits for no more.
    await ask('rehearse', { id }).catch(() => undefined)
    if (!signal.aborted) draw()
  }
}

const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms))

/** Sends only the newest positions while the worker is busy, so that the thumb never waits in a queue. */
function latestOnly(show: (shown: Shown) => void): (positions: Positions, startedAt?: number) => void {
  let next: Positions | undefined
  let starts: number[] = []
  let busy = false
  const send = async (): Promise<void> => {
    busy = true
    while (next !== undefined) {
      const [positions, startedAt] = [next, starts]
      next = undefined
      starts = []
      const snapshot = await ask('slide', { positions }).catch(() => undefined)
      if (snapshot !== undefined) show({ snapshot, startedAt })
    }
    busy = false
  }
  return (positions, startedAt) => {
    next = positions
    if (startedAt !== undefined) starts.push(startedAt)
    if (!busy) void send()
  }
}

function positionsOf(own: Readonly<Record<string, string>>): Positions {
  const pairs = sliderIds.flatMap((id): [SliderId, number][] => {
    const position = Number(own[id] ?? '0')
    return Number.isFinite(position) && position !== 0 ? [[id, position]] : []
  })
  return Object.fromEntries(pairs)
}

const sameText = (positions: Positions): string =>
  JSON.stringify(sliderIds.flatMap((id) => (positions[id] === undefined ? [] : [id, positions[id]])))

/** The address follows the thumb with a pause, since a browser takes only so many changes a second. */
function useInAddress(
  positions: Positions,
  own: Readonly<Record<string, string>>,
  stand: (positions: Positions) => void,
): void {
  const written = useRef(sameText(positions))
  const mine = sameText(positions)
  useEffect(() => {
    if (mine === written.current) return
    const timer = setTimeout(() => {
      written.current = mine
      const others = Object.entries(own).filter(([name]) => !sliderIds.some((id) => id === name))
      const moved = Object.entries(positions).map(([id, position]) => [id, String(position)])
      go({ own: Object.fromEntries([...others, ...moved]) }, 'replace')
    }, writeAfterMs)
    return () => clearTimeout(timer)
  }, [mine])
  const theirs = sameText(positionsOf(own))
  useEffect(() => {
    if (theirs === written.current) return
    written.current = theirs
    stand(positionsOf(own))
  }, [theirs])
}

/** Marks in the browser's own timeline how long each move took until its picture was on the screen. */
function useMeasures(shown: Shown | undefined): void {
  useLayoutEffect(() => {
    const starts = shown?.startedAt ?? []
    if (starts.length === 0) return
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        for (const start of starts) performance.measure(measureName, { start, end: performance.now() })
        port1.close()
      }
      port2.postMessage(null)
    })
  }, [shown])
}

interface Searched {
  readonly prepared: Prepared | undefined
  readonly document: Document | undefined
  readonly lastMove: { readonly current: number }
}

/** Looks for the values of change in a second worker, one slider after another; it rests while a thumb moves. */
function useTurns({ prepared, document, lastMove }: Searched): Session['turns'] {
  const locale = useLocale()
  const [turns, take] = useState<Session['turns']>({})
  useEffect(() => {
    take({})
    if (prepared === undefined || document === undefined) return
    let gone = false
    const rest = async (): Promise<void> => {
      while (performance.now() - lastMove.current < restMs) await pause(restMs)
    }
    const at = async (position: Positions): Promise<Snapshot> => {
      await rest()
      return ask('slide', { positions: position }, { line: 'aside' })
    }
    const search = async (): Promise<void> => {
      await rest()
      if (gone) return
      await ask('prepare', { document, lines: [], locale }, { line: 'aside' })
      for (const slider of prepared.sliders) {
        const found = await turnsOf(slider, (position) => at({ [slider.id]: position }))
        if (gone) return
        take((known) => ({ ...known, [slider.id]: found }))
      }
      hangUp('aside')
    }
    // A search that is ended in the middle leaves the track without marks, nothing else.
    search().catch(() => undefined)
    return () => {
      gone = true
      hangUp('aside')
    }
  }, [prepared])
  return turns
}
