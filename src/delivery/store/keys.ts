import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database } from './database.ts'

export const scopes = ['read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** A key as its owner may see it again: without the secret, which is not kept. */
export interface Key {
  readonly id: string
  readonly workspace: string
  readonly name: string
  readonly scope: Scope
  readonly createdAt: string
  readonly revokedAt: string | null
  readonly usedAt: string | null
}

interface Wanted {
  readonly workspace: string
  readonly name: string
  readonly scope: Scope
}

/** The form of a secret: 256 random bits after a word that scanners of published code can look for. */
const form = /^pfv_[A-Za-z0-9_-]{43}$/
/** The last use is noted once a minute, so that reading does not write on every request. */
const usePrecision = 60_000

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Makes a key; its secret is in this answer and nowhere else. */
export async function createKey({ db }: Database, wanted: Wanted): Promise<{ key: Key; secret: string }> {
  const secret = `pfv_${randomBytes(32).toString('base64url')}`
  const key = {
    ...wanted,
    id: `key-${randomBytes(8).toString('hex')}`,
    createdAt: new Date().toISOString(),
    revokedAt: null,
    usedAt: null,
  }
  const { id, workspace, name, scope, createdAt } = key
  await db
    .insertInto('keys')
    .values({
      ...{ id, workspace, name, scope, hash: hashOf(secret) },
      ...{ created_at: createdAt, revoked_at: null, used_at: null },
    })
    .execute()
  return { key, secret }
}

/** The key of a secret, also a revoked one; undefined where there is none. Notes that it was used. */
export async function findKey({ db }: Database, secret: string): Promise<Key | undefined> {
  if (!form.test(secret)) return undefined
  const hash = hashOf(secret)
  const row = await db.selectFrom('keys').selectAll().where('hash', '=', hash).executeTakeFirst()
  if (row === undefined || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return undefined
  const now = Date.now()
  if (row.revoked_at === null && (row.used_at === null || Date.parse(row.used_at) < now - usePrecision)) {
    await db
      .updateTable('keys')
      .set({ used_at: new Date(now).toISOString() })
      .where('id', '=', row.id)
      .execute()
  }
  return keyOf(row)
}

/** The keys of a workspace, or of all, oldest first. */
export async function listKeys({ db }: Database, workspace?: string): Promise<Key[]> {
  const all = db.selectFrom('keys').selectAll().orderBy('created_at').orderBy('id')
  const rows = await (workspace === undefined ? all : all.where('workspace', '=', workspace)).execute()
  return rows.map(keyOf)
}

/** Revokes a key for good; undefined where the workspace has no such key. Revoking twice changes nothing. */
export async function revokeKey(database: Database, id: string, workspace?: string): Promise<Key | undefined> {
  const known = (await listKeys(database, workspace)).find((key) => key.id === id)
  if (known === undefined || known.revokedAt !== null) return known
  const revokedAt = new Date().toISOString()
  await database.db.updateTable('keys').set({ revoked_at: revokedAt }).where('id', '=', id).execute()
  return { ...known, revokedAt }
}

/** Whether anybody could come in with a key. */
export async function hasKeys({ db }: Database): Promise<boolean> {
  const row = await db.selectFrom('keys').select('id').where('revoked_at', 'is', null).limit(1).executeTakeFirst()
  return row !== undefined
}

interface Row {
  readonly id: string
  readonly workspace: string
  readonly name: string
  readonly scope: Scope
  readonly created_at: string
  readonly revoked_at: string | null
  readonly used_at: string | null
}

const keyOf = ({ id, workspace, name, scope, created_at, revoked_at, used_at }: Row): Key => ({
  ...{ id, workspace, name, scope },
  ...{ createdAt: created_at, revokedAt: revoked_at, usedAt: used_at },
})
