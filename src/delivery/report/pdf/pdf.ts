import PDFDocument from 'pdfkit'
import type { Block, Cover, Heading, ReportDocument } from '../document.ts'
import { headingsOf, saidOnce } from '../document.ts'
import type { Pictures } from './blocks.ts'
import { drawBlock, drawHeading, picturesOf, startOf } from './blocks.ts'
import { Flow, lineHeight } from './flow.ts'
import { colours, paper, styles } from './look.ts'

interface Placed {
  readonly heading: Heading
  /** From 1, the cover. */
  readonly page: number
  readonly name: string
}

/** The report as a tagged PDF with contents, bookmarks and vector charts; the same document gives the same bytes. */
export async function pdfOf(document: ReportDocument): Promise<Uint8Array> {
  const locale = document.language === 'en-US' ? 'en' : 'es'
  const pictures = await picturesOf(
    document.parts.flatMap((part) => part.blocks),
    locale,
  )
  const doc = openPdf(document)
  const chunks: Uint8Array[] = []
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => void chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  const flow = new Flow(doc)
  drawCover(flow, document)
  const contents = reserveContents(flow, document)
  const placed = document.parts.flatMap((part) => {
    flow.newPage(part.landscape ?? false)
    return drawBlocks(flow, saidOnce(part.blocks), pictures)
  })
  drawContents(flow, { ...contents, document, placed: placed.filter(isListed) })
  flow.root.end()
  runningHeads(flow, document)
  doc.end()
  return done
}

function openPdf({ title, subject, language, year }: ReportDocument): PDFKit.PDFDocument {
  const date = new Date(Date.UTC(year, 0, 1))
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    compress: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    info: {
      Title: title,
      Subject: subject,
      Author: 'pfv',
      Creator: 'pfv',
      Producer: 'pfv',
      CreationDate: date,
      ModDate: date,
    },
  })
}

/** Headings are kept with what follows them. */
function drawBlocks(flow: Flow, blocks: readonly Block[], pictures: Pictures): Placed[] {
  const placed: Placed[] = []
  blocks.forEach((block, i) => {
    if (block.kind !== 'heading') {
      drawBlock(flow, block, pictures)
      return
    }
    let needed = 0
    for (const next of blocks.slice(i)) {
      needed += startOf(flow, next)
      if (next.kind !== 'heading') break
    }
    flow.need(Math.min(needed, flow.bodyHeight))
    const name = `h${flow.page}-${i}`
    drawHeading(flow, block)
    flow.doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, flow.y - 40), null)
    bookmark(flow, block)
    placed.push({ heading: block, page: flow.page, name })
  })
  return placed
}

const levels = new WeakMap<Flow, (PDFKit.PDFOutline | undefined)[]>()

function bookmark(flow: Flow, { level, text }: Heading): void {
  if (level > 2) return
  const open = levels.get(flow) ?? []
  levels.set(flow, open)
  const parent = level === 1 ? flow.doc.outline : (open[1] ?? flow.doc.outline)
  open[level] = parent.addItem(text, { expanded: false })
}

function drawCover(flow: Flow, { cover, subject }: ReportDocument): void {
  flow.newPage(false)
  flow.fill({ x: 0, y: 0, width: paper.short, height: 250 }, colours.head)
  const white = '#ffffff'
  coverText(flow, cover.over, { y: 96, tag: 'P', style: { size: 11, colour: '#d5dfeb' } })
  const below = coverText(flow, cover.title, {
    y: 116,
    tag: 'Title',
    style: { size: 30, weight: 'bold', colour: white },
  })
  coverText(flow, cover.subtitle, { y: below + 10, tag: 'P', style: { size: 15, colour: white } })
  flow.y = 290
  drawFacts(flow, cover)
  flow.y = paper.long - 90
  coverText(flow, subject, { y: flow.y, tag: 'P', style: styles.note })
}

function coverText(
  flow: Flow,
  text: string,
  { y, tag, style }: { y: number; tag: string; style: Parameters<Flow['ink']['write']>[2] },
): number {
  const lines = flow.ink.lines(text, flow.width, style)
  const height = lineHeight(style.size)
  const draw = () => lines.forEach((line, i) => void flow.ink.write(line, { x: flow.left, y: y + i * height }, style))
  flow.root.add(flow.struct(tag === 'Title' ? 'H1' : tag, {}, draw))
  return y + lines.length * height
}

function drawFacts(flow: Flow, { facts }: Cover): void {
  const term = { size: 9.5, weight: 'bold' as const, colour: colours.head }
  const text = { size: 10.5, colour: colours.ink }
  const indent = 130
  for (const fact of facts) {
    const lines = flow.ink.lines(fact.text, flow.width - indent, text)
    const { y } = flow
    const height = lineHeight(text.size)
    const draw = () => {
      flow.ink.write(fact.term, { x: flow.left, y: y + 1 }, term)
      lines.forEach((line, i) => void flow.ink.write(line, { x: flow.left + indent, y: y + i * height }, text))
    }
    flow.root.add(flow.struct('P', {}, draw))
    flow.y += lines.length * height + 7
    flow.rule(flow.y - 3, { weight: 0.3 })
    flow.y += 3
  }
}

const entryHeight = { 1: 17, 2: 13.5, 3: 0 } as const
const isListed = ({ heading }: Placed): boolean => heading.level < 3

interface Contents {
  readonly element: ReturnType<PDFKit.PDFDocument['struct']>
  readonly first: number
  /** How many entries stand on each page. */
  readonly counts: readonly number[]
  readonly top: number
}

/** Contents stand before what they list: their pages are counted now and written when the others are known. */
function reserveContents(flow: Flow, document: ReportDocument): Contents {
  flow.newPage(false)
  drawHeading(flow, { kind: 'heading', level: 1, text: document.contentsTitle })
  const [first, top] = [flow.page, flow.y + 6]
  const element = flow.struct('TOC')
  flow.root.add(element)
  const counts: number[] = []
  let [count, y] = [0, top]
  for (const { level } of headingsOf(document).filter((h) => h.level < 3)) {
    if (y + entryHeight[level] > flow.bottom) {
      counts.push(count)
      flow.newPage(false)
      ;[count, y] = [0, flow.top]
    }
    count += 1
    y += entryHeight[level]
  }
  return { element, first, counts: [...counts, count], top }
}

function drawContents(
  flow: Flow,
  { element, first, counts, top, placed }: Contents & { document: ReportDocument; placed: readonly Placed[] },
): void {
  flow.landscape = false
  let at = 0
  counts.forEach((count, i) => {
    flow.doc.switchToPage(first - 1 + i)
    flow.y = i === 0 ? top : flow.top
    for (const entry of placed.slice(at, at + count)) {
      entryLine(flow, entry, element)
      flow.y += entryHeight[entry.heading.level]
    }
    at += count
  })
  element.end()
}

function entryLine(flow: Flow, { heading, page, name }: Placed, element: Contents['element']): void {
  const isChapter = heading.level === 1
  const style = isChapter
    ? { size: 10, weight: 'bold' as const, colour: colours.head }
    : { size: 9, colour: colours.ink }
  const y = flow.y + (isChapter ? 4 : 1)
  const x = flow.left + (isChapter ? 0 : 14)
  const number = String(page)
  const end = flow.left + flow.width
  const [text = ''] = flow.ink.lines(heading.text, end - x - 40, style)
  const from = x + flow.ink.width(text, style) + 6
  const to = end - flow.ink.width(number, style) - 6
  flow.artifact(() => {
    flow.doc
      .lineWidth(0.5)
      .dash(0.6, { space: 2.6 })
      .strokeColor(colours.soft)
      .moveTo(from, y + style.size)
      .lineTo(to, y + style.size)
      .stroke()
      .undash()
  })
  const line = flow.struct('TOCI', {}, () => {
    flow.ink.write(text, { x, y }, style)
    flow.ink.write(number, { x: end - flow.ink.width(number, style), y }, style)
  })
  element.add(line)
  flow.doc.goTo(x, y, end - x, style.size * 1.3, name, {})
}

/** Plan and hash at the head and «página N de M» at the foot of every page but the cover. */
function runningHeads(flow: Flow, { running, page }: ReportDocument): void {
  const { start, count } = flow.doc.bufferedPageRange()
  for (let i = start + 1; i < start + count; i += 1) {
    flow.doc.switchToPage(i)
    const { width, height } = flow.doc.page
    const right = width - paper.margin
    const put = (text: string, y: number) =>
      flow.ink.write(text, { x: right - flow.ink.width(text, styles.running), y }, styles.running)
    flow.doc.markContent('Artifact', { type: 'Pagination' })
    const room = right - paper.margin - flow.ink.width(running.right, styles.running) - 20
    flow.ink.write(
      flow.ink.lines(running.left, room, styles.running)[0] ?? '',
      { x: paper.margin, y: paper.head },
      styles.running,
    )
    put(running.right, paper.head)
    put(page(i + 1, count), height - paper.foot)
    flow.doc
      .lineWidth(0.4)
      .strokeColor(colours.rule)
      .moveTo(paper.margin, paper.head + 13)
      .lineTo(right, paper.head + 13)
      .stroke()
    flow.doc.endMarkedContent()
  }
}
