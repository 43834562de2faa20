import type { Patch } from '../../scenario/document/plan.ts'
import { getPointer } from '../../scenario/pointer.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { evaluate } from '../evaluate.ts'
import { readPlan } from '../read-plan.ts'
import { usualDrivers } from '../sensitivity/drivers.ts'
import { moved } from '../sensitivity/inputs.ts'
import type { Kind, Observation } from './compare.ts'
import { kindOf, plannedOf } from './compare.ts'

/** By how much the inputs behind a kind of line were moved, and whether a limit of the document held them back. */
export interface Factor {
  readonly kind: Kind
  readonly municipality: string | null
  readonly year: number
  readonly factor: number
  readonly limited: boolean
}

export interface Reanchored {
  readonly factors: readonly Factor[]
  /** RFC 6902: applied to the plan, it gives the re-anchored one. */
  readonly patch: Patch
  /** Null where the moved inputs are no plan. */
  readonly scenario: Scenario | null
  readonly problems: readonly Problem[]
}

/** Users first, since they make the tonnes; then what is measured beside them. */
const order: readonly Kind[] = ['users', 'tonnes', 'collection', 'cost']

/**
 * El plan proyectado de nuevo desde lo observado [13].
 *
 * Of each kind of line and municipality, the last year observed gives one factor: observed over planned, with what was
 * already moved. The inputs behind that kind are multiplied by it, so the plan passes through the last figures observed
 * and keeps its own growth afterwards.
 */
export function reanchor(scenario: Scenario, index: number, observations: readonly Observation[]): Reanchored {
  let current = scenario
  const factors: Factor[] = []
  const pointers = new Set<string>()
  for (const kind of order) {
    const alternative = evaluate(current, { details: true }).variants[0]?.alternatives[index]
    if (alternative === undefined) break
    const own = observations.filter((one) => kindOf(one.line, alternative.lines[one.line]?.unit ?? '') === kind)
    for (const [municipality, group] of byMunicipality(own)) {
      const year = Math.max(...group.map((one) => one.year))
      const last = group.filter((one) => one.year === year)
      const planned = last.map((one) => plannedOf(alternative.lines, one, scenario.baseYear) ?? 0)
      const [real, plan] = [last.map((one) => one.value), planned].map((list) => list.reduce((sum, v) => sum + v, 0))
      if (real === undefined || plan === undefined || !(plan > 0) || !(real >= 0)) continue
      const driven = drivenBy(current, { kind, municipality, index })
      const step = moved(
        current,
        { id: kind, pointers: driven, label: { es: kind, en: kind } },
        { share: real / plan - 1 },
      )
      current = step.scenario
      for (const pointer of driven) pointers.add(pointer)
      factors.push({ kind, municipality, year, factor: real / plan, limited: step.limited })
    }
  }
  const patch: Patch = [...pointers]
    .filter((pointer) => getPointer(current, pointer) !== getPointer(scenario, pointer))
    .map((path) => ({ op: 'replace' as const, path, value: getPointer(current, path) }))
  const read = readPlan(current)
  return read.ok
    ? { factors, patch, scenario: read.scenario, problems: [] }
    : { factors, patch, scenario: null, problems: read.problems }
}

/** A figure of the whole plan moves all municipalities; one of a municipality moves that one. */
function byMunicipality(observations: readonly Observation[]): [string | null, Observation[]][] {
  const groups = new Map<string | null, Observation[]>()
  for (const one of observations) {
    const municipality = one.at.municipality ?? null
    groups.set(municipality, [...(groups.get(municipality) ?? []), one])
  }
  return [...groups]
}

interface Driving {
  readonly kind: Kind
  readonly municipality: string | null
  readonly index: number
}

function drivenBy(scenario: Scenario, { kind, municipality, index }: Driving): string[] {
  const usual = (name: string) => usualDrivers(scenario, [index]).find(({ id }) => id === name)?.pointers ?? []
  const towns = scenario.territory.municipalities.flatMap((town, i) =>
    municipality === null || town.id === municipality ? [{ town, at: `/territory/municipalities/${i}` }] : [],
  )
  const inTowns = (pointers: readonly string[]) =>
    pointers.filter((one) => !one.startsWith('/territory/') || towns.some(({ at }) => one.startsWith(`${at}/`)))
  if (kind === 'users') {
    const fields = ['dwellings', 'served', 'billed']
    return towns
      .flatMap(({ town, at }) => town.users.flatMap((_, j) => fields.map((field) => `${at}/users/${j}/${field}`)))
      .filter((pointer) => typeof getPointer(scenario, pointer) === 'number')
  }
  if (kind === 'tonnes') {
    const streams = towns.flatMap(({ town, at }) =>
      town.waste.streams.map((_, j) => `${at}/waste/streams/${j}/tonnesPerMonth`),
    )
    return [...inTowns(usual('perCapita')), ...streams.filter((one) => typeof getPointer(scenario, one) === 'number')]
  }
  return inTowns(usual(kind === 'collection' ? 'collection' : 'unitCosts'))
}
