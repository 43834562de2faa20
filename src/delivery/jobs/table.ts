import { randomUUID } from 'node:crypto'
import type { ExpressionBuilder, Kysely, Transaction } from 'kysely'
import type { Schema } from '../store/schema.ts'
import type { Job, JobKind, JobProblem, NewJob } from './job.ts'

type Db = Kysely<Schema>
const now = (): string => new Date().toISOString()
const day = 86_400_000
/** PostgreSQL takes at most 65.535 values in one statement, and a statement should not be endless. */
const rowsAtOnce = 50

const open = ['waiting', 'running'] as const

/** Writes a job and its parts; its id cannot be guessed. */
export async function insertJob(db: Transaction<Schema>, asked: NewJob): Promise<string> {
  const id = randomUUID()
  const { workspace, kind, locale, createdBy = null } = asked
  await db
    .insertInto('jobs')
    .values({
      ...{ id, workspace, kind, locale, state: 'waiting', request: JSON.stringify(asked.request) },
      ...{ result: null, result_type: null, problem: null },
      ...{ created_at: now(), created_by: createdBy, ended_at: null, expires_at: null },
    })
    .execute()
  const rows = asked.parts.map(({ request, items }, part) => ({
    ...{ job_id: id, part, state: 'waiting' as const, request: JSON.stringify(request), items },
    ...{ done: 0, attempts: 0, returned: 0, worker: null, lease_until: null, result: null },
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await db
      .insertInto('job_parts')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  return id
}

const parts = (eb: ExpressionBuilder<Schema, 'jobs'>) =>
  eb.selectFrom('job_parts').whereRef('job_parts.job_id', '=', 'jobs.id')

const jobsOf = (db: Db, workspace: string) =>
  db
    .selectFrom('jobs')
    .where('workspace', '=', workspace)
    .select(['id', 'kind', 'state', 'problem', 'result_type', 'created_at', 'ended_at', 'expires_at'])
    .select((eb) => [
      parts(eb)
        .select(({ fn }) => fn.sum<number | string>('done').as('done'))
        .as('done'),
      parts(eb)
        .select(({ fn }) => fn.sum<number | string>('items').as('items'))
        .as('items'),
      parts(eb)
        .select(({ fn }) => fn.max('attempts').as('attempts'))
        .as('attempts'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof jobsOf>['executeTakeFirstOrThrow']>>

const told = (row: Row): Job => ({
  ...{ id: row.id, kind: row.kind as JobKind, state: row.state },
  ...{ done: Number(row.done ?? 0), items: Number(row.items ?? 0), attempts: Number(row.attempts ?? 0) },
  problem: row.problem === null ? null : (JSON.parse(row.problem) as JobProblem),
  ...{ resultType: row.result_type, createdAt: row.created_at, endedAt: row.ended_at, expiresAt: row.expires_at },
})

export async function findJob(db: Db, workspace: string, id: string): Promise<Job | undefined> {
  const row = await jobsOf(db, workspace).where('id', '=', id).executeTakeFirst()
  return row && told(row)
}

/** Newest first, those before a place in that order; one more than asked tells that there are more. */
export async function listJobs(
  db: Db,
  workspace: string,
  { limit, before }: { limit: number; before?: { at: string; id: string } | undefined },
): Promise<Job[]> {
  let query = jobsOf(db, workspace).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (before)
    query = query.where((eb) =>
      eb.or([eb('created_at', '<', before.at), eb.and([eb('created_at', '=', before.at), eb('id', '<', before.id)])]),
    )
  return (await query.execute()).map(told)
}

/** Jobs of a workspace that have not ended. */
export async function countOpen(db: Db, workspace: string): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('workspace', '=', workspace)
    .where('state', 'in', open)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function readResult(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('jobs').select('result').where('id', '=', id).executeTakeFirst()
  return row?.result ?? null
}

export interface Ending {
  readonly state: 'done' | 'failed' | 'cancelled'
  readonly result?: { readonly type: string; readonly body: string } | undefined
  readonly problem?: JobProblem | undefined
  /** Days that it is kept. */
  readonly days: number
}

/** Ends a job once: only one that is still open, so that it never has two results. False where it had ended already. */
export async function endJob(
  db: Db,
  { id, workspace }: { id: string; workspace?: string },
  { state, result, problem, days }: Ending,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    let query = trx
      .updateTable('jobs')
      .set({
        state,
        ...{ result: result?.body ?? null, result_type: result?.type ?? null },
        problem: problem ? JSON.stringify(problem) : null,
        ...{ ended_at: now(), expires_at: new Date(Date.now() + days * day).toISOString() },
      })
      .where('id', '=', id)
      .where('state', 'in', open)
    if (workspace !== undefined) query = query.where('workspace', '=', workspace)
    const { numUpdatedRows } = await query.executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await trx.updateTable('jobs').set({ request: '' }).where('id', '=', id).execute()
    await trx.updateTable('job_parts').set({ request: '', result: null }).where('job_id', '=', id).execute()
    return true
  })
}

/** Forgets the results whose time is over; the job itself stays for as long again, so that an old address says 410. */
export async function dropExpired(db: Db, days: number): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ result: null })
    .where('expires_at', '<', now())
    .where('result', 'is not', null)
    .execute()
  const longAgo = new Date(Date.now() - days * day).toISOString()
  const old = db.selectFrom('jobs').select('id').where('expires_at', '<', longAgo)
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('job_parts').where('job_id', 'in', old).execute()
    await trx.deleteFrom('jobs').where('expires_at', '<', longAgo).execute()
  })
}
