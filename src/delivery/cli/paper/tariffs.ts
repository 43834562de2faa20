import { plain } from '../../../text/numbers.ts'
import type { Values } from '../../report/base/numbers.ts'
import type { At } from '../../report/base/sheet.ts'
import {
  capital,
  isZero,
  labelOf,
  matches,
  nameOf,
  negated,
  placeWords,
  rowsOf,
  several,
  sumOf,
} from '../../report/base/sheet.ts'
import { heading } from '../print/grid.ts'
import type { Sheet } from './sheet.ts'
import type { YearRow } from './year-table.ts'
import { decimals, inMillions, yearTable } from './year-table.ts'

/** Tarifas, subsidios y contribuciones [5.5.2, 10.1, 11.3]: what each class pays and who funds the subsidies. */
export function tariffs(sheet: Sheet): string[] {
  const { words } = sheet
  return [...heading(words.tariffs), '', ...reference(sheet), '', ...byClass(sheet), '', ...balance(sheet)]
}

const last = (sheet: Sheet): number => sheet.result.years.financial.length - 1

function reference(sheet: Sheet): string[] {
  const { words } = sheet
  const rows = (['referenceFixed', 'referenceVariable'] as const).flatMap((line) =>
    rowsOf(sheet, line).map(({ at, values }): YearRow => {
      const label = line === 'referenceFixed' ? words.fixed : words.variable
      return { label: `  ${several(sheet) ? `${placeWords(sheet, at)}: ${label}` : label}`, values }
    }),
  )
  return yearTable(sheet, { head: words.reference, rows, last: last(sheet), format: decimals(sheet, 0) })
}

function byClass(sheet: Sheet): string[] {
  const { words } = sheet
  const factors = rowsOf(sheet, 'factor')
  const rows = rowsOf(sheet, 'userTariff').map(({ at, values }): YearRow => {
    const factor = factors.find((f) => matches(f.at, at))?.values ?? []
    return { label: `  ${capital(placeWords(sheet, at))}`, extra: [factorWords(sheet, factor)], values }
  })
  const merged = mergeZones(sheet, rows)
  return [
    ...yearTable(sheet, {
      head: words.tariffTable,
      extra: [words.factor],
      rows: merged,
      last: last(sheet),
      format: decimals(sheet, 0),
    }),
    `  ${words.factorNote}`,
  ]
}

/** Zones whose tariffs are the same in every year stand in one row, without the zone. */
function mergeZones(sheet: Sheet, rows: readonly YearRow[]): YearRow[] {
  const ats = rowsOf(sheet, 'userTariff').map((r) => r.at)
  const done = new Set<number>()
  return rows.flatMap((row, i) => {
    if (done.has(i)) return []
    const at = ats[i] as At
    const twin = ats.findIndex(
      (other, j) =>
        j > i && other.municipality === at.municipality && other.userClass === at.userClass && alike(row, rows[j]),
    )
    if (twin < 0) return [row]
    done.add(twin)
    const { zone: _, ...rest } = at
    return [{ ...row, label: `  ${capital(placeWords(sheet, rest))}` }]
  })
}

const alike = (a: YearRow, b: YearRow | undefined): boolean =>
  a.extra?.[0] === b?.extra?.[0] &&
  (a.values ?? []).every((v, t) => Math.abs((v ?? 0) - (b?.values?.[t] ?? Number.NaN)) < 0.005)

function factorWords(sheet: Sheet, factor: Values): string {
  const planned = factor.slice(1)
  const write = (v: number | null | undefined) => {
    const text = plain((v ?? 0) * 100, Number.isInteger(Math.round((v ?? 0) * 1e6) / 1e4) ? 0 : 1, sheet.locale)
    return `${(v ?? 0) > 0 ? '+' : ''}${text}`
  }
  const [from, to] = [planned[0], planned.at(-1)]
  return write(from) === write(to) ? `${write(from)} %` : `${write(from)} → ${write(to)} %`
}

function balance(sheet: Sheet): string[] {
  const { words, locale } = sheet
  const towns = several(sheet) ? sheet.scenario.territory.municipalities.map((m) => m.id) : [undefined]
  const rows = towns.flatMap((town): YearRow[] => {
    const at: At = town === undefined ? {} : { municipality: town }
    const of = (line: string, sign: 1 | -1 = 1): YearRow => {
      const values = sumOf(sheet, line, at)
      return { label: `  ${labelOf(line, locale)}`, values: sign === 1 ? values : negated(values) }
    }
    const funding = [of('fundTransfer'), of('unfundedSubsidy'), of('fundSurplus')]
    return [
      ...(town === undefined ? [] : [{ label: nameOf(sheet, 'municipality', town) }]),
      of('contribution'),
      of('subsidy', -1),
      { ...of('subsidyBalance'), label: words.balanceRow, rule: 'single' },
      ...funding.filter((r) => !isZero(r.values ?? [])),
    ]
  })
  return yearTable(sheet, { head: words.balance, rows, last: last(sheet), format: inMillions(sheet) })
}
