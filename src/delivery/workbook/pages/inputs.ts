import type { Entry, Given, Input } from '../../../formula/entry.ts'
import type { Slot } from '../../../formula/interpret.ts'
import type { Key } from '../../../model/places.ts'
import { filled, templatesOf } from '../../../model/templates.ts'
import { said } from '../../../text/workbook/words.ts'
import type { Sheet } from '../cells.ts'
import type { Place } from '../layout.ts'
import { beforeCell, nowCell, valueCell } from '../layout.ts'
import type { Assumptions } from './assumptions.ts'
import { constantRows } from './assumptions.ts'
import type { PathWriter } from './paths.ts'
import { pathFormula, yearsFormula } from './paths.ts'
import { entryLabel, formulas, label, placeNames, valuesOf } from './rows.ts'

/** Excel takes no formula longer than this. */
export const longestFormula = 8000

export interface InputSheet {
  readonly book: Assumptions
  readonly sheet: Sheet
  readonly places: Map<Entry, Place>
}

/** Counters of time that follow from the base year and the horizon: the first rows, which all other formulas read. */
export function timeRows(at: InputSheet, entries: ReadonlyMap<string, Given>): { index: Place; calendar: Place } {
  const { book, sheet, places } = at
  const cell = (pointer: string) =>
    valueCell(sheet.name, { sheet: book.sheet.name, row: book.rows.get(pointer)?.row ?? 0 })
  const place = (id: string): Place => ({ sheet: sheet.name, row: order.indexOf(id) + 4 })
  const order = [
    'yearIndex',
    'calendarYear',
    'planYear',
    'lastPlanYear',
    'horizonYears',
    'wasteHorizonYears',
    'baseCalendarYear',
  ]
  const index = place('yearIndex')
  const now = nowCell(sheet.name, index)
  const templates: Readonly<Record<string, string>> = {
    yearIndex: 'COLUMN()-COLUMN($K$1)',
    calendarYear: `${cell('/baseYear')}+${now}`,
    planYear: `IF(${now}>0,1,0)`,
    lastPlanYear: `IF(${now}=${cell('/horizon/financial')},1,0)`,
    horizonYears: cell('/horizon/financial'),
    wasteHorizonYears: cell('/horizon/waste'),
    baseCalendarYear: cell('/baseYear'),
  }
  for (const id of order) {
    const entry = entries.get(id)
    const row = place(id).row
    if (entry === undefined) {
      sheet.cells[row] = []
      continue
    }
    writeRow(at, entry, { row, index: 0, template: templates[id] as string })
    places.set(entry, place(id))
  }
  return { index, calendar: place('calendarYear') }
}

function writeRow(
  { book, sheet }: InputSheet,
  entry: Entry,
  { row, index, template }: { row: number; index: number; template: string },
): void {
  const { of, locale } = book
  const { domain, years } = of.run.slots.get(entry) as Slot
  label(sheet, row, entryLabel(entry, placeNames(of, locale)(of.run.domains.keyOf(domain, index)), locale))
  formulas(sheet, row, {
    template,
    values: valuesOf(of, entry, index),
    unit: entry.unit,
    once: years === 1,
    missing: said('noDatum', locale),
  })
}

/** Writes the rows of an input: each a formula over the cells of the document, or what stands where there is no datum. */
export function inputRows(at: InputSheet, entry: Input, time: { index: Place; calendar: Place }): void {
  const { book, sheet, places } = at
  const { of, locale } = book
  const { domain } = of.run.slots.get(entry) as Slot
  const start = sheet.cells.length
  const after = start + domain.rows.length
  const helpers: { row: number; template: string; values: readonly number[] }[] = []
  domain.rows.forEach((_, i) => {
    const row = start + i
    const writer: PathWriter = {
      book,
      sheet: sheet.name,
      ...time,
      helper: (h) => {
        const helperRow = after + helpers.length
        helpers.push({ ...h, row: helperRow })
        return { sheet: sheet.name, row: helperRow }
      },
    }
    const key = of.run.domains.keyOf(domain, i)
    const found = inputFormula(writer, entry, key)
    const template = found !== undefined && found.length < longestFormula ? found : keptFormula(at, entry, i)
    writeRow(at, entry, { row, index: i, template: template.replaceAll('\u0003', beforeCell(row)) })
  })
  for (const { row, template, values } of helpers) {
    label(sheet, row, {
      name: `${entry[locale]}: ${locale === 'es' ? 'crecimiento' : 'growth'}`,
      code: `${entry.id}:growth`,
    })
    formulas(sheet, row, {
      template: template.replaceAll('\u0003', beforeCell(row)),
      values,
      unit: 'share',
      once: false,
    })
  }
  places.set(entry, { sheet: sheet.name, row: start })
}

/** A row that no formula gives is kept among the constants. */
export function keptFormula({ book, sheet }: InputSheet, entry: Entry, row: number): string {
  const { years } = book.of.run.slots.get(entry) as Slot
  const status = said('method', book.locale)
  const place = constantRows(book, entry, { role: 'method', kind: 'método', rows: [row], status })
  return years === 1 ? valueCell(sheet.name, place) : nowCell(sheet.name, place)
}

function inputFormula(w: PathWriter, entry: Input, key: Key): string | undefined {
  const { pointer, raw } = w.book.of.bound.readingOf(entry, key)
  if (pointer === undefined) {
    const place = w.book.otherwise.get(entry)
    return place && valueCell(w.sheet, place)
  }
  if (entry.form === 'flag') return flagFormula(w, entry, { key, pointer, raw })
  if (entry.form === 'number') return pathFormula(w, pointer, raw, 'hold')
  if (entry.form === 'years') return yearsFormula(w, pointer, raw)
  return pathFormula(w, pointer, raw, entry.form === 'flow' ? 'zero' : 'hold')
}

function flagFormula(
  w: PathWriter,
  entry: Input,
  { key, pointer, raw }: { key: Key; pointer: string; raw: unknown },
): string | undefined {
  const { places } = w.book.of
  const template = templatesOf(entry).find(({ parts }) => filled(parts, places, key) === pointer)
  const row = w.book.rows.get(pointer)?.row
  if (row === undefined) return undefined
  const cell = valueCell(w.sheet, { sheet: w.book.sheet.name, row })
  if (template?.equals === undefined) return typeof raw === 'boolean' ? `IF(${cell}=TRUE,1,0)` : undefined
  const wanted = filled(template.equals, places, key) ?? ''
  if (typeof raw === 'string') return `IF(EXACT(${cell},"${wanted.replaceAll('"', '""')}"),1,0)`
  if (typeof raw === 'boolean' && /^(true|false)$/.test(wanted)) return `IF(${cell}=${wanted.toUpperCase()},1,0)`
  return typeof raw === 'number' && /^-?\d+(\.\d+)?$/.test(wanted) ? `IF(${cell}=${wanted},1,0)` : undefined
}

/** Población proyectada by the method that the plan chose, over the censuses of the document; kept where Excel cannot follow. */
export function populationRows(at: InputSheet, entry: Given, time: { index: Place; calendar: Place }): void {
  const { book, sheet, places } = at
  const { of } = book
  const { domain } = of.run.slots.get(entry) as Slot
  const start = sheet.cells.length
  domain.rows.forEach((_, i) => {
    const key = of.run.domains.keyOf(domain, i)
    const template = populationFormula(at, key, time)
    const row = start + i
    writeRow(at, entry, {
      row,
      index: i,
      template: (template ?? keptFormula(at, entry, i)).replaceAll('\u0003', beforeCell(row)),
    })
  })
  places.set(entry, { sheet: sheet.name, row: start })
}

function populationFormula(
  { book, sheet }: InputSheet,
  key: Key,
  time: { index: Place; calendar: Place },
): string | undefined {
  const { of } = book
  const choice = of.bound.populations.find((p) => p.municipality === key.municipality && p.zone === key.zone)
  const i = of.scenario.territory.municipalities.findIndex((m) => m.id === key.municipality)
  const town = of.scenario.territory.municipalities[i]
  if (choice === undefined || town === undefined) return undefined
  const here = `/territory/municipalities/${i}`
  const zone = choice.zone
  if (choice.chosen === 'given') {
    const path = town.population.given?.[zone]
    const writer: PathWriter = { book, sheet: sheet.name, ...time, helper: () => ({ sheet: sheet.name, row: 0 }) }
    const grows = typeof path === 'object' && 'start' in path
    return path === undefined || grows
      ? undefined
      : pathFormula(writer, `${here}/population/given/${zone}`, path, 'hold')
  }
  const points = town.censuses.map((c, at) => ({ people: c[zone], at })).filter(({ people }) => people > 0)
  if (points.length < 2 || points.length !== town.censuses.length || choice.chosen === 'exponential') return undefined
  const cell = (place: number | undefined, field: string) => {
    const row = book.rows.get(`${here}/censuses/${place ?? 0}/${field}`)?.row
    return row === undefined ? '0' : valueCell(sheet.name, { sheet: book.sheet.name, row })
  }
  const [a, b] = [points[0]?.at, points.at(-1)?.at]
  const [y1, y2, p1, p2] = [cell(a, 'year'), cell(b, 'year'), cell(a, zone), cell(b, zone)]
  const year = nowCell(sheet.name, time.calendar)
  if (choice.chosen === 'arithmetic') return `MAX(0,${p2}+((${p2}-${p1})/(${y2}-${y1}))*(${year}-${y2}))`
  if (choice.chosen === 'geometric') return `${p2}*(${p2}/${p1})^((${year}-${y2})/(${y2}-${y1}))`
  const reach = `(200*(${p2}-${p1})/((${y2}-${y1})*(${p2}+${p1}))*(${year}-${y1}))`
  return `MAX(0,${p1}*(200+${reach})/(200-${reach}))`
}
