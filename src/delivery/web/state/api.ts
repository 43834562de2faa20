import type { CellExplanation } from '../../../study/explain.ts'
import type { Result } from '../../../study/result.ts'
import type { Locale } from '../../../text/numbers.ts'
import { addressStore } from './address.ts'

/** A problem of the plan as the service tells it. */
export interface PlanProblem {
  readonly pointer: string
  readonly code: string
  readonly message: string
  readonly received?: unknown
}

/** An answer that is not a success. `status` 0: the service could not be reached. */
export class ApiProblem extends Error {
  readonly status: number
  readonly title: string
  readonly errors: readonly PlanProblem[]

  constructor(status: number, words: { title: string; detail: string; errors?: readonly PlanProblem[] }) {
    super(words.detail)
    this.status = status
    this.title = words.title
    this.errors = words.errors ?? []
  }
}

export type Document = Readonly<Record<string, unknown>>
export interface Example {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly municipalities: readonly string[]
  readonly baseYear: number
  readonly alternatives: readonly { readonly id: string; readonly name: string }[]
  readonly variants: number
}
export interface StoredCard {
  readonly id: string
  readonly name: string
  readonly municipalities: readonly string[]
  readonly label: string | null
  readonly valid: boolean
  readonly version: number
  readonly updatedAt: string
}
export interface Stored {
  readonly id: string
  readonly version: number
  readonly document: Document
  readonly etag: string
}
export interface NumeralFilling {
  readonly numeral: string
  readonly es: string
  readonly en: string
  readonly status: 'filled' | 'computed' | 'missing' | 'notApplicable'
  readonly filled: readonly string[]
  readonly missing: readonly string[]
}
export type Explanation = CellExplanation & {
  readonly rows: readonly { readonly at: Readonly<Record<string, string>>; readonly value: number | null }[]
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

/** Calls a route of the service. Throws ApiProblem with words for people. */
export async function call(path: string, { method, body, headers, signal }: Call = {}): Promise<Response> {
  const { locale } = addressStore.get()
  const answer = await fetch(path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      accept: 'application/json',
      'accept-language': locale,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(0, unreachable[locale])
  })
  if (answer.ok) return answer
  throw await problemOf(answer)
}

const unreachable: Readonly<Record<Locale, { title: string; detail: string }>> = {
  es: {
    title: 'Sin conexión',
    detail: 'El servicio no responde. Su trabajo está en este equipo y se guardará al volver.',
  },
  en: {
    title: 'Offline',
    detail: 'The service does not answer. Your work is on this computer and is saved on return.',
  },
}

export async function problemOf(answer: Response): Promise<ApiProblem> {
  const told = (await answer.json().catch(() => ({}))) as {
    title?: string
    detail?: string
    errors?: readonly PlanProblem[]
  }
  const { title = String(answer.status), detail = answer.statusText, errors = [] } = told
  return new ApiProblem(answer.status, { title, detail, errors })
}

const json = async <T>(path: string, asked?: Call): Promise<T> => (await (await call(path, asked)).json()) as T

/** Posts to a study's route: `study<Stress>('stress', { scenario: document, alternative })`. */
export const study = <T>(name: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  json<T>(`/v1/${name}`, { body, signal })

/** In the pesos of the address. */
export const evaluate = (document: Document, signal?: AbortSignal): Promise<Result> =>
  json<Result>(`/v1/evaluations?money=${addressStore.get().money}`, { body: document, signal })

export const explain = (body: unknown, signal?: AbortSignal): Promise<Explanation> =>
  json<Explanation>('/v1/explanations', { body, signal })

export const examples = async (): Promise<readonly Example[]> =>
  (await json<{ items: readonly Example[] }>('/v1/examples')).items
export const example = (name: string): Promise<Document> => json<Document>(`/v1/examples/${encodeURIComponent(name)}`)

/** `q`: words of the name or of a municipality. */
export const storedCards = async (q = ''): Promise<readonly StoredCard[]> =>
  (
    await json<{ items: readonly StoredCard[] }>(
      `/v1/scenarios?limit=60${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`,
    )
  ).items

async function storedOf(answer: Response, document?: Document): Promise<Stored> {
  const told = (await answer.json()) as { id: string; version: number; document?: Document }
  return {
    id: told.id,
    version: told.version,
    document: document ?? told.document ?? {},
    etag: answer.headers.get('etag') ?? '',
  }
}

export const readStored = async (id: string): Promise<Stored> =>
  storedOf(await call(`/v1/scenarios/${encodeURIComponent(id)}`))
export const readVersion = async (id: string, version: number): Promise<Stored> =>
  storedOf(await call(`/v1/scenarios/${encodeURIComponent(id)}/versions/${version}`))
export const deleteStored = async (id: string): Promise<void> => {
  const { etag } = await readStored(id)
  await call(`/v1/scenarios/${encodeURIComponent(id)}`, { method: 'DELETE', headers: { 'if-match': etag } })
}
export const createStored = async (document: Document): Promise<Stored> =>
  storedOf(await call('/v1/scenarios', { body: document }), document)
/** 412 where another tab saved in between. */
export const replaceStored = async (id: string, document: Document, etag: string): Promise<Stored> =>
  storedOf(
    await call(`/v1/scenarios/${encodeURIComponent(id)}`, {
      method: 'PUT',
      body: document,
      headers: { 'if-match': etag },
    }),
    document,
  )
