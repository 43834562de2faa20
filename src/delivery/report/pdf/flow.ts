import { Ink, leading } from './ink.ts'
import { colours, paper } from './look.ts'

export type Element = PDFKit.PDFStructureElement

export interface ElementOptions {
  readonly alt?: string
  readonly bbox?: readonly number[]
  readonly scope?: 'Row' | 'Column'
}

/** The page where the next block goes: how much room is left, and a new page where there is none. */
export class Flow {
  readonly doc: PDFKit.PDFDocument
  readonly ink: Ink
  readonly root: Element
  y = 0
  landscape = false
  /** Pages so far; the cover is the first. */
  page = 0

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    this.ink = new Ink(doc)
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
  }

  /** An element of the structure tree; the types of the package lack some options. */
  struct(tag: string, options: ElementOptions = {}, children: (() => void) | Element[] | null = null): Element {
    const made: PDFKit.Mixins.StructureElementOptions = options
    return this.doc.struct(tag as Parameters<PDFKit.PDFDocument['struct']>[0], made, children as never)
  }

  get left(): number {
    return paper.margin
  }

  get width(): number {
    return (this.landscape ? paper.long : paper.short) - 2 * paper.margin
  }

  get top(): number {
    return paper.margin + 8
  }

  get bottom(): number {
    return (this.landscape ? paper.short : paper.long) - paper.margin
  }

  get room(): number {
    return this.bottom - this.y
  }

  get bodyHeight(): number {
    return this.bottom - this.top
  }

  newPage(landscape = this.landscape): void {
    this.landscape = landscape
    const size: [number, number] = landscape ? [paper.long, paper.short] : [paper.short, paper.long]
    this.doc.addPage({ size, margin: 0 })
    this.page += 1
    this.y = this.top
  }

  /** Makes sure that so much fits on this page. */
  need(height: number): void {
    if (height > this.room && this.y > this.top) this.newPage()
  }

  /** Draws something that screen readers skip. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    draw()
    this.doc.endMarkedContent()
  }

  fill(box: { x: number; y: number; width: number; height: number }, colour: string): void {
    this.artifact(() => this.doc.rect(box.x, box.y, box.width, box.height).fill(colour))
  }

  rule(y: number, { x = this.left, width = this.width, colour = colours.rule as string, weight = 0.5 } = {}): void {
    this.artifact(() =>
      this.doc
        .lineWidth(weight)
        .strokeColor(colour)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(),
    )
  }
}

export const lineHeight = (size: number): number => size * leading
