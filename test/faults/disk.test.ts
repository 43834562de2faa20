import { expect, test } from 'vitest'
import { canMount, fillDisk } from './base/disk.ts'
import { inFolder } from './base/process.ts'

test('a full disk refuses writes and serves reads, and nothing acknowledged is lost once there is room again', async () => {
  if (!canMount()) return process.stderr.write('NOT RUN: a small disk needs the superuser\n')
  const found = await inFolder((folder) => fillDisk(folder))
  process.stdout.write(`${JSON.stringify(found)}\n`)
  expect(Object.keys(found.refused)).toEqual(['503'])
  expect(found.failedReads).toEqual([])
  expect(found.lost).toEqual([])
  expect(found.savedAfter).toBeGreaterThan(0)
  expect(found.check).toBe('ok')
  return expect(found.exit).toEqual([0, null])
}, 300_000)
