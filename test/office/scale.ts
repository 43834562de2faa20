import type { Cell, Sheet, Workbook } from '../../src/delivery/workbook/cells.ts'

/** How far back the terms of a sum are followed through rows that are themselves what is left of a sum. */
const steps = 3

type Token = { readonly kind: 'number' | 'name' | 'cell' | 'mark'; readonly text: string }

const pattern =
  /\s*(?:(?<cell>(?:'(?:[^']|'')+'!|[A-Za-zÀ-ÿ]+!)?\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?)(?![A-Za-z(])|(?<number>\d+(?:\.\d+)?(?:E[+-]?\d+)?)|(?<name>[A-Z]+|"(?:[^"]|"")*")|(?<mark><=|>=|<>|.))/giy

function tokensOf(formula: string): Token[] {
  return [...formula.matchAll(pattern)].map(({ groups = {} }) => {
    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) as [Token['kind'], string]
    return { kind, text }
  })
}

/** What passes one of its arguments on, or adds them up. */
const passing = new Set(['SUM', 'MAX', 'MIN', 'ABS', 'N', 'ROUND', 'IFERROR', 'INDEX'])
const comparing = /^(?:<=|>=|<>|=|<|>|&)$/

/** The greatest amount that a formula holds, adds or takes away: what its result is to be measured by. */
export class Scale {
  private readonly sheets: ReadonlyMap<string, Sheet>

  constructor(book: Workbook) {
    this.sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet]))
  }

  /** Of a whole row: over all its cells with a formula. */
  ofRow(sheet: Sheet, row: readonly (Cell | undefined)[]): number {
    return row.reduce((most, cell) => Math.max(most, cell?.formula ? this.ofCell(sheet, cell, steps) : 0), 0)
  }

  private ofCell(sheet: Sheet, cell: Cell, left: number): number {
    const own = typeof cell.value === 'number' ? Math.abs(cell.value) : 0
    if (cell.formula === undefined || left === 0) return own
    return Math.max(own, new Reader(tokensOf(cell.formula), (text) => this.ofReference(sheet, text, left - 1)).whole())
  }

  private ofReference(from: Sheet, text: string, left: number): number {
    const [, quoted, plain, cells = ''] = /^(?:'((?:[^']|'')+)'!|([^!]+)!)?(.+)$/.exec(text) ?? []
    const sheet = this.sheets.get(quoted?.replaceAll("''", "'") ?? plain ?? from.name)
    if (sheet === undefined) return 0
    const [a, b = a] = cells.split(':').map(placeOf) as [Place, Place?]
    let most = 0
    for (let r = a.row; r <= (b as Place).row; r += 1)
      for (let c = a.column; c <= (b as Place).column; c += 1) {
        const cell = sheet.cells[r]?.[c]
        if (cell) most = Math.max(most, this.ofCell(sheet, cell, left))
      }
    return most
  }
}

interface Place {
  readonly row: number
  readonly column: number
}

function placeOf(text: string): Place {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(text) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

/** Reads a formula once; what it cannot measure (a comparison, a power, another function) counts nothing. */
class Reader {
  private at = 0
  private readonly tokens: readonly Token[]
  private readonly reference: (text: string) => number

  constructor(tokens: readonly Token[], reference: (text: string) => number) {
    this.tokens = tokens
    this.reference = reference
  }

  whole(): number {
    let most = this.sum()
    while (comparing.test(this.peek())) {
      this.at += 1
      this.sum()
      most = 0
    }
    return most
  }

  private sum(): number {
    let most = this.product()
    while (['+', '-'].includes(this.peek())) {
      this.at += 1
      most = Math.max(most, this.product())
    }
    return most
  }

  private product(): number {
    let size = this.power()
    while (['*', '/'].includes(this.peek())) {
      const isProduct = this.next().text === '*'
      const by = this.power()
      size = isProduct ? size * by : by === 0 ? 0 : size / by
    }
    return size
  }

  private power(): number {
    const base = this.atom()
    if (this.peek() !== '^') return base
    this.at += 1
    this.atom()
    return 0
  }

  private atom(): number {
    const { kind, text } = this.next()
    if (text === '-' || text === '+') return this.atom()
    if (kind === 'number') return Number(text)
    if (kind === 'cell') return this.reference(text)
    if (text === '(') {
      const size = this.whole()
      this.at += 1
      return size
    }
    if (this.peek() !== '(') return 0
    const sizes = this.list()
    if (text === 'IF') return Math.max(0, ...sizes.slice(1))
    return passing.has(text) ? Math.max(0, ...sizes) : 0
  }

  private list(): number[] {
    const sizes: number[] = []
    do {
      this.at += 1
      if (this.peek() !== ')') sizes.push(this.whole())
    } while (this.peek() === ',')
    this.at += 1
    return sizes
  }

  private peek(): string {
    return this.tokens[this.at]?.text ?? ''
  }

  private next(): Token {
    const token = this.tokens[this.at] ?? { kind: 'mark', text: '' }
    this.at += 1
    return token
  }
}
