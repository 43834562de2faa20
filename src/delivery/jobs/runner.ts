import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { jobWords } from '../../text/jobs/words.ts'
import type { Schema } from '../store/schema.ts'
import type { Claim } from './job.ts'
import { kinds } from './kinds/kinds.ts'
import { beatPart, endedParts, finishPart, returnPart } from './parts.ts'
import type { Source } from './source.ts'
import { endJob } from './table.ts'
import type { Threads } from './threads.ts'

/** What is said while parts are done, for the log. */
export interface Log {
  readonly info: (facts: object, message: string) => void
  readonly error: (facts: object, message: string) => void
}

export interface RunnerOptions {
  readonly db: Kysely<Schema>
  readonly source: Source
  readonly threads: Threads
  readonly log: Log
  /** Days that a result is kept. */
  readonly days: number
  /** Parts under way at once. */
  readonly atOnce: number
  /** How often work is looked for when nothing tells of it, ms. */
  readonly poll: number
}

const beatEvery = 1000
const triesToWrite = 20
const stopped = Symbol('stopped')
const lost = Symbol('lost')

interface Task {
  readonly claim: Claim
  readonly control: AbortController
}

/** Does the parts that a source hands out, a bounded number at once, each with signs of life while it lasts. */
export class Runner {
  private readonly options: RunnerOptions
  private readonly tasks = new Set<Task>()
  private lanes: Promise<void>[] = []
  private stopping = false
  private readonly sleepers = new Set<() => void>()

  constructor(options: RunnerOptions) {
    this.options = options
  }

  start(): void {
    this.lanes = Array.from({ length: this.options.atOnce }, () => this.lane())
  }

  /** There may be work. */
  wake(): void {
    for (const rouse of this.sleepers) rouse()
  }

  /** Parts under way here. */
  get doing(): number {
    return this.tasks.size
  }

  /** Stops what this process does for a job that was cancelled. */
  abort(job: string): void {
    for (const { claim, control } of this.tasks) if (claim.job === job) control.abort(lost)
  }

  /** Stops its parts and gives them back. */
  async close(): Promise<void> {
    this.stopping = true
    for (const { control } of this.tasks) control.abort(stopped)
    this.wake()
    await Promise.all(this.lanes)
  }

  /** Puts a job together once all its parts have ended; doing it twice changes nothing. */
  readonly complete = async (job: string): Promise<void> => {
    const { db, days } = this.options
    const found = await endedParts(db, job)
    if (!found) return
    const result = kinds[found.kind].gather(found, found.parts)
    const ending = result
      ? ({ state: 'done', result, days } as const)
      : ({ state: 'failed', problem: { code: 'crashed', ...jobWords.crashed }, days } as const)
    if (await endJob(db, { id: job }, ending)) this.options.log.info({ job, kind: found.kind }, `job ${ending.state}`)
  }

  private async lane(): Promise<void> {
    while (!this.stopping) {
      try {
        const claim = await this.options.source.take(this.complete)
        if (claim) await this.perform(claim)
        else await this.sleep()
      } catch (error) {
        // The store does not answer: the part is not lost, whoever finds it again begins it anew.
        if (!this.stopping) this.options.log.error({ err: error }, 'jobs')
        await this.sleep()
      }
    }
  }

  private async sleep(): Promise<void> {
    if (this.stopping) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(rouse, this.options.poll).unref()
      const { sleepers } = this
      function rouse(): void {
        clearTimeout(timer)
        sleepers.delete(rouse)
        resolve()
      }
      sleepers.add(rouse)
    })
  }

  private async perform(claim: Claim): Promise<void> {
    const { source, threads, log } = this.options
    const task: Task = { claim, control: new AbortController() }
    const { signal } = task.control
    const place = { job: claim.job, part: claim.part, kind: claim.kind, attempts: claim.attempts }
    let done = 0
    const timer = setInterval(() => void this.beat(task, done), beatEvery).unref()
    this.tasks.add(task)
    // Stopping may have begun between taking the part and keeping it in mind.
    if (this.stopping) task.control.abort(stopped)
    log.info(place, 'part begun')
    try {
      const onProgress = (to: number): void => {
        done = to
      }
      const result = await kinds[claim.kind].work(claim, { threads, signal, onProgress })
      signal.throwIfAborted()
      log.info(place, (await this.write(claim, result)) ? 'part done' : 'part dropped')
    } catch (error) {
      if (signal.reason === stopped) {
        await returnPart(this.options.db, claim)
        await source.back(claim)
        log.info(place, 'part returned')
      } else if (signal.aborted) {
        source.lost(claim)
        log.info(place, 'part dropped')
      } else await this.fail(claim, error)
    } finally {
      clearInterval(timer)
      this.tasks.delete(task)
    }
  }

  private async beat({ claim, control }: Task, done: number): Promise<void> {
    try {
      if (!(await beatPart(this.options.db, claim, Math.min(done, claim.items)))) return control.abort(lost)
      await this.options.source.keep(claim)
    } catch (error) {
      this.options.log.error({ err: error }, 'sign of life')
    }
  }

  /**
   * What was worked out is worth some patience with a store that is being restarted; false where another holds the
   * part by now, or its job was cancelled.
   */
  private async write(claim: Claim, result: string): Promise<boolean> {
    const { db, source, log } = this.options
    for (let left = triesToWrite; ; left -= 1) {
      try {
        if (await finishPart(db, claim, result)) break
        source.lost(claim)
        return false
      } catch (error) {
        if (left === 0 || this.stopping) throw error
        log.error({ err: error }, 'writing a result')
        await wait(beatEvery)
      }
    }
    await this.complete(claim.job)
    await source.done(claim)
    return true
  }

  /** The same input would fail again, so it is not begun anew. */
  private async fail(claim: Claim, error: unknown): Promise<void> {
    const { db, source, log, days } = this.options
    log.error({ err: error, job: claim.job, part: claim.part }, 'part failed')
    await endJob(db, { id: claim.job }, { state: 'failed', problem: { code: 'fault', ...jobWords.fault }, days })
    await source.done(claim)
  }
}
