import { useRef, useState } from 'preact/hooks'
import { partWords } from '../../../text/web/parts.ts'
import type { Question } from '../state/address.ts'
import { useLocale } from '../state/words.ts'
import { copyText } from './copy.ts'
import { Figure } from './figure.tsx'
import type { Block, Place } from './table-keys.ts'
import { inBlock, moved, tsvOf } from './table-keys.ts'

export interface Cell {
  /** As it is read, already written by text/numbers.ts. */
  readonly text: string
  /** As it is copied; the text where absent. */
  readonly value?: number | null | undefined
  readonly question?: Question | undefined
  readonly alternative?: string | undefined
  /** A small bar, 0 to 1. */
  readonly bar?: number | undefined
  readonly note?: string | undefined
}

export interface Column {
  readonly id: string
  readonly head: string
  readonly note?: string | undefined
  readonly current?: boolean | undefined
}

export interface Row {
  readonly id: string
  readonly name: string
  readonly kind?: 'plain' | 'subtotal' | 'total' | 'group' | undefined
  readonly depth?: number | undefined
  readonly cells: readonly (Cell | undefined)[]
}

export interface TableProps {
  readonly name: string
  readonly head: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** A dense table to compare numbers in: arrows move, Shift marks a block, Ctrl+C copies it for a spreadsheet. */
export function DataTable({ name, head, columns, rows }: TableProps) {
  const locale = useLocale()
  const words = partWords[locale]
  const table = useRef<HTMLTableElement>(null)
  const [at, stand] = useState<Place>({ row: 0, column: 0 })
  const [block, mark] = useState<Block | undefined>()
  const [said, say] = useState('')
  const [over, hover] = useState(-1)
  const size = { rows: rows.length, columns: columns.length }
  const text = (of?: Block): string => tsvOf({ head, columns, rows }, { block: of, locale })
  const reach = (next: Place, extend: boolean): void => {
    mark(extend ? { from: block?.from ?? at, to: next } : undefined)
    stand(next)
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${next.row}.${next.column}"]`)
    const inner = cell?.querySelector<HTMLElement>('button') ?? cell
    inner?.focus()
  }
  const copy = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text(block ?? { from: at, to: at }))
    say(words.copied)
  }
  const keyed = (event: KeyboardEvent): void => {
    const next = moved(event, at, size)
    if (next === undefined) return
    event.preventDefault()
    reach(next, event.shiftKey)
  }
  return (
    <div class="table-block">
      <div class="table-holder">
        <table
          ref={table}
          class="data"
          onPointerOver={({ target }) => hover(columnAt(target))}
          onPointerLeave={() => hover(-1)}
          onKeyDown={keyed}
          onCopy={(event) => copy(event)}
        >
          <caption class="unseen">{`${name}. ${words.tableHint}`}</caption>
          <Head head={head} columns={columns} />
          <tbody>
            {rows.map((row, r) => (
              <Line key={row.id} {...{ row, r, columns, at, block, over, stand, reach }} />
            ))}
          </tbody>
        </table>
      </div>
      <Tools text={text} said={said} say={say} />
    </div>
  )
}

interface LineProps {
  readonly row: Row
  readonly r: number
  readonly columns: readonly Column[]
  readonly at: Place
  readonly block: Block | undefined
  readonly over: number
  readonly stand: (place: Place) => void
  readonly reach: (place: Place, extend: boolean) => void
}

function Line({ row, r, columns, at, block, over, stand, reach }: LineProps) {
  return (
    <tr class={row.kind ?? 'plain'}>
      <RowHead row={row} />
      {columns.map((column, c) => (
        <Body
          key={column.id}
          cell={row.cells[c]}
          name={`${row.name}, ${column.head}`}
          place={{ row: r, column: c }}
          stands={at.row === r && at.column === c}
          marked={inBlock(block, r, c)}
          current={column.current === true || c === over}
          stand={(place, extend) => (extend ? reach(place, true) : stand(place))}
        />
      ))}
    </tr>
  )
}

const RowHead = ({ row: { name, depth } }: { row: Row }) => (
  <th scope="row" style={depth ? { paddingLeft: `${8 + 16 * depth}px` } : {}}>
    {name}
  </th>
)

interface ToolsProps {
  readonly text: () => string
  readonly said: string
  readonly say: (words: string) => void
}

function Tools({ text, said, say }: ToolsProps) {
  const words = partWords[useLocale()]
  const copy = (): void => void copyText(text()).then((done) => say(done ? words.copied : words.notCopied))
  return (
    <div class="row table-tools">
      <button type="button" class="small" onClick={copy}>
        {words.copyTable}
      </button>
      <span class="quiet" role="status">
        {said}
      </span>
    </div>
  )
}

/** The column under the pointer; −1 on the first, which has no numbers. */
const columnAt = (target: EventTarget | null): number =>
  target instanceof Element ? (target.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0) - 1 : -1

function Head({ head, columns }: Pick<TableProps, 'head' | 'columns'>) {
  return (
    <thead>
      <tr>
        <th scope="col">{head}</th>
        {columns.map((column) => (
          <th key={column.id} scope="col" class={column.current ? 'current' : ''}>
            {column.head}
            {column.note !== undefined && <small>{column.note}</small>}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface BodyProps {
  readonly cell: Cell | undefined
  readonly name: string
  readonly place: Place
  readonly stands: boolean
  readonly marked: boolean
  readonly current: boolean
  readonly stand: (place: Place, extend: boolean) => void
}

function Body({ cell, name, place, stands, marked, current, stand }: BodyProps) {
  const negative = (cell?.value ?? 0) < 0
  const classes = [marked ? 'marked' : '', current ? 'current' : '', negative ? 'negative' : ''].filter(Boolean)
  const asked = cell?.question !== undefined
  return (
    <td
      class={classes.join(' ')}
      data-place={`${place.row}.${place.column}`}
      tabIndex={asked ? undefined : stands ? 0 : -1}
      onFocusCapture={() => stand(place, false)}
      onClickCapture={(event) => {
        if (!event.shiftKey) return
        event.stopPropagation()
        event.preventDefault()
        stand(place, true)
      }}
    >
      {cell?.question === undefined ? (
        cell?.text
      ) : (
        <Figure
          text={cell.text}
          name={name}
          question={cell.question}
          alternative={cell.alternative}
          negative={negative}
          tabIndex={stands ? 0 : -1}
        />
      )}
      {cell?.bar !== undefined && (
        <span class="bar" aria-hidden="true">
          <span style={{ width: `${100 * cell.bar}%` }} />
        </span>
      )}
      {cell?.note !== undefined && <small>{cell.note}</small>}
    </td>
  )
}
