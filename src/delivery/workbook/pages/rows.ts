import type { Entry } from '../../../formula/entry.ts'
import type { Slot } from '../../../formula/interpret.ts'
import type { Key } from '../../../model/places.ts'
import type { AlternativeRun } from '../../../study/run.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import { unitInWords } from '../../../text/units.ts'
import { said } from '../../../text/workbook/words.ts'
import type { Look, Role, Sheet, Value } from '../cells.ts'
import { put } from '../cells.ts'
import { formatOf } from '../formats.ts'
import { atYear, columns, headRow } from '../layout.ts'

/** What the left columns of a row say. */
export interface Label {
  readonly name: string
  readonly place?: string
  readonly unit?: string
  readonly numeral?: string
  readonly code?: string
  readonly kind?: string
  readonly source?: string
  readonly status?: string
}

/** Writes the left columns of a row; a subtotal's line runs through the empty ones. */
export function label(sheet: Sheet, row: number, said: Label, role: Role = 'label'): void {
  const texts: readonly (readonly [keyof typeof columns, string | undefined, Role])[] = [
    ['name', said.name, role],
    ['place', said.place, role],
    ['unit', said.unit, role === 'subtotal' ? role : 'faint'],
    ['numeral', said.numeral, role === 'subtotal' ? role : 'faint'],
    ['code', said.code, role === 'subtotal' ? role : 'faint'],
    ['kind', said.kind, 'faint'],
    ['source', said.source, 'faint'],
    ['status', said.status, 'faint'],
  ]
  for (const [column, text, look] of texts)
    if ((text !== undefined && text !== '') || look === 'subtotal')
      put(sheet, row, columns[column], { value: text ?? null, look: { role: look } })
}

/** Title, note and the head with the years. */
export function heading(
  sheet: Sheet,
  text: { title: string; note: string },
  { locale, years }: { locale: Locale; years: readonly { value: number; formula?: string }[] },
): void {
  put(sheet, 0, 0, { value: text.title, look: { role: 'title' } })
  put(sheet, 1, 0, { value: text.note, look: { role: 'note' } })
  const heads = ['name', 'place', 'unit', 'numeral', 'code', 'kind', 'source', 'status', 'value'] as const
  for (const id of heads) put(sheet, headRow, columns[id], { value: said(id, locale), look: { role: 'head' } })
  put(sheet, headRow, columns.opening, { value: null, look: { role: 'head' } })
  years.forEach((year, t) => {
    put(sheet, headRow, columns.firstYear + t, { ...year, look: { role: 'year', format: '0' } })
  })
}

/** A heading between rows. */
export function section(sheet: Sheet, row: number, text: string, width: number): void {
  for (let c = 0; c < width; c += 1) put(sheet, row, c, { value: c === 0 ? text : null, look: { role: 'section' } })
}

/** Values of one row of an entry in a run; what has no value is empty. */
export function valuesOf(of: AlternativeRun, entry: Entry, row: number): number[] {
  const { offset, years } = of.run.slots.get(entry) as Slot
  return Array.from(of.run.buffer.subarray(offset + row * years, offset + (row + 1) * years))
}

export const shown = (value: number | undefined, missing = ''): Value =>
  value === undefined || Number.isNaN(value) ? missing : value

/** Writes a formula along a row, with the values that a viewer shows; a single value stands in its own column. */
export function formulas(
  sheet: Sheet,
  row: number,
  {
    template,
    values,
    unit,
    role = 'figure',
    once,
    missing = '',
  }: { template: string; values: readonly number[]; unit: string; role?: Role; once: boolean; missing?: string },
): void {
  const look: Look = { role, format: formatOf(unit) }
  if (once) put(sheet, row, columns.value, { value: shown(values[0], missing), formula: atYear(template, 0), look })
  else
    values.forEach((value, t) => {
      put(sheet, row, columns.firstYear + t, { value: shown(value, missing), formula: atYear(template, t), look })
    })
}

/** Names that the plan gives to members, by dimension; the house's own words for the others. */
export function placeNames(of: AlternativeRun, locale: Locale): (at: Key) => string {
  const { alternative } = of.places
  const named = (list: readonly { id: string; name?: string | undefined }[]) =>
    new Map(list.map((x) => [x.id, x.name ?? x.id]))
  const own: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    municipality: named(of.scenario.territory.municipalities),
    territory: named(of.scenario.territory.municipalities),
    project: named(alternative.projects),
    item: named(alternative.projects.flatMap((p) => p.costs)),
    site: named(alternative.sites),
  }
  return (at) =>
    Object.entries(at)
      .map(([dimension, member]) => own[dimension]?.get(member) ?? termOf(dimension, member, locale))
      .join(' · ')
}

/** What the left columns say of an entry of the book. */
export function entryLabel(entry: Entry, place: string, locale: Locale): Label {
  return {
    name: entry[locale],
    place,
    unit: entry.unit === '1' ? '' : unitInWords(entry.unit, locale),
    numeral: entry.numeral ?? '',
    code: entry.id,
  }
}
