import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Database } from '../../../src/delivery/store/database.ts'
import { openDatabase } from '../../../src/delivery/store/database.ts'
import { listScenarios, listVersions } from '../../../src/delivery/store/scenarios.ts'
import { conforms } from './conformance.ts'

const folder = mkdtempSync(join(tmpdir(), 'pfv-store-'))
const opened: Database[] = []
const open = async (name: string): Promise<Database> => {
  const database = await openDatabase({ data: join(folder, name) })
  opened.push(database)
  return database
}
afterAll(async () => {
  for (const database of opened) await database.close()
  rmSync(folder, { recursive: true, force: true })
})

conforms(() => open('suite'))

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

/** A process of its own that writes so many versions and says on the way which were acknowledged. */
function write(data: string, count: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, data, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve(Number(told)) : reject(new Error(`writer ended with ${code}`))))
  })
}

test('two processes that write the same file lose nothing', { timeout: 120_000 }, async () => {
  const data = join(folder, 'shared')
  const acknowledged = await Promise.all([write(data, 200), write(data, 200)])
  expect(acknowledged).toEqual([200, 200])
  const store = await open('shared')
  const page = await listScenarios(store, 'local', { limit: 10 })
  const versions = await Promise.all((page?.items ?? []).map(({ id }) => listVersions(store, 'local', id)))
  expect(versions.map((list) => list.length)).toEqual([200, 200])
})
