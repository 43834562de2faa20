import type { Kysely } from 'kysely'
import type { Locale } from '../../text/numbers.ts'
import type { Schema } from '../store/schema.ts'
import type { Claim, JobKind } from './job.ts'

type Db = Kysely<Schema>

/** How long a worker of the embedded store may be silent before another takes its part, ms. */
const lease = 10_000
/** Starts that end in a crash before a part is given up. */
const mostCrashes = 3

const at = (ms: number): string => new Date(Date.now() + ms).toISOString()

export interface Place {
  readonly job: string
  readonly part: number
}

/** A part as it was seen: whoever takes it after another saw it too comes too late. */
export interface SeenPlace extends Place {
  readonly attempts: number
}

/** The part that has waited longest, or whose worker fell silent; undefined where none is to be done. */
export async function nextPart(db: Db): Promise<SeenPlace | undefined> {
  const row = await db
    .selectFrom('job_parts as p')
    .innerJoin('jobs as j', 'j.id', 'p.job_id')
    .select(['p.job_id', 'p.part', 'p.attempts'])
    .where('j.state', 'in', ['waiting', 'running'])
    .where((eb) =>
      eb.or([
        eb('p.state', '=', 'waiting'),
        eb.and([
          eb('p.state', '=', 'running'),
          // One that lies farther ahead than any lease was written before the clock went back.
          eb.or([eb('p.lease_until', '<', at(0)), eb('p.lease_until', '>', at(2 * lease))]),
        ]),
      ]),
    )
    .orderBy('j.created_at')
    .orderBy('j.id')
    .orderBy('p.part')
    .limit(1)
    .executeTakeFirst()
  return row && { job: row.job_id, part: row.part, attempts: row.attempts }
}

/** Whether a part was taken, is not to be done, or crashed too often and is now given up. */
export type Taking = { readonly claim: Claim } | { readonly claim?: undefined; readonly gaveUp: boolean }

/**
 * Takes a part for a worker. Of those who saw it at once only one gets it; who was handed it by a queue, and so saw
 * nothing, takes it from the worker that held it.
 */
export async function takePart(db: Db, place: Place | SeenPlace, worker: string): Promise<Taking> {
  const { job, part } = place
  const row = await db
    .selectFrom('job_parts as p')
    .innerJoin('jobs as j', 'j.id', 'p.job_id')
    .select(['j.kind', 'j.locale', 'j.request', 'p.request as share'])
    .select(['p.state', 'p.attempts', 'p.returned', 'p.items'])
    .where('p.job_id', '=', job)
    .where('p.part', '=', part)
    .where('p.state', 'in', ['waiting', 'running'])
    .where('j.state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  if (!row || ('attempts' in place && row.attempts !== place.attempts)) return { gaveUp: false }
  const asSeen = db
    .updateTable('job_parts')
    .where('job_id', '=', job)
    .where('part', '=', part)
    .where('attempts', '=', row.attempts)
    .where('returned', '=', row.returned)
    .where('state', '=', row.state)
  if (row.attempts - row.returned >= mostCrashes) {
    const given = await asSeen.set({ state: 'failed', worker: null }).executeTakeFirst()
    return { gaveUp: given.numUpdatedRows > 0n }
  }
  const attempts = row.attempts + 1
  const taken = await asSeen
    .set({ state: 'running', worker, attempts, done: 0, lease_until: at(lease) })
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return { gaveUp: false }
  await db.updateTable('jobs').set({ state: 'running' }).where('id', '=', job).where('state', '=', 'waiting').execute()
  return {
    claim: {
      ...{ job, part, worker, attempts, kind: row.kind as JobKind, locale: row.locale as Locale, items: row.items },
      ...{ request: JSON.parse(row.request) as unknown, share: JSON.parse(row.share) as unknown },
    },
  }
}

/** Only the one that holds it: another worker, or a later start of the same one, is not it. */
const held = (db: Db, { job, part, worker, attempts }: Claim) =>
  db
    .updateTable('job_parts')
    .where('job_id', '=', job)
    .where('part', '=', part)
    .where('worker', '=', worker)
    .where('attempts', '=', attempts)
    .where('state', '=', 'running')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('jobs').select('id').where('id', '=', job).where('state', '=', 'running')),
    )

/** Says that a part is being done and how far; false where it is no longer the worker's, or its job was cancelled. */
export async function beatPart(db: Db, claim: Claim, done: number): Promise<boolean> {
  const { numUpdatedRows } = await held(db, claim)
    .set({ done, lease_until: at(lease) })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Writes what came of a part; false where it is no longer the worker's. */
export async function finishPart(db: Db, claim: Claim, result: string): Promise<boolean> {
  const { numUpdatedRows } = await held(db, claim)
    .set({ state: 'done', done: claim.items, result, worker: null, lease_until: null })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives a part back unfinished, for any worker to begin again. */
export async function returnPart(db: Db, claim: Claim): Promise<void> {
  await held(db, claim)
    .set(({ eb }) => ({
      ...{ state: 'waiting', worker: null, lease_until: null, done: 0 },
      returned: eb('returned', '+', 1),
    }))
    .execute()
}

/** Jobs of which every part has ended but that have no result yet: their last worker died in between. */
export async function unfinishedJobs(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('jobs as j')
    .select('j.id')
    .where('j.state', '=', 'running')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('job_parts as p')
            .select('p.part')
            .whereRef('p.job_id', '=', 'j.id')
            .where('p.state', 'in', ['waiting', 'running']),
        ),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** What came of the parts, in their order; undefined while some are to be done. */
export async function endedParts(db: Db, job: string) {
  const open = await db
    .selectFrom('job_parts')
    .select('part')
    .where('job_id', '=', job)
    .where('state', 'in', ['waiting', 'running'])
    .limit(1)
    .executeTakeFirst()
  if (open) return undefined
  const head = await db
    .selectFrom('jobs')
    .select(['kind', 'locale', 'request'])
    .where('id', '=', job)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (!head) return undefined
  const parts = await db
    .selectFrom('job_parts')
    .select(['state', 'request', 'result'])
    .where('job_id', '=', job)
    .orderBy('part')
    .execute()
  const { kind, locale, request } = head
  return { kind: kind as JobKind, locale: locale as Locale, request: JSON.parse(request) as unknown, parts }
}
