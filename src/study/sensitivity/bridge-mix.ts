import { canonicalJson } from '../../scenario/canonical.ts'
import { isObject } from '../../scenario/fields.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** A scenario with one alternative, which stands under a name of its own so that two of them can be laid side by side. */
export type Version = Omit<Scenario, 'alternatives'> & { readonly alternative: Scenario['alternatives'][number] }

/** To which group of inputs a place belongs, and whether some group begins below it. */
export interface Grouping {
  readonly groupOf: (path: readonly string[], value: unknown) => string
  readonly deeper: (path: readonly string[]) => boolean
}

type Takes = (group: string) => boolean

export function versionOf({ alternatives, ...rest }: Scenario, index: number): Version {
  return { ...rest, variants: [], alternative: alternatives[index] as Version['alternative'] }
}

/** The scenario of a version; funding that names a project of the other version stands for itself. */
export function scenarioOf({ alternative, ...rest }: Version): Scenario {
  const projects = new Set(alternative.projects.map((p) => p.id))
  const named = <T extends { project?: string | undefined }>(item: T): T =>
    item.project === undefined || projects.has(item.project) ? item : { ...item, project: undefined }
  const { grants, loans } = alternative
  return { ...rest, alternatives: [{ ...alternative, grants: grants.map(named), loans: loans.map(named) }] }
}

/** One version with the inputs of some groups taken from the other; what belongs to no deeper group is taken whole. */
export function mixed(a: Version, b: Version, { grouping, takes }: { grouping: Grouping; takes: Takes }): Version {
  return mix({ a, b, path: [] }, grouping, takes) as Version
}

interface Pair {
  readonly a: unknown
  readonly b: unknown
  readonly path: readonly string[]
}

function mix({ a, b, path }: Pair, grouping: Grouping, takes: Takes): unknown {
  if (a === b) return a
  if (grouping.deeper(path)) {
    if (isList(a) && isList(b)) return mixLists({ a: a ?? [], b: b ?? [], path }, grouping, takes)
    if (isMap(a) && isMap(b)) return mixMaps({ a: a ?? {}, b: b ?? {}, path }, grouping, takes)
  }
  return takes(grouping.groupOf(path, a ?? b)) ? b : a
}

const isList = (value: unknown): value is unknown[] | undefined => value === undefined || Array.isArray(value)
const isMap = (value: unknown): value is Record<string, unknown> | undefined => value === undefined || isObject(value)

interface Maps {
  readonly a: Record<string, unknown>
  readonly b: Record<string, unknown>
  readonly path: readonly string[]
}

function mixMaps({ a, b, path }: Maps, grouping: Grouping, takes: Takes): unknown {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = mix({ a: a[key], b: b[key], path: [...path, key] }, grouping, takes)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/** Elements are told apart by their id, else by their place; one that only one side has is empty on the other. */
function mixLists(
  { a, b, path }: { a: unknown[]; b: unknown[]; path: readonly string[] },
  grouping: Grouping,
  takes: Takes,
): unknown[] {
  const [left, right] = [byToken(a), byToken(b)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((token) => {
    const at = [...path, token]
    const [x, y] = [left.get(token), right.get(token)]
    if (grouping.deeper(at)) {
      const pair = { a: x ?? emptied(y, at, grouping), b: y ?? emptied(x, at, grouping), path: at }
      return [mix(pair, grouping, takes)]
    }
    const ofA = x !== undefined && !takes(grouping.groupOf(at, x)) ? [x] : []
    const ofB = y !== undefined && takes(grouping.groupOf(at, y)) ? [y] : []
    return ofA.length > 0 && ofB.length > 0 ? [...ofA, ...ofB.map(renamed)] : [...ofA, ...ofB]
  })
}

/** The token of an element of a list in a path. */
export const tokenOf = (element: unknown, place: number): string =>
  isObject(element) && typeof element.id === 'string' ? element.id : String(place)

const byToken = (list: readonly unknown[]): Map<string, unknown> =>
  new Map(list.map((element, i) => [tokenOf(element, i), element]))

/** An element without what belongs to a group of its own: a project without costs costs nothing. */
function emptied(element: unknown, path: readonly string[], { deeper }: Grouping): unknown {
  if (!isObject(element)) return element
  return Object.fromEntries(
    Object.entries(element).map(([key, value]) => [key, Array.isArray(value) && deeper([...path, key]) ? [] : value]),
  )
}

/** Both versions of an element whose group changes from one to the other stand side by side for a while. */
const renamed = (element: unknown): unknown =>
  isObject(element) && typeof element.id === 'string' ? { ...element, id: `${element.id}-other` } : element

/** What only names and describes a plan: it moves no figure. */
const described = ['$schema', 'name', 'description', 'sources', 'plan', 'providers', 'ranking', 'variants']
const describedOfPlan = [
  ...['id', 'name', 'scope', 'description', 'statusQuo', 'goals', 'benefited', 'affected', 'permits', 'screening'],
]

const without = (value: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))

/** Whether two versions have the same inputs, whatever they are called. */
export const sameVersion = (a: Version, b: Version): boolean => inputsOf(a) === inputsOf(b)

const inputsOf = (version: Version): string =>
  canonicalJson({ ...without(version, described), alternative: without(version.alternative, describedOfPlan) })
