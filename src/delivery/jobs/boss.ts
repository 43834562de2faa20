import { CompiledQuery, sql } from 'kysely'
import PgBoss from 'pg-boss'
import type { Database } from '../store/database.ts'
import type { Claim } from './job.ts'
import type { Place } from './parts.ts'
import { takePart } from './parts.ts'
import type { Source } from './source.ts'
import { workerName } from './source.ts'

const queue = 'pfv-parts'
/** A worker that was silent for this long has died, s; it is looked for every `supervision` s. */
const silence = 8
const supervision = 2
/** Crashes are counted in our own table; the queue itself never gives up. */
const retries = 10_000

interface BossOptions {
  /** Whether this process looks for parts that a dead worker left; one that only announces does not. */
  readonly works: boolean
  readonly onError: (error: unknown) => void
}

/** Parts handed out over PostgreSQL by pg-boss, in its own schema, to any number of processes on any machine. */
export async function bossSource({ db, place }: Database, { works, onError }: BossOptions): Promise<Source> {
  const boss = new PgBoss({
    connectionString: place as string,
    schema: 'pgboss',
    max: 4,
    ...{ application_name: 'pfv', supervise: works, schedule: false, maintenanceIntervalSeconds: supervision },
  })
  boss.on('error', onError)
  await boss.start()
  const settings = { name: queue, retryLimit: retries, retryDelay: 0, expireInSeconds: silence }
  await boss.createQueue(queue, settings)
  await boss.updateQueue(queue, settings)
  const worker = workerName()
  const tickets = new Map<string, string>()
  const settle = async (claim: Claim, how: (ticket: string) => Promise<unknown>): Promise<void> => {
    const ticket = tickets.get(keyOf(claim))
    tickets.delete(keyOf(claim))
    if (ticket !== undefined) await how(ticket)
  }
  return {
    announce: async (trx, places) => {
      const executeSql = async (text: string, values: unknown[]) => {
        const { rows } = await trx.executeQuery(CompiledQuery.raw(text, values))
        return { rows }
      }
      await boss.insert(
        places.map((data) => ({ name: queue, data })),
        { db: { executeSql } },
      )
    },
    take: async (onGiveUp) => {
      for (;;) {
        const [ticket] = (await boss.fetch<Place>(queue, { batchSize: 1 })) ?? []
        if (!ticket) return undefined
        const taking = await takePart(db, ticket.data, worker)
        if (taking.claim) {
          tickets.set(keyOf(taking.claim), ticket.id)
          return taking.claim
        }
        // Done, cancelled or given up: its last worker may have died before the job was put together.
        await onGiveUp(ticket.data.job)
        await boss.complete(queue, ticket.id)
      }
    },
    // The queue counts silence from the start of a part: each sign of life starts it anew.
    keep: async (claim) => {
      const ticket = tickets.get(keyOf(claim))
      if (ticket === undefined) return
      await sql`update pgboss.job set started_on = now() where name = ${queue} and id = ${ticket}::uuid and state = 'active'`.execute(
        db,
      )
    },
    lost: (claim) => void tickets.delete(keyOf(claim)),
    done: (claim) => settle(claim, (ticket) => boss.complete(queue, ticket)),
    back: (claim) => settle(claim, (ticket) => boss.fail(queue, ticket, { returned: true })),
    close: () => boss.stop({ graceful: false, wait: true }),
  }
}

const keyOf = ({ job, part, attempts }: Claim): string => `${job} ${part} ${attempts}`
