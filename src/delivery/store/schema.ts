/** Moments are ISO 8601 in UTC: they sort as text and read the same in both engines. */
type Moment = string

/** A saved plan; its content stands in its versions. */
export interface ScenarioTable {
  id: string
  workspace: string
  name: string
  /** Its name and those of its municipalities in small letters without accents, for searching. */
  search: string
  /** The newest version's number. */
  version: number
  created_at: Moment
  updated_at: Moment
  deleted_at: Moment | null
}

/** One version of a plan, never changed once written. */
export interface VersionTable {
  scenario_id: string
  version: number
  /** SHA-256 of the canonical document. */
  hash: string
  label: string | null
  name: string
  /** Names of its municipalities, a JSON list. */
  municipalities: string
  /** 1 where it could be evaluated when it was written. */
  valid: number
  document: string
  created_at: Moment
  created_by: string | null
}

/** Answers worth keeping, by what they are made of: scenario, model and the question. */
export interface CacheTable {
  key: string
  body: string
  /** Length of the body, so that the table can be kept within a size. */
  bytes: number
  created_at: Moment
}

/** A real figure of a later year [13]. */
export interface ObservationTable {
  id: string
  workspace: string
  scenario_id: string
  year: number
  line: string
  /** Canonical JSON of the row's keys. */
  at: string
  value: number
  source: string
  created_at: Moment
  created_by: string | null
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** Long work asked for by somebody, and in the end its answer; what is to be done stands in its parts. */
export interface JobTable {
  id: string
  workspace: string
  kind: string
  state: JobState
  locale: string
  request: string
  result: string | null
  /** Media type of the result; one that is not text is kept in base64. */
  result_type: string | null
  /** A problem in JSON. */
  problem: string | null
  created_at: Moment
  created_by: string | null
  ended_at: Moment | null
  expires_at: Moment | null
}

/** A share of a job that one worker does alone. */
export interface JobPartTable {
  job_id: string
  part: number
  state: 'waiting' | 'running' | 'done' | 'failed'
  request: string
  /** How much there is to do, in the units of its kind (plans, draws), and how much is done. */
  items: number
  done: number
  /** Starts so far: a worker that lost its lease cannot finish what another began. */
  attempts: number
  /** Starts that their worker gave back unfinished: they do not count as crashes. */
  returned: number
  worker: string | null
  lease_until: Moment | null
  result: string | null
}

/** An API key; only its hash is kept. */
export interface KeyTable {
  id: string
  workspace: string
  name: string
  scope: 'read' | 'write' | 'admin'
  hash: string
  created_at: Moment
  revoked_at: Moment | null
  used_at: Moment | null
}

/** Who changed what. */
export interface AuditTable {
  id: string
  workspace: string
  at: Moment
  key_id: string | null
  action: string
  target: string
  detail: string | null
}

/** The answer that an Idempotency-Key already got. */
export interface IdempotencyTable {
  workspace: string
  key: string
  request_hash: string
  status: number
  headers: string
  body: string
  created_at: Moment
}

export interface Schema {
  scenarios: ScenarioTable
  versions: VersionTable
  cache: CacheTable
  observations: ObservationTable
  jobs: JobTable
  job_parts: JobPartTable
  keys: KeyTable
  audit: AuditTable
  idempotency: IdempotencyTable
}
