import type { AlternativeResult } from '../../../../study/result.ts'

/** What a municipality can count of its own service, without asking for a place of the plan. */
export const usualLines = [
  'collected',
  'disposed',
  'recovered',
  'billedUsers',
  'collections',
  'operationMaintenance',
] as const

/** The plan's value of a whole line in a year: its finest rows added up, as the service compares it. */
export function plannedOf(of: AlternativeResult | undefined, line: string, t: number): number | null {
  const rows = of?.lines[line]?.rows ?? []
  const most = Math.max(0, ...rows.map(({ at }) => Object.keys(at).length))
  const values = rows.filter(({ at }) => Object.keys(at).length === most).map(({ values: all }) => all[t] ?? null)
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

const additive = /^(?:t|t\/year|users|dwellings|inhabitants|COP|COP\/year|m³\/year|jobs)$/

/** Lines that can be noted for the whole plan: one row, or amounts that add up. */
export const notable = (of: AlternativeResult | undefined): string[] =>
  Object.entries(of?.lines ?? {}).flatMap(([id, { unit, rows }]) =>
    rows.length > 0 && (rows.length === 1 || additive.test(unit)) ? [id] : [],
  )
