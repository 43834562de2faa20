import { expect, test } from 'vitest'
import { askAtRandom } from './random/run.ts'

test('random requests drawn from the contract are answered as it says, and never with a fault', async () => {
  const found = await askAtRandom(1500, Number(process.env.PROPERTY_SEED ?? 1045))
  process.stdout.write(`${found.sent} requests: ${JSON.stringify(found.statuses)}\n`)
  expect(found.wrong).toEqual([])
}, 600_000)
