import { existsSync } from 'node:fs'
import type { BackupReason } from '../../store/backup/problem.ts'
import { BackupProblem } from '../../store/backup/problem.ts'
import type { Database } from '../../store/database.ts'
import type { Given } from '../base/arguments.ts'
import type { Io } from '../base/io.ts'
import { exitCodes, Stop } from '../base/io.ts'
import { storeOf } from './store.ts'

export const backupOptions = {} as const
export const restoreOptions = { force: 'flag' } as const

/** `pfv backup`: copia de seguridad del almacén, also while a service is at work on it. */
export async function backup({ file }: Given, io: Io): Promise<number> {
  const { backup: copy } = await import('../../store/backup/backup.ts')
  await withStore(io, file, (database) => copy(database, file))
  io.stdout.write(`Copia completa y revisada en «${file}».\n`)
  return exitCodes.good
}

/** `pfv restore`: vuelve una copia al almacén. */
export async function restore({ file, flags }: Given, io: Io): Promise<number> {
  if (!existsSync(file)) throw new Stop(`No existe el archivo «${file}».`)
  const { restore: takeBack } = await import('../../store/backup/restore.ts')
  const rows = await withStore(io, file, (database) => takeBack(database, file, { force: flags.has('force') }))
  io.stdout.write(`El almacén tiene lo que había en «${file}»: ${rows} filas.\n`)
  return exitCodes.good
}

async function withStore<Made>(io: Io, file: string, act: (database: Database) => Promise<Made>): Promise<Made> {
  const database = await storeOf(io)
  try {
    return await act(database)
  } catch (error) {
    if (error instanceof BackupProblem) throw new Stop(sentences[error.reason](file))
    if (isNoPlace(error)) throw new Stop(`No se puede escribir en «${file}»: revise la carpeta y sus permisos.`)
    throw error
  } finally {
    await database.close()
  }
}

const sentences: Readonly<Record<BackupReason, (file: string) => string>> = {
  exists: (file) => `El archivo «${file}» ya existe y no se reemplaza; dé otro nombre.`,
  'not-portable': () => 'La copia de PostgreSQL se hace en líneas JSON: dé un nombre que termine en .jsonl.',
  damaged: (file) => `«${file}» no es una copia completa de este programa; el almacén quedó como estaba.`,
  'not-empty': () =>
    'El almacén ya guarda algo y no se reemplaza. Con --force se borra todo lo que tiene y queda lo de la copia.',
}

const isNoPlace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes(String(error.code))
