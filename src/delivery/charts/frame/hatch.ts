import type { Chart } from 'chart.js'
/** Where a bar stands. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Stroke = (ctx: Chart['ctx'], area: Area, gap: number) => void

const slanted =
  (slope: 1 | -1): Stroke =>
  (ctx, { x, y, width, height }, gap) => {
    // The lines stand on a grid of the whole canvas, so that neighbouring bars share them.
    const base = slope === 1 ? x + y : x - y - height
    const first = Math.ceil(base / gap) * gap
    for (let c = first; c <= base + width + height; c += gap) {
      ctx.moveTo(slope === 1 ? c - y : c + y, y)
      ctx.lineTo(slope === 1 ? c - y - height : c + y + height, y + height)
    }
  }

const level: Stroke = (ctx, { x, y, width, height }, gap) => {
  for (let c = Math.ceil(y / gap) * gap; c < y + height; c += gap) {
    ctx.moveTo(x, c)
    ctx.lineTo(x + width, c)
  }
}

const upright: Stroke = (ctx, { x, y, width, height }, gap) => {
  for (let c = Math.ceil(x / gap) * gap; c < x + width; c += gap) {
    ctx.moveTo(c, y)
    ctx.lineTo(c, y + height)
  }
}

const crossed: Stroke = (ctx, area, gap) => {
  slanted(1)(ctx, area, gap * 1.4)
  slanted(-1)(ctx, area, gap * 1.4)
}

const strokes: readonly (Stroke | undefined)[] = [
  undefined,
  slanted(1),
  level,
  slanted(-1),
  undefined,
  upright,
  crossed,
  slanted(1),
]

/** Hatches a bar by its place in the palette, so that bars are told apart in grey. */
export function hatch(ctx: Chart['ctx'], area: Area, look: { index: number; ink: string; gap: number }): void {
  const stroke = strokes[look.index % strokes.length]
  if (stroke === undefined || area.width < 2 || area.height < 2) return
  ctx.save()
  ctx.beginPath()
  ctx.rect(area.x, area.y, area.width, area.height)
  ctx.clip()
  ctx.beginPath()
  stroke(ctx, area, look.gap)
  ctx.strokeStyle = look.ink
  ctx.lineWidth = look.gap / 7
  ctx.stroke()
  ctx.restore()
}
