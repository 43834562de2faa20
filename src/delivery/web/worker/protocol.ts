import type { Patch } from '../../../scenario/document/plan.ts'
import type { Snapshot } from '../../../study/explore.ts'
import type { Result } from '../../../study/result.ts'
import type { Locale } from '../../../text/numbers.ts'

export const sliderIds = [
  'growth',
  'perCapita',
  'coverage',
  'capture',
  'tariff',
  'factors',
  'discountRate',
  'loanRates',
  'collection',
] as const
export type SliderId = (typeof sliderIds)[number]

/** How far each slider stands from today's value: percentage points for rates, per cent of the value for the rest. */
export type Positions = Readonly<Partial<Record<SliderId, number>>>

export interface Slider {
  readonly id: SliderId
  readonly label: string
  /** `points` adds percentage points, `percent` multiplies. */
  readonly kind: 'points' | 'percent'
  readonly min: number
  readonly max: number
  readonly step: number
  /** Least and greatest of the inputs as the plan has them; of targets that grow, at the end of the plan. */
  readonly least: number
  readonly most: number
  /** Between which values the document lets them be. */
  readonly floor: number
  readonly ceiling: number
  readonly pointers: readonly string[]
  readonly source?: {
    readonly source: string
    readonly status: 'published' | 'measured' | 'estimated' | 'illustrative'
  }
}

export interface Prepared {
  readonly snapshot: Snapshot
  readonly sliders: readonly Slider[]
}

/** What the worker can be asked, by name: what it is told and what it answers. */
export interface Questions {
  /** Prepares a plan for the two that follow; asked again when the document, the lines or the language change. */
  prepare: { asked: { document: unknown; lines: readonly string[]; locale: Locale }; answered: Prepared }
  slide: { asked: { positions: Positions }; answered: Snapshot }
  /** Moves one slider by a step and all back, so that the first move of a thumb finds its formulas compiled. */
  rehearse: { asked: { id: SliderId }; answered: undefined }
  /** The document with the values that the sliders stand at. */
  applied: { asked: { positions: Positions }; answered: unknown }
  /** The document with a study's patch; undefined where it does not fit. */
  patched: { asked: { document: unknown; patch: Patch }; answered: unknown }
  evaluate: { asked: { document: unknown; locale: Locale }; answered: Result }
}
export type QuestionName = keyof Questions

export interface Asked<N extends QuestionName = QuestionName> {
  readonly id: number
  readonly name: N
  readonly asked: Questions[N]['asked']
}

export type Told =
  | { readonly id: number; readonly ok: true; readonly answered: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }
