import type { Chart, Plugin } from 'chart.js'
import { chartWords } from '../../../text/charts/words.ts'
import { plain } from '../../../text/numbers.ts'
import type { Look } from '../look.ts'
import { colourAt, fontFamily, inkOf, isNarrow, isThumbnail, scaleOf } from '../look.ts'
import { inksOf } from '../palette.ts'
import type { Drawn, Series } from '../picture.ts'
import { hatch } from './hatch.ts'
import { pushApart, wrap } from './labels.ts'
import { numbersOn } from './marks.ts'
import { Pen } from './pen.ts'

interface Named {
  readonly series: Series
  readonly index: number
  readonly lines: readonly string[]
}

interface Plan {
  readonly title: readonly string[]
  readonly subtitle: readonly string[]
  readonly source: readonly string[]
  /** Names beside the last value of each series; or rows of a key over the picture. */
  readonly beside: readonly Named[]
  readonly key: readonly (readonly Named[])[]
  readonly sideWidth: number
  readonly top: number
}

const mostBeside = 8

/** Draws what Chart.js does not: background, title, unit, names of series, hatches, numbers and source line. */
export function framePlugin(drawn: Drawn, look: Look): Plugin {
  let plan: Plan | undefined
  const k = scaleOf(look)
  const margin = 28 * k
  return {
    id: 'frame',
    beforeLayout(chart) {
      if (isThumbnail(look)) {
        chart.options.layout = { padding: Math.min(4, look.width / 8, look.height / 8) }
        return
      }
      plan = planOf(chart, drawn, look)
      const bottom = margin * 0.7 + plan.source.length * 17 * k + 8 * k
      const right = plan.sideWidth > 0 ? plan.sideWidth + margin : margin
      chart.options.layout = { padding: { left: margin * 0.8, right, top: plan.top, bottom } }
    },
    beforeDraw(chart) {
      chart.ctx.save()
      chart.ctx.fillStyle = inksOf(look.theme).background
      chart.ctx.fillRect(0, 0, chart.width, chart.height)
      chart.ctx.restore()
    },
    afterDatasetsDraw(chart) {
      hatchBars(chart, drawn, look)
    },
    afterDraw(chart) {
      if (plan === undefined) return
      const pen = new Pen(chart.ctx, inksOf(look.theme))
      writeFrame(pen, plan, { look, margin })
      for (const side of [writeKey, writeBeside]) side({ pen, chart, plan, look, margin })
      numbersOn({ pen, chart, drawn, look })
      if (drawn.series.every(({ values }) => values.every((value) => value === null))) {
        const { left, right, top, bottom } = chart.chartArea
        pen.text(chartWords[look.locale].nothing, {
          x: (left + right) / 2,
          y: (top + bottom) / 2,
          size: 17 * k,
          align: 'center',
          quiet: true,
        })
      }
      look.onBoxes?.(pen.boxes)
    },
  }
}

function planOf(chart: Chart, drawn: Drawn, look: Look): Plan {
  const k = scaleOf(look)
  const width = look.width - 56 * k
  const measured =
    (size: number, weight = 400) =>
    (text: string) => {
      chart.ctx.font = `${weight} ${size}px ${fontFamily}`
      return chart.ctx.measureText(text).width
    }
  const title = wrap(drawn.title, measured(25 * k, 700), { width, lines: isNarrow(look) ? 4 : 2 })
  const subtitle = wrap(drawn.subtitle, measured(16 * k), { width, lines: 2 })
  const source = wrap(drawn.source, measured(13 * k), { width, lines: 2 })
  const measure = measured(15 * k)
  const shown = drawn.series.filter(({ values }) => values.some((value) => value !== null))
  const single =
    drawn.horizontal &&
    (shown.length === 1 ||
      (new Set(drawn.series.map(({ label }) => label)).size === drawn.categories.length &&
        drawn.series.every(({ values }) => values.filter((v) => v !== null).length <= 1)))
  const room = look.height * 0.62
  const named = drawn.series.map((series, index): Named => {
    const text = besideText(series, drawn, look)
    return { series, index, lines: wrap(text, measure, { width: look.width * 0.19, lines: 2 }) }
  })
  const lines = named.reduce((sum, one) => sum + one.lines.length, 0)
  const beside =
    !drawn.horizontal && !isNarrow(look) && named.length <= mostBeside && lines * 19 * k <= room ? named : []
  const key = drawn.horizontal
    ? single
      ? []
      : keyRows(drawn, measure, { width, k })
    : beside.length > 0
      ? []
      : keyRows(drawn, measure, { width, k })
  const sideWidth = Math.max(0, ...beside.flatMap((one) => one.lines.map(measure))) + (beside.length > 0 ? 40 * k : 0)
  const top =
    28 * k * 0.8 +
    title.length * 31 * k +
    subtitle.length * 21 * k +
    key.length * 25 * k +
    (drawn.notes || drawn.mark ? 30 : 18) * k
  return { title, subtitle, source, beside, key, sideWidth, top }
}

/** The name of a series with its last value, which is where the name stands. */
function besideText({ label, values, shape }: Series, drawn: Drawn, look: Look): string {
  const last = values.findLast((value) => value !== null)
  return shape === 'points' || shape === 'band' || last === undefined || last === 0
    ? label
    : `${label}: ${plain(last, drawn.decimals, look.locale)}`
}

function keyRows(
  drawn: Drawn,
  measure: (text: string) => number,
  { width, k }: { width: number; k: number },
): Named[][] {
  const rows: Named[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const [index, series] of drawn.series.entries()) {
    const lines = wrap(series.label, measure, { width: width - 40 * k, lines: 1 })
    const own = measure(lines[0] ?? '') + 46 * k
    if (used + own > width) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push({ series, index, lines })
    used += own
  }
  return rows
}

function writeFrame(
  pen: Pen,
  { title, subtitle, source }: Plan,
  { look, margin }: { look: Look; margin: number },
): void {
  const k = scaleOf(look)
  let y = margin * 0.8 + 14 * k
  for (const line of title) {
    pen.text(line, { x: margin, y, size: 25 * k, bold: true })
    y += 31 * k
  }
  for (const line of subtitle) {
    pen.text(line, { x: margin, y: y - 2 * k, size: 16 * k, quiet: true })
    y += 21 * k
  }
  for (const [at, line] of source.entries()) {
    const fromBottom = (source.length - at - 0.5) * 17 * k
    pen.text(line, { x: margin, y: look.height - margin * 0.6 - fromBottom, size: 13 * k, quiet: true })
  }
}

interface Sheet {
  readonly pen: Pen
  readonly chart: Chart
  readonly plan: Plan
  readonly look: Look
  readonly margin: number
}

function writeKey({ pen, plan, look, margin }: Sheet): void {
  const k = scaleOf(look)
  let y = margin * 0.8 + plan.title.length * 31 * k + plan.subtitle.length * 21 * k + 17 * k
  for (const row of plan.key) {
    let x = margin
    for (const { series, index, lines } of row) {
      swatch(pen, { series, index, look, x, y })
      const text = lines[0] ?? ''
      x += 24 * k
      x += pen.text(text, { x, y, size: 15 * k }) + 22 * k
    }
    y += 25 * k
  }
}

function writeBeside({ pen, chart, plan, look }: Sheet): void {
  const k = scaleOf(look)
  const { right, top, bottom } = chart.chartArea
  const wanted = plan.beside.map(({ series, lines }) => ({
    middle: endOf(chart, series),
    height: lines.length * 18 * k + 5 * k,
  }))
  const middles = pushApart(wanted, { from: top - 14 * k, to: bottom + 14 * k })
  for (const [at, { series, index, lines }] of plan.beside.entries()) {
    const y = middles[at] ?? 0
    const moved = Math.abs(y - (wanted[at]?.middle ?? y)) > 6 * k
    if (moved) pen.line([right + 2 * k, wanted[at]?.middle ?? y, right + 10 * k, y], k)
    swatch(pen, { series, index, look, x: right + 14 * k, y: y - ((lines.length - 1) * 18 * k) / 2 })
    for (const [line, text] of lines.entries()) {
      pen.text(text, { x: right + 38 * k, y: y + (line - (lines.length - 1) / 2) * 18 * k, size: 15 * k })
    }
  }
}

/** Where a series ends on the last category: on a line its point, on a bar the middle of its piece. */
function endOf(chart: Chart, series: Series): number {
  const dataset = chart.data.datasets.findIndex(({ label }) => label === series.label)
  const meta = chart.getDatasetMeta(Math.max(0, dataset))
  const last = series.values.findLastIndex((value) => value !== null)
  const element = meta.data[last]
  if (element === undefined) return (chart.chartArea.top + chart.chartArea.bottom) / 2
  const { y, base } = element.getProps(['x', 'y', 'base'], true) as { y: number; base?: number }
  const below = series.shape === 'bar' && series.values[last] === 0 && series.values.some((value) => (value ?? 0) < 0)
  // Chart.js stacks a zero on the positive side, whatever the series is.
  if (below) return chart.scales.y?.getPixelForValue(0) ?? y
  const middle = series.shape === 'bar' && base !== undefined ? (y + base) / 2 : y
  if (series.shape !== 'band') return middle
  const low = chart.getDatasetMeta(dataset + 1).data[last]?.y ?? y
  return series.id === 'p25-p75' ? y * 0.75 + low * 0.25 : y * 0.98 + low * 0.02
}

function swatch(
  pen: Pen,
  { series, index, look, x, y }: { series: Series; index: number; look: Look; x: number; y: number },
): void {
  const k = scaleOf(look)
  const at = colourAt(series, index)
  const colour = inkOf(series, index, look.theme)
  if (series.shape === 'line' || series.shape === 'points') {
    pen.stroke({
      x,
      y,
      width: 18 * k,
      colour,
      index: at,
      strong: series.strong ?? false,
      points: series.shape === 'points',
      k,
    })
    return
  }
  const area = { x, y: y - 7 * k, width: 16 * k, height: 14 * k }
  pen.fill(area, series.shape === 'band' ? `${colour}66` : colour)
  if (series.shape === 'bar') hatch(pen.ctx, area, { index: at, ink: inksOf(look.theme).background, gap: 7 * k })
}

function hatchBars(chart: Chart, drawn: Drawn, look: Look): void {
  const { background } = inksOf(look.theme)
  for (const [index, series] of drawn.series.entries()) {
    if (series.shape !== 'bar') continue
    for (const element of chart.getDatasetMeta(index).data) {
      const bar = element.getProps(['x', 'y', 'base', 'width', 'height'], true) as Record<
        'x' | 'y' | 'base' | 'width' | 'height',
        number
      >
      const area = drawn.horizontal
        ? {
            x: Math.min(bar.x, bar.base),
            y: bar.y - bar.height / 2,
            width: Math.abs(bar.x - bar.base),
            height: bar.height,
          }
        : {
            x: bar.x - bar.width / 2,
            y: Math.min(bar.y, bar.base),
            width: bar.width,
            height: Math.abs(bar.y - bar.base),
          }
      if (Number.isFinite(area.width + area.height))
        hatch(chart.ctx, area, { index: colourAt(series, index), ink: background, gap: 7 * scaleOf(look) })
    }
  }
}
