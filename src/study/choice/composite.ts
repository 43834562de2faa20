import type { Alternative } from '../../scenario/document/alternative.ts'
import type { PatchOperation } from '../../scenario/document/plan.ts'
import { isObject } from '../../scenario/fields.ts'
import { applyPatch } from '../../scenario/patch.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Locale } from '../../text/numbers.ts'
import { compositeWords } from '../../text/studies/ranking.ts'
import type { Sentence } from '../../text/viability.ts'
import type { Contender } from '../ranking.ts'
import { readPlan } from '../read-plan.ts'
import type { Ranking } from '../result.ts'
import type { Contest } from './contest.ts'
import { contestOf } from './contest.ts'
import type { ProgrammeRanking } from './programmes.ts'

/** The best of each programme as one more alternative, and how it fares. */
export interface Composite {
  readonly id: string | null
  /** The alternative whose tariff, subsidies and shared funding it keeps. */
  readonly base: string | null
  readonly parts: readonly { readonly program: string; readonly from: string }[]
  /** Adds the composite to the plan; null where there is none to offer. */
  readonly patch: readonly PatchOperation[] | null
  readonly evaluation: CompositeEvaluation | null
  readonly problems: readonly Problem[]
  readonly message: Sentence
}

export interface CompositeEvaluation {
  readonly viable: boolean
  readonly criteria: Contender['criteria']
  readonly place: number | null
  /** All the alternatives and the composite. */
  readonly ranking: Ranking
}

const mostAlternatives = 20

/** Combinación de lo mejor de cada programa [10.3], offered as a patch and evaluated. */
export function compositeOf(
  contest: Contest,
  programmes: readonly ProgrammeRanking[],
  locale: Locale = 'es',
): Composite {
  const { scenario, winner } = contest
  const base = scenario.alternatives.find((a) => a.id === winner)
  const parts = programmes.flatMap(({ program, winner: from }) => (from === null ? [] : [{ program, from }]))
  const nothing = (message: Sentence): Composite => ({
    id: null,
    base: base?.id ?? null,
    parts,
    patch: null,
    evaluation: null,
    problems: [],
    message,
  })
  if (!base) return nothing(compositeWords.none)
  if (parts.every((p) => p.from === base.id)) return nothing(compositeWords.same(base.name ?? base.id))
  if (scenario.alternatives.length >= mostAlternatives) return nothing(compositeWords.full(mostAlternatives))
  const id = freeId(scenario.alternatives, 'composite')
  const value = { ...combined(scenario, base, parts), id, name: compositeWords.name[locale] }
  const patch: PatchOperation[] = [{ op: 'add', path: '/alternatives/-', value: withoutUndefined(value) }]
  return { id, base: base.id, parts, patch, ...evaluated(scenario, { patch, id }, locale) }
}

function evaluated(
  scenario: Scenario,
  { patch, id }: { patch: PatchOperation[]; id: string },
  locale: Locale,
): Pick<Composite, 'evaluation' | 'problems' | 'message'> {
  const patched = applyPatch(scenario, patch)
  const read = patched.ok ? readPlan(patched.document) : undefined
  if (!read?.ok) {
    const problems = read?.problems ?? []
    return { evaluation: null, problems, message: compositeWords.broken(problems.length) }
  }
  const { ranking, contenders } = contestOf(read.scenario, locale)
  const own = contenders.find((c) => c.id === id) as Contender
  const place = ranking.order.find((o) => o.alternative === id)?.place ?? null
  return {
    evaluation: { viable: own.viable, criteria: own.criteria, place, ranking },
    problems: [],
    message: compositeWords.made({ viable: own.viable, place, of: ranking.order.length }),
  }
}

type Part = Composite['parts'][number]

/** The base with the projects of each programme, and what goes with them, taken from that programme's best. */
function combined(scenario: Scenario, base: Alternative, parts: readonly Part[]): Alternative {
  const best = (program: string): Alternative => {
    const from = parts.find((p) => p.program === program)?.from
    return scenario.alternatives.find((a) => a.id === from) ?? base
  }
  const sources = [...new Set([base, ...parts.map((p) => best(p.program))])]
  const { projects, funding } = gathered(sources, (source, program) => best(program) === source)
  const { screening: _, ...kept } = base
  return {
    ...kept,
    ...funding,
    projects,
    statusQuo: false,
    targets: targetsOf(base, best),
    recovery: best('recovery').recovery,
    sites: best('disposal').sites,
    closure: best('disposal').closure,
    measures: best('disposal').measures,
    specialServices: best('special').specialServices,
    goals: [...new Set(sources.flatMap((s) => s.goals))],
  }
}

function targetsOf({ targets: own }: Alternative, best: (program: string) => Alternative): Alternative['targets'] {
  const [collection, commercial] = [best('collection').targets, best('commercial').targets]
  return {
    ...own,
    coverage: coverageOf(collection.coverage, best('rural').targets.coverage),
    continuity: collection.continuity,
    weeklyFrequency: collection.weeklyFrequency,
    reduction: best('awareness').targets.reduction,
    sweptKm: best('sweeping').targets.sweptKm,
    streams: best('special').targets.streams,
    billingEfficiency: commercial.billingEfficiency,
    collectionEfficiency: commercial.collectionEfficiency,
  }
}

type Coverage = Alternative['targets']['coverage']

/** Urban coverage of one and rural of the other; where either is by municipality, that of the collection programme. */
function coverageOf(collection: Coverage, rural: Coverage): Coverage {
  const byZone = (c: Coverage) => isObject(c) && Object.keys(c).every((key) => key === 'urban' || key === 'rural')
  if (collection === rural || !byZone(collection) || !byZone(rural)) return collection
  const ruralPath = (rural as { rural?: unknown }).rural
  return { ...collection, rural: ruralPath } as Coverage
}

/** Projects of the programmes that each source gives, with the grants and loans that name them; ids kept unique. */
function gathered(
  sources: readonly Alternative[],
  gives: (source: Alternative, program: string) => boolean,
): { projects: Alternative['projects']; funding: Pick<Alternative, 'grants' | 'loans'> } {
  const projects: Alternative['projects'] = []
  const grants: Alternative['grants'] = []
  const loans: Alternative['loans'] = []
  const costs: { id: string }[] = []
  for (const [i, source] of sources.entries()) {
    const renamed = new Map<string, string>()
    for (const project of source.projects.filter((p) => gives(source, p.program))) {
      const id = freeId(projects, project.id)
      renamed.set(project.id, id)
      const own = project.costs.map((cost) => {
        const kept = { ...cost, id: freeId(costs, cost.id) }
        costs.push(kept)
        return kept
      })
      projects.push({ ...project, id, costs: own })
    }
    const goes = (named: string | undefined) => (named === undefined ? i === 0 : renamed.has(named))
    const named = <T extends { id: string; project?: string | undefined }>(item: T, taken: readonly T[]): T => ({
      ...item,
      id: freeId(taken, item.id),
      ...(item.project === undefined ? {} : { project: renamed.get(item.project) }),
    })
    for (const grant of source.grants) if (goes(grant.project)) grants.push(named(grant, grants))
    for (const loan of source.loans) if (goes(loan.project)) loans.push(named(loan, loans))
  }
  return { projects, funding: { grants, loans } }
}

/** A free id beginning with the words given. */
function freeId(taken: readonly { readonly id: string }[], wanted: string): string {
  const ids = new Set(taken.map(({ id }) => id))
  let id = wanted
  for (let n = 2; ids.has(id); n += 1) id = `${wanted}-${n}`
  return id
}

/** JSON has no undefined. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, withoutUndefined(member)]])),
  )
}
