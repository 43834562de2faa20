import type { Constant, Entry, Given, Input, Parameter } from '../../../formula/entry.ts'
import type { Slot } from '../../../formula/interpret.ts'
import { sourceOf } from '../../../study/explain.ts'
import type { AlternativeRun } from '../../../study/run.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import { unitInWords } from '../../../text/units.ts'
import { said, sheetNames } from '../../../text/workbook/words.ts'
import type { Role, Sheet } from '../cells.ts'
import { columnName, put } from '../cells.ts'
import type { DocumentRow } from '../document/rows.ts'
import { documentRows, kinds, usual } from '../document/rows.ts'
import { fieldWords } from '../document/words.ts'
import { formatOf } from '../formats.ts'
import type { Place } from '../layout.ts'
import { columns, firstRow } from '../layout.ts'
import { heading, label, placeNames, section, valuesOf } from './rows.ts'

/** In the first row, so that an import knows our own sheet whatever its name. */
export const mark = 'pfv-supuestos-1'

/** The sheet of assumptions while it is written: every constant of the workbook stands here. */
export interface Assumptions {
  readonly sheet: Sheet
  readonly of: AlternativeRun
  readonly locale: Locale
  readonly rows: ReadonlyMap<string, DocumentRow & { readonly row: number }>
  readonly otherwise: Map<Input, Place>
  readonly names: { name: string; range: string }[]
}

const lastColumn = (of: AlternativeRun): number => columns.firstYear + of.scenario.horizon.waste + 1
const nextRow = ({ sheet }: Assumptions): number => sheet.cells.length

/** Which entry of the book reads a place of the document: it says unit and numeral, and that the place moves the workbook. */
export function readersOf(of: AlternativeRun): ReadonlyMap<string, Input> {
  const found = new Map<string, Input>()
  for (const [entry, { domain }] of of.run.slots) {
    if (entry.type !== 'input') continue
    domain.rows.forEach((_, row) => {
      const { pointer } = of.bound.readingOf(entry, of.run.domains.keyOf(domain, row))
      if (pointer !== undefined && !found.has(pointer)) found.set(pointer, entry)
    })
  }
  return found
}

/** Begins the sheet with every place of the document, given or by default. */
export function assumptionsOf(of: AlternativeRun, sheet: Sheet, locale: Locale): Assumptions {
  const { baseYear, horizon } = of.scenario
  const span = { baseYear, length: horizon.waste + 1 }
  const years = Array.from({ length: span.length }, (_, t) => ({ value: baseYear + t }))
  heading(
    sheet,
    { title: `${said('dataSection', locale)} · ${of.scenario.name}`, note: said('assumptionsNote', locale) },
    { locale, years },
  )
  put(sheet, 0, columns.code, { value: mark, look: { role: 'faint' } })
  section(sheet, firstRow, said('dataSection', locale), lastColumn(of))
  const rows = new Map<string, DocumentRow & { row: number }>()
  const book: Assumptions = { sheet, of, locale, rows, otherwise: new Map(), names: [] }
  const readers = readersOf(of)
  documentRows(of.document, of.scenario, span).forEach((found, i) => {
    const row = firstRow + 1 + i
    rows.set(found.pointer, { ...found, row })
    documentRow(book, { found, row, reader: readerOf(readers, found.pointer) })
  })
  return book
}

/** The reader of a place or of what it is part of, as `{start, growth}` is part of a path. */
function readerOf(readers: ReadonlyMap<string, Input>, pointer: string): Input | undefined {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const found = readers.get(place)
    if (found !== undefined) return found
  }
  return undefined
}

function documentRow(
  book: Assumptions,
  { found, row, reader }: { found: DocumentRow; row: number; reader: Input | undefined },
): void {
  const { sheet, of, locale, names } = book
  const { pointer, kind, value, byYear, isDefault } = found
  const isGroup = kind === 'group' || kind === 'list'
  const source = isDefault || isGroup ? undefined : sourceOf(of.scenario.sources, pointer)
  const token = pointer.slice(pointer.lastIndexOf('/') + 1)
  const depth = '  '.repeat(Math.max(0, pointer.split('/').length - 2))
  label(
    sheet,
    row,
    {
      name: `${depth}${fieldWords(pointer).description || token}`,
      ...(reader && !isGroup
        ? { unit: reader.unit === '1' ? '' : unitInWords(reader.unit, locale), numeral: reader.numeral ?? '' }
        : {}),
      code: pointer,
      kind: `${kinds[kind]}${isDefault ? usual : ''}`,
      source: source?.source ?? '',
      status: isDefault ? said('usual', locale) : source ? termOf('sourceStatus', source.status, locale) : '',
    },
    isGroup ? 'subtotal' : 'label',
  )
  if (isGroup) return
  const role: Role = reader && kind !== 'text' && kind !== 'json' ? 'input' : 'kept'
  const format = reader && typeof value === 'number' && kind === 'number' ? formatOf(reader.unit) : undefined
  const name = `dato${pointer.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, 250)
  const at = `'${sheetNames.assumptions[locale]}'!`
  if (kind !== 'years')
    put(sheet, row, columns.value, { value, look: { role, format: kind === 'series' ? '0' : format } })
  if (byYear === undefined) {
    if (role === 'input') names.push({ name, range: `${at}$${columnName(columns.value)}$${row + 1}` })
    return
  }
  const { baseYear, horizon } = of.scenario
  for (let t = 0; t <= horizon.waste; t += 1) {
    const given = byYear.get(baseYear + t)
    put(sheet, row, columns.firstYear + t, {
      value: given ?? null,
      look: { role, ...(reader ? { format: formatOf(reader.unit) } : {}) },
    })
  }
  const [from, to] = [columns.firstYear, columns.firstYear + horizon.waste].map(columnName)
  names.push({ name, range: `${at}$${from}$${row + 1}:$${to}$${row + 1}` })
}

/** Adds a constant that has no place in the document, a row an entry's row; gives where its rows begin. */
export function constantRows(
  book: Assumptions,
  entry: Entry,
  {
    role,
    kind,
    rows,
    source = '',
    status = '',
  }: { role: Role; kind: string; rows: readonly number[]; source?: string; status?: string },
): Place {
  const { sheet, of, locale } = book
  const { domain, years } = of.run.slots.get(entry) as Slot
  const placeOf = placeNames(of, locale)
  const start = nextRow(book)
  rows.forEach((row, i) => {
    const at = start + i
    const place = placeOf(of.run.domains.keyOf(domain, row))
    const about = entry.unit === '1' ? '' : unitInWords(entry.unit, locale)
    label(sheet, at, {
      name: entry[locale],
      place,
      unit: about,
      numeral: entry.numeral ?? '',
      code: entry.id,
      kind,
      source,
      status,
    })
    const values = valuesOf(of, entry, row)
    values.forEach((v, t) => {
      const value = Number.isNaN(v) ? said('noDatum', locale) : v
      const column = years === 1 ? columns.value : columns.firstYear + t
      put(sheet, at, column, { value, look: { role, format: formatOf(entry.unit) } })
    })
  })
  return { sheet: sheet.name, row: start }
}

/** The dated values of the law, each with its article. */
export function lawRows(book: Assumptions, entries: readonly Parameter[]): Map<Entry, Place> {
  const { of, locale } = book
  section(book.sheet, nextRow(book), said('lawSection', locale), lastColumn(of))
  return new Map(
    entries.map((entry) => {
      const law = of.bound.lawOf(entry.law, 0)
      const source = law === undefined ? '' : `${law.norm}, ${law.article}. ${law.url}`
      const status = law === undefined ? '' : termOf('confirmed', law.confirmed, locale)
      return [entry, constantRows(book, entry, { role: 'law', kind: 'ley', rows: [0], source, status })]
    }),
  )
}

export function unitRows(book: Assumptions, entries: readonly Constant[]): Map<Entry, Place> {
  section(book.sheet, nextRow(book), said('unitSection', book.locale), lastColumn(book.of))
  return new Map(
    entries.map((entry) => [entry, constantRows(book, entry, { role: 'kept', kind: 'equivalencia', rows: [0] })]),
  )
}

/** What stands where the plan gives no datum: one row an input of the book. */
export function otherwiseRows(book: Assumptions, entries: readonly Input[]): void {
  const { sheet, locale } = book
  section(sheet, nextRow(book), said('otherwiseSection', locale), lastColumn(book.of))
  for (const entry of entries) {
    const row = nextRow(book)
    const unit = entry.unit === '1' ? '' : unitInWords(entry.unit, locale)
    label(sheet, row, { name: entry[locale], unit, numeral: entry.numeral ?? '', code: entry.id, kind: 'sin dato' })
    const value = Number.isNaN(entry.otherwise) ? said('noDatum', locale) : entry.otherwise
    put(sheet, row, columns.value, { value, look: { role: 'kept', format: formatOf(entry.unit) } })
    book.otherwise.set(entry, { sheet: sheet.name, row })
  }
}

/** Marks of the plan's own structure and results of methods: kept as they were found. */
export function structureRows(book: Assumptions, entries: readonly Given[]): Map<Entry, Place> {
  const { of, locale } = book
  section(book.sheet, nextRow(book), said('structureSection', locale), lastColumn(of))
  return new Map(
    entries.map((entry) => {
      const { domain } = of.run.slots.get(entry) as Slot
      const isMethod = entry.id === 'projectedPopulation'
      const rows = domain.rows.map((_, i) => i)
      const status = said(isMethod ? 'method' : 'structure', locale)
      return [
        entry,
        constantRows(book, entry, {
          role: isMethod ? 'method' : 'kept',
          kind: isMethod ? 'método' : 'estructura',
          rows,
          status,
        }),
      ]
    }),
  )
}
