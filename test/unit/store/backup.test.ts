import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backup } from '../../../src/delivery/store/backup/backup.ts'
import { restore } from '../../../src/delivery/store/backup/restore.ts'
import type { Database } from '../../../src/delivery/store/database.ts'
import { openDatabase } from '../../../src/delivery/store/database.ts'
import { getScenario, listVersions } from '../../../src/delivery/store/scenarios.ts'
import { pfv } from '../cli/console.ts'
import { filled } from './filled.ts'

const folder = mkdtempSync(join(tmpdir(), 'pfv-backup-'))
const place = (name: string): string => join(folder, name)
const opened: Database[] = []
async function open(data: string): Promise<Database> {
  const database = await openDatabase({ data: data === 'memory' ? data : place(data) })
  opened.push(database)
  return database
}
let store: Database
let id: string
beforeAll(async () => {
  store = await open('first')
  id = await filled(store)
})
afterAll(async () => {
  for (const database of opened) await database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a copy of the store', () => {
  test.each(['copy.db', 'copy.jsonl'])('%s brings everything back into an empty store', async (name) => {
    await backup(store, place(name))
    expect(statSync(place(name)).mode & 0o077).toBe(0)
    const other = await open('memory')
    await restore(other, place(name), { force: false })
    expect(await getScenario(other, 'valle', { id })).toEqual(await getScenario(store, 'valle', { id }))
    expect(await listVersions(other, 'valle', id)).toHaveLength(2)
    await backup(store, place(`${name}-before.jsonl`))
    await backup(other, place(`${name}-after.jsonl`))
    expect(readFileSync(place(`${name}-after.jsonl`), 'utf8')).toBe(readFileSync(place(`${name}-before.jsonl`), 'utf8'))
  })

  test('replaces no file and no store that holds something, unless it is told to', async () => {
    await backup(store, place('once.jsonl'))
    await expect(backup(store, place('once.jsonl'))).rejects.toMatchObject({ reason: 'exists' })
    const other = await open('other')
    const own = await filled(other)
    await expect(restore(other, place('once.jsonl'), { force: false })).rejects.toMatchObject({ reason: 'not-empty' })
    expect(await getScenario(other, 'valle', { id: own })).toBeDefined()
    await restore(other, place('once.jsonl'), { force: true })
    expect(await getScenario(other, 'valle', { id: own })).toBeUndefined()
    expect(await getScenario(other, 'valle', { id })).toBeDefined()
  })

  test.each([
    ['cut before its end', (text: string) => text.slice(0, text.lastIndexOf('\n{"end"') + 1)],
    ['cut within a line', (text: string) => text.slice(0, text.length / 2)],
    ['changed', (text: string) => text.replace('huila', 'valle')],
    ['with a column that no table has', (text: string) => text.replace('"workspace"', '"space"')],
    ['followed by more', (text: string) => `${text}{"end":0}\n`],
    ['of something else', () => 'hola\n'],
    ['empty', () => ''],
  ])('that is %s is refused, and the store stays as it was', async (name, spoil) => {
    const [whole, spoilt] = [place(`${name} whole.jsonl`), place(`${name}.jsonl`)]
    await backup(store, whole)
    writeFileSync(spoilt, spoil(readFileSync(whole, 'utf8')))
    const other = await open('memory')
    const own = await filled(other)
    await expect(restore(other, spoilt, { force: true })).rejects.toMatchObject({ reason: 'damaged' })
    expect(await getScenario(other, 'valle', { id: own })).toBeDefined()
  })

  test('that is no SQLite file, or a broken one, is refused', async () => {
    await backup(store, place('whole.db'))
    const bytes = readFileSync(place('whole.db'))
    writeFileSync(place('half.db'), bytes.subarray(0, bytes.length / 2))
    writeFileSync(place('text.db'), 'hola, no soy una base de datos'.repeat(100))
    const other = await open('memory')
    for (const name of ['half.db', 'text.db'])
      await expect(restore(other, place(name), { force: true }), name).rejects.toMatchObject({ reason: 'damaged' })
  })
})

describe('pfv backup and pfv restore', () => {
  const run = (data: string, ...argv: string[]) => pfv(argv, { environment: { PFV_DATA: place(data) } })

  test('copy the store that the environment names and take it back', async () => {
    expect(await run('first', 'backup', place('cli.db'))).toMatchObject({ code: 0, err: '' })
    expect(await run('second', 'restore', place('cli.db'))).toMatchObject({ code: 0, err: '' })
    const second = await open('second')
    expect(await getScenario(second, 'valle', { id })).toBeDefined()
  })

  test('say in a sentence why not', async () => {
    writeFileSync(place('taken.db'), '')
    const said = async (...argv: string[]) => {
      const { code, out, err } = await run('first', ...argv)
      expect([code, out]).toEqual([2, ''])
      return err
    }
    expect(await said('backup')).toContain('Falta el archivo')
    expect(await said('backup', place('taken.db'))).toContain('ya existe')
    expect(await said('backup', place('nowhere/copy.db'))).toContain('No se puede escribir')
    expect(await said('restore', place('nothing.db'))).toContain('No existe el archivo')
    expect(await said('restore', place('taken.db'))).toContain('no es una copia completa')
    await run('first', 'backup', place('good.db'))
    expect(await said('restore', place('good.db'))).toContain('--force')
    expect(existsSync(place('good.db.part'))).toBe(false)
    const none = await pfv(['backup', place('none.db')], { environment: { PFV_DATA: 'memory' } })
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('PFV_DATA=memory')])
  })
})
