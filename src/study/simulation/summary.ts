import { sampleQuantile, shareError } from '../../numeric/random/quantile.ts'
import { orNull } from '../run.ts'
import type { ChunkResult, Kept } from './chunk.ts'
import { beyond, keptOf } from './chunk.ts'
import type { Effect, Job, Output, UncertainInput } from './job.ts'
import { widthOf } from './job.ts'

export interface Chance {
  readonly probability: number
  readonly standardError: number
}

/** Quantiles over the draws in which the output is defined: one number a year, or one alone. */
export interface Bands extends Output {
  readonly p5: readonly (number | null)[]
  readonly p25: readonly (number | null)[]
  readonly p50: readonly (number | null)[]
  readonly p75: readonly (number | null)[]
  readonly p95: readonly (number | null)[]
}

export interface SimulatedAlternative {
  readonly id: string
  readonly name: string
  readonly viable: Chance
  readonly first: Chance
  /** Of each place, from the first. */
  readonly ranks: readonly (Chance & { readonly place: number })[]
  /** Draws in which some value went beyond any number; they count as not viable and out of the ranking. */
  readonly beyond: number
  readonly bands: readonly Bands[]
}

/** The same answer with fewer draws. */
export interface ConvergenceRow {
  readonly draws: number
  readonly alternatives: readonly {
    readonly id: string
    readonly viable: Chance
    readonly first: Chance
    /** Median of the last number of each output. */
    readonly medians: Readonly<Record<string, number | null>>
  }[]
}

export interface Simulation {
  readonly draws: number
  readonly seed: number
  readonly illustrative: boolean
  readonly inputs: readonly (Pick<UncertainInput, 'distribution'> & {
    readonly effect: Effect
    readonly id: string
    readonly pointers: readonly string[]
    readonly label: UncertainInput['driver']['label']
  })[]
  readonly alternatives: readonly SimulatedAlternative[]
  readonly convergence: readonly ConvergenceRow[]
}

/** Chunks of a job put together in the order of the draws, in whatever order they came. */
export interface Gathered {
  readonly add: (chunk: ChunkResult) => void
  readonly answer: () => Simulation
}

const shares = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const
const quantiles = Object.entries(shares) as [keyof typeof shares, number][]
const parts = [8, 4, 2, 1]

/** Memory: 8 bytes a number of the outputs and 3 for the verdicts, per alternative and draw; nothing else grows with them. */
export function gather(job: Job): Gathered {
  const { scenario, draws, seed, illustrative } = job
  const width = job.outputs.reduce((sum, output) => sum + widthOf(output), 0)
  const all = scenario.alternatives.map(() => keptOf(draws, width))
  const samples = samplersOf(all, width)
  return {
    add: ({ from, alternatives }) =>
      alternatives.forEach((part, a) => {
        const kept = all[a] as Kept
        kept.viable.set(part.viable, from)
        kept.place.set(part.place, from)
        kept.values.set(part.values, from * width)
      }),
    answer: () => ({
      draws,
      seed,
      illustrative,
      inputs: job.inputs.map(({ driver, distribution, effect }) => ({
        id: driver.id,
        pointers: driver.pointers,
        label: driver.label,
        distribution,
        effect,
      })),
      alternatives: scenario.alternatives.map(({ id, name }, a) => ({
        id,
        name: name ?? id,
        ...chancesOf(all[a] as Kept, draws, scenario.alternatives.length),
        bands: bandsOf(job.outputs, samples[a] as Sample, draws),
      })),
      convergence: [...new Set(parts.map((p) => Math.max(1, Math.floor(draws / p))))].map((count) => ({
        draws: count,
        alternatives: scenario.alternatives.map(({ id }, a) => {
          const { viable, first } = chancesOf(all[a] as Kept, count, 1)
          return { id, viable, first, medians: lastMedians(job.outputs, samples[a] as Sample, count) }
        }),
      })),
    }),
  }
}

/** The sorted values of one number over the first draws; they hold until the next are asked for. */
type Sample = (column: number, draws: number) => Float64Array

function samplersOf(all: readonly Kept[], width: number): Sample[] {
  const list = new Float64Array(all[0]?.viable.length ?? 0)
  return all.map(({ values }) => (column, draws) => {
    let defined = 0
    for (let d = 0; d < draws; d += 1) {
      const value = values[d * width + column] as number
      if (Number.isNaN(value)) continue
      list[defined] = value
      defined += 1
    }
    return list.subarray(0, defined).sort()
  })
}

const chance = (count: number, draws: number): Chance => ({
  probability: count / draws,
  standardError: shareError(count / draws, draws),
})

function chancesOf({ viable, place }: Kept, draws: number, places: number) {
  const counts = new Array<number>(places + 1).fill(0)
  let [good, lost] = [0, 0]
  for (let d = 0; d < draws; d += 1) {
    if (viable[d] === 1) good += 1
    if (viable[d] === beyond) lost += 1
    const at = place[d] as number
    if (at <= places) counts[at] = (counts[at] as number) + 1
  }
  const ranks = counts.slice(1).map((count, i) => ({ place: i + 1, ...chance(count, draws) }))
  return { viable: chance(good, draws), first: chance(counts[1] ?? 0, draws), ranks, beyond: lost }
}

function bandsOf(outputs: readonly Output[], sample: Sample, draws: number): Bands[] {
  let column = 0
  return outputs.map((output) => {
    const bands = { p5: [], p25: [], p50: [], p75: [], p95: [] } as Record<keyof typeof shares, (number | null)[]>
    for (const end = column + widthOf(output); column < end; column += 1) {
      const sorted = sample(column, draws)
      for (const [band, share] of quantiles) bands[band].push(orNull(sampleQuantile(sorted, share)))
    }
    const { id, unit, label, years } = output
    return { id, unit, label, years, ...bands }
  })
}

/** Of each output, the median of its last number. */
function lastMedians(outputs: readonly Output[], sample: Sample, draws: number): Record<string, number | null> {
  let column = 0
  const medians = outputs.map((output): [string, number | null] => {
    column += widthOf(output)
    return [output.id, orNull(sampleQuantile(sample(column - 1, draws), shares.p50))]
  })
  return Object.fromEntries(medians)
}
