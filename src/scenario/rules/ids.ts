import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, alternatives, municipalities } from './rule.ts'

interface Named {
  id: string
}

/** Every id is unique among its kind, and none is a word that results use for something else. */
export function ids(scenario: Scenario, add: Add): void {
  unique(scenario.territory.municipalities, '/territory/municipalities', add, ['provider', 'municipality'])
  unique(scenario.alternatives, '/alternatives', add)
  unique(scenario.variants, '/variants', add, ['base'])
  unique(scenario.providers, '/providers', add)
  unique(scenario.plan?.goals ?? [], '/plan/goals', add)
  unique(scenario.plan?.contingency ?? [], '/plan/contingency', add)
  unique(scenario.existing.loans, '/existing/loans', add)
  for (const { municipality, at } of municipalities(scenario)) {
    unique(municipality.waste.streams, `${at}/waste/streams`, add)
  }
  for (const { alternative, at } of alternatives(scenario)) {
    unique(alternative.projects, `${at}/projects`, add)
    unique(alternative.sites, `${at}/sites`, add)
    unique(alternative.specialServices, `${at}/specialServices`, add)
    unique(alternative.grants, `${at}/grants`, add)
    const costs = new Set<string>()
    for (const [place, { costs: items }] of alternative.projects.entries()) {
      uniqueAmong(items, `${at}/projects/${place}/costs`, costs, add)
    }
    loans(scenario, alternative, { at, add })
  }
}

type Alternative = Scenario['alternatives'][number]

function loans(scenario: Scenario, alternative: Alternative, { at, add }: { at: string; add: Add }): void {
  const taken = new Set<string>()
  if (alternative.existing === undefined) for (const loan of scenario.existing.loans) taken.add(loan.id)
  else uniqueAmong(alternative.existing.loans, `${at}/existing/loans`, taken, add)
  uniqueAmong(alternative.loans, `${at}/loans`, taken, add)
  // the waterfall's own loans are named waterfall-<year>
  if (!alternative.financing?.waterfall.some(({ source }) => source === 'loan')) return
  for (const [place, { id }] of alternative.loans.entries()) {
    if (/^waterfall-\d{4}$/.test(id)) add(problem('reserved-id', { pointer: `${at}/loans/${place}/id`, received: id }))
  }
}

function unique(items: readonly Named[], at: string, add: Add, reserved: readonly string[] = []): void {
  uniqueAmong(items, at, new Set(), add)
  for (const [place, { id }] of items.entries()) {
    if (reserved.includes(id)) add(problem('reserved-id', { pointer: `${at}/${place}/id`, received: id }))
  }
}

function uniqueAmong(items: readonly Named[], at: string, taken: Set<string>, add: Add): void {
  for (const [place, { id }] of items.entries()) {
    if (taken.has(id)) add(problem('duplicate-id', { pointer: `${at}/${place}/id`, received: id }, id))
    taken.add(id)
  }
}
