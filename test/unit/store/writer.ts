import { openDatabase } from '../../../src/delivery/store/database.ts'
import { createScenario, putScenario } from '../../../src/delivery/store/scenarios.ts'
import { draft } from './draft.ts'

const [data = '', count = '0'] = process.argv.slice(2)
const store = await openDatabase({ data })
const writer = { workspace: 'local' }
const { id } = await createScenario(store, writer, { draft: draft('uno') })
let written = 1
for (; written < Number(count); written += 1) {
  const change = await putScenario(store, writer, { id, seen: written, draft: draft(`versión ${written}`) })
  if (!change.ok) break
}
await store.close()
process.stdout.write(String(written))
