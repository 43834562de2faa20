import { Piscina, workerData } from 'piscina'
import type { Chunk, ChunkResult, Worker } from './chunk.ts'
import { workerOf } from './chunk.ts'
import type { Job } from './job.ts'
import type { SimulateOptions } from './simulation.ts'
import { simulate } from './simulation.ts'
import type { Simulation } from './summary.ts'

let worker: Worker | undefined

/** What a thread does: a chunk of the job it was started with. */
export default function runChunk(chunk: Chunk): ChunkResult {
  worker ??= workerOf(workerData as Job)
  return worker(chunk)
}

/** Simulación de Monte Carlo over worker threads; the same answer as on one. Throws the signal's reason once it is aborted. */
export async function simulateOnThreads(
  job: Job,
  { threads, ...options }: Pick<SimulateOptions, 'onProgress' | 'signal'> & { threads: number },
): Promise<Simulation> {
  options.signal?.throwIfAborted()
  const filename = import.meta.url
  const pool = new Piscina<Chunk, ChunkResult>({
    filename,
    workerData: job,
    minThreads: threads,
    maxThreads: threads,
    // Draws leave short-lived objects only: a small nursery keeps the memory of a thread flat.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
    // Only a checkout runs TypeScript as it is.
    ...(filename.endsWith('.ts') ? { execArgv: ['--import', 'tsx'] } : {}),
  })
  try {
    const { signal } = options
    return await simulate(job, {
      ...options,
      atOnce: threads * 2,
      runChunk: (chunk) => pool.run(chunk, signal ? { signal } : {}),
    })
  } finally {
    await pool.destroy()
  }
}
