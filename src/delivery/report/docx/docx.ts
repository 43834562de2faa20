import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageOrientation,
  PageReference,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { pngOf } from '../../charts/png.ts'
import { svgOf } from '../../charts/svg.ts'
import type { Block, Figure, Heading, ReportDocument } from '../document.ts'
import { headingsOf, saidOnce } from '../document.ts'
import { steady } from './steady.ts'
import { docxTable } from './table.ts'

/** Carta, in twentieths of a point. */
const page = { short: 12240, long: 15840, margin: 1080 }
const picture = { width: 900, height: 480 }
const colours = { head: '17365D', soft: '5A6470' }

/** The report as a Word document with real headings, a contents field and charts as SVG over PNG; the same document gives the same bytes. */
export async function docxOf(document: ReportDocument): Promise<Uint8Array> {
  const locale = document.language === 'en-US' ? 'en' : 'es'
  const sections = []
  const places = placesOf(document)
  for (const part of document.parts) {
    const children = []
    for (const block of saidOnce(part.blocks))
      children.push(...(await docxBlock(block, { landscape: part.landscape ?? false, locale, places })))
    sections.push({ ...sectionOf(document, part.landscape ?? false), children })
  }
  const file = new Document({
    title: document.title,
    subject: document.subject,
    creator: 'pfv',
    lastModifiedBy: 'pfv',
    features: { updateFields: true },
    styles: stylesOf(document),
    sections: [{ ...sectionOf(document, false), children: front(document, places) }, ...sections],
  })
  return steady(await Packer.toBuffer(file), document)
}

const stylesOf = ({ language }: ReportDocument) => {
  const heading = (size: number) => ({
    run: { size, bold: true, color: colours.head, font: 'Calibri' },
    paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
  })
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 20, language: { value: language } },
        paragraph: { spacing: { after: 100 } },
      },
      title: { run: { size: 56, bold: true, color: colours.head, font: 'Calibri' } },
      heading1: heading(34),
      heading2: heading(26),
      heading3: heading(22),
    },
  }
}

function sectionOf({ running, page: pageWords }: ReportDocument, landscape: boolean) {
  const [before = '', between = '', after = ''] = pageWords(1, 2).split(/[12]/u)
  const right = (landscape ? page.long : page.short) - 2 * page.margin
  const small = { size: 15, color: colours.soft }
  return {
    properties: {
      page: {
        size: {
          width: page.short,
          height: page.long,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: page.margin,
          right: page.margin,
          bottom: page.margin,
          left: page.margin,
          header: 500,
          footer: 500,
        },
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            tabStops: [{ type: TabStopType.RIGHT, position: right }],
            children: [new TextRun({ ...small, text: `${running.left}\t${running.right}` })],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [
              new TextRun({ ...small, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
            ],
          }),
        ],
      }),
    },
  }
}

type Places = ReadonlyMap<Heading, string>

/** The bookmark of each heading, by its order. */
const placesOf = (document: ReportDocument): Places =>
  new Map(headingsOf(document).map((heading, i) => [heading, `h${i + 1}`]))

/** Headings of the contents with the page of each, which Word and LibreOffice fill in when they open the file. */
const contentsOf = (document: ReportDocument, places: Places) =>
  headingsOf(document)
    .filter(({ level }) => level < 3)
    .map((heading) => {
      const anchor = places.get(heading) ?? ''
      const isChapter = heading.level === 1
      return new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: page.short - 2 * page.margin, leader: LeaderType.DOT }],
        indent: { left: isChapter ? 0 : 280 },
        spacing: { before: isChapter ? 80 : 0, after: 20 },
        children: [
          new InternalHyperlink({
            anchor,
            children: [
              new TextRun({
                text: `${heading.text}\t`,
                bold: isChapter,
                ...(isChapter ? { color: colours.head } : {}),
              }),
              new TextRun({ bold: isChapter, children: [new PageReference(anchor)] }),
            ],
          }),
        ],
      })
    })

function front(document: ReportDocument, places: Places) {
  const { cover, contentsTitle } = document
  return [
    new Paragraph({ children: [new TextRun({ text: cover.over, color: colours.soft })], spacing: { before: 1600 } }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: cover.title }),
    new Paragraph({ children: [new TextRun({ text: cover.subtitle, size: 30 })], spacing: { after: 600 } }),
    ...cover.facts.map(
      ({ term, text }) =>
        new Paragraph({
          children: [new TextRun({ text: `${term}: `, bold: true, color: colours.head }), new TextRun(text)],
        }),
    ),
    new Paragraph({
      pageBreakBefore: true,
      children: [new TextRun({ text: contentsTitle, bold: true, size: 34, color: colours.head })],
    }),
    ...contentsOf(document, places),
  ]
}

interface Wish {
  readonly landscape: boolean
  readonly locale: 'es' | 'en'
  readonly places: Places
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

async function docxBlock(block: Block, wish: Wish) {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[block.level],
          children: [new Bookmark({ id: wish.places.get(block) ?? '', children: [new TextRun(block.text)] })],
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          children: [
            new TextRun({
              text: block.text,
              ...(block.style === 'lead' ? { bold: true, size: 26 } : {}),
              ...(block.style === 'note' ? { size: 17, color: colours.soft } : {}),
            }),
          ],
          ...(block.style === 'missing' ? { shading: { type: 'clear' as const, fill: 'FDF6E3' } } : {}),
        }),
      ]
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    case 'definitions':
      return block.items.map(
        ({ term, text }) =>
          new Paragraph({ children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(text)] }),
      )
    case 'table':
      return docxTable(block, (wish.landscape ? page.long : page.short) - 2 * page.margin)
    case 'figure':
      return [await docxFigure(block, wish)]
  }
}

async function docxFigure({ drawn, alt }: Figure, { landscape, locale }: Wish): Promise<Paragraph> {
  const look = { ...picture, theme: 'print' as const, locale }
  const [svg, png] = [await svgOf(drawn, look, alt), await pngOf(drawn, look, 1)]
  const width = landscape ? 700 : 620
  const transformation = { width, height: Math.round((width * picture.height) / picture.width) }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: png },
        transformation,
        altText: { name: drawn.chart, title: drawn.title, description: alt },
      }),
    ],
  })
}
