import type { Kysely, Migration } from 'kysely'
import { Migrator } from 'kysely'
import { up as tables } from './migrations/0001-tables.ts'
import { up as cacheSizes } from './migrations/0002-cache-sizes.ts'
import type { Schema } from './schema.ts'

/** Every migration in order; one that was ever released is never changed, a new one follows it. */
const migrations: Record<string, Migration> = {
  '0001-tables': { up: tables },
  '0002-cache-sizes': { up: cacheSizes },
}

/** Brings a database to the newest schema, also where two processes start at once; throws where it cannot. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
