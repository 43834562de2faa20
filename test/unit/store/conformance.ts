import { beforeAll, describe, expect, test } from 'vitest'
import { keepAnswer, keptAnswer } from '../../../src/delivery/store/cache.ts'
import type { Database } from '../../../src/delivery/store/database.ts'
import { addObservations, deleteObservation, listObservations } from '../../../src/delivery/store/observations.ts'
import type { Page } from '../../../src/delivery/store/scenarios.ts'
import {
  createScenario,
  deleteScenario,
  getScenario,
  labelVersion,
  listScenarios,
  listVersions,
  putScenario,
} from '../../../src/delivery/store/scenarios.ts'
import { draft } from './draft.ts'

const rows = (page: Page | undefined): string[] => page?.items.map(({ name }) => name) ?? []

type Open = () => Promise<Database>

/** What a store must do whichever engine it stands on; each workspace of the suite is its own. */
export function conforms(open: Open): void {
  aStoreOfPlans(open)
  aStoreOfWorkspaces(open)
  aStoreOfRecords(open)
}

function aStoreOfPlans(open: Open): void {
  describe('a store of plans', () => {
    let store: Database
    beforeAll(async () => {
      store = await open()
    })

    test('keeps every version of a plan as it was written', async () => {
      const one = await createScenario(store, { workspace: 'versions' }, { draft: draft('uno'), label: 'primera' })
      const two = await putScenario(store, { workspace: 'versions' }, { id: one.id, seen: 1, draft: draft('dos') })
      expect(two).toMatchObject({ ok: true, kept: { version: 2, name: 'dos', createdAt: one.createdAt } })
      const first = await getScenario(store, 'versions', { id: one.id, version: 1 })
      expect(first).toMatchObject({ name: 'uno', label: 'primera', document: draft('uno').document, valid: false })
      expect((await listVersions(store, 'versions', one.id)).map(({ version }) => version)).toEqual([2, 1])
      await labelVersion(store, 'versions', { id: one.id, version: 2, label: 'para el concejo' })
      expect(await getScenario(store, 'versions', { id: one.id })).toMatchObject({
        version: 2,
        label: 'para el concejo',
      })
    })

    test('loses no update: of many who saw the same version one writes', async () => {
      const { id } = await createScenario(store, { workspace: 'race' }, { draft: draft('uno') })
      const changes = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          putScenario(store, { workspace: 'race' }, { id, seen: 1, draft: draft(`cambio ${i}`) }),
        ),
      )
      expect(changes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(changes.filter((change) => !change.ok && change.why === 'stale')).toHaveLength(7)
      expect(await listVersions(store, 'race', id)).toHaveLength(2)
    })

    test('a page follows the one before although plans come in between', async () => {
      const writer = { workspace: 'pages' }
      for (let i = 0; i < 7; i += 1) await createScenario(store, writer, { draft: draft(`plan ${i}`) })
      const first = await listScenarios(store, 'pages', { limit: 3 })
      await createScenario(store, writer, { draft: draft('llegó después') })
      const second = await listScenarios(store, 'pages', { limit: 3, cursor: first?.next ?? '' })
      const third = await listScenarios(store, 'pages', { limit: 3, cursor: second?.next ?? '' })
      const seen = [first, second, third].flatMap(rows)
      expect(new Set(seen)).toEqual(new Set(Array.from({ length: 7 }, (_, i) => `plan ${i}`)))
      expect(seen).toHaveLength(7)
      expect(third?.next).toBeNull()
      expect(await listScenarios(store, 'pages', { limit: 3, q: 'otra', cursor: first?.next ?? '' })).toBeUndefined()
      expect(await listScenarios(store, 'others', { limit: 3, cursor: first?.next ?? '' })).toBeUndefined()
      expect(await listScenarios(store, 'pages', { limit: 3, cursor: 'nada' })).toBeUndefined()
    })
  })
}

function aStoreOfWorkspaces(open: Open): void {
  describe('a store of several workspaces', () => {
    let store: Database
    beforeAll(async () => {
      store = await open()
    })

    test('finds names and municipalities without regard to accents, capitals or wildcards', async () => {
      await createScenario(store, { workspace: 'search' }, { draft: draft('Plan único', 'Tunjá') })
      await createScenario(store, { workspace: 'search' }, { draft: draft('100% rural', 'Ibagué') })
      const found = async (q: string) => rows(await listScenarios(store, 'search', { limit: 9, q }))
      expect(await found('UNICO tunja')).toEqual(['Plan único'])
      expect(await found('ibague')).toEqual(['100% rural'])
      expect(await found('0% r')).toEqual(['100% rural'])
      expect(await found('%')).toEqual(['100% rural'])
      expect(await found('_')).toEqual([])
      expect(await found('\u0000')).toHaveLength(2)
    })

    test('shows a workspace nothing of another', async () => {
      const { id } = await createScenario(store, { workspace: 'mine' }, { draft: draft('mío') })
      expect(await getScenario(store, 'theirs', { id })).toBeUndefined()
      expect(await listVersions(store, 'theirs', id)).toEqual([])
      expect(rows(await listScenarios(store, 'theirs', { limit: 9 }))).toEqual([])
      const put = await putScenario(store, { workspace: 'theirs' }, { id, seen: 1, draft: draft('robado') })
      expect(put).toEqual({ ok: false, why: 'missing' })
      expect(await deleteScenario(store, 'theirs', { id, seen: 1 })).toEqual({ ok: false, why: 'missing' })
      expect(await labelVersion(store, 'theirs', { id, version: 1, label: 'x' })).toBeUndefined()
      expect(await getScenario(store, 'mine', { id })).toMatchObject({ name: 'mío', label: null })
    })

    test('a deleted plan is gone for who reads, and only who saw the newest version deletes it', async () => {
      const { id } = await createScenario(store, { workspace: 'gone' }, { draft: draft('uno') })
      await putScenario(store, { workspace: 'gone' }, { id, seen: 1, draft: draft('dos') })
      expect(await deleteScenario(store, 'gone', { id, seen: 1 })).toEqual({ ok: false, why: 'stale' })
      expect(await deleteScenario(store, 'gone', { id, seen: 2 })).toEqual({ ok: true, kept: undefined })
      expect(await getScenario(store, 'gone', { id })).toBeUndefined()
      const again = await putScenario(store, { workspace: 'gone' }, { id, seen: 2, draft: draft('tres') })
      expect(again).toEqual({ ok: false, why: 'missing' })
    })
  })
}

function aStoreOfRecords(open: Open): void {
  describe('a store of observations and answers', () => {
    let store: Database
    beforeAll(async () => {
      store = await open()
    })

    test('keeps observations as they were measured, and takes one back', async () => {
      const { id } = await createScenario(store, { workspace: 'real' }, { draft: draft('uno') })
      const one = { year: 2027, line: 'users', at: { zone: 'urban' }, value: 1234.5678901234, source: 'catastro' }
      const [kept] = await addObservations(store, { workspace: 'real' }, { scenarioId: id, observations: [one] })
      expect(await listObservations(store, 'real', id)).toEqual([kept])
      expect(await listObservations(store, 'other', id)).toEqual([])
      const named = { scenarioId: id, id: kept?.id ?? '' }
      expect(await deleteObservation(store, 'other', named)).toBe(false)
      expect(await deleteObservation(store, 'real', named)).toBe(true)
      expect(await listObservations(store, 'real', id)).toEqual([])
    })

    test('keeps answers up to a size and lets the oldest go', async () => {
      for (const key of ['a', 'b', 'c']) {
        await keepAnswer(store, { key, body: key.repeat(40) }, 100)
        // The next one must be younger.
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      expect(await keptAnswer(store, 'a')).toBeUndefined()
      expect(await keptAnswer(store, 'c')).toBe('c'.repeat(40))
    })
  })
}
