import { expect, test } from 'vitest'
import { load } from './base/load.ts'
import { inFolder, startService } from './base/process.ts'

test('two hundred connections that read and evaluate at once are all answered without an error', async () => {
  await inFolder(async (folder) => {
    const service = await startService({ environment: { PFV_DATA: folder } })
    try {
      const found = await load(service.address, { connections: 200, seconds: 8 })
      process.stdout.write(`${JSON.stringify(found, null, 1)}\n`)
      expect(found.errors).toEqual({})
      expect(found.answered - found.busy).toBeGreaterThan(200)
      expect(await service.stop()).toEqual([0, null])
    } finally {
      service.child.kill('SIGKILL')
    }
  })
}, 300_000)
