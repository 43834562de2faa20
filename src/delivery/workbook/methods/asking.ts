import type { Method } from '../../../formula/entry.ts'
import type { Locale } from '../../../text/numbers.ts'
import type { Layout } from '../layout.ts'

/** A row that a method needs beside its own. */
export interface MethodRow {
  readonly name: string
  readonly template: string
  readonly values: readonly number[]
  readonly once: boolean
}

export interface MethodFormula {
  readonly template: string
  readonly helpers: readonly MethodRow[]
}

export interface Asking {
  readonly layout: Layout
  readonly sheet: string
  readonly method: Method
  readonly locale: Locale
  /** The row of the n-th helper. */
  readonly helperAt: (n: number) => number
}
