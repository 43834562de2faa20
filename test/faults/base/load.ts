import { readFileSync } from 'node:fs'
import { Agent, request as ask } from 'node:http'

/** What was seen of one kind of request under load. */
export interface Seen {
  readonly kind: string
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly longest: number
}

export interface Load {
  readonly seconds: number
  readonly answered: number
  readonly kinds: readonly Seen[]
  readonly p99: number
  /** Refusals of new work: 503 with Retry-After. */
  readonly busy: number
  /** Any other answer that is not the one asked for, and requests without an answer, each kind once with its number. */
  readonly errors: Readonly<Record<string, number>>
}

export interface Asked {
  readonly connections: number
  readonly seconds: number
}

interface Request {
  readonly kind: string
  readonly path: string
  readonly body?: string
}

interface Answer {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly bytes: number
}

const document = (name: string): { name: string } & Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../scenarios/${name}.json`, import.meta.url), 'utf8'))

/** Stores a plan to read of, and gives what is asked in turn: seven reads, a known question and a new one in nine. */
export async function mixture(address: string): Promise<(turn: number) => Request> {
  const headers = { 'content-type': 'application/json' }
  const plan = document('small-town')
  const answer = await fetch(`${address}/v1/scenarios`, { method: 'POST', headers, body: JSON.stringify(plan) })
  const { id } = (await answer.json()) as { id: string }
  const [first] = plan.alternatives as { id: string }[]
  const known = JSON.stringify(plan)
  const small = document('minimal')
  const stored = `/v1/scenarios/${id}`
  const reads: Request[] = [
    { kind: 'stored evaluation', path: `${stored}/evaluation` },
    { kind: 'list', path: '/v1/scenarios?limit=20' },
    { kind: 'line', path: `${stored}/alternatives/${first?.id}/lines/billing` },
    { kind: 'health', path: '/health/ready' },
    { kind: 'stored plan', path: stored },
    { kind: 'figures of a stored plan', path: `${stored}/evaluation?include=figures` },
    { kind: 'catalogue', path: '/v1/model/lines/billing' },
  ]
  return (turn) => {
    const place = turn % 9
    const read = reads[place]
    if (read !== undefined) return read
    if (place === 7) return { kind: 'known evaluation', path: '/v1/evaluations', body: known }
    return { kind: 'new evaluation', path: '/v1/evaluations', body: JSON.stringify({ ...small, name: `Plan ${turn}` }) }
  }
}

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN

/** Asks over so many connections at once for so long, each waiting for its answer before it asks again. */
export async function load(address: string, { connections, seconds }: Asked): Promise<Load> {
  const next = await mixture(address)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const taken = new Map<string, number[]>()
  const errors: Record<string, number> = {}
  let busy = 0
  let turn = 0
  const begun = performance.now()
  const end = begun + seconds * 1000
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      turn += 1
      const one = next(turn)
      const sent = performance.now()
      try {
        const { status, retryAfter, bytes } = await send(agent, address, one)
        const times = taken.get(one.kind) ?? []
        taken.set(one.kind, times)
        times.push(performance.now() - sent)
        if (status === 503 && retryAfter !== undefined) busy += 1
        else if (status !== 200 || bytes === 0) count(errors, `${one.kind}: ${status}`)
      } catch (error) {
        count(errors, `${one.kind}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  agent.destroy()
  const sorted = [...taken].map(([kind, times]) => ({ kind, times: times.toSorted((x, y) => x - y) }))
  const all = sorted.flatMap(({ times }) => times).toSorted((x, y) => x - y)
  return {
    ...{ seconds: (performance.now() - begun) / 1000, answered: all.length, busy, errors, p99: share(all, 0.99) },
    kinds: sorted.map(({ kind, times }) => ({
      ...{ kind, count: times.length, p50: share(times, 0.5), p99: share(times, 0.99), longest: times.at(-1) ?? 0 },
    })),
  }
}

const count = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

function send(agent: Agent, address: string, { path, body }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = ask(`${address}${path}`, { agent, method: body === undefined ? 'GET' : 'POST', headers })
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer in a minute')))
    sent.once('error', reject)
    sent.once('response', (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.once('error', reject)
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'], bytes }),
      )
    })
    sent.end(body)
  })
}
