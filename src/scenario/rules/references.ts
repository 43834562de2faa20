import type { ReferenceKind } from '../../text/problems-references.ts'
import type { Alternative } from '../document/alternative.ts'
import type { Municipality } from '../document/municipality.ts'
import { hasField, isObject } from '../fields.ts'
import { isPathLike } from '../path.ts'
import { escapeToken } from '../pointer.ts'
import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, alternatives, municipalities } from './rule.ts'

interface Known {
  kind: ReferenceKind
  options: ReadonlySet<string>
}

interface Book {
  municipality: Known
  stream: Known
  goal: Known
  streamsOf: ReadonlyMap<string, Known>
  add: Add
}

/** Every id that names a municipality, stream, project or goal names one that exists. */
export function references(scenario: Scenario, add: Add): void {
  const towns = scenario.territory.municipalities
  const streams = new Map(towns.map((town) => [town.id, streamsOf([town])]))
  const book: Book = {
    municipality: known('municipality', towns),
    stream: streamsOf(towns),
    goal: known('goal', scenario.plan?.goals ?? []),
    streamsOf: streams,
    add,
  }
  for (const { alternative, at } of alternatives(scenario)) {
    projects(alternative, at, book)
    sitesAndRecovery(alternative, at, book)
    targets(alternative, `${at}/targets`, book)
    for (const [place, { stream }] of alternative.specialServices.entries()) {
      check(stream, book.stream, `${at}/specialServices/${place}/stream`, add)
    }
    for (const [place, goal] of alternative.goals.entries()) check(goal, book.goal, `${at}/goals/${place}`, add)
  }
  for (const [place, provider] of scenario.providers.entries()) {
    checkAll(provider.municipalities, `/providers/${place}/municipalities`, book)
  }
  diagnosis(scenario, book)
}

function known(kind: ReferenceKind, items: readonly { id: string }[]): Known {
  return { kind, options: new Set(items.map(({ id }) => id)) }
}

function streamsOf(towns: readonly Municipality[]): Known {
  return known(
    'stream',
    towns.flatMap((town) => town.waste.streams),
  )
}

function check(id: string, { kind, options }: Known, pointer: string, add: Add): void {
  if (!options.has(id)) add(problem('unknown-reference', { pointer, received: id }, kind, id, [...options]))
}

function checkAll(ids: readonly string[] | undefined, at: string, book: Book): void {
  const seen = new Set<string>()
  for (const [place, id] of (ids ?? []).entries()) {
    check(id, book.municipality, `${at}/${place}`, book.add)
    if (seen.has(id)) book.add(problem('duplicate-id', { pointer: `${at}/${place}`, received: id }, id))
    seen.add(id)
  }
}

function projects(alternative: Alternative, at: string, book: Book): void {
  const own = known('project', alternative.projects)
  for (const [place, project] of alternative.projects.entries()) {
    const pointer = `${at}/projects/${place}`
    if (project.goal !== undefined) check(project.goal, book.goal, `${pointer}/goal`, book.add)
    for (const [item, { municipality }] of project.costs.entries()) {
      if (municipality !== undefined) {
        check(municipality, book.municipality, `${pointer}/costs/${item}/municipality`, book.add)
      }
    }
  }
  for (const [place, { project }] of alternative.loans.entries()) {
    if (project !== undefined) check(project, own, `${at}/loans/${place}/project`, book.add)
  }
  for (const [place, { project }] of alternative.grants.entries()) {
    if (project !== undefined) check(project, own, `${at}/grants/${place}/project`, book.add)
  }
}

function sitesAndRecovery(alternative: Alternative, at: string, book: Book): void {
  for (const [place, site] of alternative.sites.entries()) {
    checkAll(site.municipalities, `${at}/sites/${place}/municipalities`, book)
  }
  const { recovery } = alternative
  if (recovery === undefined) return
  if (!Array.isArray(recovery)) {
    checkAll(recovery.municipalities, `${at}/recovery/municipalities`, book)
    return
  }
  const taken = new Set<string>()
  for (const [place, block] of recovery.entries()) {
    checkAll(block.municipalities, `${at}/recovery/${place}/municipalities`, book)
    for (const id of new Set(block.municipalities ?? book.municipality.options)) {
      const pointer = `${at}/recovery/${place}${block.municipalities === undefined ? '' : '/municipalities'}`
      if (taken.has(id)) book.add(problem('recovery-overlap', { pointer, received: id }, id))
      taken.add(id)
    }
  }
}

/** True where a target is one value for all municipalities rather than one for each. */
function isForAll(field: string, value: unknown): boolean {
  if (field === 'coverage') return hasField(value, 'urban', 'rural')
  if (field === 'sweptKm') return hasField(value, 'manual', 'mechanical')
  if (field === 'streams') return isObject(value) && Object.values(value).some(isPathLike)
  return isPathLike(value)
}

function targets(alternative: Alternative, at: string, book: Book): void {
  for (const [field, value] of Object.entries(alternative.targets)) {
    if (value === undefined) continue
    if (!isForAll(field, value)) {
      for (const town of Object.keys(value))
        check(town, book.municipality, `${at}/${field}/${escapeToken(town)}`, book.add)
    }
  }
  const { streams } = alternative.targets
  if (streams === undefined) return
  if (isForAll('streams', streams)) {
    for (const stream of Object.keys(streams))
      check(stream, book.stream, `${at}/streams/${escapeToken(stream)}`, book.add)
    return
  }
  for (const [town, own] of Object.entries(streams)) {
    const options = book.streamsOf.get(town)
    if (options === undefined || !isObject(own)) continue
    for (const stream of Object.keys(own))
      check(stream, options, `${at}/streams/${town}/${escapeToken(stream)}`, book.add)
  }
}

const costFields = ['investment', 'operationMaintenance', 'administration']

function diagnosis(scenario: Scenario, book: Book): void {
  for (const { municipality, at } of municipalities(scenario)) {
    const costs = municipality.diagnosis?.annualCosts
    const options = book.streamsOf.get(municipality.id)
    if (costs === undefined || options === undefined) continue
    const pointer = `${at}/diagnosis/annualCosts`
    const zoned = 'urban' in costs || 'rural' in costs
    const blocks = zoned
      ? Object.entries(costs).map(([zone, block]): [string, unknown] => [`${pointer}/${zone}`, block])
      : [[pointer, costs] as [string, unknown]]
    for (const [place, block] of blocks) {
      const special = isObject(block) ? block.special : undefined
      if (!isObject(special) || hasField(special, ...costFields)) continue
      for (const stream of Object.keys(special))
        check(stream, options, `${place}/special/${escapeToken(stream)}`, book.add)
    }
  }
}
