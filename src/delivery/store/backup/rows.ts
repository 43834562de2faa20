import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Schema } from '../schema.ts'

/** What a copy holds: all but the answers that can be made again. Parents stand before their children. */
const columns = {
  scenarios: ['id', 'workspace', 'name', 'search', 'version', 'created_at', 'updated_at', 'deleted_at'],
  versions: [
    ...['scenario_id', 'version', 'hash', 'label', 'name', 'municipalities', 'valid', 'document'],
    ...['created_at', 'created_by'],
  ],
  observations: [
    ...['id', 'workspace', 'scenario_id', 'year', 'line', 'at', 'value', 'source', 'created_at', 'created_by'],
  ],
  jobs: [
    ...['id', 'workspace', 'kind', 'state', 'locale', 'request', 'result', 'result_type', 'problem'],
    ...['created_at', 'created_by', 'ended_at', 'expires_at'],
  ],
  job_parts: [
    ...['job_id', 'part', 'state', 'request', 'items', 'done', 'attempts', 'returned', 'worker', 'lease_until'],
    'result',
  ],
  keys: ['id', 'workspace', 'name', 'scope', 'hash', 'created_at', 'revoked_at', 'used_at'],
  audit: ['id', 'workspace', 'at', 'key_id', 'action', 'target', 'detail'],
  idempotency: ['workspace', 'key', 'request_hash', 'status', 'headers', 'body', 'created_at'],
} as const satisfies Record<Exclude<keyof Schema, 'cache'>, readonly string[]>

export type TableName = keyof typeof columns
export type Cell = string | number | null
export interface Row {
  readonly table: TableName
  readonly cells: Readonly<Record<string, Cell>>
}

export const tableNames = Object.keys(columns) as TableName[]

const keyed: Partial<Record<TableName, readonly string[]>> = {
  versions: ['scenario_id', 'version'],
  job_parts: ['job_id', 'part'],
  idempotency: ['workspace', 'key'],
}
const numbers = new Set(['version', 'part'])
const atOnce = 100

/** Whether something read is a row of one of our tables, with exactly its columns. */
export function isRow(table: unknown, cells: unknown): cells is Row['cells'] {
  if (typeof table !== 'string' || !Object.hasOwn(columns, table)) return false
  if (typeof cells !== 'object' || cells === null) return false
  const own: readonly string[] = columns[table as TableName]
  const known = Object.entries(cells).every(
    ([name, value]) => own.includes(name) && (value === null || ['string', 'number'].includes(typeof value)),
  )
  return known && Object.keys(cells).length === own.length
}

type Runner = Database['db']

/** Every row of a store as it is at one moment, in an order that both engines share. */
export async function eachRow({ db, engine }: Database, take: (row: Row) => Promise<void> | void): Promise<void> {
  const begun = db.transaction()
  const steady = engine === 'postgres' ? begun.setIsolationLevel('repeatable read') : begun
  await steady.execute(async (trx) => {
    for (const table of tableNames) {
      const wanted = sql.join(columns[table].map((name) => sql.ref(name)))
      const order = sql.join((keyed[table] ?? ['id']).map((name) => sortedBy(name, engine)))
      for (let from = 0; ; from += atOnce) {
        const query = sql<Record<string, Cell>>`select ${wanted} from ${sql.table(table)}
          order by ${order} limit ${atOnce} offset ${from}`
        const { rows } = await query.execute(trx)
        for (const cells of rows) await take({ table, cells: { ...cells } })
        if (rows.length < atOnce) break
      }
    }
  })
}

/** The locale of a PostgreSQL database must not decide the order. */
function sortedBy(name: string, engine: Database['engine']): RawBuilder<unknown> {
  return engine === 'postgres' && !numbers.has(name) ? sql`${sql.ref(name)} collate "C"` : sql`${sql.ref(name)}`
}

export async function isEmpty(db: Runner): Promise<boolean> {
  for (const table of tableNames) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}

export async function emptyTables(db: Runner): Promise<void> {
  for (const table of ['cache', ...tableNames.toReversed()]) await sql`delete from ${sql.table(table)}`.execute(db)
}

export async function writeRow(db: Runner, { table, cells }: Row): Promise<void> {
  const names = columns[table]
  const values = names.map((name) => sql`${cells[name] ?? null}`)
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(values)})`.execute(db)
}
