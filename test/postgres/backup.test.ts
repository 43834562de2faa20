import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '../../src/delivery/store/backup/backup.ts'
import { restore } from '../../src/delivery/store/backup/restore.ts'
import type { Database } from '../../src/delivery/store/database.ts'
import { openDatabase } from '../../src/delivery/store/database.ts'
import { getScenario } from '../../src/delivery/store/scenarios.ts'
import { filled } from '../unit/store/filled.ts'
import type { PostgresServer } from './server.ts'
import { startPostgres } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'pfv-backup-'))
let server: PostgresServer
let embedded: Database
let postgres: Database
beforeAll(async () => {
  server = await startPostgres()
  embedded = await openDatabase({ data: 'memory' })
  postgres = await openDatabase({ data: 'memory', url: await server.fresh() })
})
afterAll(async () => {
  await embedded?.close()
  await postgres?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a store moves from the embedded engine to PostgreSQL and back without changing a byte', async () => {
  const id = await filled(embedded)
  const [first, second, third] = ['first', 'second', 'third'].map((name) => join(folder, `${name}.jsonl`)) as [
    string,
    string,
    string,
  ]
  await backup(embedded, first)
  await restore(postgres, first, { force: false })
  expect(await getScenario(postgres, 'valle', { id })).toEqual(await getScenario(embedded, 'valle', { id }))
  await backup(postgres, second)
  expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'))
  await expect(restore(postgres, first, { force: false })).rejects.toMatchObject({ reason: 'not-empty' })
  await restore(embedded, second, { force: true })
  await backup(embedded, third)
  expect(readFileSync(third, 'utf8')).toBe(readFileSync(first, 'utf8'))
  await expect(backup(postgres, join(folder, 'copy.db'))).rejects.toMatchObject({ reason: 'not-portable' })
})
