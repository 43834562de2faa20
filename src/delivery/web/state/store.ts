import { useEffect, useState } from 'preact/hooks'

/** A value that tells who listens when it changes. */
export interface Store<T> {
  readonly get: () => T
  /** Takes the next value, or a function of the last. */
  readonly set: (next: T | ((last: T) => T)) => void
  /** Gives back how to stop listening. */
  readonly listen: (hear: (value: T) => void) => () => void
}

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => value,
    set: (next) => {
      const made = typeof next === 'function' ? (next as (last: T) => T)(value) : next
      if (Object.is(made, value)) return
      value = made
      for (const hear of [...listeners]) hear(made)
    },
    listen: (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

/** What a component sees of a store; drawn again only when `pick` gives something else. */
export function useStore<T, P = T>(store: Store<T>, pick: (value: T) => P = (value) => value as unknown as P): P {
  const [, draw] = useState(0)
  const picked = pick(store.get())
  useEffect(() => {
    let last = pick(store.get())
    const hear = (value: T): void => {
      const next = pick(value)
      if (Object.is(next, last)) return
      last = next
      draw((count) => count + 1)
    }
    // Something may have changed between drawing and listening.
    if (!Object.is(last, picked)) draw((count) => count + 1)
    return store.listen(hear)
  }, [store])
  return picked
}
