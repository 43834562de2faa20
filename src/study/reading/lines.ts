import type { Line } from '../../formula/entry.ts'
import type { ResultLine } from '../result.ts'
import type { AlternativeRun } from '../run.ts'
import { orNulls, rowsOf } from '../run.ts'

/** Every row of a line; an additive line of a plan of several municipalities also has the consolidated rows. */
export function lineOf(of: AlternativeRun, line: Line): ResultLine {
  const rows = rowsOf(of, line).map(({ at, values }) => ({ at, values: orNulls(values) }))
  const severalTowns = of.scenario.territory.municipalities.length > 1
  if (!line.additive || !severalTowns || !line.over.some((d) => d.id === 'municipality'))
    return { unit: line.unit, rows }
  const joined = new Map<string, { at: Record<string, string>; values: (number | null)[] }>()
  for (const row of rows) {
    const { municipality: _, ...at } = row.at
    const sofar = joined.get(JSON.stringify(at))
    if (!sofar) joined.set(JSON.stringify(at), { at, values: [...row.values] })
    else
      row.values.forEach((v, t) => {
        sofar.values[t] = v === null || sofar.values[t] === null ? null : (sofar.values[t] as number) + v
      })
  }
  return { unit: line.unit, rows: [...joined.values(), ...rows] }
}
