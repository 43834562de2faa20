import { writeChange } from '../../store/audit.ts'
import type { Database } from '../../store/database.ts'
import type { Key } from '../../store/keys.ts'
import { createKey, listKeys, revokeKey, scopes } from '../../store/keys.ts'
import type { Given } from '../base/arguments.ts'
import type { Io } from '../base/io.ts'
import { exitCodes, Stop, writeLines } from '../base/io.ts'
import { grid } from '../print/grid.ts'
import { storeOf } from './store.ts'

export const keyActions = ['create', 'list', 'revoke'] as const
export const keysOptions = { name: 'text', scope: scopes, workspace: 'text' } as const

/** `pfv keys`: claves del servicio, in the store that the environment names. */
export async function keys(given: Given, io: Io): Promise<number> {
  const database = await storeOf(io)
  try {
    if (given.file === 'create') await create(given, database, io)
    else if (given.file === 'revoke') await revoke(given, database, io)
    else await list(given, database, io)
    return exitCodes.good
  } finally {
    await database.close()
  }
}

async function create({ texts, second }: Given, database: Database, io: Io): Promise<void> {
  const name = texts.name?.trim() ?? ''
  if (second !== '') throw new Stop(`«pfv keys create» no lleva «${second}»; el nombre va en --name.`)
  if (name === '' || name.length > 100) throw new Stop('Diga de quién es la clave: --name "Alcaldía de San Pedro".')
  const workspace = workspaceOf(texts.workspace)
  const scope = scopes.find((one) => one === texts.scope) ?? 'read'
  const { key, secret } = await createKey(database, { workspace, name, scope })
  await trace(database, key, 'pfv keys create')
  io.stderr.write(`Clave ${key.id} (${scope}, espacio ${workspace}). Guarde esta línea: no se vuelve a mostrar.\n`)
  io.stdout.write(`${secret}\n`)
}

function workspaceOf(text = 'local'): string {
  if (/^[\w-]{1,64}$/.test(text)) return text
  throw new Stop(`El espacio «${text}» no sirve: letras sin tilde, números, guion o guion bajo, hasta 64.`)
}

async function revoke({ second, texts }: Given, database: Database, io: Io): Promise<void> {
  if (second === '') throw new Stop('Diga qué clave: pfv keys revoke ID. «pfv keys list» las muestra.')
  const key = await revokeKey(database, second, texts.workspace)
  if (key === undefined) throw new Stop(`La clave «${second}» no existe. «pfv keys list» muestra las que hay.`)
  await trace(database, key, 'pfv keys revoke')
  io.stdout.write(`La clave ${key.id} («${key.name}») ya no sirve.\n`)
}

async function trace(database: Database, { workspace, id }: Key, action: string): Promise<void> {
  await writeChange(database, { workspace, keyId: null, action, target: `/v1/keys/${id}`, request: null })
}

async function list({ texts }: Given, database: Database, io: Io): Promise<void> {
  const all = await listKeys(database, texts.workspace)
  const heads = ['Clave', 'Espacio', 'Permiso', 'Nombre', 'Creada', 'Último uso', 'Revocada']
  const moment = (text: string | null): string => text?.slice(0, 16).replace('T', ' ') ?? '–'
  const rows = all.map((key) => ({
    cells: [
      ...[key.id, key.workspace, key.scope, key.name],
      ...[moment(key.createdAt), moment(key.usedAt), moment(key.revokedAt)],
    ],
  }))
  if (rows.length === 0) io.stdout.write('No hay claves. «pfv keys create --name NOMBRE» crea la primera.\n')
  else
    writeLines(
      io.stdout,
      grid(
        heads.map((head) => ({ head, most: 40 })),
        rows,
      ),
    )
}
