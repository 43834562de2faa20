import { pointerTokens } from '../../scenario/pointer.ts'
import type { Problem } from '../../scenario/problem.ts'
import { readScenario } from '../../scenario/read.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { readPlan } from '../../study/read-plan.ts'
import { cellProblems, workbookProblems } from '../../text/workbook/problems.ts'
import { sheetNames } from '../../text/workbook/words.ts'
import type { Value } from './cells.ts'
import { columnName } from './cells.ts'
import type { FoundRow } from './document/read.ts'
import { documentOf, withChangedDefaults } from './document/read.ts'
import type { Kind } from './document/rows.ts'
import { kinds, usual } from './document/rows.ts'
import { columns, headRow } from './layout.ts'
import { BadWorkbook, openSheet } from './open.ts'
import { mark } from './pages/assumptions.ts'

export type Imported =
  | { readonly ok: true; readonly document: unknown; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const names = Object.values(sheetNames.assumptions)
const kindOf = new Map(Object.entries(kinds).map(([kind, word]) => [word as string, kind as Kind]))

interface Cells {
  readonly rows: FoundRow[]
  /** The cell of each pointer's value. */
  readonly cells: Map<string, string>
  readonly problems: Problem[]
}

/** Lee de vuelta la hoja Supuestos: the scenario that a workbook of ours, or its template, holds; problems name their cells. */
export async function importWorkbook(bytes: Uint8Array): Promise<Imported> {
  let values: Value[][]
  try {
    values = await openSheet(bytes, names)
  } catch (error) {
    if (!(error instanceof BadWorkbook)) throw error
    return { ok: false, problems: [{ pointer: '', code: `workbook-${error.code}`, ...workbookProblems[error.code] }] }
  }
  if (values[0]?.[columns.code] !== mark)
    return { ok: false, problems: [{ pointer: '', code: 'workbook-not-ours', ...workbookProblems['not-ours'] }] }
  const found = foundRows(values)
  if (found.problems.length > 0) return { ok: false, problems: found.problems }
  const given = documentOf(found.rows.filter((row) => !row.isDefault))
  const first = readScenario(given)
  const document =
    first.ok || found.rows.some((r) => r.isDefault)
      ? documentOf(withChangedDefaults(found.rows, first.ok ? first.scenario : undefined))
      : given
  const read = readPlan(document)
  if (read.ok) return { ok: true, document, scenario: read.scenario }
  return { ok: false, problems: read.problems.map((p) => located(p, found.cells)) }
}

/** A problem of the document with the cell where its place, or what holds it, stands. */
function located(found: Problem, cells: ReadonlyMap<string, string>): Problem {
  let place = found.pointer
  while (place !== '' && !cells.has(place)) place = place.slice(0, place.lastIndexOf('/'))
  const cell = cells.get(place)
  return cell === undefined ? found : { ...found, ...cellProblems.at(cell, found) }
}

function foundRows(values: readonly Value[][]): Cells {
  const found: Cells = { rows: [], cells: new Map(), problems: [] }
  const years = (values[headRow] ?? []).map((v) => (typeof v === 'number' ? v : Number.NaN))
  for (const [r, row] of values.entries()) {
    const pointer = row[columns.code]
    const word = row[columns.kind]
    if (r <= headRow || typeof pointer !== 'string' || !pointer.startsWith('/')) continue
    const at = (column: number): string => `${columnName(column)}${r + 1}`
    const isDefault = typeof word === 'string' && word.endsWith(usual)
    const kind = typeof word === 'string' ? kindOf.get(isDefault ? word.slice(0, -usual.length) : word) : undefined
    const fail = (column: number, say: (cell: string) => { es: string; en: string }, code: string) =>
      void found.problems.push({ pointer, code, ...say(at(column)) })
    if (kind === undefined) {
      fail(columns.kind, cellProblems.kind, 'workbook-kind')
      continue
    }
    if (pointerTokens(pointer) === undefined || found.cells.has(pointer)) {
      fail(columns.code, cellProblems.pointer, 'workbook-pointer')
      continue
    }
    found.cells.set(pointer, at(columns.value))
    const read = contentOf(kind, row, years)
    if ('problem' in read) fail(columns.value, cellProblems[read.problem], `workbook-${read.problem}`)
    else if (!(read.skip === true)) found.rows.push({ pointer, kind, isDefault, content: read.content })
  }
  return found
}

type Content =
  | { readonly content: unknown; readonly skip?: boolean }
  | { readonly problem: 'number' | 'flag' | 'empty' }

function contentOf(kind: Kind, row: readonly Value[], years: readonly number[]): Content {
  const value = row[columns.value] ?? null
  if (kind === 'group' || kind === 'list') return { content: undefined }
  if (kind === 'series' || kind === 'years') return yearly(kind, row, years)
  if (kind === 'nothing') return { content: null }
  if (value === null || value === '') return { problem: 'empty' }
  if (kind === 'number') return typeof value === 'number' ? { content: value } : { problem: 'number' }
  if (kind === 'flag') return typeof value === 'boolean' ? { content: value } : { problem: 'flag' }
  if (kind === 'text') return { content: String(value) }
  try {
    return { content: JSON.parse(String(value)) }
  } catch {
    return { problem: 'empty' }
  }
}

function yearly(kind: 'series' | 'years', row: readonly Value[], years: readonly number[]): Content {
  const given: [number, number][] = []
  for (const [c, year] of years.entries()) {
    const value = row[c] ?? null
    if (c < columns.firstYear || Number.isNaN(year) || value === null || value === '') continue
    if (typeof value !== 'number') return { problem: 'number' }
    given.push([year, value])
  }
  if (kind === 'years') return { content: Object.fromEntries(given.map(([year, v]) => [String(year), v])) }
  const [first] = given
  if (first === undefined) return { problem: 'empty' }
  if (!given.every(([year], i) => year === first[0] + i)) return { problem: 'empty' }
  const from = row[columns.value]
  return { content: { values: given.map(([, v]) => v), from: typeof from === 'number' ? from : first[0] } }
}
