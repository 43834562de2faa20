import { expect, test } from 'vitest'
import { integrityOf, killAgainAndAgain } from './base/kills.ts'
import { inFolder } from './base/process.ts'

test('a service killed in the middle of writes loses nothing that it acknowledged, and starts again clean', async () => {
  const found = await inFolder((folder) =>
    killAgainAndAgain({ environment: { PFV_DATA: folder }, kills: 6, check: () => integrityOf(folder) }),
  )
  expect(found.lost).toEqual([])
  expect(new Set(found.checks)).toEqual(new Set(['ok']))
  expect(found.saved).toBeGreaterThan(found.kills)
  expect(found.readyMs).toHaveLength(6)
}, 300_000)
