import type { Kysely } from 'kysely'

/** What the oldest answers are found by without reading the answers themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('cache_sizes').on('cache').columns(['created_at', 'key', 'bytes']).execute()
}
