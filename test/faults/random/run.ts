import { readFileSync } from 'node:fs'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../../src/delivery/http/app.ts'
import { bookCatalogue } from '../../../src/model/book.ts'
import type { Json } from './draw.ts'
import { isObject } from './draw.ts'
import type { Drawn, Known } from './requests.ts'
import { callsOf, requests } from './requests.ts'

export interface Found {
  readonly sent: number
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Calls of the contract that were never answered with a success. */
  readonly neverSucceeded: readonly string[]
  /** Each kind of wrong answer once, with the request that got it. */
  readonly wrong: readonly string[]
}

const plan = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`../../../scenarios/${name}.json`, import.meta.url), 'utf8')) as Json

const escaped = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1')

/** Holds answers against the contract. */
class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false })
  private readonly known = new Map<string, ValidateFunction>()

  constructor(document: object) {
    this.ajv.addSchema({ ...document, $id: 'openapi' })
  }

  /** What is wrong with an answer, in general words, so that two of a kind are told once. */
  fault({ call, request }: Drawn, answer: Awaited<ReturnType<FastifyInstance['inject']>>): string | undefined {
    const { statusCode: status, headers, body } = answer
    if (status === 503) return headers['retry-after'] === undefined ? '503 without Retry-After' : undefined
    if (status >= 500) return `${status}`
    // Nothing is said of what has not changed, and of what was never a call of the contract.
    if (status === 304) return body === '' ? undefined : '304 with a body'
    const responses = isObject(call.operation.responses) ? call.operation.responses : {}
    const documented = responses[status]
    if (!isObject(documented)) return `${status} is not documented`
    const media = String(headers['content-type'] ?? '').split(';')[0] ?? ''
    if (status === 204) return body === '' ? undefined : '204 with a body'
    const content = isObject(documented.content) ? documented.content : {}
    if (!(media in content)) return `${status} in ${media}, which is not documented`
    if (!/json$/.test(media) || headers['content-encoding'] !== undefined || request.method === 'HEAD') return undefined
    const where = ['paths', call.path, call.method, 'responses', String(status), 'content', media, 'schema']
    const reference = `openapi#/${where.map(escaped).join('/')}`
    const validate = this.known.get(reference) ?? this.ajv.compile({ $ref: reference })
    this.known.set(reference, validate)
    if (validate(JSON.parse(body))) return undefined
    const [first] = validate.errors ?? []
    return `${status}: ${first?.instancePath.replaceAll(/\d+/g, 'n')} ${first?.message}`
  }
}

async function furnish(app: FastifyInstance, plans: readonly Json[]): Promise<Known> {
  const json = { 'content-type': 'application/json' }
  const post = async (url: string, body: unknown) =>
    await app.inject({ method: 'POST', url, headers: json, payload: JSON.stringify(body) })
  const stored = await Promise.all([...plans, { half: 'typed' }].map((one) => post('/v1/scenarios', one)))
  const ids = stored.map((answer) => (answer.json() as { id: string }).id)
  const tags = stored.map((answer) => String(answer.headers.etag))
  const request = { scenario: plans[0], draws: 10, seed: 1 }
  const job = (await post('/v1/jobs', { kind: 'simulation', request })).json() as { id: string }
  await app.inject({ method: 'DELETE', url: `/v1/jobs/${job.id}` })
  const alternatives = plans.flatMap((one) => (one.alternatives as { id: string }[]).map(({ id }) => id))
  const lines = bookCatalogue().map(({ id }) => id)
  return {
    plans,
    tags,
    params: {
      ...{ id: [...ids, ...ids, ...ids, job.id], scenarioId: ids, version: ['1', '1', '1', '2', '0', '-1', '1e3'] },
      ...{
        alternative: [...alternatives],
        a: ['1'],
        b: ['1', '2'],
        line: lines,
        lines,
        year: ['2026', '2027', '2500'],
      },
      ...{ chart: ['cash-flow', 'generation', 'tariffs', 'tornado', 'budget'], format: ['svg', 'csv', 'json', 'png'] },
      ...{ variant: ['base', 'base', 'high'] },
    },
  }
}

const batch = 1000

/** Asks the service, as it stands behind its door, what was drawn from its own contract. */
export async function askAtRandom(count: number, seed: number): Promise<Found> {
  const app = await buildApp({ jobs: { works: false } })
  const document = app.swagger() as unknown as { paths?: unknown; components?: unknown }
  const contract = new Contract(document)
  const plans = ['minimal', 'minimal', 'minimal', 'minimal', 'minimal', 'small-town'].map(plan)
  // What was stored before is deleted in time, so each batch finds plans of its own.
  async function* drawn(sizes: readonly number[]): AsyncGenerator<Drawn> {
    for (const [i, numRuns] of sizes.entries())
      yield* fc.sample(requests(document, await furnish(app, plans)), { numRuns, seed: seed + i })
  }
  const statuses: Record<string, number> = {}
  const wrong = new Map<string, string>()
  const untouched = new Set(callsOf(document).map(({ method, path }) => `${method} ${path}`))
  // A hundred thousand bodies at once would not fit in memory.
  const batches = Array.from({ length: Math.ceil(count / batch) }, (_, i) => Math.min(batch, count - i * batch))
  try {
    for await (const one of drawn(batches)) {
      const answer = await app.inject(one.request)
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1
      const name = `${one.call.method} ${one.call.path}`
      if (answer.statusCode < 400) untouched.delete(name)
      const fault = contract.fault(one, answer)
      if (fault === undefined || wrong.has(`${name} ${fault}`)) continue
      const { url, headers, payload = '' } = one.request
      const sent = `${url.slice(0, 300)} ${JSON.stringify(headers)} ${String(payload).slice(0, 400)}`
      wrong.set(`${name} ${fault}`, `${sent} → ${answer.body.slice(0, 300)}`)
    }
  } finally {
    await app.close()
  }
  return {
    ...{ sent: count, statuses, neverSucceeded: [...untouched] },
    wrong: [...wrong].map(([kind, example]) => `${kind} | ${example}`),
  }
}
