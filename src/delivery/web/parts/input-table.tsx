import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { getPointer } from '../../../scenario/pointer.ts'
import { chapterWords } from '../../../text/web/chapter.ts'
import { toPercent, writeNumber } from '../form/number.ts'
import { NumberInput } from '../form/number-input.tsx'
import type { Told } from '../form/paste-block.ts'
import { pasteBlock } from '../form/paste-block.ts'
import { keyOf, pathText } from '../form/place.ts'
import type { Node } from '../form/schema.ts'
import { kindOf, takesNumber, termsOf } from '../form/schema.ts'
import { moveCell } from '../form/table-move.ts'
import { PathEditor } from '../form/years/path-editor.tsx'
import type { PlanProblem } from '../state/api.ts'
import { edit } from '../state/edit.ts'
import { problemsAt, usePlan, useStudy } from '../state/plan.ts'
import { useLocale } from '../state/words.ts'
import { Choice } from './field.tsx'

export interface InputColumn {
  readonly id: string
  readonly node: Node
  readonly head: string
  readonly unit: string
  /** Added up at the foot. */
  readonly total?: boolean | undefined
}
export interface InputRow {
  readonly id: string
  /** Its name, where the row is fixed. */
  readonly head?: string | undefined
  readonly pointer: (column: string) => string
  /** Where the whole row stands, for rows of a list. */
  readonly base?: string | undefined
  /** What the row starts with, for one that is not in the plan yet. */
  readonly start?: Readonly<Record<string, unknown>> | undefined
  readonly remove?: (() => void) | undefined
}
export interface InputTableProps {
  readonly name: string
  readonly columns: readonly InputColumn[]
  readonly rows: readonly InputRow[]
  /** The row that a pasted block goes on with below the last one. */
  readonly more?: ((at: number) => InputRow) | undefined
}

/** A table to type in: arrows move, a block from a spreadsheet is pasted, units in the head, totals at the foot. */
export function InputTable({ name, columns, rows, more }: InputTableProps) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const { problems } = useStudy()
  const [told, tell] = useState<Told | undefined>()
  const [path, openPath] = useState<OpenedPath | undefined>()
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset.cell
    if (cell === undefined || !/[\t\n]./.test(text)) return
    event.preventDefault()
    const [row = 0, column = 0] = cell.split('.').map(Number)
    tell(pasteBlock({ text, row, column, columns, rows, more, locale }, tell))
  }
  const numbered = rows.every(({ head }) => head === undefined)
  const removable = rows.some(({ remove }) => remove !== undefined)
  return (
    <div class="table-block">
      <div class="table-holder">
        <table class={numbered ? 'data inputs numbered' : 'data inputs'} onPaste={paste} onKeyDown={moveCell}>
          <caption class="unseen">{`${name}. ${words.tableHint}`}</caption>
          <Head {...{ name, columns, removable, numbered }} />
          <tbody>
            {rows.map((row, at) => (
              <Row key={row.id} {...{ row, at, columns, removable, openPath }} />
            ))}
          </tbody>
          <Foot columns={columns} rows={rows} removable={removable} />
        </table>
      </div>
      <RowFaults rows={rows} columns={columns} problems={problems} />
      {told !== undefined && (
        <p class="told" role="status">
          {told.text}{' '}
          {told.again !== undefined && (
            <button type="button" class="small" onClick={told.again}>
              {words.pasteOther}
            </button>
          )}
        </p>
      )}
      {path !== undefined && <OpenPath {...path} />}
    </div>
  )
}

interface OpenedPath {
  readonly pointer: string
  readonly name: string
  readonly share: boolean
  readonly once: boolean
}

function OpenPath({ pointer, ...rest }: OpenedPath) {
  const plan = usePlan()
  const take = (value: unknown): void => edit(pointer, value)
  return (
    <>
      <p class="quiet path-of">{rest.name}</p>
      <PathEditor {...rest} value={getPointer(plan?.document, pointer)} take={take} />
    </>
  )
}

interface HeadProps extends Pick<InputTableProps, 'name' | 'columns'> {
  readonly removable: boolean
  readonly numbered: boolean
}

function Head({ name, columns, removable, numbered }: HeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class={numbered ? 'unseen' : undefined}>{name}</span>
        </th>
        {columns.map(({ id, node, head, unit }) => (
          <th key={id} scope="col" class={`kind-${kindOf(node)}`}>
            {head}
            <small>{unit}</small>
          </th>
        ))}
        {removable && <td />}
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly row: InputRow
  readonly at: number
  readonly columns: readonly InputColumn[]
  readonly removable: boolean
  readonly openPath: (open: OpenedPath) => void
}

function Row({ row, at, columns, removable, openPath }: RowProps) {
  const words = chapterWords[useLocale()]
  const name = row.head ?? words.row(at + 1)
  return (
    <tr class={row.start === undefined ? undefined : 'fresh'}>
      <th scope="row">{row.head ?? (row.start === undefined ? at + 1 : words.newRow)}</th>
      {columns.map((column, c) => (
        <td key={column.id} data-cell={`${at}.${c}`} class={`kind-${kindOf(column.node)}`}>
          <Cell row={row} column={column} name={`${name}, ${column.head}`} openPath={openPath} />
        </td>
      ))}
      {removable && (
        <td>
          {row.remove !== undefined && (
            <button type="button" class="small" aria-label={`${words.remove}: ${name}`} onClick={row.remove}>
              ×
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

interface CellProps {
  readonly row: InputRow
  readonly column: InputColumn
  readonly name: string
  readonly openPath: RowProps['openPath']
}

function Cell({ row, column: { id, node }, name, openPath }: CellProps) {
  const locale = useLocale()
  const plan = usePlan()
  const { problems } = useStudy()
  const pointer = row.pointer(id)
  const value = getPointer(plan?.document, pointer) ?? row.start?.[id]
  const put = (next: unknown): void => {
    const given = next === '' ? undefined : next
    if (row.start === undefined || row.base === undefined) edit(pointer, given)
    else if (given !== undefined) edit(row.base, { ...row.start, [id]: given })
  }
  const { share } = termsOf(node)
  const wrong = problemsAt(problems, pointer).length > 0
  const kind = kindOf(node)
  if (takesNumber(node) && (value === undefined || typeof value === 'number')) {
    const number = (
      <NumberInput
        name={name}
        value={value}
        take={put}
        share={share}
        whole={kind === 'integer'}
        year={kind === 'integer' && /year|from|^to$|opens|closes/i.test(keyOf(pointer))}
        wrong={wrong}
        place={pointer}
      />
    )
    // A cost may stand in single years, as an investment does.
    if (kind !== 'either' || value === undefined) return number
    return <OverYears number={number} name={name} open={() => openPath({ pointer, name, share, once: true })} />
  }
  if (typeof value === 'object' && value !== null) {
    const text = kind === 'path' || kind === 'either' ? pathText(value, share, locale) : '…'
    return (
      <button type="button" class="small" onClick={() => openPath({ pointer, name, share, once: kind === 'either' })}>
        {text}
      </button>
    )
  }
  if (kind === 'choice' || kind === 'boolean') {
    return <Choice name={name} pointer={pointer} node={node} wrong={wrong} value={value} put={put} />
  }
  return (
    <input
      type="text"
      autoComplete="off"
      aria-label={name}
      aria-invalid={wrong ? 'true' : undefined}
      data-place={pointer}
      value={typeof value === 'string' ? value : ''}
      onInput={({ currentTarget }) => put(currentTarget.value)}
    />
  )
}

function OverYears({ number, name, open }: { number: VNode; name: string; open: () => void }) {
  const words = chapterWords[useLocale()]
  return (
    <span class="over-years">
      {number}
      <button type="button" class="small" title={words.overYears} aria-label={words.overYearsOf(name)} onClick={open}>
        …
      </button>
    </span>
  )
}

/** What is wrong in the table, a sentence a cell, below it and named by row and column. */
function RowFaults({
  rows,
  columns,
  problems,
}: Pick<InputTableProps, 'rows' | 'columns'> & { problems: readonly PlanProblem[] }) {
  const words = chapterWords[useLocale()]
  const told = rows.flatMap((row, at) => {
    const name = row.head ?? words.row(at + 1)
    const cells = columns.flatMap((column) =>
      problemsAt(problems, row.pointer(column.id)).map(({ message }) => `${name}, ${column.head}: ${message}`),
    )
    const own = problems.filter(({ pointer }) => pointer === row.base).map(({ message }) => `${name}: ${message}`)
    return [...own, ...cells]
  })
  if (told.length === 0) return null
  return (
    <ul class="faults">
      {told.map((text) => (
        <li key={text} class="fault">
          {text}
        </li>
      ))}
    </ul>
  )
}

function Foot({ columns, rows, removable }: Pick<InputTableProps, 'columns' | 'rows'> & { removable: boolean }) {
  const locale = useLocale()
  const document = usePlan()?.document
  if (!columns.some(({ total }) => total)) return null
  const sumOf = ({ id, node }: InputColumn): string => {
    const values = rows.map((row) => getPointer(document, row.pointer(id))).filter((one) => typeof one === 'number')
    if (values.length === 0) return ''
    const sum = values.reduce((all, one) => all + one, 0)
    return termsOf(node).share || /suman/.test(node.description ?? '')
      ? `${writeNumber(toPercent(sum), locale, 'always')} %`
      : writeNumber(sum, locale, 'always')
  }
  return (
    <tfoot>
      <tr class="total">
        <th scope="row">{chapterWords[locale].total}</th>
        {columns.map((column) => (
          <td key={column.id}>{column.total ? sumOf(column) : ''}</td>
        ))}
        {removable && <td />}
      </tr>
    </tfoot>
  )
}
