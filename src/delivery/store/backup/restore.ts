import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isObject } from '../../../scenario/fields.ts'
import type { Database } from '../database.ts'
import { openDatabase } from '../database.ts'
import { heading, isPortable, requireSound } from './backup.ts'
import { BackupProblem } from './problem.ts'
import type { Row } from './rows.ts'
import { eachRow, emptyTables, isEmpty, isRow, writeRow } from './rows.ts'

type Rows = (take: (row: Row) => Promise<void>) => Promise<void>

/** Takes a copy back into an empty store, or in the place of what it holds; all of it or nothing. Gives how many rows. */
export async function restore(database: Database, file: string, { force }: { force: boolean }): Promise<number> {
  if (isPortable(file)) return fill(database, (take) => readLines(file, take), force)
  requireSound(file)
  // An older copy is brought up to date aside, so that the copy itself stays as it is.
  const folder = mkdtempSync(join(tmpdir(), 'pfv-restore-'))
  try {
    copyFileSync(file, join(folder, 'pfv.db'))
    const copy = await openDatabase({ data: folder })
    try {
      return await fill(database, (take) => eachRow(copy, take), force)
    } finally {
      await copy.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill({ db }: Database, rows: Rows, force: boolean): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    if (force) await emptyTables(trx)
    else if (!(await isEmpty(trx))) throw new BackupProblem('not-empty')
    let count = 0
    await rows(async (row) => {
      await writeRow(trx, row)
      count += 1
    })
    return count
  })
}

/** The rows of a portable copy; what was cut or changed is told by its last line. */
async function readLines(file: string, take: (row: Row) => Promise<void>): Promise<void> {
  const sum = createHash('sha256')
  let [count, isFirst, isWhole] = [0, true, false]
  for await (const text of linesOf(file)) {
    const line = parsed(text)
    if (isWhole) throw new BackupProblem('damaged')
    if (isFirst) {
      if (line.pfv !== heading.pfv || line.form !== heading.form) throw new BackupProblem('damaged')
      isFirst = false
    } else if (Object.hasOwn(line, 'end')) {
      isWhole = line.end === count && line.sha256 === sum.copy().digest('hex')
      if (!isWhole) throw new BackupProblem('damaged')
    } else {
      const { table, row } = line
      if (!isRow(table, row)) throw new BackupProblem('damaged')
      await take({ table: table as Row['table'], cells: row })
      count += 1
    }
    sum.update(`${text}\n`)
  }
  if (!isWhole) throw new BackupProblem('damaged')
}

/** The lines of a file, ended by `\n` alone: Node's own reader ends one at U+2028 too, which stands in JSON as it is. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function parsed(text: string): Record<string, unknown> {
  try {
    const line: unknown = JSON.parse(text)
    if (isObject(line)) return line
  } catch {
    // Told below, as what is no object is.
  }
  throw new BackupProblem('damaged')
}
