import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely'
import Libsql from 'libsql'
import pg from 'pg'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'

/** The open store, whichever engine it stands on. */
export interface Database {
  readonly db: Kysely<Schema>
  readonly engine: 'sqlite' | 'postgres'
  /** The PostgreSQL address, or the file of the embedded store; undefined in memory. */
  readonly place: string | undefined
  readonly close: () => Promise<void>
}

export interface Place {
  /** A folder for the embedded store, or `memory`. */
  readonly data: string
  /** A PostgreSQL address; wins over the folder. */
  readonly url?: string | undefined
}

/** How long a writer waits for another process's transaction, ms. */
const patience = 10_000

/** Opens the store and brings its tables up to date: PostgreSQL where an address is given, else the embedded SQLite. */
export async function openDatabase({ data, url }: Place): Promise<Database> {
  const database = url === undefined ? embedded(data) : postgres(url)
  try {
    await migrate(database.db)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

function embedded(data: string): Database {
  if (data !== 'memory') mkdirSync(data, { recursive: true })
  const file = data === 'memory' ? undefined : join(data, 'pfv.db')
  const sqlite = new Libsql(file ?? ':memory:')
  sqlite.exec(`pragma busy_timeout = ${patience}`)
  // What was answered "saved" must outlive a power cut: WAL with FULL syncs on every commit.
  sqlite.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  const dialect = new OneWriterDialect({
    database: {
      close: () => sqlite.close(),
      prepare: (sql) => sqlite.prepare(asMeant(sql, sqlite.inTransaction)) as unknown as SqliteStatement,
    },
  })
  const db = new Kysely<Schema>({ dialect })
  return { db, engine: 'sqlite', place: file, close: () => db.destroy() }
}

function asMeant(sql: string, inTransaction: boolean): string {
  // A transaction that begins reading cannot be made a writer once another process wrote: take the lock first.
  if (sql === 'begin') return 'begin immediate'
  // On a full disk SQLite has rolled back already; a second time is an error that would hide the first.
  return sql === 'rollback' && !inTransaction ? 'select 1' : sql
}

/** SQLite changes tables inside a transaction as well as rows: a second process waits instead of meeting half a schema. */
class OneWriterDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new OneWriterAdapter()
  }
}

class OneWriterAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function postgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: patience })
  // A connection that the server dropped fails its next question and is replaced. Without listeners it would end
  // the process: the pool speaks for idle ones, each for itself between two statements of a transaction.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, engine: 'postgres', place: url, close: () => db.destroy() }
}
