const wanted = 4
const letterHeight = 14

/** Round numbers from below the least to above the greatest, about five of them; zero is one wherever it lies inside. */
export function ticksOf(least: number, most: number): number[] {
  const span = most - least || 1
  const rough = span / wanted
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step)
}

/** The `d` of a line through the values that there are. */
export function pathOf(
  values: readonly (number | null)[],
  x: (t: number) => number,
  y: (value: number) => number,
): string {
  let drawing = false
  return values
    .map((value, t) => {
      if (value === null) {
        drawing = false
        return ''
      }
      const command = drawing ? 'L' : 'M'
      drawing = true
      return `${command}${x(t).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
}

/** Heights moved apart just so much that letters do not cover each other; the order stays. */
export function apart(heights: readonly number[]): number[] {
  const order = [...heights.keys()].sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  const moved = [...heights]
  for (const [k, index] of order.entries()) {
    const above = k === 0 ? Number.NEGATIVE_INFINITY : (moved[order[k - 1] ?? 0] ?? 0)
    moved[index] = Math.max(moved[index] ?? 0, above + letterHeight)
  }
  return moved
}
