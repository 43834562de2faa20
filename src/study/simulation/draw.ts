import { quantileOf } from '../../numeric/random/distributions.ts'
import { correlated } from '../../numeric/random/rank-correlation.ts'
import { drawStream } from '../../numeric/random/streams.ts'
import { isObject } from '../../scenario/fields.ts'
import { getPointer, pointerTokens, toPointer } from '../../scenario/pointer.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Change } from '../sensitivity/inputs.ts'
import { moved, withValue } from '../sensitivity/inputs.ts'
import type { Effect, Job, UncertainInput } from './job.ts'

/** The numbers drawn for each input, by the index of the draw; they depend on the seed and the index alone. */
export function drawsOf({
  inputs,
  copula,
  seed,
}: Pick<Job, 'inputs' | 'copula' | 'seed'>): (index: number) => number[] {
  const quantiles = inputs.map(({ distribution }) => quantileOf(distribution))
  return (index) => {
    const random = drawStream(seed, index)
    // Zero, one number in 2⁵³, has no quantile.
    const uniforms = inputs.map(() => Math.max(2 ** -54, random.nextDouble()))
    const told = copula ? correlated(copula, uniforms) : uniforms
    return quantiles.map((quantile, k) => quantile(told[k] as number))
  }
}

/** The scenario with the drawn numbers in it: each inside the limits of its place, fractions that sum 1 still summing 1. */
export function drawnScenario(job: Pick<Job, 'scenario' | 'inputs'>, drawn: readonly number[]): Scenario {
  let { scenario } = job
  job.inputs.forEach(({ driver, effect }, k) => {
    scenario = moved(scenario, driver, changeOf(effect, drawn[k] as number)).scenario
  })
  for (const pointer of wholesOf(job.inputs)) scenario = summingOne(scenario, pointer)
  return scenario
}

export const changeOf = (effect: Effect, drawn: number): Change =>
  effect === 'value' ? { value: drawn } : { share: effect === 'factor' ? drawn - 1 : drawn }

const known = new WeakMap<readonly UncertainInput[], readonly string[]>()

/** Pointers of the compositions that the inputs touch: fractions that sum 1 [5.1, 6]. */
export function wholesOf(inputs: readonly UncertainInput[]): readonly string[] {
  let wholes = known.get(inputs)
  if (!wholes) {
    const tokens = inputs.flatMap(({ driver }) => driver.pointers.map((p) => pointerTokens(p) ?? []))
    const parts = tokens.filter((path) => path.slice(0, -1).some((token) => token.startsWith('composition')))
    wholes = [...new Set(parts.map((path) => toPointer(path.slice(0, -1))))]
    known.set(inputs, wholes)
  }
  return wholes
}

function summingOne(scenario: Scenario, pointer: string): Scenario {
  const shares = getPointer(scenario, pointer)
  if (!isObject(shares)) return scenario
  const numbers = Object.entries(shares).filter((s): s is [string, number] => typeof s[1] === 'number')
  const sum = numbers.reduce((total, [, share]) => total + share, 0)
  if (sum === 0) return scenario
  const kept = { ...shares, ...Object.fromEntries(numbers.map(([name, share]) => [name, share / sum])) }
  return withValue(scenario, pointerTokens(pointer) ?? [], kept) as Scenario
}

const probeDraws = 6
const corner = 1e-3

/** Scenarios with every input low and with every input high. */
export const cornersOf = (job: Job): Scenario[] =>
  [corner, 1 - corner].map((p) =>
    drawnScenario(
      job,
      job.inputs.map(({ distribution }) => quantileOf(distribution)(p)),
    ),
  )

/** Scenarios in which every input has moved: all low, all high, and a few draws. */
export function probesOf(job: Job): Scenario[] {
  const draw = drawsOf(job)
  return [...cornersOf(job), ...Array.from({ length: probeDraws }, (_, i) => drawnScenario(job, draw(i)))]
}
