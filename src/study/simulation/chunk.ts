import { contenderOf } from '../choice/contest.ts'
import { criteriaOf, failedScreening } from '../criteria.ts'
import type { Contender } from '../ranking.ts'
import { orderOf } from '../ranking.ts'
import type { AlternativeRun } from '../run.ts'
import { isViableIn } from '../viability.ts'
import { drawsOf } from './draw.ts'
import { engineOf } from './engine/engine.ts'
import { workbenchOf } from './engine/workbench.ts'
import type { Job } from './job.ts'
import { widthOf } from './job.ts'
import type { OutputReader } from './outputs.ts'
import { readOutput } from './outputs.ts'

/** Draws `from` to `to − 1`. */
export interface Chunk {
  readonly from: number
  readonly to: number
}

/** What is kept of a chunk: for each alternative, a list a draw. */
export interface ChunkResult extends Chunk {
  readonly alternatives: readonly Kept[]
}

/** What is kept of the draws of one alternative. */
export interface Kept {
  /** 1 viable, 0 not, 2 could not be evaluated. */
  readonly viable: Uint8Array
  /** Place in the ranking; 0 where it is left out. */
  readonly place: Uint16Array
  /** Of each draw, its outputs one after another. */
  readonly values: Float64Array
}

export const beyond = 2

/** Works out chunks of a job; made once a thread. */
export type Worker = (chunk: Chunk) => ChunkResult

export function workerOf(job: Job): Worker {
  const { scenario } = job
  const draw = drawsOf(job)
  const put = workbenchOf(job)
  const indices = new Map(scenario.alternatives.map(({ id }, a) => [id, a]))
  const width = job.outputs.reduce((sum, output) => sum + widthOf(output), 0)
  const parts = scenario.alternatives.map((_, index) => {
    let readers: readonly OutputReader[] = []
    const engine = engineOf(job, index, (of) => {
      readers = readersOf(job, of)
      contenderOf(of)
      write(readers, of, { values: new Float64Array(width), at: 0 })
    })
    return { readers, engine }
  })
  return ({ from, to }) => {
    const count = to - from
    const alternatives = parts.map(() => keptOf(count, width))
    for (let d = 0; d < count; d += 1) {
      const drawn = put(draw(from + d))
      const contenders = parts.flatMap(({ engine, readers }, a): Contender[] => {
        const kept = alternatives[a] as Kept
        const of = engine(drawn)
        if (!of) {
          kept.viable[d] = beyond
          kept.values.fill(Number.NaN, d * width, (d + 1) * width)
          return []
        }
        write(readers, of, { values: kept.values, at: d * width })
        const contender = judged(of)
        kept.viable[d] = contender.viable ? 1 : 0
        return [contender]
      })
      for (const { alternative, place } of orderOf(contenders, drawn.scenario.ranking)) {
        ;(alternatives[indices.get(alternative) as number] as Kept).place[d] = place
      }
    }
    return { from, to, alternatives }
  }
}

/** What the order of a draw needs of an alternative. */
const judged = (of: AlternativeRun): Contender => ({
  id: of.id,
  viable: isViableIn(of),
  criteria: criteriaOf(of),
  setAside: failedScreening(of),
})

export const keptOf = (draws: number, width: number): Kept => ({
  viable: new Uint8Array(draws),
  place: new Uint16Array(draws),
  values: new Float64Array(draws * width),
})

/** How the outputs of an alternative are read; they were checked before. */
function readersOf({ outputs }: Job, of: AlternativeRun): OutputReader[] {
  return outputs.map(({ id }) => {
    const found = readOutput(of, id, '')
    if (!found.ok) throw new Error(found.problem.en)
    return found.reader
  })
}

function write(readers: readonly OutputReader[], of: AlternativeRun, to: { values: Float64Array; at: number }): void {
  let { at } = to
  for (const reader of readers) {
    reader.write(of, to.values, at)
    at += widthOf(reader)
  }
}
