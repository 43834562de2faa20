import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const face = (name: string): string => require.resolve(`@fontsource/inter/files/inter-${name}-normal.woff`)

const faces = { regular: '400', bold: '700' } as const
export type Weight = keyof typeof faces

/** A text whose letters are measured and drawn; what the font lacks is drawn by hand. */
export interface Style {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
}

interface Run {
  readonly text: string
  readonly font: string
  /** Drawn as strokes: the font has no such sign. */
  readonly sign?: Sign
}

/** Strokes in units of the letter size, from the baseline up. */
type Sign = readonly (readonly (readonly [number, number])[])[]

const angle = (flip: boolean): Sign[number] => {
  const x = (v: number) => (flip ? 0.6 - v : v)
  return [
    [x(0.52), 0.62],
    [x(0.08), 0.42],
    [x(0.52), 0.22],
  ]
}
const bar = (y: number): Sign[number] => [
  [0.08, y],
  [0.52, y],
]
/** Inter as packed for the Latin alphabet has none of these. */
const signs: Readonly<Record<string, Sign>> = {
  '≤': [angle(false), bar(0.06)],
  '≥': [angle(true), bar(0.06)],
  '≠': [
    bar(0.26),
    bar(0.46),
    [
      [0.16, 0.1],
      [0.44, 0.62],
    ],
  ],
  '≈': [
    [
      [0.08, 0.28],
      [0.22, 0.36],
      [0.38, 0.26],
      [0.52, 0.34],
    ],
    [
      [0.08, 0.46],
      [0.22, 0.54],
      [0.38, 0.44],
      [0.52, 0.52],
    ],
  ],
  '→': [
    bar(0.36),
    [
      [0.36, 0.5],
      [0.52, 0.36],
      [0.36, 0.22],
    ],
  ],
  '✓': [
    [
      [0.1, 0.34],
      [0.24, 0.16],
      [0.52, 0.6],
    ],
  ],
  '✗': [
    [
      [0.12, 0.14],
      [0.5, 0.58],
    ],
    [
      [0.12, 0.58],
      [0.5, 0.14],
    ],
  ],
}
const signWidth = 0.62
const ascender = 0.96875
export const leading = 1.32

const spellings: Readonly<Record<string, string>> = {
  '∑': 'Σ',
  '₂': '2',
  '\u202f': '\u00a0',
  '\u2009': '\u00a0',
  '\t': ' ',
}
const latin =
  /[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2010-\u2027\u2030\u2039\u203a\u2044\u20ac\u2122\u2191\u2193\u2212\u2215]/u
const greek = /[\u0370-\u03ff]/u
const extended = /[\u0100-\u02af\u1e00-\u1eff\u2020\u20a0-\u20bf\u2113]/u

const fontOf = (letter: string): string =>
  latin.test(letter) ? 'latin' : greek.test(letter) ? 'greek' : extended.test(letter) ? 'latin-ext' : 'latin'

/** The pen of one PDF: measures words once, breaks lines, and draws them in whatever embedded font has each letter. */
export class Ink {
  readonly doc: PDFKit.PDFDocument
  private readonly widths = new Map<string, number>()

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    for (const [weight, number] of Object.entries(faces))
      for (const subset of ['latin', 'greek', 'latin-ext'])
        doc.registerFont(`${weight} ${subset}`, face(`${subset}-${number}`))
  }

  width(text: string, style: Style): number {
    const weight = style.weight ?? 'regular'
    const key = `${weight} ${text}`
    const known = this.widths.get(key)
    if (known !== undefined) return known * style.size
    const unit = runsOf(text, weight).reduce((sum, run) => sum + this.runWidth(run), 0)
    this.widths.set(key, unit)
    return unit * style.size
  }

  private runWidth({ text, font, sign }: Run): number {
    if (sign) return signWidth
    return this.doc.font(font).fontSize(1000).widthOfString(text) / 1000
  }

  /** Lines no wider than `width`; a word that is wider by itself is cut. */
  lines(text: string, width: number, style: Style): string[] {
    return text.split('\n').flatMap((paragraph) => this.wrapped(paragraph, width, style))
  }

  private wrapped(text: string, width: number, style: Style): string[] {
    const space = this.width(' ', style)
    const lines: string[] = []
    let [line, used] = ['', 0]
    for (const word of text.split(' ').flatMap((w) => this.cut(w, width, style))) {
      const wide = this.width(word, style)
      if (line !== '' && used + space + wide > width) {
        lines.push(line)
        ;[line, used] = [word, wide]
      } else {
        ;[line, used] = line === '' ? [word, wide] : [`${line} ${word}`, used + space + wide]
      }
    }
    return [...lines, line]
  }

  private cut(word: string, width: number, style: Style): string[] {
    if (word.length < 2 || this.width(word, style) <= width) return [word]
    const parts: string[] = []
    let part = ''
    for (const letter of word) {
      if (part !== '' && this.width(part + letter, style) > width) {
        parts.push(part)
        part = ''
      }
      part += letter
    }
    return [...parts, part]
  }

  /** Draws one line with its top at `y`. */
  write(text: string, at: { x: number; y: number }, style: Style): void {
    const { doc } = this
    const { size, weight = 'regular', colour = '#1a1a1a' } = style
    let { x } = at
    doc.fillColor(colour)
    for (const run of runsOf(text, weight)) {
      if (run.sign) this.strokes(run, { x, y: at.y }, { size, weight, colour })
      else doc.font(run.font).fontSize(size).text(run.text, x, at.y, { lineBreak: false })
      x += this.runWidth(run) * size
    }
  }

  /** A sign drawn as lines, which readers copy and speak as the sign. */
  private strokes({ text, sign = [] }: Run, { x, y }: { x: number; y: number }, style: Required<Style>): void {
    const { doc } = this
    const base = y + ascender * style.size
    const hex = [...text].map((c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')
    doc.addContent(`/Span << /ActualText <feff${hex}> >> BDC`)
    doc.lineWidth(style.size * (style.weight === 'bold' ? 0.09 : 0.065)).strokeColor(style.colour)
    for (const line of sign) {
      line.forEach(([dx, dy], i) => {
        const [px, py] = [x + dx * style.size, base - dy * style.size]
        if (i === 0) doc.moveTo(px, py)
        else doc.lineTo(px, py)
      })
      doc.stroke()
    }
    doc.addContent('EMC')
  }
}

const runsKnown = new Map<string, readonly Run[]>()
const runsKept = 20_000

function runsOf(text: string, weight: Weight): readonly Run[] {
  const key = `${weight} ${text}`
  const known = runsKnown.get(key)
  if (known) return known
  const runs: Run[] = []
  for (const raw of text) {
    const letter = spellings[raw] ?? raw
    const sign = signs[letter]
    const font = `${weight} ${fontOf(letter)}`
    const last = runs.at(-1)
    if (sign) runs.push({ text: letter, font, sign })
    else if (last && !last.sign && last.font === font) runs[runs.length - 1] = { text: last.text + shown(letter), font }
    else runs.push({ text: shown(letter), font })
  }
  if (runsKnown.size > runsKept) runsKnown.clear()
  runsKnown.set(key, runs)
  return runs
}

/** A letter that no embedded font has must not print as an empty box. */
const shown = (letter: string): string =>
  latin.test(letter) || greek.test(letter) || extended.test(letter) ? letter : '?'
