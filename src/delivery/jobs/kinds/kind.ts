import type { Locale } from '../../../text/numbers.ts'
import type { Answer, Claim } from '../job.ts'
import type { Threads } from '../threads.ts'

export interface Doing {
  readonly threads: Threads
  readonly signal: AbortSignal
  /** Units done so far. */
  readonly onProgress: (done: number) => void
}

export interface EndedPart {
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly request: string
  readonly result: string | null
}

/** How the jobs of a kind are done: each part by itself, and in the end their results put together. */
export interface Kind {
  /** Text that is kept for `gather`. Throws the signal's reason once it is aborted. */
  readonly work: (claim: Claim, doing: Doing) => Promise<string>
  /** The answer of the whole job; undefined where a part that was given up takes the job with it. */
  readonly gather: (
    job: { readonly locale: Locale; readonly request: unknown },
    parts: readonly EndedPart[],
  ) => Answer | undefined
}
