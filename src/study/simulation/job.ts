import type { Distribution } from '../../numeric/random/distributions.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Sentence } from '../../text/viability.ts'
import type { Driver } from '../sensitivity/inputs.ts'

/** How a drawn number moves an input: it multiplies the value as it stands, stands in its place, or is added to it. */
export type Effect = 'factor' | 'value' | 'addition'

/** An uncertain input as it is asked for: one pointer, or several that move together. */
export interface UncertainAsked {
  readonly pointer?: string | undefined
  readonly pointers?: readonly string[] | undefined
  readonly label?: string | undefined
  readonly distribution: Distribution
  /** Factor unless told otherwise. */
  readonly effect?: Effect | undefined
}

export interface SimulationAsked {
  /** The usual uncertain inputs where absent. */
  readonly inputs?: readonly UncertainAsked[] | undefined
  /** Rank correlation of the inputs, in their order. */
  readonly correlation?: readonly (readonly number[])[] | undefined
  readonly draws: number
  readonly seed: number
  /** Figures and lines, as `planNpv`, `cash` or `userTariff::userClass=stratum1,zone=urban`. */
  readonly outputs?: readonly string[] | undefined
}

export interface UncertainInput {
  readonly driver: Driver
  readonly distribution: Distribution
  readonly effect: Effect
}

/** A simulation that was read: plain data, so that a thread can be given it. */
export interface Job {
  readonly scenario: Scenario
  readonly inputs: readonly UncertainInput[]
  /** The triangle that makes normals correlate; none where inputs are independent. */
  readonly copula?: readonly (readonly number[])[]
  readonly seed: number
  readonly draws: number
  readonly outputs: readonly Output[]
  /** The inputs are the usual ones, not the plan's own. */
  readonly illustrative: boolean
}

/** How many numbers one draw of an output has. */
export const widthOf = ({ years }: Output): number => years?.length ?? 1

/** What is drawn of a job: a figure, or a line by year. */
export interface Output {
  readonly id: string
  readonly unit: string
  readonly label: Sentence
  /** Calendar years; null for a single figure. */
  readonly years: readonly number[] | null
}

export const limits = Object.freeze({
  draws: 100_000,
  inputs: 60,
  outputs: 40,
  /** Numbers kept at once, of 8 bytes each. */
  numbers: 25_000_000,
})
