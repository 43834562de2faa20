import { hostname } from 'node:os'
import type { Transaction } from 'kysely'
import type { Database } from '../store/database.ts'
import type { Schema } from '../store/schema.ts'
import type { Claim } from './job.ts'
import type { Place } from './parts.ts'
import { nextPart, takePart } from './parts.ts'

/** Where work comes from. What is written about it stands in the store's own tables, whatever the source. */
export interface Source {
  /** Announces new parts, in the transaction that writes them. */
  readonly announce: (trx: Transaction<Schema>, places: readonly Place[]) => Promise<void>
  /** A part for this process, taken; undefined where there is none now. `onGiveUp` hears of one that crashed too often. */
  readonly take: (onGiveUp: (job: string) => Promise<void>) => Promise<Claim | undefined>
  /** Tells that a part is still being done. */
  readonly keep: (claim: Claim) => Promise<void>
  /** The part is over here, whatever came of it. */
  readonly done: (claim: Claim) => Promise<void>
  /** The part is another's now, or its job has ended: nothing may be said about it any more. */
  readonly lost: (claim: Claim) => void
  /** The part was given back: another may have it now. */
  readonly back: (claim: Claim) => Promise<void>
  readonly close: () => Promise<void>
}

let started = 0

/** A name that no other worker has, on this machine or another. */
export function workerName(): string {
  started += 1
  return `${hostname()}:${process.pid}:${Date.now().toString(36)}:${started}`
}

const nothing = async (): Promise<void> => undefined

/** The embedded store's own table: who finds a part there takes it. */
export function tableSource({ db }: Database): Source {
  const worker = workerName()
  return {
    announce: nothing,
    take: async (onGiveUp) => {
      for (;;) {
        const place = await nextPart(db)
        if (!place) return undefined
        const taking = await takePart(db, place, worker)
        if (taking.claim) return taking.claim
        if (taking.gaveUp) await onGiveUp(place.job)
      }
    },
    ...{ keep: nothing, done: nothing, back: nothing, close: nothing },
    lost: () => undefined,
  }
}
