import { book } from '../../model/book.ts'
import { templatesOf } from '../../model/templates.ts'
import { canonicalJson } from '../../scenario/canonical.ts'
import { isObject } from '../../scenario/fields.ts'
import { isPathLike } from '../../scenario/path.ts'
import { escapeToken } from '../../scenario/pointer.ts'
import type { Sentence } from '../../text/viability.ts'
import type { Result } from '../result.ts'

/** An input that two versions of a plan do not share; members of lists that have ids are matched by them. */
export interface ChangedInput {
  /** In the later version; in the earlier one where the later has it no more. */
  readonly pointer: string
  readonly before: unknown
  readonly after: unknown
  /** What is read there, where the book reads it. */
  readonly label: Sentence | null
}

/** En qué cambiaron los datos de un plan entre dos versiones; a value over time is one value. */
export function changedInputs(before: unknown, after: unknown): ChangedInput[] {
  return walk({ before, after }, '').map((found) => ({ ...found, label: labelOf(found.pointer) }))
}

interface Pair {
  readonly before: unknown
  readonly after: unknown
}

function walk({ before, after }: Pair, pointer: string): Omit<ChangedInput, 'label'>[] {
  if (before === after || canonicalJson(before ?? null) === canonicalJson(after ?? null)) return []
  const members = membersOf(before, after)
  if (members === undefined) return [{ pointer, before: before ?? null, after: after ?? null }]
  return members.flatMap(({ token, ...pair }) => walk(pair, `${pointer}/${escapeToken(token)}`))
}

type Member = Pair & { readonly token: string }

function membersOf(before: unknown, after: unknown): Member[] | undefined {
  if (Array.isArray(before) && Array.isArray(after)) return listMembers(before, after)
  if (!isObject(before) || !isObject(after) || isPathLike(before) || isPathLike(after)) return undefined
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((token) => ({
    token,
    before: before[token],
    after: after[token],
  }))
}

function listMembers(before: readonly unknown[], after: readonly unknown[]): Member[] | undefined {
  const [was, is] = [before, after].map((list) => list.map((one) => (isObject(one) ? one.id : undefined)))
  if (!was || !is) return undefined
  if (![...was, ...is].every((id) => typeof id === 'string')) {
    // Without ids, members are the same by their place, as long as none came or went.
    const rows = before.length === after.length && [...before, ...after].every(isObject)
    return rows ? after.map((one, i) => ({ token: String(i), before: before[i], after: one })) : undefined
  }
  const kept = after.map((one, i) => ({ token: String(i), before: before[was.indexOf(is[i])], after: one }))
  const gone = before.flatMap((one, i) =>
    is.includes(was[i]) ? [] : [{ token: String(i), before: one, after: undefined }],
  )
  return [...kept, ...gone]
}

/** The first reading of the book whose place ends as the pointer does. */
function labelOf(pointer: string): Sentence | null {
  const found = endings().find(({ pattern }) => pattern.test(pointer))
  return found ? { es: found.es, en: found.en } : null
}

interface Ending extends Sentence {
  readonly pattern: RegExp
}
let known: Ending[] | undefined

function endings(): Ending[] {
  known ??= [...book.byId.values()].flatMap((entry) => {
    if (entry.type !== 'input') return []
    return templatesOf(entry).flatMap(({ parts }) => {
      const text = parts
        .map((part, i) => (i % 2 === 0 ? part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&') : '[^/]+'))
        .join('')
      // A placeholder in front stands for the place of a whole thing; a place that is nothing else says too little.
      const own = text.replace(/^\[\^\/\]\+/, '')
      return own.includes('/') ? [{ pattern: new RegExp(`${own}$`), es: entry.es, en: entry.en }] : []
    })
  })
  return known
}

export interface FigureChange {
  readonly figure: string
  readonly before: number | null
  readonly after: number | null
}

const main = [
  ...['planNpv', 'projectNpv', 'irr', 'benefitCostRatio', 'costCoverage', 'levelizedCost', 'pvCosts', 'pvFunding'],
  ...['pvIncome', 'averageTariff', 'tariffShock', 'landfillEndYear', 'meanCoverage', 'usersAtHorizon'],
]

/** The main figures of each alternative before and after, and the order that they give. */
export function changedFigures(before: Result | null, after: Result | null) {
  const [was, is] = [before, after].map((result) => result?.variants[0])
  const ids = [...new Set([was, is].flatMap((variant) => variant?.alternatives.map(({ id }) => id) ?? []))]
  const alternatives = ids.map((id) => {
    const [a, b] = [was, is].map((variant) => variant?.alternatives.find((one) => one.id === id))
    const value = (of: typeof a, figure: string): number | null => {
      const found = of?.figures[figure]
      return typeof found === 'number' ? found : null
    }
    return {
      id,
      name: (b ?? a)?.name ?? id,
      viable: { before: a?.viable ?? null, after: b?.viable ?? null },
      figures: main.map((figure): FigureChange => ({ figure, before: value(a, figure), after: value(b, figure) })),
    }
  })
  const order = (variant: typeof was) => variant?.ranking.order.map(({ alternative }) => alternative) ?? null
  return { alternatives, ranking: { before: order(was), after: order(is) } }
}
