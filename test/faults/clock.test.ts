import { expect, test } from 'vitest'
import { municipalities } from '../bench/municipalities.ts'
import { movableClock } from './base/clock.ts'
import { inFolder, startService } from './base/process.ts'

const patience = { timeout: 120_000, interval: 200 }
const headers = { 'content-type': 'application/json' }

test.each([
  ['forward', 3_600_000],
  ['back', -3_600_000],
])(
  'a clock that jumps %s in the middle of a job neither loses it nor does it twice',
  async (_, jump) => {
    await inFolder(async (folder) => {
      const environment = { PFV_DATA: folder, CLOCK_JUMP: String(jump) }
      const service = await startService({ environment, before: [movableClock] })
      try {
        const body = JSON.stringify({ items: municipalities(30, 3) })
        const asked = await fetch(`${service.address}/v1/portfolios`, { method: 'POST', headers, body })
        expect(asked.status).toBe(202)
        const address = `${service.address}${asked.headers.get('location')}`
        const told = async () => (await (await fetch(address)).json()) as { state: string; progress: number }
        await expect.poll(async () => (await told()).state, patience).not.toBe('waiting')
        service.child.kill('SIGUSR2')
        await expect.poll(async () => (await told()).state, patience).toBe('done')
        expect((await told()).progress).toBe(1)
        const result = (await (await fetch(`${address}/result`)).json()) as { rows: unknown[] }
        expect(result.rows).toHaveLength(30)
        expect(await service.stop()).toEqual([0, null])
      } finally {
        service.child.kill('SIGKILL')
      }
    })
  },
  300_000,
)
