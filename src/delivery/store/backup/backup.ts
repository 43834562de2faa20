import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { sql } from 'kysely'
import Libsql from 'libsql'
import type { Database } from '../database.ts'
import { BackupProblem } from './problem.ts'
import { eachRow } from './rows.ts'

/** The first line of a portable copy; a later form has another number. */
export const heading = { pfv: 'backup', form: 1 } as const
export const isPortable = (file: string): boolean => file.endsWith('.jsonl')

/**
 * Copia de seguridad of a store that may be at work: an SQLite file of the embedded store, or JSON lines, which both
 * engines read, where the name ends in `.jsonl`. The file appears only when it is whole; one that is there stays.
 */
export async function backup(database: Database, file: string): Promise<void> {
  if (existsSync(file)) throw new BackupProblem('exists')
  if (!isPortable(file) && database.engine !== 'sqlite') throw new BackupProblem('not-portable')
  const part = `${file}.part`
  rmSync(part, { force: true })
  try {
    if (isPortable(file)) await writeLines(database, part)
    else await copyTables(database, part)
    if (existsSync(file)) throw new BackupProblem('exists')
    renameSync(part, file)
  } finally {
    rmSync(part, { force: true })
  }
}

async function copyTables({ db }: Database, part: string): Promise<void> {
  // Only its owner reads what holds plans of all workspaces and hashes of keys.
  closeSync(openSync(part, 'wx', 0o600))
  await sql`vacuum into ${part}`.execute(db)
  requireSound(part)
  const file = openSync(part, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/** Throws where SQLite finds a file broken, or no store of ours in it: an empty file is a sound database too. */
export function requireSound(file: string): void {
  const copy = new Libsql(file, { readonly: true })
  try {
    const found = copy.prepare('pragma integrity_check').all() as { integrity_check: string }[]
    const ours = copy.prepare("select 1 from sqlite_master where type = 'table' and name = 'versions'").all()
    if (found.length !== 1 || found[0]?.integrity_check !== 'ok' || ours.length !== 1)
      throw new BackupProblem('damaged')
  } catch (error) {
    throw error instanceof BackupProblem ? error : new BackupProblem('damaged')
  } finally {
    copy.close()
  }
}

async function writeLines(database: Database, part: string): Promise<void> {
  const file = openSync(part, 'wx', 0o600)
  const sum = createHash('sha256')
  let rows = 0
  const write = (line: object): void => {
    const text = `${JSON.stringify(line)}\n`
    sum.update(text)
    writeSync(file, text)
  }
  try {
    write(heading)
    await eachRow(database, ({ table, cells }) => {
      rows += 1
      write({ table, row: cells })
    })
    write({ end: rows, sha256: sum.copy().digest('hex') })
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
