import type { Result } from '../../study/result.ts'
import type { ProblemBody } from '../http/problem.ts'
import type { Key, Scope } from '../store/keys.ts'
import calls from './calls.json' with { type: 'json' }

/** Every call of the service, as `POST /v1/evaluations`; the list is made from the contract. */
export type Call = keyof typeof calls

type Item<T> = { readonly items: readonly T[] }
type ShownKey = Omit<Key, 'workspace'>
interface Stored {
  readonly id: string
  readonly version: number
  readonly name: string
}

/** What the calls answer whose type has a name in the house; the others are read by the contract. */
interface Answers {
  'POST /v1/evaluations': Result
  'GET /v1/scenarios/{id}/evaluation': Result
  'GET /v1/scenarios/{id}/versions/{version}/evaluation': Result
  'POST /v1/scenarios': Stored
  'PUT /v1/scenarios/{id}': Stored
  'GET /v1/scenarios/{id}/lines.csv': string
  'GET /v1/keys': Item<ShownKey>
  'POST /v1/keys': ShownKey & { readonly secret: string }
  'DELETE /v1/keys/{id}': ShownKey
  'GET /health/live': { readonly status: 'ok' }
}
export type AnswerOf<C extends Call> = C extends keyof Answers ? Answers[C] : unknown

interface Bodies {
  'POST /v1/keys': { readonly name: string; readonly scope: Scope }
}
type BodyOf<C extends Call> = C extends keyof Bodies ? Bodies[C] : unknown

/** The names in braces of a call's address. */
type ParametersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParametersOf<Rest>
  : never

export interface Asked<C extends Call> {
  readonly params?: Readonly<Record<ParametersOf<C>, string | number>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: BodyOf<C>
  /** If-Match, Idempotency-Key, Accept-Language … */
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered<T> {
  readonly data: T
  readonly status: number
  readonly etag: string | null
}

/** An answer that is not a success, with its problem (RFC 9457). */
export class ServiceProblem extends Error {
  readonly problem: ProblemBody
  readonly retryAfter: number | undefined

  constructor(problem: ProblemBody, retryAfter: string | null) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`)
    this.problem = problem
    this.retryAfter = retryAfter === null ? undefined : Number(retryAfter)
  }
}

/** A client of the service at `base`; throws ServiceProblem for every answer that is not a success. */
export function createClient(base: string, key?: string) {
  return async <C extends Call>(call: C, asked: Asked<C> = {}): Promise<Answered<AnswerOf<C>>> => {
    const [method = 'GET', path = ''] = call.split(' ')
    const url = new URL(filled(path, asked.params ?? {}), base)
    for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.set(name, String(value))
    const answer = await fetch(url, {
      method,
      headers: {
        accept: `${calls[call] || '*/*'}, application/problem+json`,
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...asked.headers,
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    })
    if (!answer.ok) throw new ServiceProblem((await answer.json()) as ProblemBody, answer.headers.get('retry-after'))
    const data = (await read(answer)) as AnswerOf<C>
    return { data, status: answer.status, etag: answer.headers.get('etag') }
  }
}

const filled = (path: string, params: Readonly<Record<string, string | number>>): string =>
  path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) throw new TypeError(`${path}: ${whole} is missing`)
    return encodeURIComponent(value)
  })

/** JSON as what it says, text as text, and everything else as bytes. */
async function read(answer: Response): Promise<unknown> {
  const type = answer.headers.get('content-type') ?? ''
  if (/json/.test(type)) return answer.json()
  return /^text\/|svg/.test(type) ? answer.text() : answer.arrayBuffer()
}
