import type { LawValue } from '../../../law/parameter.ts'
import { users } from '../../../model/1-projections/users.ts'
import { factor } from '../../../model/4-tariffs/billing.ts'
import { factorBounds } from '../../../study/legal-limits.ts'
import { rowsOf, series } from '../../../study/run.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { put } from '../cells.ts'
import type { Place } from '../layout.ts'
import { columns, valueCell } from '../layout.ts'
import { label, placeNames, section } from '../pages/rows.ts'
import type { Ground } from './ground.ts'
import { placeOf, slack, slotOf, span, word, written } from './ground.ts'

interface Bound {
  readonly place: Place
  readonly values: readonly (number | undefined)[]
}

type Side = 'lower' | 'upper'

/** The legal limits of a class by year, written among the assumptions with their article; none where no law bounds it. */
function boundRow(of: Ground, userClass: string, side: Side): Bound | undefined {
  const { inputs, layout, locale } = of
  const { baseYear, horizon, norm } = layout.of.scenario
  const laws = Array.from(
    { length: horizon.financial + 1 },
    (_, t) => factorBounds(userClass, baseYear + t, norm)[side],
  )
  const law = laws.find((one): one is LawValue<number> => one !== undefined)
  if (law === undefined) return undefined
  const { sheet } = inputs.book
  const row = sheet.cells.length
  label(sheet, row, {
    ...{ name: word(of, side), place: termOf('userClass', userClass, locale), numeral: '5.5.2' },
    ...{ code: `legal-limit:${userClass}:${side}`, kind: 'ley', source: `${law.norm}, ${law.article}. ${law.url}` },
    status: termOf('confirmed', law.confirmed, locale),
  })
  laws.forEach((one, t) => {
    if (one) put(sheet, row, columns.firstYear + t, { value: one.value, look: { role: 'law', format: '0.0%' } })
  })
  return { place: { sheet: sheet.name, row }, values: laws.map((one) => one?.value) }
}

/**
 * Límites legales: one row a factor with the number of years in which it has users and is outside the law; gives their
 * cells and the sum.
 */
export function limitRows(of: Ground): { readonly cells: readonly string[]; readonly outside: number } {
  const { layout, sheet, locale, inputs } = of
  const { financial } = layout.of.scenario.horizon
  const nameOf = placeNames(layout.of, locale)
  const known = new Map<string, Bound | undefined>()
  const boundOf = (userClass: string, side: Side): Bound | undefined => {
    const key = `${userClass}:${side}`
    if (!known.has(key)) known.set(key, boundRow(of, userClass, side))
    return known.get(key)
  }
  section(inputs.book.sheet, inputs.book.sheet.cells.length, word(of, 'bounds'), columns.firstYear)
  const cells: string[] = []
  let outside = 0
  for (const [row, { at, values }] of rowsOf(layout.of, factor).entries()) {
    const [lower, upper] = (['lower', 'upper'] as const).map((side) => boundOf(at.userClass as string, side))
    if (lower === undefined && upper === undefined) continue
    const served = slotOf(of, users)
    const people = series(layout.of, users, at)
    const own = span(of, placeOf(of, factor, row), 1)
    const beyond = (bound: Bound | undefined, sign: 1 | -1): string[] => {
      if (bound === undefined) return []
      const law = span(of, bound.place, 1)
      return [`ISNUMBER(${law})*((${sign === 1 ? `${own}-${law}` : `${law}-${own}`})>${written})`]
    }
    const isBeyond = (t: number): boolean => {
      const [low, high] = [lower?.values[t], upper?.values[t]]
      const value = values[t] as number
      return (low !== undefined && low - value > slack) || (high !== undefined && value - high > slack)
    }
    const years = Array.from({ length: financial }, (_, i) => i + 1)
    const count = years.filter((t) => (people[t] as number) > 0 && isBeyond(t)).length
    const serving = span(of, placeOf(of, users, layout.of.run.domains.rowOf(served.domain, at)), 1)
    const line = sheet.cells.length
    label(sheet, line, {
      ...{ name: word(of, 'outside'), place: nameOf(at), unit: word(of, 'years'), numeral: '5.5.2' },
      code: 'viability:legalLimits:years',
    })
    put(sheet, line, columns.value, {
      value: count,
      formula: `SUMPRODUCT((${serving}>0)*(${[...beyond(lower, -1), ...beyond(upper, 1)].join('+')}))`,
      look: { role: 'figure', format: '0' },
    })
    cells.push(valueCell(sheet.name, { sheet: sheet.name, row: line }))
    outside += count
  }
  return { cells, outside }
}
