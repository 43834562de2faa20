import type { Chart } from 'chart.js'
import { plain } from '../../../text/numbers.ts'
import type { Look } from '../look.ts'
import { scaleOf } from '../look.ts'
import type { Drawn } from '../picture.ts'
import type { Box } from './labels.ts'
import { meet } from './labels.ts'
import type { Pen } from './pen.ts'

interface Sheet {
  readonly pen: Pen
  readonly chart: Chart
  readonly drawn: Drawn
  readonly look: Look
}

/** Numbers at the end of bars, words over categories, and the category with something to say. */
export function numbersOn(sheet: Sheet): void {
  if (sheet.drawn.numbers === true) endNumbers(sheet)
  if (sheet.drawn.notes !== undefined) notes(sheet)
  if (sheet.drawn.mark !== undefined) mark(sheet)
}

/** Each bar's own number; of bars on one another, their sum. */
function endNumbers({ pen, chart, drawn, look }: Sheet): void {
  const k = scaleOf(look)
  const stacks = new Set(drawn.series.map((one) => one.stack ?? one.id))
  for (const stack of stacks) {
    const own = drawn.series.flatMap((one, index) => ((one.stack ?? one.id) === stack ? [{ one, index }] : []))
    for (const at of drawn.categories.keys()) {
      const known = own.filter(({ one }) => (one.values[at] ?? null) !== null)
      if (known.length === 0) continue
      const sum = known.reduce((total, { one }) => total + (one.values[at] ?? 0), 0)
      const ends = known
        .map(({ index }) => chart.getDatasetMeta(index).data[at])
        .filter((element) => element !== undefined)
      const x = sum < 0 ? Math.min(...ends.map((end) => end.x)) : Math.max(...ends.map((end) => end.x))
      const text = plain(sum, drawn.decimals, look.locale)
      const written = { x: x + 7 * k, y: ends[0]?.y ?? 0, size: 14 * k, align: 'left' as const }
      if (sum >= 0) place(pen, text, written, look)
      else {
        const beyond = { ...written, x: x - 7 * k, align: 'right' as const }
        const zero = chart.scales.x?.getPixelForValue(0) ?? x
        // The names of the categories end a little before the bars may begin; over the axis there is always room.
        const fits = pen.boxOf(text, beyond).x >= chart.chartArea.left - 4 * k
        place(pen, text, fits ? beyond : { ...written, x: zero + 7 * k }, look)
      }
    }
  }
}

type Written = Parameters<Pen['text']>[1]

/** Writes where nothing else is written and the canvas reaches; a number that has no room is on the axis anyway. */
function place(pen: Pen, text: string, written: Written, { width, height }: Look): void {
  const box: Box = pen.boxOf(text, written)
  const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
  if (inside && !pen.boxes.some((other) => meet(box, other))) pen.text(text, written)
}

function notes({ pen, chart, drawn, look }: Sheet): void {
  const k = scaleOf(look)
  for (const [at, note] of (drawn.notes ?? []).entries()) {
    if (note === null) continue
    const tops = drawn.series.map((_, index) => chart.getDatasetMeta(index).data[at])
    const ends = tops.filter((element) => element !== undefined)
    if (ends.length === 0) continue
    const y = Math.min(...ends.map((end) => end.y)) - 13 * k
    place(pen, note, { x: ends[0]?.x ?? 0, y, size: 14 * k, align: 'center' }, look)
  }
}

function mark({ pen, chart, drawn, look }: Sheet): void {
  const k = scaleOf(look)
  const { top, bottom, right } = chart.chartArea
  const x = chart.scales.x?.getPixelForValue(drawn.mark?.at ?? 0) ?? 0
  pen.line([x, top - 6 * k, x, bottom], 1.5 * k, [5 * k, 4 * k])
  const atRight = x > right - 120 * k
  const written = {
    x: x + (atRight ? -6 : 6) * k,
    y: top - 6 * k,
    size: 14 * k,
    align: atRight ? ('right' as const) : ('left' as const),
  }
  place(pen, drawn.mark?.label ?? '', written, look)
}
