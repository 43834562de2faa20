import { setImmediate as turn } from 'node:timers/promises'
import { Piscina, workerData } from 'piscina'
import type { Chunk, ChunkResult, Worker } from './chunk.ts'
import { workerOf } from './chunk.ts'
import type { Job } from './job.ts'
import type { RunChunk, SimulateOptions } from './simulation.ts'
import { simulate } from './simulation.ts'
import type { Simulation } from './summary.ts'

let worker: Worker | undefined

/** What a thread does: a chunk of the job it was started with. */
export default function runChunk(chunk: Chunk): ChunkResult {
  worker ??= workerOf(workerData as Job)
  return worker(chunk)
}

export interface ThreadOptions extends Pick<SimulateOptions, 'onProgress' | 'signal'> {
  readonly threads: number
  /** This thread is one of them: quicker and in less memory, but between chunks alone does it do anything else. */
  readonly joins?: boolean | undefined
}

/** Simulación de Monte Carlo over worker threads; the same answer as on one. Throws the signal's reason once it is aborted. */
export async function simulateOnThreads(job: Job, options: ThreadOptions): Promise<Simulation> {
  const { threads, joins = false, onProgress, signal } = options
  signal?.throwIfAborted()
  const others = joins ? threads - 1 : threads
  if (others === 0) return simulate(job, { onProgress, signal })
  const pool = poolOf(job, others)
  const there: RunChunk = (chunk) => pool.run(chunk, signal ? { signal } : {})
  try {
    const runChunk = joins ? sharedWith(there, workerOf(job)) : there
    return await simulate(job, { onProgress, signal, runChunk, atOnce: others * queued + (joins ? 1 : 0) })
  } finally {
    await pool.destroy()
  }
}

/** Chunks that a thread has before it, so that it never waits for the thread that hands them out. */
const queued = 2

function poolOf(job: Job, threads: number): Piscina<Chunk, ChunkResult> {
  const filename = import.meta.url
  return new Piscina<Chunk, ChunkResult>({
    filename,
    workerData: job,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: queued,
    // Draws leave short-lived objects only: a small nursery keeps the memory of a thread flat.
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
    // Only a checkout runs TypeScript as it is.
    ...(filename.endsWith('.ts') ? { execArgv: ['--import', 'tsx'] } : {}),
  })
}

/** Works out one chunk at a time here and hands the others on. */
function sharedWith(there: RunChunk, here: Worker): RunChunk {
  let busy = false
  return async (chunk) => {
    if (busy) return there(chunk)
    busy = true
    try {
      // Lets in what came from the other threads and what was asked meanwhile.
      await turn()
      return here(chunk)
    } finally {
      busy = false
    }
  }
}
