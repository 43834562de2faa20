import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Answers are kept up to so many bytes in all; the oldest go out. */
const mostBytes = 256_000_000
/** A larger answer would push out too many others. */
const largestBody = 16_000_000

/** The body of an answer that was kept under a key. */
export async function keptAnswer({ db }: Database, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('cache').select('body').where('key', '=', key).executeTakeFirst()
  return row?.body
}

/** Keeps the body of an answer, and lets the oldest go where the table outgrows its size. */
export async function keepAnswer(
  { db }: Database,
  { key, body }: { key: string; body: string },
  most: number = mostBytes,
): Promise<void> {
  const bytes = Buffer.byteLength(body)
  if (bytes > Math.min(largestBody, most)) return
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('cache')
      .values({ key, body, bytes, created_at: new Date().toISOString() })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
    await sql`delete from cache where key in (
      select key from (select key, sum(bytes) over (order by created_at desc, key desc) as total from cache) as sizes
      where total > ${most})`.execute(trx)
  })
}
