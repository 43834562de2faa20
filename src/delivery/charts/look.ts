import type { Locale } from '../../text/numbers.ts'
import type { Box } from './frame/labels.ts'
import type { Theme } from './palette.ts'
import { colourOf, inksOf } from './palette.ts'
import type { Series } from './picture.ts'

export interface Look {
  readonly width: number
  readonly height: number
  readonly theme: Theme
  readonly locale: Locale
  /** Size of letters and lines against 1200 × 675 where they do not follow the picture's, as on a page that has its own. */
  readonly letters?: number | undefined
  /** Told where every text stands, once it is drawn. */
  readonly onBoxes?: ((boxes: readonly Box[]) => void) | undefined
}

/** How much larger or smaller than 1200 × 675 letters and lines are. */
export const scaleOf = ({ width, height, letters }: Pick<Look, 'width' | 'height' | 'letters'>): number =>
  letters ?? Math.min(3, Math.max(0.7, Math.sqrt((width * height) / (1200 * 675))))

/** Too small for words: only the lines and bars are drawn, and the text alternative says the rest. */
export const isThumbnail = ({ width, height, letters }: Pick<Look, 'width' | 'height' | 'letters'>): boolean =>
  letters === undefined && (width < 400 || height < 250)

/** As on a telephone: names stand over the picture and break sooner. */
export const isNarrow = (look: Pick<Look, 'width' | 'height' | 'letters'>): boolean => look.width < 520 * scaleOf(look)

export const fontFamily = 'Inter'

/** The colour of a series and, for a limit, that of quiet text. */
export const inkOf = (series: Series, index: number, theme: Theme): string =>
  series.muted === true ? inksOf(theme).quiet : colourOf(colourAt(series, index), theme)

export const colourAt = (series: Series, index: number): number => series.colour ?? index
