import { canonicalJson } from '../../scenario/canonical.ts'
import type { Observation } from '../../study/tracking/compare.ts'
import type { Database } from './database.ts'
import { randomId } from './draft.ts'
import type { Writer } from './scenarios.ts'

export interface StoredObservation extends Observation {
  readonly id: string
  readonly createdAt: string
}

/** Keeps real figures of a stored plan, all or none. */
export async function addObservations(
  { db }: Database,
  { workspace, keyId }: Writer,
  { scenarioId, observations }: { scenarioId: string; observations: readonly Observation[] },
): Promise<StoredObservation[]> {
  const createdAt = new Date().toISOString()
  const kept = observations.map((one) => ({ id: randomId(), ...one, createdAt }))
  await db.transaction().execute(async (trx) => {
    for (const { id, year, line, at, value, source } of kept) {
      await trx
        .insertInto('observations')
        .values({
          ...{ id, workspace, scenario_id: scenarioId, year, line, at: canonicalJson(at), value, source },
          ...{ created_at: createdAt, created_by: keyId ?? null },
        })
        .execute()
    }
  })
  return kept
}

/** The real figures of a stored plan, by year and line. */
export async function listObservations(
  { db }: Database,
  workspace: string,
  scenarioId: string,
): Promise<StoredObservation[]> {
  const rows = await db
    .selectFrom('observations')
    .select(['id', 'year', 'line', 'at', 'value', 'source', 'created_at as createdAt'])
    .where('workspace', '=', workspace)
    .where('scenario_id', '=', scenarioId)
    .orderBy('year')
    .orderBy('line')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, at: JSON.parse(row.at) as Record<string, string> }))
}

/** Takes an observation back; says whether there was one. */
export async function deleteObservation(
  { db }: Database,
  workspace: string,
  { scenarioId, id }: { scenarioId: string; id: string },
): Promise<boolean> {
  const gone = await db
    .deleteFrom('observations')
    .where((is) => is.and({ id, workspace, scenario_id: scenarioId }))
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
