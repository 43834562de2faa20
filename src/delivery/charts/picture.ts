export type Values = readonly (number | null)[]

/** One thing drawn: bars, a line, or single points such as censuses. */
export interface Series {
  readonly id: string
  readonly label: string
  readonly shape: 'bar' | 'line' | 'points' | 'band'
  readonly values: Values
  /** Lower edge of a band, whose values are the upper edge. */
  readonly low?: Values
  /** Bars with the same stack stand on each other. */
  readonly stack?: string
  /** Place in the palette; its place among the series where absent. */
  readonly colour?: number
  readonly strong?: boolean
  /** A limit to compare with, not a thing of the plan. */
  readonly muted?: boolean
}

/** What a chart shows before anything is drawn: the same numbers make the picture, its data and its text. */
export interface Picture {
  readonly title: string
  /** The unit in words, with what the chart shows; stands under the title. */
  readonly subtitle: string
  readonly unit: string
  readonly categories: readonly string[]
  readonly horizontal?: boolean
  readonly decimals: number
  readonly series: readonly Series[]
  /** A line of a methods chart need not start at zero; everything else does. */
  readonly free?: boolean
  /** Writes the number at the end of each bar. */
  readonly numbers?: boolean
  /** Words over each category, such as the cover of a year's debt service. */
  readonly notes?: readonly (string | null)[]
  /** A category with something to say, such as the year a landfill ends. */
  readonly mark?: { readonly at: number; readonly label: string }
}

export interface Drawn extends Picture {
  readonly chart: string
  readonly alternative: string
  readonly variant: string
  readonly scenario: string
  readonly source: string
}
