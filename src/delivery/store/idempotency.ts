import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Database } from './database.ts'

/** An answer as it was given. */
export interface GivenAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What is asked: by whom, under which Idempotency-Key, and a hash of method, address and body. */
export interface Claim {
  readonly workspace: string
  readonly key: string
  /** What only the caller holds besides the key; answers are kept encrypted, because some hold a secret. */
  readonly token: string
  readonly requestHash: string
}

export type Claimed =
  | { readonly state: 'mine' }
  | { readonly state: 'answered'; readonly answer: GivenAnswer }
  | { readonly state: 'running' }
  | { readonly state: 'other-request' }

const day = 24 * 60 * 60 * 1000
/** A request that has no answer after this long was cut off with its process; longer than any request may take. */
const abandonedAfter = 120_000
const ago = (time: number): string => new Date(Date.now() - time).toISOString()

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const rowKey = ({ key, token }: Claim): string => sha256(`${sha256(token)} ${key}`)

/** Takes an Idempotency-Key for a request, or says who has it; the first of two at once gets it. */
export async function claim(database: Database, wanted: Claim): Promise<Claimed> {
  const { db } = database
  const { workspace, requestHash } = wanted
  await forgetOld(database)
  const inserted = await db
    .insertInto('idempotency')
    .values({
      ...{ workspace, key: rowKey(wanted), request_hash: requestHash, status: 0, headers: '', body: '' },
      created_at: ago(0),
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return { state: 'mine' }
  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('key', '=', rowKey(wanted))
    .executeTakeFirst()
  if (row === undefined) return { state: 'running' }
  if (row.request_hash !== requestHash) return { state: 'other-request' }
  if (row.status === 0) return { state: 'running' }
  const headers = JSON.parse(row.headers) as Record<string, string>
  return { state: 'answered', answer: { status: row.status, headers, body: opened(row.body, wanted) } }
}

/** Keeps the answer for who asks again. */
export async function settle({ db }: Database, mine: Claim, answer: GivenAnswer): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ status: answer.status, headers: JSON.stringify(answer.headers), body: sealed(answer.body, mine) })
    .where('workspace', '=', mine.workspace)
    .where('key', '=', rowKey(mine))
    .execute()
}

/** Gives the key back after a request that changed nothing. */
export async function release({ db }: Database, mine: Claim): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('workspace', '=', mine.workspace)
    .where('key', '=', rowKey(mine))
    .where('status', '=', 0)
    .execute()
}

async function forgetOld({ db }: Database): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where((eb) =>
      eb.or([
        eb('created_at', '<', ago(day)),
        eb.and([eb('status', '=', 0), eb('created_at', '<', ago(abandonedAfter))]),
      ]),
    )
    .execute()
}

const secretOf = ({ key, token, requestHash }: Claim): Buffer =>
  Buffer.from(hkdfSync('sha256', `${key} ${token}`, requestHash, 'pfv idempotency', 32))

function sealed(text: string, mine: Claim): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secretOf(mine), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

function opened(text: string, mine: Claim): string {
  const bytes = Buffer.from(text, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', secretOf(mine), bytes.subarray(0, 12))
  cipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
}
