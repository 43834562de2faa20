import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryId, QueryResult } from 'kysely'
import type { Database } from './database.ts'

/** The same store, telling how many seconds each answered question took. */
export function timed(database: Database, observe: (seconds: number) => void): Database {
  return { ...database, db: database.db.withPlugin(new Stopwatch(observe)) }
}

class Stopwatch implements KyselyPlugin {
  private readonly observe: (seconds: number) => void
  private readonly begun = new WeakMap<QueryId, number>()

  constructor(observe: (seconds: number) => void) {
    this.observe = observe
  }

  transformQuery({ queryId, node }: PluginTransformQueryArgs): PluginTransformQueryArgs['node'] {
    this.begun.set(queryId, performance.now())
    return node
  }

  async transformResult<Row>({ queryId, result }: PluginTransformResultArgs & { result: QueryResult<Row> }) {
    const begun = this.begun.get(queryId)
    if (begun !== undefined) this.observe((performance.now() - begun) / 1000)
    return result
  }
}
