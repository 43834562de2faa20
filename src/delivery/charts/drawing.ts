import { createRequire } from 'node:module'
import type { Chart } from 'chart.js'
import { ChartJSNodeCanvas } from 'chartjs-node-canvas'
import { fontFamily } from './look.ts'

const require = createRequire(import.meta.url)
const { registerFont } = require('canvas') as {
  registerFont(file: string, face: { family: string; weight: string }): void
}

// Without a font of its own a bare machine draws no letters and says nothing.
const faces = {
  400: require.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'),
  700: require.resolve('@fontsource/inter/files/inter-latin-700-normal.woff2'),
}
for (const [weight, file] of Object.entries(faces)) registerFont(file, { family: fontFamily, weight })

export interface Size {
  readonly width: number
  readonly height: number
}

const mostKept = 8
const canvases = new Map<string, ChartJSNodeCanvas>()

/** One drawing service per size, since each new one loads Chart.js again; the least recently used makes room. */
export function canvasOf({ width, height }: Size, type: 'png' | 'svg'): ChartJSNodeCanvas {
  const key = `${type} ${width} ${height}`
  const made =
    canvases.get(key) ??
    new ChartJSNodeCanvas({
      width,
      height,
      ...(type === 'svg' ? { type } : {}),
      chartCallback: (chart: typeof Chart) => {
        chart.defaults.font.family = fontFamily
      },
    })
  canvases.delete(key)
  canvases.set(key, made)
  const oldest = canvases.size > mostKept ? canvases.keys().next().value : undefined
  if (oldest !== undefined) canvases.delete(oldest)
  return made
}

const mostAtOnce = 2
let underWay = 0
const waiting: (() => void)[] = []

/** Runs few drawings at once: each holds megabytes outside the heap. */
export async function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  if (underWay >= mostAtOnce) await new Promise<void>((go) => waiting.push(go))
  else underWay += 1
  try {
    return await draw()
  } finally {
    const next = waiting.shift()
    if (next === undefined) underWay -= 1
    else next()
  }
}
