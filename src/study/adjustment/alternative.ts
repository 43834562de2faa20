import { canonicalJson } from '../../scenario/canonical.ts'
import type { Alternative } from '../../scenario/document/alternative.ts'
import type { Patch } from '../../scenario/document/plan.ts'
import type { Subsidies, Tariff } from '../../scenario/document/tariff.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** An alternative of a scenario, by its place. */
export interface Chosen {
  readonly scenario: Scenario
  readonly index: number
}

export const alternativeOf = ({ scenario, index }: Chosen): Alternative => scenario.alternatives[index] as Alternative

/** The scenario with some members of the alternative replaced. */
export const withAlternative = ({ scenario, index }: Chosen, changes: Partial<Alternative>): Scenario => ({
  ...scenario,
  alternatives: scenario.alternatives.map((a, i) => (i === index ? { ...a, ...changes } : a)),
})

type Municipal = Scenario['territory']['municipalities'][number]
type Shared = { tariff: Tariff; subsidies: Subsidies }

/**
 * The scenario with the tariff or the subsidies of the alternative changed from t = 1 on.
 *
 * They are changed in the alternative itself where it has its own or all municipalities have the same, so that no other
 * alternative moves; else in each municipality, where `inPlace` asks the change to leave the base year alone.
 */
export function withShared<F extends keyof Shared>(
  chosen: Chosen,
  field: F,
  change: (value: Shared[F], inPlace: boolean) => Shared[F],
): Scenario {
  const { scenario } = chosen
  const { municipalities } = scenario.territory
  const own = alternativeOf(chosen)[field] as Shared[F] | undefined
  const given = municipalities.map((m) => m[field] as Shared[F] | undefined)
  const same = given.every((value) => canonicalJson(value ?? null) === canonicalJson(given[0] ?? null))
  const shared = own ?? (same ? given[0] : undefined)
  if (shared !== undefined) return withAlternative(chosen, { [field]: change(shared, false) } as Partial<Alternative>)
  const changed = municipalities.map((m, i): Municipal => {
    const value = given[i]
    return value === undefined ? m : { ...m, [field]: change(value, true) }
  })
  return { ...scenario, territory: { ...scenario.territory, municipalities: changed } }
}

/**
 * The change from one scenario to another made from it, as operations on whole members (RFC 6902).
 *
 * A merge patch would carry every alternative, because it replaces lists whole. Only members of the alternative and of
 * municipalities are compared, by identity.
 */
export function patchBetween({ scenario, index }: Chosen, changed: Scenario): Patch {
  const pairs: [string, object, object][] = [
    [`/alternatives/${index}`, alternativeOf({ scenario, index }), alternativeOf({ scenario: changed, index })],
    ...scenario.territory.municipalities.map((m, i): [string, object, object] => [
      `/territory/municipalities/${i}`,
      m,
      changed.territory.municipalities[i] as Municipal,
    ]),
  ]
  return pairs.flatMap(([at, before, after]) => {
    const known = new Map<string, unknown>(Object.entries(before))
    return Object.entries(after)
      .filter(([member, value]) => known.get(member) !== value)
      .map(([member, value]: [string, unknown]) => ({ op: 'add' as const, path: `${at}/${member}`, value }))
  })
}
