import { useState } from 'preact/hooks'
import type { AlternativeResult } from '../../../../study/result.ts'
import { plain } from '../../../../text/numbers.ts'
import { unitInWords } from '../../../../text/units.ts'
import { trackingWords } from '../../../../text/web/studies/tracking.ts'
import { markOf, readNumber } from '../../form/number.ts'
import { NumberInput } from '../../form/number-input.tsx'
import { cellsOf } from '../../form/paste.ts'
import { moveCell } from '../../form/table-move.ts'
import { Problem } from '../../parts/notices.tsx'
import { ApiProblem } from '../../state/api.ts'
import { useLines } from '../../state/names.ts'
import { useLocale } from '../../state/words.ts'
import type { Noted } from './follow.ts'
import { notable, plannedOf, usualLines } from './planned.ts'
import type { Typed } from './typed.ts'
import { cellKey, useTyped } from './typed.ts'

const yearsShown = 4

export interface EntryProps {
  readonly plan: string
  readonly of: AlternativeResult | undefined
  readonly years: readonly number[]
  readonly add: (noted: readonly Noted[]) => Promise<void>
}

/** A table to note real figures in, a line a row and a year a column; a block from a spreadsheet can be pasted. */
export function Entry({ plan, of, years, add }: EntryProps) {
  const locale = useLocale()
  const words = trackingWords[locale].entry
  const [typed, type] = useTyped(plan)
  const [told, tell] = useState('')
  const [problem, fail] = useState<ApiProblem | undefined>()
  const [first, start] = useState(years[1] ?? 0)
  const all = notable(of)
  const lines = [...usualLines.filter((id) => all.includes(id)), ...typed.lines]
  const shown = years.filter((year) => year >= first && year < first + yearsShown)
  const noted = notedOf(typed)
  const save = async (): Promise<void> => {
    if (typed.source.trim() === '') return tell(words.needSource)
    try {
      await add(noted)
      type({ ...typed, cells: {} })
      fail(undefined)
      tell(words.saved(noted.length))
    } catch (error) {
      fail(error instanceof ApiProblem ? error : undefined)
    }
  }
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset.cell
    if (cell === undefined || !/[\t\n]./.test(text)) return
    event.preventDefault()
    const [row = 0, column = 0] = cell.split('.').map(Number)
    const read = pastedCells(text, {
      lines: lines.slice(row),
      years: years.filter((year) => year >= (shown[column] ?? 0)),
      locale,
    })
    type({ ...typed, cells: { ...typed.cells, ...read.cells } })
    tell(read.wrong === 0 ? '' : words.wrongPaste(read.wrong))
  }
  return (
    <section class="study" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.hint}</p>
      <div class="row controls">
        <FirstYear {...{ first, years, start }} />
        <OtherLine
          options={all.filter((id) => !lines.includes(id))}
          take={(id) => type({ ...typed, lines: [...typed.lines, id] })}
        />
      </div>
      <div class="table-block" onPaste={paste} onKeyDown={moveCell}>
        <div class="table-holder">
          <Cells {...{ lines, shown, years, of, typed, type }} />
        </div>
      </div>
      <Send {...{ typed, type, told, save }} count={noted.length} />
      {problem !== undefined && <Problem problem={problem} />}
    </section>
  )
}

interface SendProps {
  readonly typed: Typed
  readonly type: (typed: Typed) => void
  readonly told: string
  readonly count: number
  readonly save: () => Promise<void>
}

function Send({ typed, type, told, count, save }: SendProps) {
  const words = trackingWords[useLocale()].entry
  return (
    <div class="row controls">
      <label class="pick grow">
        {words.source}
        <input
          type="text"
          maxLength={500}
          placeholder={words.sourceHint}
          value={typed.source}
          onInput={({ currentTarget }) => type({ ...typed, source: currentTarget.value })}
        />
      </label>
      <button type="button" class="main" disabled={count === 0} onClick={() => void save()}>
        {words.save(count)}
      </button>
      <span role="status">{told}</span>
    </div>
  )
}

function FirstYear({
  first,
  years,
  start,
}: {
  first: number
  years: readonly number[]
  start: (year: number) => void
}) {
  const words = trackingWords[useLocale()].entry
  return (
    <label class="pick">
      {words.from}
      <select value={String(first)} onChange={({ currentTarget }) => start(Number(currentTarget.value))}>
        {years.slice(1).map((year) => (
          <option key={year} value={String(year)}>
            {year}
          </option>
        ))}
      </select>
    </label>
  )
}

function OtherLine({ options, take }: { options: readonly string[]; take: (id: string) => void }) {
  const locale = useLocale()
  const words = trackingWords[locale].entry
  const names = useLines()
  const named = options.map((id) => ({ id, name: names?.get(id)?.[locale] ?? id }))
  return (
    <label class="pick">
      {words.other}
      <select value="" onChange={({ currentTarget }) => take(currentTarget.value)}>
        <option value="">–</option>
        {named
          .toSorted((a, b) => a.name.localeCompare(b.name, locale))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </label>
  )
}

interface CellsProps {
  readonly lines: readonly string[]
  readonly shown: readonly number[]
  readonly years: readonly number[]
  readonly of: AlternativeResult | undefined
  readonly typed: Typed
  readonly type: (typed: Typed) => void
}

function Cells({ lines, shown, years, of, typed, type }: CellsProps) {
  const locale = useLocale()
  const words = trackingWords[locale].entry
  const names = useLines()
  const put = (key: string, value: number | undefined): void => {
    const { [key]: _, ...others } = typed.cells
    type({ ...typed, cells: value === undefined ? others : { ...others, [key]: value } })
  }
  return (
    <table class="data inputs">
      <caption class="unseen">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          {shown.map((year) => (
            <th key={year} scope="col">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, row) => {
          const name = names?.get(line)?.[locale] ?? line
          return (
            <tr key={line}>
              <th scope="row">
                {name}
                <small>{unitInWords(of?.lines[line]?.unit ?? '', locale)}</small>
              </th>
              {shown.map((year, column) => (
                <td key={year} data-cell={`${row}.${column}`}>
                  <NumberInput
                    name={words.cell(name, year)}
                    value={typed.cells[cellKey(line, year)]}
                    take={(value) => put(cellKey(line, year), value)}
                    placeholder={plain(plannedOf(of, line, years.indexOf(year)), 0, locale)}
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Everything that was typed, as it is sent. */
const notedOf = ({ cells, source }: Typed): Noted[] =>
  Object.entries(cells).map(([key, value]) => {
    const [line = '', year = ''] = key.split('|')
    return { line, year: Number(year), at: {}, value, source: source.trim() }
  })

interface Place {
  readonly lines: readonly string[]
  readonly years: readonly number[]
  readonly locale: 'es' | 'en'
}

/** A block of a spreadsheet as figures of lines and years, from the cell where it was pasted on. */
function pastedCells(text: string, { lines, years, locale }: Place): { cells: Record<string, number>; wrong: number } {
  const block = cellsOf(text)
  const mark = markOf(block.flat())
  const cells: Record<string, number> = {}
  let wrong = 0
  for (const [r, line] of lines.entries()) {
    for (const [c, year] of years.entries()) {
      const read = readNumber(block[r]?.[c] ?? '', { locale, mark })
      if (read.kind === 'wrong') wrong += 1
      else if (read.kind !== 'empty') cells[cellKey(line, year)] = read.value
    }
  }
  return { cells, wrong }
}
