import type { ChartConfiguration, ChartDataset, ScaleOptionsByType } from 'chart.js'
import { plain } from '../../text/numbers.ts'
import { framePlugin } from './frame/frame.ts'
import { wrap } from './frame/labels.ts'
import type { Look } from './look.ts'
import { colourAt, fontFamily, inkOf, isNarrow, isThumbnail, scaleOf } from './look.ts'
import { colourOf, dashOf, inksOf, markerOf } from './palette.ts'
import type { Drawn, Series } from './picture.ts'

/** The Chart.js configuration of a picture: the same for the server and the page. */
export function configurationOf(drawn: Drawn, look: Look): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      labels: drawn.categories.map((name) => (drawn.horizontal ? brokenName(name, look) : name)),
      datasets: drawn.series.flatMap((series, index) => datasetsOf({ series, index, drawn, look })),
    },
    options: {
      responsive: false,
      animation: false,
      devicePixelRatio: 1,
      indexAxis: drawn.horizontal ? 'y' : 'x',
      font: { family: fontFamily, size: 15 * scaleOf(look) },
      plugins: { legend: { display: false }, tooltip: { enabled: false }, title: { display: false } },
      scales: scalesOf(drawn, look),
    },
    plugins: [framePlugin(drawn, look)],
  }
}

/** Names beside bars take two lines, or three short ones; letters stand for pixels here, since nothing is measured yet. */
const brokenName = (name: string, look: Look): string[] =>
  wrap(name, (text) => text.length, isNarrow(look) ? { width: 19, lines: 3 } : { width: 30, lines: 2 })

interface Place {
  readonly series: Series
  readonly index: number
  readonly drawn: Drawn
  readonly look: Look
}

function datasetsOf(place: Place): ChartDataset[] {
  const { series, index, look } = place
  if (series.shape === 'bar') return [barOf(place)]
  if (series.shape !== 'band') return [lineOf(place)]
  const at = colourAt(series, index)
  const fill = `${colourOf(at, look.theme)}${look.theme === 'print' ? '55' : '66'}`
  const edge = { type: 'line', pointRadius: 0, borderWidth: 1, borderColor: fill, order: 5 } as const
  return [
    { ...edge, label: series.label, data: [...series.values], fill: '+1', backgroundColor: fill },
    { ...edge, label: series.label, data: [...(series.low ?? [])], fill: false },
  ]
}

function barOf({ series, index, look, drawn }: Place): ChartDataset {
  const { ink } = inksOf(look.theme)
  const stacks = new Set(drawn.series.filter(({ shape }) => shape === 'bar').map((one) => one.stack ?? one.id))
  return {
    type: 'bar',
    label: series.label,
    data: [...series.values],
    backgroundColor: colourOf(colourAt(series, index), look.theme),
    borderColor: look.theme === 'print' ? ink : inksOf(look.theme).background,
    borderWidth: 1,
    borderSkipped: false,
    stack: drawn.chart === 'tornado' ? 'tornado' : (series.stack ?? series.id),
    order: 2,
    categoryPercentage: 0.8,
    barPercentage: stacks.size > 1 ? 0.92 : 1,
    ...(drawn.horizontal ? { maxBarThickness: 44 * scaleOf(look) } : {}),
  }
}

function lineOf({ series, index, look, drawn }: Place): ChartDataset {
  const at = colourAt(series, index)
  const colour = inkOf(series, index, look.theme)
  const factor = scaleOf(look)
  const points = series.shape === 'points'
  const every = drawn.categories.length > 20 ? 5 : 3
  return {
    type: 'line',
    label: series.label,
    data: [...series.values],
    showLine: !points,
    borderColor: colour,
    backgroundColor: points ? inksOf(look.theme).background : colour,
    borderWidth: (points ? 2.5 : series.strong ? 3.5 : 2.5) * factor,
    borderDash: series.strong || points ? [] : dashOf(at).map((length) => length * factor),
    pointStyle: points ? 'circle' : markerOf(at),
    // Markers tell lines apart; one on every year would hide the line itself.
    pointRadius: points
      ? 6.5 * factor
      : ({ dataIndex }) => (series.muted !== true && dataIndex % every === 0 ? 4 * factor : 0),
    pointBorderColor: colour,
    order: 1,
    clip: false,
    spanGaps: false,
  }
}

function scalesOf(drawn: Drawn, look: Look): Record<string, { type: 'linear' | 'category' }> {
  const { ink, quiet, grid, zero } = inksOf(look.theme)
  const size = 14 * scaleOf(look)
  const hidden = isThumbnail(look)
  const stacked = drawn.series.some(({ shape }) => shape === 'bar')
  const value = {
    type: 'linear' as const,
    stacked,
    beginAtZero: drawn.free !== true,
    // Numbers stand beyond the bars.
    grace: drawn.numbers || drawn.notes ? (isNarrow(look) && drawn.horizontal ? '30%' : '8%') : 0,
    border: { display: false },
    grid: {
      display: !hidden,
      drawTicks: false,
      color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? zero : grid),
      lineWidth: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? 1.6 : 1) * scaleOf(look),
    },
    ticks: {
      display: !hidden,
      color: quiet,
      padding: 8,
      maxTicksLimit: 7,
      font: { family: fontFamily, size },
      callback: (tick: number | string, _: number, ticks: readonly { value: number }[]) =>
        plain(Number(tick), decimalsOf(ticks), look.locale),
    },
  }
  const category = {
    type: 'category' as const,
    stacked,
    border: { display: false },
    grid: { display: false },
    ticks: {
      display: !hidden,
      color: drawn.horizontal ? ink : quiet,
      autoSkip: !drawn.horizontal,
      autoSkipPadding: 14,
      maxRotation: 0,
      padding: 6,
      font: { family: fontFamily, size },
    },
  } satisfies Partial<Record<keyof ScaleOptionsByType<'category'>, unknown>>
  return drawn.horizontal ? { x: value, y: category } : { x: category, y: value }
}

/** As many decimals as the step between ticks needs. */
function decimalsOf(ticks: readonly { value: number }[]): number {
  const step = Math.abs((ticks[1]?.value ?? 1) - (ticks[0]?.value ?? 0))
  if (!(step > 0) || step >= 1) return Number.isInteger(step) || !(step > 0) ? 0 : 1
  return Math.min(4, Math.ceil(-Math.log10(step) - 1e-9))
}
