import svgToPdf from 'svg-to-pdfkit'
import { svgOf } from '../../charts/svg.ts'
import type { Block, Definitions, Figure, Heading, List, Paragraph } from '../document.ts'
import type { Flow } from './flow.ts'
import { lineHeight } from './flow.ts'
import type { Style } from './ink.ts'
import { colours, gaps, styles } from './look.ts'
import { drawTable, tableStart } from './table.ts'

/** SVG of each chart of the report, drawn beforehand. */
export type Pictures = ReadonlyMap<Figure, string>

const picture = { width: 900, height: 480 }

/** Draws the charts of blocks as vectors. */
export async function picturesOf(blocks: readonly Block[], locale: 'es' | 'en'): Promise<Pictures> {
  const drawn = new Map<Figure, string>()
  for (const block of blocks)
    if (block.kind === 'figure')
      drawn.set(block, await svgOf(block.drawn, { ...picture, theme: 'print', locale }, block.alt))
  return drawn
}

const mostPicture = 300

function pictureSize(flow: Flow): { width: number; height: number } {
  const height = Math.min(mostPicture, (flow.width * picture.height) / picture.width)
  return { width: (height * picture.width) / picture.height, height }
}

const headingStyles = { 1: styles.heading1, 2: styles.heading2, 3: styles.heading3 } as const
const headingGaps = { 1: gaps.heading1, 2: gaps.heading2, 3: gaps.heading3 } as const

/** What a block needs on a page to begin there. */
export function startOf(flow: Flow, block: Block): number {
  switch (block.kind) {
    case 'heading':
      return headingHeight(flow, block)
    case 'table':
      return tableStart(flow, block)
    case 'figure':
      return pictureSize(flow).height + 2 * gaps.figure
    case 'paragraph':
      return 2 * lineHeight(styleOf(block).size) + gaps.block
    case 'list':
    case 'definitions':
      return 2 * lineHeight(styles.body.size) + gaps.block
  }
}

const headingHeight = (flow: Flow, { level, text }: Heading): number => {
  const style = headingStyles[level]
  return headingGaps[level] + flow.ink.lines(text, flow.width, style).length * lineHeight(style.size) + 3
}

export function drawHeading(flow: Flow, block: Heading): void {
  const style = headingStyles[block.level]
  flow.y += flow.y > flow.top ? headingGaps[block.level] : 0
  drawText(flow, { text: block.text, tag: `H${block.level}`, style })
  flow.y += 3
}

export function drawBlock(flow: Flow, block: Exclude<Block, Heading>, pictures: Pictures): void {
  if (block.kind === 'table') drawTable(flow, block)
  else if (block.kind === 'figure') drawFigure(flow, block, pictures)
  else if (block.kind === 'paragraph') drawParagraph(flow, block)
  else if (block.kind === 'list') drawList(flow, block)
  else drawDefinitions(flow, block)
}

function styleOf({ style }: Paragraph): Style {
  if (style === 'lead') return styles.lead
  if (style === 'note') return styles.note
  return style === 'formula' ? styles.formula : styles.body
}

/** Lines of one element; where a page ends between them the element goes on in the next. */
function drawText(
  flow: Flow,
  { text, tag, style, indent = 0 }: { text: string; tag: string; style: Style; indent?: number },
): void {
  const lines = flow.ink.lines(text, flow.width - indent, style)
  const height = lineHeight(style.size)
  const element = flow.struct(tag)
  flow.root.add(element)
  let at = 0
  while (at < lines.length) {
    if (height > flow.room) flow.newPage()
    const fit = Math.max(1, Math.floor(flow.room / height))
    const left = lines.length - at
    // a last line alone at the top of a page reads badly
    const count = left > fit && left - fit === 1 && fit > 2 ? fit - 1 : Math.min(fit, left)
    const some = lines.slice(at, at + count)
    const { y } = flow
    element.add(() =>
      some.forEach((line, i) => void flow.ink.write(line, { x: flow.left + indent, y: y + i * height }, style)),
    )
    flow.y += count * height
    at += count
  }
  element.end()
}

function drawParagraph(flow: Flow, block: Paragraph): void {
  const style = styleOf(block)
  if (block.style !== 'missing') {
    drawText(flow, { text: block.text, tag: 'P', style })
    flow.y += gaps.block
    return
  }
  const height = flow.ink.lines(block.text, flow.width - 16, style).length * lineHeight(style.size) + 10
  if (height < flow.bodyHeight) {
    flow.need(height)
    flow.fill({ x: flow.left, y: flow.y, width: flow.width, height }, colours.warning)
    flow.fill({ x: flow.left, y: flow.y, width: 2.5, height }, colours.warningRule)
    flow.y += 5
  }
  drawText(flow, { text: block.text, tag: 'P', style, indent: 10 })
  flow.y += 5 + gaps.block
}

function drawList(flow: Flow, { items }: List): void {
  const indent = 12
  for (const item of items) {
    const lines = flow.ink.lines(item, flow.width - indent, styles.body).length
    flow.need(Math.min(lines, 3) * lineHeight(styles.body.size))
    const { y } = flow
    flow.artifact(() => flow.ink.write('•', { x: flow.left + 2, y }, styles.body))
    drawText(flow, { text: item, tag: 'P', style: styles.body, indent })
    flow.y += 2.5
  }
  flow.y += gaps.block - 2.5
}

function drawDefinitions(flow: Flow, { items }: Definitions): void {
  const height = lineHeight(styles.body.size)
  const term = { ...styles.body, weight: 'bold' as const }
  const indent = Math.min(170, Math.max(...items.map((i) => flow.ink.width(i.term, term))) + 14)
  for (const item of items) {
    const lines = flow.ink.lines(item.text, flow.width - indent, styles.body)
    const terms = flow.ink.lines(item.term, indent - 10, term)
    flow.need(Math.max(lines.length, terms.length) * height)
    const { y } = flow
    const draw = () => {
      terms.forEach((line, i) => void flow.ink.write(line, { x: flow.left, y: y + i * height }, term))
      lines.forEach((line, i) => void flow.ink.write(line, { x: flow.left + indent, y: y + i * height }, styles.body))
    }
    flow.root.add(flow.struct('P', {}, draw))
    flow.y += Math.max(lines.length, terms.length) * height + 3
  }
  flow.y += gaps.block
}

function drawFigure(flow: Flow, block: Figure, pictures: Pictures): void {
  const { width, height } = pictureSize(flow)
  flow.need(height + gaps.figure)
  flow.y += gaps.figure / 2
  const [x, y] = [flow.left + (flow.width - width) / 2, flow.y]
  const svg = pictures.get(block) ?? ''
  const box: [number, number, number, number] = [x, y, x + width, y + height]
  const draw = () =>
    svgToPdf(flow.doc, svg, x, y, { width, height, preserveAspectRatio: 'xMinYMin meet', assumePt: true })
  flow.root.add(flow.struct('Figure', { alt: block.alt, bbox: box }, draw))
  flow.y += height + gaps.figure
}
