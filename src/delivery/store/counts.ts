import type { Database } from './database.ts'
import type { JobState } from './schema.ts'

/** How many jobs stand in each state, over all workspaces. */
export async function countJobs({ db }: Database): Promise<{ state: JobState; count: number }[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return rows.map(({ state, count }) => ({ state, count: Number(count) }))
}

/** Throws where the store does not answer, or has not the tables of this version. */
export async function askStore({ db }: Database): Promise<void> {
  await db.selectFrom('keys').select('id').limit(1).execute()
}
