import type { Locale } from '../../../text/numbers.ts'
import { chapterWords } from '../../../text/web/chapter.ts'
import type { InputColumn, InputRow } from '../parts/input-table.tsx'
import type { Change } from '../state/edit.ts'
import { editMany } from '../state/edit.ts'
import type { Mark } from './number.ts'
import { readNumber, writeNumber } from './number.ts'
import type { Pasted } from './paste.ts'
import { cellsOf, conventionOf, pasted } from './paste.ts'
import { keyOf } from './place.ts'

export interface Told {
  readonly text: string
  readonly again?: (() => void) | undefined
}

export interface Block {
  readonly text: string
  /** The cell where it was pasted. */
  readonly row: number
  readonly column: number
  readonly columns: readonly InputColumn[]
  readonly rows: readonly InputRow[]
  readonly more?: ((at: number) => InputRow) | undefined
  readonly locale: Locale
}

interface Read {
  readonly text: string
  readonly row: InputRow
  readonly column: InputColumn
  readonly found: Pasted
}

/** Puts a pasted block in as one step; says what was not understood and asks what can be read in two ways. */
export function pasteBlock(block: Block, tell: (told: Told | undefined) => void, mark?: Mark): Told | undefined {
  const words = chapterWords[block.locale]
  const cells = cellsOf(block.text)
  const convention = mark === undefined ? conventionOf(cells, block.locale) : { locale: block.locale, mark }
  const reads = cells.flatMap((line, down) => readLine(block, line, { down, convention }))
  editMany(changesOf(reads))
  const wrong = reads.filter(({ found }) => found.wrong)
  if (wrong[0] !== undefined) return { text: words.pasteWrong(wrong.length, wrong[0].text) }
  const twofold = reads.find(({ found }) => found.twofold)
  if (twofold === undefined) return undefined
  const read = readNumber(twofold.text, { locale: block.locale })
  const value = read.kind === 'twofold' ? writeNumber(read.value, block.locale, 'always') : ''
  const other: Mark = block.locale === 'es' ? '.' : ','
  return {
    text: words.pastedTwofold(twofold.text, value),
    again: () => tell(pasteBlock(block, tell, other)),
  }
}

function readLine(
  block: Block,
  line: readonly string[],
  { down, convention }: { down: number; convention: ReturnType<typeof conventionOf> },
): Read[] {
  const row = block.rows[block.row + down] ?? block.more?.(block.row + down)
  if (row === undefined) return []
  return line.flatMap((text, across) => {
    const column = block.columns[block.column + across]
    if (column === undefined) return []
    const reader = { key: keyOf(row.pointer(column.id)), node: column.node }
    return [{ text, row, column, found: pasted(text, reader, convention) }]
  })
}

/** A row that is not in the plan yet goes in whole; in others each cell goes to its place. */
function changesOf(reads: readonly Read[]): Change[] {
  const fresh = new Map<string, Record<string, unknown>>()
  const changes: Change[] = []
  for (const { row, column, found } of reads) {
    if (found.wrong) continue
    if (row.start === undefined || row.base === undefined) changes.push([row.pointer(column.id), found.value])
    else if (found.value !== undefined) {
      fresh.set(row.base, { ...(fresh.get(row.base) ?? row.start), [column.id]: found.value })
    }
  }
  return [...changes, ...fresh]
}
