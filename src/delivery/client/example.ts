import { readFile } from 'node:fs/promises'
import { createClient } from './client.ts'

/** `npm run client`: evaluates a plan in a running service and says which are viable. */
const [base = 'http://127.0.0.1:3000', file = 'scenarios/minimal.json', key] = process.argv.slice(2)
const call = createClient(base, key)
const body: unknown = JSON.parse(await readFile(file, 'utf8'))
const { data } = await call('POST /v1/evaluations', { body, query: { include: 'figures,viability' } })
for (const { id, name, viable } of data.variants[0]?.alternatives ?? [])
  process.stdout.write(`${id}: ${name}, ${viable ? 'viable' : 'no viable'}\n`)
