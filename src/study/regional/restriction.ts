import type { Scenario } from '../../scenario/scenario.ts'

type Alternative = Scenario['alternatives'][number]

/** The plan of some of its municipalities only: what names another one is left out, what is shared stays. */
export function restrictedTo(scenario: Scenario, towns: readonly string[]): Scenario {
  const inside = (id: string | undefined): boolean => id === undefined || towns.includes(id)
  const own = (ids: readonly string[] | undefined): string[] | undefined => ids?.filter((id) => towns.includes(id))
  const alternatives = scenario.alternatives.map((a): Alternative => {
    const recovery =
      a.recovery === undefined
        ? undefined
        : (Array.isArray(a.recovery) ? a.recovery : [a.recovery])
            .map((r) => ({ ...r, municipalities: own(r.municipalities) }))
            .filter((r) => r.municipalities === undefined || r.municipalities.length > 0)
    return {
      ...a,
      projects: a.projects.map((p) => ({ ...p, costs: p.costs.filter((c) => inside(c.municipality)) })),
      sites: a.sites
        .map((s) => ({ ...s, municipalities: own(s.municipalities) }))
        .filter((s) => s.municipalities === undefined || s.municipalities.length > 0),
      grants: a.grants.filter((g) => !isTown(scenario, g.entity) || towns.includes(g.entity)),
      ...(recovery === undefined ? {} : { recovery }),
    }
  })
  return {
    ...scenario,
    alternatives,
    variants: [],
    territory: { municipalities: scenario.territory.municipalities.filter((m) => towns.includes(m.id)) },
  }
}

const isTown = (scenario: Scenario, id: string): boolean => scenario.territory.municipalities.some((m) => m.id === id)
