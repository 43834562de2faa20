import { isObject } from '../../scenario/fields.ts'
import { ownMember, pointerTokens } from '../../scenario/pointer.ts'
import { termOf } from '../../text/cli/terms.ts'
import { bridgeNames } from '../../text/studies/sensitivity.ts'
import type { Sentence } from '../../text/viability.ts'
import type { Grouping, Version } from './bridge-mix.ts'
import { tokenOf } from './bridge-mix.ts'

/** A group of inputs as it is asked for: pointers, each standing for all that lies below it; `*` is any member. */
export interface GroupAsked {
  readonly id: string
  readonly pointers: readonly string[]
}

/** Groups of inputs and how their names are said. */
export interface Groups extends Grouping {
  readonly ids: readonly string[]
  readonly labelOf: (id: string) => Sentence
}

interface Pattern {
  readonly group: string
  readonly tokens: readonly string[]
}

const rest = 'other'
const plan = (...members: string[]) => members.map((m) => `/alternative/${m}`)
const towns = (member: string) => `/territory/municipalities/*/${member}`
const costsAt = '/alternative/projects/*/costs/*'

const usual: Readonly<Record<string, readonly string[]>> = {
  targets: plan('targets', 'measures'),
  tariff: [...plan('tariff'), towns('tariff')],
  subsidies: [...plan('subsidies'), towns('subsidies')],
  funding: [...plan('loans', 'grants', 'financing', 'existing', 'workingCapital'), '/existing'],
  recovery: plan('recovery', 'specialServices'),
  sites: plan('sites', 'closure'),
  economy: ['/economy'],
  territory: ['/territory'],
}

/** Costs by component and investments apart; with `together`, all running costs in one group. */
function costGroup(value: unknown, together: boolean): string {
  if (!isObject(value)) return 'costs'
  if (value.category === 'investment') return 'investments'
  return together || typeof value.component !== 'string' ? 'costs' : `costs:${value.component}`
}

const components = [
  ...['collectionToDisposal', 'collectionToRecovery', 'sweeping', 'organicRecovery', 'inorganicRecovery'],
  ...['disposal', 'special', 'general'],
]

/** The usual groups: targets, tariff, subsidies, running costs by component, investments, funding, recovery, sites. */
export function usualGroups({ costsTogether }: { costsTogether: boolean }): Groups {
  const patterns = Object.entries(usual).flatMap(([group, pointers]) => pointers.map((p) => patternOf(group, p)))
  const atCosts = patternOf('costs', costsAt)
  const costs = costsTogether ? ['costs'] : components.map((c) => `costs:${c}`)
  return {
    ...groupingOf([...patterns, atCosts]),
    groupOf: (path, value) =>
      matches(atCosts.tokens, path) ? costGroup(value, costsTogether) : groupIn([...patterns, atCosts], path),
    ids: [...Object.keys(usual), ...costs, 'investments', rest],
    labelOf: usualLabel,
  }
}

function usualLabel(id: string): Sentence {
  const [name = '', component] = id.split(':')
  const label = bridgeNames[name] ?? { es: id, en: id }
  if (component === undefined) return label
  const [es, en] = [termOf('component', component, 'es'), termOf('component', component, 'en')]
  return { es: `${label.es}: ${es.toLowerCase()}`, en: `${label.en}: ${en.toLowerCase()}` }
}

/** The groups that a question names; whatever they leave out is a group of its own. */
export function namedGroups(asked: readonly GroupAsked[], versions: readonly Version[]): Groups {
  const patterns = asked.flatMap(({ id, pointers }) =>
    pointers.map((p) => ({ group: id, tokens: withIds(patternOf(id, p).tokens, versions) })),
  )
  return {
    ...groupingOf(patterns),
    ids: [...new Set([...asked.map((g) => g.id), rest])],
    labelOf: (id) => (id === rest ? (bridgeNames[rest] as Sentence) : { es: id, en: id }),
  }
}

/** `/alternatives/n/…` speaks of the alternative compared, whichever it is. */
function patternOf(group: string, pointer: string): Pattern {
  const tokens = pointerTokens(pointer) ?? []
  const [first, , ...below] = tokens
  return { group, tokens: first === 'alternatives' ? ['alternative', ...below] : tokens }
}

/** Places in lists as the ids of what stands there, in the first version that has it. */
function withIds(tokens: readonly string[], versions: readonly Version[]): string[] {
  let at: unknown[] = [...versions]
  return tokens.map((token) => {
    const lists = at.filter((holder) => Array.isArray(holder))
    const place = /^\d+$/u.test(token) ? Number(token) : -1
    const element = lists.map((list) => list[place] as unknown).find((x) => x !== undefined)
    const name = element === undefined ? token : tokenOf(element, place)
    at = at.map((holder) =>
      Array.isArray(holder) ? holder.find((x, i) => tokenOf(x, i) === name) : ownMember(holder, token),
    )
    return name
  })
}

/** Whether a pattern covers a path: it is the same or begins it. */
const matches = (tokens: readonly string[], path: readonly string[]): boolean =>
  tokens.length <= path.length && agrees(tokens, path)

const agrees = (tokens: readonly string[], path: readonly string[]): boolean =>
  tokens.slice(0, path.length).every((token, i) => token === '*' || token === path[i])

/** The group of the longest pattern that covers a path. */
function groupIn(patterns: readonly Pattern[], path: readonly string[]): string {
  const covering = patterns.filter((p) => matches(p.tokens, path))
  return covering.toSorted((a, b) => b.tokens.length - a.tokens.length)[0]?.group ?? rest
}

const groupingOf = (patterns: readonly Pattern[]): Grouping => ({
  groupOf: (path) => groupIn(patterns, path),
  deeper: (path) => patterns.some((p) => p.tokens.length > path.length && agrees(p.tokens, path)),
})
