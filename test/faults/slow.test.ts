import { expect, test } from 'vitest'
import { inFolder, startService } from './base/process.ts'
import { speakSlowly } from './base/slow.ts'

test('clients that speak byte by byte or do not read keep nobody else waiting', async () => {
  await inFolder(async (folder) => {
    const service = await startService({ environment: { PFV_DATA: folder } })
    try {
      const found = await speakSlowly(service.address, { sockets: 300, seconds: 8 })
      expect(found.refused).toBe(0)
      expect(found.answered).toBeGreaterThan(0)
      expect(await service.stop()).toEqual([0, null])
    } finally {
      service.child.kill('SIGKILL')
    }
  })
}, 300_000)
