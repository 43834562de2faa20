import { writeChange } from '../../../src/delivery/store/audit.ts'
import type { Database } from '../../../src/delivery/store/database.ts'
import { createKey } from '../../../src/delivery/store/keys.ts'
import { addObservations } from '../../../src/delivery/store/observations.ts'
import { createScenario, deleteScenario, putScenario } from '../../../src/delivery/store/scenarios.ts'
import { draft } from './draft.ts'

/** Writes something into every table that a copy holds; gives the id of a plan of two versions in `valle`. */
export async function filled(store: Database): Promise<string> {
  const writer = { workspace: 'valle' }
  const { id } = await createScenario(store, writer, { draft: draft('Ñuñoa «uno»\u2028', 'Tunjá'), label: 'primera' })
  await putScenario(store, writer, { id, seen: 1, draft: draft('dos') })
  const gone = await createScenario(store, { workspace: 'huila' }, { draft: draft('borrado') })
  await deleteScenario(store, 'huila', { id: gone.id, seen: 1 })
  const one = { year: 2027, line: 'users', at: { zone: 'urban' }, value: 1234.5678901234, source: 'catastro' }
  await addObservations(store, writer, { scenarioId: id, observations: [one, { ...one, value: 1e-7 }] })
  const { key } = await createKey(store, { workspace: 'Zulia', scope: 'write', name: 'Alcaldía' })
  const change = { workspace: 'Zulia', keyId: null, action: 'prueba', target: `/v1/keys/${key.id}`, request: null }
  await writeChange(store, change)
  await addJob(store)
  return id
}

async function addJob({ db }: Database): Promise<void> {
  const now = new Date().toISOString()
  const job = `job${(await db.selectFrom('jobs').select('id').execute()).length}`
  const ended = { ended_at: null, expires_at: null, created_by: null, result: null, result_type: null, problem: null }
  const asked = { kind: 'simulation', state: 'waiting' as const, locale: 'es', request: '{}' }
  await db
    .insertInto('jobs')
    .values({ id: job, workspace: 'valle', ...asked, created_at: now, ...ended })
    .execute()
  const begun = { done: 0, attempts: 0, returned: 0, worker: null, lease_until: null, result: null }
  await db
    .insertInto('job_parts')
    .values({ job_id: job, part: 0, state: 'waiting', request: '{}', items: 3, ...begun })
    .execute()
  const answer = { status: 201, headers: '{}', body: 'cifrado', request_hash: 'x', created_at: now }
  await db
    .insertInto('idempotency')
    .values({ workspace: 'valle', key: `${job} Z`, ...answer })
    .execute()
}
