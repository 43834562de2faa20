import { afterAll, beforeAll } from 'vitest'
import type { Database } from '../../src/delivery/store/database.ts'
import { openDatabase } from '../../src/delivery/store/database.ts'
import { conforms } from '../unit/store/conformance.ts'
import type { PostgresServer } from './server.ts'
import { startPostgres } from './server.ts'

let server: PostgresServer
let database: Database | undefined

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await database?.close()
  await server?.close()
})

conforms(async () => {
  database = await openDatabase({ data: 'memory', url: await server.fresh() })
  return database
})
