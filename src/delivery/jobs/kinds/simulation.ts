import { readPlan } from '../../../study/read-plan.ts'
import type { SimulationAsked } from '../../../study/simulation/job.ts'
import { readSimulation } from '../../../study/simulation/read.ts'
import { simulateOnThreads } from '../../../study/simulation/simulation.worker.ts'
import { toldIn } from '../../../study/simulation/told.ts'
import type { Claim } from '../job.ts'
import type { Doing, Kind } from './kind.ts'

/** A simulation as a job keeps it: the plan's document and the question, both of which were checked. */
export interface SimulationRequest {
  readonly document: unknown
  readonly asked: SimulationAsked
}

/** Simulations of one process run one after another: each takes all of its threads. */
let queue: Promise<unknown> = Promise.resolve()

export const simulationKind: Kind = {
  work: (claim, doing) => {
    const mine = queue.then(() => simulate(claim, doing))
    queue = mine.catch(() => undefined)
    return mine
  },
  gather: (_, [part]) => (part?.result ? { type: 'application/json', body: part.result } : undefined),
}

async function simulate({ share, locale }: Claim, { threads, signal, onProgress }: Doing): Promise<string> {
  signal.throwIfAborted()
  const { document, asked } = share as SimulationRequest
  const plan = readPlan(document)
  if (!plan.ok) throw new Error('a plan that was accepted cannot be read')
  const read = readSimulation(plan.scenario, asked)
  if (!read.ok) throw new Error('a simulation that was accepted cannot be read')
  const simulation = await simulateOnThreads(read.job, { threads: threads.count, signal, onProgress })
  return JSON.stringify(toldIn(simulation, locale))
}
