import { billedByClass, dwellingsByClass, usersByClass } from '../../model/2-diagnosis/commercial.ts'
import { componentCosts } from '../../model/2-diagnosis/costs.ts'
import { territoriesOf } from '../../model/places.ts'
import { categories, scopes } from '../../model/space.ts'
import { strata } from '../../scenario/document/users.ts'
import type { AlternativeRun } from '../run.ts'
import { orNull, rowsOf, series } from '../run.ts'

/** Rows of the table of users, as the resolution prints them. */
const userGroups: readonly (readonly [group: string, classes: readonly string[]])[] = [
  ...strata.map((s) => [s, [s]] as const),
  ['small', ['smallIndustrial', 'smallCommercial']],
  ['smallOfficial', ['smallOfficial']],
  ['large', ['largeIndustrial', 'largeCommercial']],
  ['largeOfficial', ['largeOfficial']],
]

export interface UserTableRow {
  readonly municipality: string
  readonly zone: string | null
  /** A stratum, `small` and `large` (industrial and commercial), `smallOfficial`, `largeOfficial`, or `total`. */
  readonly group: string
  readonly dwellings: number
  readonly served: number
  readonly billed: number
  readonly billingEfficiency: number | null
  readonly multiUsersCurrent: number
  readonly multiUsersPotential: number
}

interface Place {
  readonly id: string
  readonly municipalities: readonly string[]
  readonly scope: string
}

const everyPlace = (of: AlternativeRun): Place[] =>
  territoriesOf(of.scenario).flatMap((t) => scopes.map((scope) => ({ ...t, scope })))
const zoneOf = (scope: string) => (scope === 'total' ? null : scope)

/** Tabla de usuarios [5.5.3]: V, U y Ufac by the printed rows with their total, for each municipality, all of them, and each zone. */
export function userTableOf(of: AlternativeRun): readonly UserTableRow[] {
  const [v, u, b] = [dwellingsByClass, usersByClass, billedByClass].map((line) => rowsOf(of, line))
  return everyPlace(of).flatMap(({ id, municipalities, scope }) => {
    const listed = of.scenario.territory.municipalities
      .filter((m) => municipalities.includes(m.id))
      .flatMap((m) => m.users.filter((row) => scope === 'total' || row.zone === scope))
    if (listed.length === 0) return []
    const counted = (group: string, classes: readonly string[]): UserTableRow => {
      const sum = (rows: typeof v) =>
        (rows ?? [])
          .filter(({ at }) => at.territory === id && at.scope === scope && classes.includes(at.userClass ?? ''))
          .reduce((s, { values }) => s + (values[0] as number), 0)
      const rows = listed.filter((row) => classes.includes(row.class))
      const multi = (field: 'current' | 'potential') => rows.reduce((s, r) => s + (r.multiUsers?.[field] ?? 0), 0)
      const [dwellings, served, billed] = [sum(v), sum(u), sum(b)]
      return {
        municipality: id,
        zone: zoneOf(scope),
        group,
        dwellings,
        served,
        billed,
        billingEfficiency: served === 0 ? null : billed / served,
        multiUsersCurrent: multi('current'),
        multiUsersPotential: multi('potential'),
      }
    }
    const everyClass = userGroups.flatMap(([, classes]) => classes)
    return [...userGroups.map(([group, classes]) => counted(group, classes)), counted('total', everyClass)]
  })
}

export interface ComponentCostRow {
  readonly municipality: string
  readonly zone: string | null
  readonly component: string
  /** The resolution's symbol of the total: CRTDF, CRTA, CBL, CAO, CAI, CDF. */
  readonly symbol: string
  readonly investment: number | null
  readonly operationMaintenance: number | null
  readonly administration: number | null
  readonly total: number | null
}

/** Costo total anual por componente [5.5.2 b.4], measured, COP a year; null what was not measured. */
export function componentCostsOf(of: AlternativeRun): readonly ComponentCostRow[] {
  return everyPlace(of).flatMap(({ id, scope }) => {
    const at = { territory: id, scope }
    const rows = Object.entries(componentCosts).map(([component, { byCategory, total }]) => {
      const [investment, operationMaintenance, administration] = categories.map((category) =>
        orNull(series(of, byCategory, { ...at, category })[0] as number),
      ) as [number | null, number | null, number | null]
      return {
        municipality: id,
        zone: zoneOf(scope),
        component,
        symbol: total.id,
        ...{ investment, operationMaintenance, administration },
        total: orNull(series(of, total, at)[0] as number),
      }
    })
    const isKnown = rows.some((r) => [r.investment, r.operationMaintenance, r.administration].some((x) => x !== null))
    return scope === 'total' || isKnown ? rows : []
  })
}
