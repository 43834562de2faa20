import type { Drawn } from '../charts/picture.ts'

/** A heading; level 1 is a chapter. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  /** `lead` says the finding of a page, `note` stands in small letters, `formula` is a formula of the book. */
  readonly style?: 'lead' | 'note' | 'missing' | 'formula'
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly string[]
}

/** Terms and what they are, as on a form. */
export interface Definitions {
  readonly kind: 'definitions'
  readonly items: readonly { readonly term: string; readonly text: string }[]
}

export interface Column {
  readonly head: string
  readonly align?: 'right'
  /** Width as a share of the widths of all columns. */
  readonly width: number
}

export interface Row {
  readonly cells: readonly string[]
  /** `group` is a title of the rows that follow. */
  readonly kind?: 'group' | 'subtotal' | 'total'
}

/** A table; its head is repeated on every page that it runs over. */
export interface Table {
  readonly kind: 'table'
  /** Empty where the heading above says it. */
  readonly caption: string
  /** Of all its numbers; one of a column stands in its head. */
  readonly unit?: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Figure {
  readonly kind: 'figure'
  readonly drawn: Drawn
  readonly alt: string
}

export type Block = Heading | Paragraph | List | Definitions | Table | Figure

/** Blocks that begin on a page of their own. */
export interface Part {
  readonly landscape?: boolean
  readonly blocks: readonly Block[]
}

export interface Cover {
  readonly over: string
  readonly title: string
  readonly subtitle: string
  readonly facts: readonly { readonly term: string; readonly text: string }[]
}

/** A report before any format: the same tree is printed as PDF and as DOCX. */
export interface ReportDocument {
  readonly title: string
  readonly subject: string
  /** Tag of the language, `es-CO` or `en-US`. */
  readonly language: string
  /** Stands at the head of every page. */
  readonly running: { readonly left: string; readonly right: string }
  readonly page: (n: number, of: number) => string
  readonly contentsTitle: string
  readonly cover: Cover
  readonly parts: readonly Part[]
  /** 1 January of this year dates the file, which has no clock. */
  readonly year: number
  /** Hexadecimal name of what it was printed from. */
  readonly hash: string
}

export const heading = (level: Heading['level'], text: string): Heading => ({ kind: 'heading', level, text })
export const paragraph = (text: string, style?: Paragraph['style']): Paragraph =>
  style === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, style }
export const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
export const definitions = (items: Definitions['items']): Definitions => ({ kind: 'definitions', items })
export const table = (spec: Omit<Table, 'kind'>): Table => ({ kind: 'table', ...spec })

/** The same blocks, no table with a caption that only says again the heading right above it. */
export const saidOnce = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, i) => {
    const before = blocks[i - 1]
    return block.kind === 'table' && before?.kind === 'heading' && before.text === block.caption
      ? { ...block, caption: '' }
      : block
  })

/** Every heading of the tree with its place in it, in order. */
export const headingsOf = ({ parts }: ReportDocument): Heading[] =>
  parts.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'heading'))
