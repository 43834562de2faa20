import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js'
import type { Scenario } from '../../../../scenario/scenario.ts'
import type { Result } from '../../../../study/result.ts'
import type { Locale } from '../../../../text/numbers.ts'
import { altOf } from '../../../charts/alt.ts'
import type { ChartId } from '../../../charts/catalogue/catalogue.ts'
import { drawnOf } from '../../../charts/catalogue/catalogue.ts'
import { configurationOf } from '../../../charts/configuration.ts'
import { csvOf } from '../../../charts/data.ts'
import type { Look } from '../../../charts/look.ts'
import type { Drawn } from '../../../charts/picture.ts'
import type { ChartSource } from '../../../charts/view.ts'
import { viewOf } from '../../../charts/view.ts'
import type { Money } from '../../state/address.ts'
import type { Document } from '../../state/api.ts'

Chart.register(BarController, LineController, BarElement, LineElement, PointElement, LinearScale, CategoryScale, Filler)

/** Letters of 13 px beside the page's own of 14. */
const letters = 0.87

export type Studies = Pick<ChartSource, 'sensitivity' | 'simulation'>

export interface PictureAsked {
  readonly id: ChartId
  readonly result: Result
  readonly document: Document
  readonly locale: Locale
  readonly money: Money
  readonly alternative?: string | undefined
  readonly variant?: string | undefined
  readonly studies?: Studies | undefined
}

/** The picture of the catalogue for what the page knows; undefined where its study was not run. */
export function pictureOf({ id, result, document, studies, ...asked }: PictureAsked): Drawn | undefined {
  const found = viewOf({ result, scenario: scenarioOf(document), ...studies }, asked)
  return found.ok ? drawnOf(id, found.view) : undefined
}

// The catalogue reads only the censuses, the names and the prices, which the document has as they are.
const scenarioOf = (document: Document): Scenario =>
  ({ ...document, economy: document.economy ?? {} }) as unknown as Scenario

export interface Range {
  readonly min: number
  readonly max: number
}

export interface Plotted {
  readonly destroy: () => void
}

/** Fonts must be there before the first letter is measured. */
export const fontsReady = (): Promise<unknown> =>
  Promise.all(['400 13px Inter', '700 13px Inter'].map((font) => document.fonts.load(font)))

export function plot(
  canvas: HTMLCanvasElement,
  drawn: Drawn,
  look: Pick<Look, 'width' | 'height' | 'theme' | 'locale'> & { range?: Range | undefined },
): Plotted {
  const configuration = configurationOf(drawn, { ...look, letters: letters })
  const options = configuration.options ?? {}
  const axis = options.scales?.[drawn.horizontal ? 'x' : 'y']
  if (look.range !== undefined && axis !== undefined) Object.assign(axis, look.range, { grace: 0 })
  canvas.width = look.width
  canvas.height = look.height
  return new Chart(canvas, { ...configuration, options: { ...options, devicePixelRatio: devicePixelRatio || 1 } })
}

/** A PNG of 1200 × 675 at twice the pixels, on white, whatever the page looks like. */
export async function pngOf(drawn: Drawn, locale: Locale): Promise<Blob | null> {
  await fontsReady()
  const canvas = document.createElement('canvas')
  canvas.width = 2400
  canvas.height = 1350
  const look = { width: canvas.width, height: canvas.height, theme: 'light', locale } as const
  const chart = new Chart(canvas, configurationOf(drawn, look))
  const blob = await new Promise<Blob | null>((take) => canvas.toBlob(take, 'image/png'))
  chart.destroy()
  return blob
}

export { altOf, csvOf }
