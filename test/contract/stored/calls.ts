import type { InjectOptions } from 'fastify'
import { minimal } from '../service.ts'

/** What the calls of the stored plans are made of. */
export interface Kept {
  /** A plan of two versions. */
  readonly id: string
  readonly etag: string
  /** A plan that is only begun, so that no study can be made of it. */
  readonly begun: string
  /** A plan and a figure that may be done away with. */
  readonly spare: { readonly id: string; readonly etag: string }
  readonly observation: string
}

/** More than the service of the tests takes, bytes. */
export const bodyLimit = 100_000

export const observed = (value = 4000) => ({
  year: 2027,
  line: 'users',
  at: {},
  value,
  source: 'Catastro de usuarios',
})

/** What a study asks beside the plan, where it must ask something. */
const questions: Readonly<Record<string, object>> = {
  stability: { inputs: [{ pointer: '/economy/discountRate' }], draws: 1000 },
  grid: { x: { pointer: '/economy/discountRate' }, y: { pointer: '/economy/inflation' } },
  adjustments: { alternative: 'como-hoy', levers: [{ lever: 'tariff' }] },
  simulations: { draws: 20 },
  bridge: { toPatch: { economy: { discountRate: 0.15 } } },
  label: { label: 'para el concejo' },
  observations: observed(),
}

const queries: Readonly<Record<string, string>> = {
  explanation: 'year=2027',
  diff: 'from=1',
  'provider-extract.pdf': 'entity=provider',
  'provider-extract.xlsx': 'entity=provider',
}

export interface Wanted {
  readonly method: string
  readonly path: string
  readonly status: number
}

/** A request that a documented call answers with a status; undefined where nobody has said how. */
export function requestFor({ method, path, status }: Wanted, kept: Kept): InjectOptions | undefined {
  const good = goodCall({ method, path, status }, kept)
  if (status < 300) return good
  const json = { 'content-type': 'application/json' }
  const writes = !['GET', 'DELETE'].includes(method)
  const url = String(good.url)
  const wrong: Readonly<Record<number, () => InjectOptions | undefined>> = {
    400: () =>
      writes ? { ...good, headers: { ...good.headers, ...json }, payload: '{"a": ' } : badAddress(good, path),
    404: () => ({ ...good, url: path.includes('{id}') ? url.replace(/scenarios\/[^/?]+/, 'scenarios/nada') : url }),
    406: () => ({ ...good, headers: { ...good.headers, accept: 'application/x-nada' } }),
    412: () => ({ ...good, headers: { 'if-match': '"otra"' } }),
    413: () => ({ ...good, headers: { ...good.headers, ...json }, payload: `"${'x'.repeat(bodyLimit)}"` }),
    415: () => ({ ...good, headers: { ...good.headers, 'content-type': 'application/xml' }, payload: '<plan/>' }),
    422: () => (writes ? { ...good, payload: unreadable(path) } : { ...good, url: url.replace(kept.id, kept.begun) }),
    428: () => ({ ...good, headers: {} }),
  }
  return wrong[status]?.()
}

function goodCall({ method, path, status }: Wanted, kept: Kept): InjectOptions {
  const name = path.split('/').at(-1) ?? ''
  const question = method === 'PATCH' ? questions.label : questions[name]
  const ofPlan = path === '/v1/scenarios' || path === '/v1/scenarios/{id}'
  const target = method === 'DELETE' && ofPlan ? kept.spare : kept
  // The plan that is only begun has one version.
  const words: Readonly<Record<string, string>> = {
    ...{ id: target.id, version: '1', alternative: 'como-hoy', line: 'billing', chart: 'costs', format: 'json' },
    observation: kept.observation,
  }
  const query = status === 202 ? 'async=true' : queries[name]
  const url = path.replaceAll(/\{(\w+)\}/g, (_, word: string) => words[word] ?? word)
  return {
    method: method as NonNullable<InjectOptions['method']>,
    url: query === undefined ? url : `${url}?${query}`,
    headers: ofPlan && method !== 'GET' ? { 'if-match': status === 422 ? '*' : target.etag } : {},
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: ofPlan ? minimal() : (question ?? {}) }),
  }
}

/** An address with a version that is no number, a cursor of no list, or a parameter that nobody knows. */
function badAddress(good: InjectOptions, path: string): InjectOptions {
  const url = String(good.url)
  if (path === '/v1/scenarios') return { ...good, url: `${url}?cursor=nada` }
  if (path.endsWith('{version}')) return { ...good, url: url.replace(/1$/, 'primera') }
  return { ...good, url: `${url}${url.includes('?') ? '&' : '?'}nada=1` }
}

/** What breaks a rule of the body: a list is no plan, and no study knows this member. */
const unreadable = (path: string): object => (/scenarios(?:\/\{id\})?$/.test(path) ? [] : { nada: 1 })
