import { Piscina } from 'piscina'
import type { PlanRow, PortfolioItem } from '../../study/portfolio/plan-row.ts'
import type { Locale } from '../../text/numbers.ts'
import type { Answer } from './job.ts'
import type { DocumentRequest } from './kinds/documents.ts'

export interface PlanTask {
  readonly item: PortfolioItem
  readonly outputs: readonly string[]
  readonly locale: Locale
}

export interface DocumentTask {
  readonly request: DocumentRequest
  readonly locale: Locale
}

/** Threads that work out tasks, so that the thread that answers never waits for one. */
export interface Threads {
  readonly count: number
  readonly plan: (task: PlanTask, signal: AbortSignal) => Promise<PlanRow>
  readonly document: (task: DocumentTask, signal: AbortSignal) => Promise<Answer>
  /** Threads that are alive now. */
  readonly alive: () => number
  /** Tasks that a thread is at, or that wait for one. */
  readonly busy: () => number
  readonly close: () => Promise<void>
}

/** Idle threads end after this long, ms. */
const idle = 30_000
const own = import.meta.url
/** Only a checkout runs TypeScript as it is. */
const isCheckout = own.endsWith('.ts')
/** A thread loads the file of a task when it first meets one: who evaluates plans never loads what writes documents. */
const fileOf = (name: string): string => new URL(`${name}.worker.${isCheckout ? 'ts' : 'js'}`, own).href

/** At most `count` threads, started when there is something to do; a task whose signal is aborted is really stopped. */
export function openThreads(count: number): Threads {
  let pool: Piscina | undefined
  let busy = 0
  const run = async <T>(name: string, task: unknown, signal: AbortSignal): Promise<T> => {
    pool ??= poolOf(count)
    busy += 1
    try {
      return (await pool.run(task, { signal, filename: fileOf(name) })) as T
    } finally {
      busy -= 1
    }
  }
  return {
    count,
    plan: (task, signal) => run('plan', task, signal),
    document: (task, signal) => run('document', task, signal),
    alive: () => pool?.threads.length ?? 0,
    busy: () => busy,
    close: async () => await pool?.destroy(),
  }
}

const poolOf = (count: number): Piscina =>
  new Piscina({
    // With no thread kept, one that is stopped with its task is not replaced, and whatever waits would wait for ever.
    ...{ minThreads: 1, maxThreads: count, idleTimeout: idle },
    ...(isCheckout ? { execArgv: ['--import', 'tsx'] } : {}),
  })
