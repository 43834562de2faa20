import type { Line } from '../../formula/entry.ts'
import type { Slot } from '../../formula/interpret.ts'
import { entityStatements, recoveryTransferTotal } from '../../model/6-statements/entity-statements.ts'
import type { AlternativeResult, ResultLine } from '../result.ts'
import type { AlternativeRun } from '../run.ts'
import { orNulls, series } from '../run.ts'

type EntityResult = AlternativeResult['entities'][number]

/** Estados financieros de cada entidad [11.3], under the ids of the consolidated lines, and the eliminations between them. */
export function entitiesOf(of: AlternativeRun): EntityResult[] {
  const entities = of.run.domains.members('entity')
  const linesOf = (entity: string) =>
    Object.fromEntries(Object.entries(entityStatements).map(([id, line]) => [id, rowOf(of, line, entity)]))
  return [...entities.map((id) => ({ id, lines: linesOf(id) })), ...eliminations(of)]
}

function rowOf(of: AlternativeRun, line: Line, entity: string): ResultLine {
  const { domain } = of.run.slots.get(line) as Slot
  const at = of.run.domains.keysOf(domain).find((key) => key.entity === entity)
  return { unit: line.unit, rows: [{ at: { entity }, values: at === undefined ? [] : orNulls(series(of, line, at)) }] }
}

/** What one entity pays another stands in both and in no consolidated line. */
function eliminations(of: AlternativeRun): EntityResult[] {
  const passedOn = Array.from(series(of, recoveryTransferTotal), (v) => (v === 0 ? 0 : -v))
  if (passedOn.every((v) => v === 0)) return []
  const line: ResultLine = {
    unit: recoveryTransferTotal.unit,
    rows: [{ at: { entity: 'eliminations' }, values: passedOn }],
  }
  return [{ id: 'eliminations', lines: { operatingIncome: line, operatingExpense: line } }]
}
