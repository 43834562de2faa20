import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'

/** One change: who made it, when, what was done and to what. Never a body. */
export interface Change {
  readonly workspace: string
  /** The key that was shown; null for somebody at the machine itself. */
  readonly keyId: string | null
  /** Method and route, or the command of the command line. */
  readonly action: string
  /** The address of what was changed. */
  readonly target: string
  /** The number under which the request stands in the log. */
  readonly request: string | null
}

export interface WrittenChange extends Omit<Change, 'workspace'> {
  readonly id: string
  readonly at: string
}

export async function writeChange({ db }: Database, change: Change): Promise<void> {
  const { workspace, keyId, action, target, request } = change
  const [id, at] = [randomUUID(), new Date().toISOString()]
  await db.insertInto('audit').values({ id, workspace, at, key_id: keyId, action, target, detail: request }).execute()
}

interface Asked {
  readonly workspace: string
  readonly limit: number
  /** What the page before gave as `next`. */
  readonly after?: { readonly at: string; readonly id: string } | undefined
}

/** A page of the changes of a workspace, newest first, and where the next one begins. */
export async function readChanges({ db }: Database, { workspace, limit, after }: Asked): Promise<WrittenChange[]> {
  const all = db
    .selectFrom('audit')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  const from =
    after === undefined
      ? all
      : all.where((eb) => eb.or([eb('at', '<', after.at), eb.and([eb('at', '=', after.at), eb('id', '<', after.id)])]))
  const rows = await from.execute()
  return rows.map(({ id, at, key_id, action, target, detail }) => ({
    ...{ id, at, keyId: key_id, action, target, request: detail },
  }))
}
