import type { Scenario } from '../../scenario/scenario.ts'
import type { Chunk, ChunkResult } from './chunk.ts'
import { workerOf } from './chunk.ts'
import { drawsOf } from './draw.ts'
import type { Job } from './job.ts'
import { widthOf } from './job.ts'
import type { Simulation } from './summary.ts'
import { gather } from './summary.ts'

/** Works out chunks of one job, on this thread or on others. */
export type RunChunk = (chunk: Chunk) => Promise<ChunkResult>

export interface SimulateOptions {
  /** Where chunks are worked out; on this thread unless told otherwise. */
  readonly runChunk?: RunChunk | undefined
  /** How many chunks are under way at once. */
  readonly atOnce?: number | undefined
  /** Draws done so far, after each chunk. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const chunkDraws = 200

/**
 * Simulación de Monte Carlo: quantile bands of lines, and how likely each alternative is to be viable and to take each place.
 *
 * Chunks are cut the same way whoever works them out and each draw depends on seed and index alone, so the answer has
 * the same bytes on any number of threads. Throws the signal's reason once it is aborted.
 */
export async function simulate(job: Job, options: SimulateOptions = {}): Promise<Simulation> {
  const { atOnce = 1, onProgress, signal } = options
  const runChunk = options.runChunk ?? here(job)
  const gathered = gather(job)
  let [next, done] = [0, 0]
  const work = async (): Promise<void> => {
    while (next < job.draws) {
      signal?.throwIfAborted()
      const chunk = { from: next, to: Math.min(job.draws, next + chunkDraws) }
      next = chunk.to
      gathered.add(await runChunk(chunk))
      done += chunk.to - chunk.from
      onProgress?.(done, job.draws)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work))
  signal?.throwIfAborted()
  return gathered.answer()
}

function here(job: Job): RunChunk {
  const worker = workerOf(job)
  return async (chunk) => worker(chunk)
}

/** One draw made again alone. */
export interface Draw {
  readonly index: number
  /** Drawn numbers by input. */
  readonly drawn: Readonly<Record<string, number>>
  readonly alternatives: readonly {
    readonly id: string
    /** Null where some value went beyond any number. */
    readonly viable: boolean | null
    /** Null where it is left out of the ranking. */
    readonly place: number | null
    readonly outputs: Readonly<Record<string, readonly number[]>>
  }[]
}

/** Una sola simulación por su índice: the numbers it drew and what came of them, the same as among many. */
export function oneDraw(job: Job, index: number): Draw {
  const { alternatives } = workerOf(job)({ from: index, to: index + 1 })
  const numbers = drawsOf(job)(index)
  return {
    index,
    drawn: Object.fromEntries(job.inputs.map(({ driver }, k) => [driver.id, numbers[k] as number])),
    alternatives: alternatives.map(({ viable, place, values }, a) => {
      let from = 0
      const outputs = job.outputs.map((output): [string, number[]] => {
        const start = from
        from += widthOf(output)
        return [output.id, Array.from(values.subarray(start, from))]
      })
      const [verdict, at] = [viable[0], place[0]]
      return {
        id: (job.scenario.alternatives[a] as Scenario['alternatives'][number]).id,
        viable: verdict === 1 ? true : verdict === 0 ? false : null,
        place: at ? at : null,
        outputs: Object.fromEntries(outputs),
      }
    }),
  }
}
