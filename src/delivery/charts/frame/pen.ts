import type { Chart } from 'chart.js'
import type { Inks } from '../palette.ts'
import { dashOf } from '../palette.ts'
import type { Area } from './hatch.ts'
import type { Box } from './labels.ts'

interface Written {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly bold?: boolean
  readonly quiet?: boolean
  readonly align?: 'left' | 'right' | 'center'
}

/** Writes and draws on a canvas, and keeps where each text stands. */
export class Pen {
  readonly ctx: Chart['ctx']
  readonly boxes: Box[] = []
  private readonly inks: Inks

  constructor(ctx: Chart['ctx'], inks: Inks) {
    this.ctx = ctx
    this.inks = inks
  }

  /** Where a text would stand, y being its middle. */
  boxOf(text: string, { x, y, size, bold, align = 'left' }: Written): Box {
    this.ctx.font = `${bold === true ? 700 : 400} ${size}px Inter`
    const { width } = this.ctx.measureText(text)
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    return { text, x: left, y: y - size * 0.6, width, height: size * 1.2 }
  }

  /** Writes a text and gives its width. */
  text(text: string, written: Written): number {
    const box = this.boxOf(text, written)
    this.ctx.save()
    this.ctx.textBaseline = 'middle'
    this.ctx.textAlign = 'left'
    this.ctx.fillStyle = written.quiet === true ? this.inks.quiet : this.inks.ink
    this.ctx.fillText(text, box.x, written.y)
    this.ctx.restore()
    this.boxes.push(box)
    return box.width
  }

  line([x1, y1, x2, y2]: readonly [number, number, number, number], width: number, dash: readonly number[] = []): void {
    this.ctx.save()
    this.ctx.strokeStyle = this.inks.quiet
    this.ctx.lineWidth = width
    this.ctx.setLineDash([...dash])
    this.ctx.beginPath()
    this.ctx.moveTo(x1, y1)
    this.ctx.lineTo(x2, y2)
    this.ctx.stroke()
    this.ctx.restore()
  }

  fill({ x, y, width, height }: Area, colour: string): void {
    this.ctx.save()
    this.ctx.fillStyle = colour
    this.ctx.fillRect(x, y, width, height)
    this.ctx.restore()
  }

  /** The piece of a line, or the open point of a census, that stands before a name. */
  stroke(of: {
    x: number
    y: number
    width: number
    colour: string
    index: number
    strong: boolean
    points: boolean
    k: number
  }): void {
    const { ctx } = this
    ctx.save()
    ctx.strokeStyle = of.colour
    ctx.lineWidth = (of.strong ? 3.5 : 2.5) * of.k
    ctx.beginPath()
    if (of.points) ctx.arc(of.x + of.width / 2, of.y, 5.5 * of.k, 0, 2 * Math.PI)
    else {
      ctx.setLineDash(of.strong ? [] : dashOf(of.index).map((length) => length * of.k))
      ctx.moveTo(of.x, of.y)
      ctx.lineTo(of.x + of.width, of.y)
    }
    ctx.stroke()
    ctx.restore()
  }
}
