import type { Scope } from '../../store/keys.ts'
import { isSafe } from './loopback.ts'

/** What the gate must know of a route: its method, its template and the statuses that it documents. */
export interface Call {
  readonly method: string
  readonly template: string
  readonly statuses: readonly string[]
}

/** Nothing of anybody's is behind these: probes, the page, the documentation. */
const open = /^\/(?:$|health\/|openapi\.json$|docs(?:\/|$)|assets\/|favicon\.)/

/** What is computed and kept nowhere, by the last word of the address without its ending. */
const studies = new Set([
  ...['evaluations', 'balance', 'household-bill', 'budget', 'indicators', 'completeness', 'regional', 'comparisons'],
  ...['screening', 'sensitivity', 'grid', 'stability', 'bridge', 'simulations', 'adjustments', 'stress', 'lender'],
  ...['explanations', 'explanation', 'schedule', 'provider-extract', 'workbook', 'report', 'import', 'lines'],
  ...['comparison', 'charts'],
])
const administration = /^\/v1\/(?:keys|audit)(?:\/|$)/

const ranks: Readonly<Record<Scope, number>> = { read: 0, write: 1, admin: 2 }

/** Whether a scope is enough where another is asked for: write holds read, admin holds both. */
export const holds = (own: Scope, asked: Scope): boolean => ranks[own] >= ranks[asked]

/** Whether a call makes something that is kept. */
export const creates = ({ method, statuses }: Pick<Call, 'method' | 'statuses'>): boolean =>
  method === 'POST' && statuses.some((status) => status === '201' || status === '202')

/**
 * The scope that a call asks for; undefined where nobody has to say who he is. What is not known is a change. A study
 * that answers at once asks for read also where it may be handed in as a job; who hands a job in must hold write.
 */
export function scopeOf(call: Call): Scope | undefined {
  const { method, template, statuses } = call
  if (open.test(template)) return undefined
  if (administration.test(template)) return 'admin'
  if (isSafe(method)) return 'read'
  return method === 'POST' && isStudy(template) && (statuses.includes('200') || !creates(call)) ? 'read' : 'write'
}

/** Whether an address computes: with 200 it answered at once and kept nothing. */
export function isStudy(template: string): boolean {
  const parts = template.split('/')
  const last = parts.at(-1) ?? ''
  return studies.has(last.replace(/\..*$/, '')) || (last.startsWith(':') && parts.at(-2) === 'charts')
}
