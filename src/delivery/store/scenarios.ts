import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Draft } from './draft.ts'
import { folded, randomId } from './draft.ts'
import type { Schema } from './schema.ts'

/** A stored plan as lists tell it: one version of it, the newest where none is named. */
export interface ScenarioItem {
  readonly id: string
  readonly name: string
  readonly municipalities: readonly string[]
  readonly version: number
  readonly hash: string
  /** Whether it could be evaluated when it was written. */
  readonly valid: boolean
  readonly label: string | null
  readonly createdAt: string
  /** When this version was written. */
  readonly updatedAt: string
}

/** The same with its document, as JSON text. */
export interface StoredScenario extends ScenarioItem {
  readonly document: string
}

/** Who writes, in whose workspace. */
export interface Writer {
  readonly workspace: string
  readonly keyId?: string | undefined
}

/** What became of a change that named the version it was made on. */
export type Change<Kept> =
  | { readonly ok: true; readonly kept: Kept }
  | { readonly ok: false; readonly why: 'missing' | 'stale' }

export interface Wanted {
  readonly limit: number
  /** Words that the name or a municipality must have, all of them. */
  readonly q?: string | undefined
  readonly cursor?: string | undefined
}

export interface Page {
  readonly items: readonly ScenarioItem[]
  readonly next: string | null
}

/** Stores a plan as its version 1. */
export async function createScenario(
  { db }: Database,
  { workspace, keyId }: Writer,
  { draft, label = null }: { draft: Draft; label?: string | null },
): Promise<ScenarioItem> {
  const id = randomId()
  const now = new Date().toISOString()
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('scenarios')
      .values({ id, workspace, ...named(draft), version: 1, created_at: now, updated_at: now, deleted_at: null })
      .execute()
    await writeVersion(trx, draft, { scenario_id: id, version: 1, label, created_at: now, created_by: keyId ?? null })
  })
  return itemOf(draft, { id, version: 1, label, createdAt: now, updatedAt: now })
}

/** Writes a new version over the one that the writer saw; where that is no longer the newest, nothing is written. */
export async function putScenario(
  { db }: Database,
  { workspace, keyId }: Writer,
  { id, seen, draft, label = null }: { id: string; seen: number; draft: Draft; label?: string | null },
): Promise<Change<ScenarioItem>> {
  const now = new Date().toISOString()
  const version = seen + 1
  const createdAt = await db.transaction().execute(async (trx) => {
    // The update takes the row's lock, so of two writers who saw the same version the second finds another number.
    const row = await trx
      .updateTable('scenarios')
      .set({ ...named(draft), version, updated_at: now })
      .where((is) => is.and({ id, workspace, version: seen }))
      .where('deleted_at', 'is', null)
      .returning('created_at')
      .executeTakeFirst()
    if (row === undefined) return undefined
    await writeVersion(trx, draft, { scenario_id: id, version, label, created_at: now, created_by: keyId ?? null })
    return row.created_at
  })
  if (createdAt === undefined) return { ok: false, why: await whyNot({ db } as Database, workspace, id) }
  return { ok: true, kept: itemOf(draft, { id, version, label, createdAt, updatedAt: now }) }
}

/** Marks a plan as deleted; its versions stay in the store. */
export async function deleteScenario(
  database: Database,
  workspace: string,
  { id, seen }: { id: string; seen: number },
): Promise<Change<undefined>> {
  const marked = await database.db
    .updateTable('scenarios')
    .set({ deleted_at: new Date().toISOString() })
    .where((is) => is.and({ id, workspace, version: seen }))
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (marked.numUpdatedRows > 0n) return { ok: true, kept: undefined }
  return { ok: false, why: await whyNot(database, workspace, id) }
}

async function whyNot({ db }: Database, workspace: string, id: string): Promise<'missing' | 'stale'> {
  const found = await db
    .selectFrom('scenarios')
    .select('id')
    .where((is) => is.and({ id, workspace }))
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return found === undefined ? 'missing' : 'stale'
}

/** Names a version, or takes its name away; undefined where there is none. */
export async function labelVersion(
  database: Database,
  workspace: string,
  { id, version, label }: { id: string; version: number; label: string | null },
): Promise<ScenarioItem | undefined> {
  const item = await versionItem(database, workspace, { id, version })
  if (item === undefined) return undefined
  await database.db
    .updateTable('versions')
    .set({ label })
    .where((is) => is.and({ scenario_id: id, version }))
    .execute()
  return { ...item, label }
}

const columns = [
  'scenarios.id',
  'versions.name',
  'versions.municipalities',
  'versions.version',
  'versions.hash',
  'versions.valid',
  'versions.label',
  'scenarios.created_at as createdAt',
  'versions.created_at as updatedAt',
] as const

const versionsOf = ({ db }: Database, workspace: string) =>
  db
    .selectFrom('scenarios')
    .innerJoin('versions', 'versions.scenario_id', 'scenarios.id')
    .where('scenarios.workspace', '=', workspace)
    .where('scenarios.deleted_at', 'is', null)

const oneVersion = (
  database: Database,
  workspace: string,
  { id, version }: { id: string; version?: number | undefined },
) =>
  versionsOf(database, workspace)
    .where('scenarios.id', '=', id)
    .whereRef('versions.version', '=', version === undefined ? 'scenarios.version' : sql<number>`${version}`)

/** A stored plan with its document: the newest version, or the one named. */
export async function getScenario(
  database: Database,
  workspace: string,
  named: { id: string; version?: number | undefined },
): Promise<StoredScenario | undefined> {
  const row = await oneVersion(database, workspace, named)
    .select([...columns, 'versions.document'])
    .executeTakeFirst()
  return row && { ...told(row), document: row.document }
}

/** The same without its document. */
export async function versionItem(
  database: Database,
  workspace: string,
  named: { id: string; version?: number | undefined },
): Promise<ScenarioItem | undefined> {
  const row = await oneVersion(database, workspace, named).select(columns).executeTakeFirst()
  return row && told(row)
}

/** Every version of a plan, the newest first; none where there is no such plan. */
export async function listVersions(database: Database, workspace: string, id: string): Promise<ScenarioItem[]> {
  const rows = await versionsOf(database, workspace)
    .where('scenarios.id', '=', id)
    .select(columns)
    .orderBy('versions.version', 'desc')
    .execute()
  return rows.map(told)
}

/** A page of the plans of a workspace, the last changed first; undefined where the cursor is not of this list. */
export async function listScenarios(database: Database, workspace: string, wanted: Wanted): Promise<Page | undefined> {
  const { limit, q = '', cursor } = wanted
  const after = cursor === undefined ? undefined : placeOf(cursor, [workspace, q])
  if (cursor !== undefined && after === undefined) return undefined
  let query = versionsOf(database, workspace).whereRef('versions.version', '=', 'scenarios.version').select(columns)
  for (const word of folded(q)
    .split(/[\s\p{Cc}\p{Cs}]+/u)
    .filter(Boolean)) {
    const pattern = `%${word.replaceAll(/[!%_]/g, '!$&')}%`
    query = query.where(sql<boolean>`scenarios.search like ${pattern} escape '!'`)
  }
  if (after) {
    const [moment, id] = after
    query = query.where((is) =>
      is.or([
        is('scenarios.updated_at', '<', moment),
        is.and([is('scenarios.updated_at', '=', moment), is('scenarios.id', '<', id)]),
      ]),
    )
  }
  const rows = await query
    .orderBy('scenarios.updated_at', 'desc')
    .orderBy('scenarios.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(told)
  const last = items.at(-1)
  const more = rows.length > limit && last !== undefined
  return { items, next: more ? cursorOf([last.updatedAt, last.id], [workspace, q]) : null }
}

type Place = readonly [moment: string, id: string]

const checkOf = (place: Place, list: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([place, list]))
    .digest('base64url')
    .slice(0, 12)

/** A cursor carries a check, so that one of another list or workspace is told from a good one. */
function cursorOf(place: Place, list: readonly string[]): string {
  return Buffer.from(JSON.stringify([...place, checkOf(place, list)])).toString('base64url')
}

function placeOf(cursor: string, list: readonly string[]): Place | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const [moment, id, check] = Array.isArray(read) ? read : []
    if (typeof moment !== 'string' || typeof id !== 'string') return undefined
    return check === checkOf([moment, id], list) ? [moment, id] : undefined
  } catch {
    return undefined
  }
}

const named = ({ name, municipalities }: Draft) => ({ name, search: folded([name, ...municipalities].join(' · ')) })

interface VersionKey {
  readonly scenario_id: string
  readonly version: number
  readonly label: string | null
  readonly created_at: string
  readonly created_by: string | null
}

async function writeVersion(trx: Transaction<Schema>, draft: Draft, key: VersionKey): Promise<void> {
  const { document, hash, name, municipalities, valid } = draft
  await trx
    .insertInto('versions')
    .values({ ...key, hash, name, document, municipalities: JSON.stringify(municipalities), valid: valid ? 1 : 0 })
    .execute()
}

type Placed = Pick<ScenarioItem, 'id' | 'version' | 'label' | 'createdAt' | 'updatedAt'>

const itemOf = ({ name, municipalities, hash, valid }: Draft, placed: Placed): ScenarioItem => ({
  ...placed,
  name,
  municipalities,
  hash,
  valid,
})

interface Row extends Placed {
  readonly name: string
  readonly municipalities: string
  readonly hash: string
  readonly valid: number
}

const told = ({ id, name, municipalities, version, hash, valid, label, createdAt, updatedAt }: Row): ScenarioItem => ({
  id,
  name,
  municipalities: JSON.parse(municipalities) as string[],
  version,
  hash,
  valid: valid === 1,
  label,
  createdAt,
  updatedAt,
})
