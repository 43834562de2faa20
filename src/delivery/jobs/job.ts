import type { Locale } from '../../text/numbers.ts'
import type { Sentence } from '../../text/viability.ts'
import type { JobState } from '../store/schema.ts'

export const jobKinds = ['simulation', 'portfolio', 'workbook', 'report'] as const
export type JobKind = (typeof jobKinds)[number]

/** A job as it is asked for: what every part needs, and each part's own share with how much there is to do in it. */
export interface NewJob {
  readonly workspace: string
  readonly createdBy?: string | undefined
  readonly kind: JobKind
  readonly locale: Locale
  readonly request: unknown
  readonly parts: readonly { readonly request: unknown; readonly items: number }[]
}

/** Why a job failed, for people. */
export interface JobProblem extends Sentence {
  readonly code: string
}

/** A job as it stands. */
export interface Job {
  readonly id: string
  readonly kind: JobKind
  readonly state: JobState
  /** Units done and units in all: plans, draws or documents. */
  readonly done: number
  readonly items: number
  /** Most starts that any part of it took. */
  readonly attempts: number
  readonly problem: JobProblem | null
  readonly resultType: string | null
  readonly createdAt: string
  readonly endedAt: string | null
  readonly expiresAt: string | null
}

/** A part that a worker took, until it finishes it, gives it back or loses it. */
export interface Claim {
  readonly job: string
  readonly part: number
  readonly worker: string
  /** With the worker's name, what proves that the part is still its own. */
  readonly attempts: number
  readonly kind: JobKind
  readonly locale: Locale
  readonly items: number
  /** What all parts share, and this one's own share. */
  readonly request: unknown
  readonly share: unknown
}

/** A finished job's answer: JSON or text as it is, anything else in base64. */
export interface Answer {
  readonly type: string
  readonly body: string
}

export const ended: readonly JobState[] = ['done', 'failed', 'cancelled']
export const isText = (type: string): boolean => /^(?:text\/|application\/json)/.test(type)
