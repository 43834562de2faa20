import type { Database } from '../../store/database.ts'
import type { Io } from '../base/io.ts'
import { Stop } from '../base/io.ts'

/** The store that the environment names. Throws Stop where it names none that outlives the command. */
export async function storeOf({ environment }: Io): Promise<Database> {
  // Loaded only here, so that the other commands start without the store.
  const [{ ConfigProblem, readConfig }, { openDatabase }] = await Promise.all([
    import('../../http/config.ts'),
    import('../../store/database.ts'),
  ])
  try {
    const { PFV_DATA, DATABASE_URL } = readConfig(environment)
    if (DATABASE_URL === undefined && PFV_DATA === 'memory')
      throw new Stop(
        'Con PFV_DATA=memory no hay almacén que quede guardado; dé una carpeta en PFV_DATA o DATABASE_URL.',
      )
    return await openDatabase({ data: PFV_DATA, url: DATABASE_URL })
  } catch (error) {
    if (error instanceof ConfigProblem) throw new Stop(error.message)
    throw error
  }
}
