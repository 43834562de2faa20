import type { FastifyInstance, InjectOptions } from 'fastify'
import type { AppOptions } from '../../../src/delivery/http/app.ts'
import { buildApp } from '../../../src/delivery/http/app.ts'
import type { Database } from '../../../src/delivery/store/database.ts'
import { openDatabase } from '../../../src/delivery/store/database.ts'
import type { Key, Scope } from '../../../src/delivery/store/keys.ts'
import { createKey } from '../../../src/delivery/store/keys.ts'

/** A service that others reach, with its store at hand. */
export interface Gated {
  readonly app: FastifyInstance
  readonly database: Database
  readonly keyOf: (workspace: string, scope: Scope) => Promise<{ key: Key; bearer: { authorization: string } }>
  readonly close: () => Promise<void>
}

export async function startGated(options: Partial<AppOptions> = {}): Promise<Gated> {
  const database = await openDatabase({ data: 'memory' })
  const app = await buildApp({ database, gate: { keys: true }, ...options })
  return {
    app,
    database,
    keyOf: async (workspace, scope) => {
      const { key, secret } = await createKey(database, { workspace, scope, name: `${workspace} ${scope}` })
      return { key, bearer: { authorization: `Bearer ${secret}` } }
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

export interface DocumentedCall {
  readonly method: NonNullable<InjectOptions['method']>
  readonly path: string
  /** The path with something in the place of every parameter. */
  readonly url: string
  readonly scope: Scope | undefined
  readonly statuses: readonly string[]
}

interface Document {
  paths: Record<string, Record<string, { 'x-scope'?: Scope; responses: Record<string, unknown> }>>
}

/** Every call that the contract documents. */
export const callsOf = (app: FastifyInstance): DocumentedCall[] =>
  Object.entries((app.swagger() as unknown as Document).paths).flatMap(([path, calls]) =>
    Object.entries(calls).map(([method, call]) => ({
      method: method.toUpperCase() as DocumentedCall['method'],
      path,
      url: path.replaceAll(/\{\w+\}/g, 'x'),
      scope: call['x-scope'],
      statuses: Object.keys(call.responses),
    })),
  )
