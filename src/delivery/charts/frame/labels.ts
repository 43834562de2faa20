/** A rectangle of text, in pixels. */
export interface Box {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Measure = (text: string) => number

/** Breaks a text between words into lines no wider than allowed; the last line that may be is cut with an ellipsis. */
export function wrap(text: string, measure: Measure, { width, lines }: { width: number; lines: number }): string[] {
  const made: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      made.push(line)
      line = word
    } else line = longer
  }
  made.push(line)
  const kept = made.slice(0, lines)
  if (made.length > lines) kept[lines - 1] = `${kept[lines - 1] ?? ''}…`
  return kept.map((one) => cut(one, measure, width))
}

function cut(text: string, measure: Measure, width: number): string {
  if (measure(text) <= width) return text
  let kept = text.replace(/…$/, '')
  while (kept.length > 1 && measure(`${kept}…`) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

/** Moves labels apart along one axis, keeping their order, inside [from, to]; gives the middle of each, in the order given. */
export function pushApart(
  wanted: readonly { middle: number; height: number }[],
  { from, to }: { from: number; to: number },
): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a]?.middle ?? 0) - (wanted[b]?.middle ?? 0))
  const middles = wanted.map(({ middle }) => middle)
  let edge = from
  for (const at of order) {
    const height = wanted[at]?.height ?? 0
    middles[at] = Math.max(middles[at] ?? 0, edge + height / 2)
    edge = (middles[at] ?? 0) + height / 2
  }
  edge = to
  for (const at of order.reverse()) {
    const height = wanted[at]?.height ?? 0
    middles[at] = Math.min(middles[at] ?? 0, edge - height / 2)
    edge = (middles[at] ?? 0) - height / 2
  }
  return middles
}

export const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width - 0.5 &&
  other.x < one.x + one.width - 0.5 &&
  one.y < other.y + other.height - 0.5 &&
  other.y < one.y + one.height - 0.5
