import { lawParameters } from '../../law/parameter.ts'
import type { Municipality } from '../document/municipality.ts'
import type { Subsidies, Tariff } from '../document/tariff.ts'
import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, alternatives, municipalities } from './rule.ts'

/** What CRA 720 fixes once, whatever the year of the plan. */
const cra720 = (id: 'cra720MinimumSubscribers' | 'cra720PostClosureYears') => {
  const { value, norm, article } = lawParameters[id].values[0]!
  return { value: Number(value), source: `${norm}, ${article}` }
}

/** Tariff studies and factors [5.5.2]: post-closure as long as the norm asks, and no factor for users that nobody is. */
export function tariffs(scenario: Scenario, add: Add): void {
  const towns = scenario.territory.municipalities
  const everyUser = towns.flatMap(({ users }) => users)
  for (const { municipality, at } of municipalities(scenario)) {
    postClosure(municipality.tariff, `${at}/tariff`, add)
    factors(municipality.subsidies, { at: `${at}/subsidies`, users: municipality.users, add })
  }
  for (const { alternative, at } of alternatives(scenario)) {
    postClosure(alternative.tariff, `${at}/tariff`, add)
    // a town that lists nobody may yet have users of any class
    if (towns.every(({ users }) => users.length > 0))
      factors(alternative.subsidies, { at: `${at}/subsidies`, users: everyUser, add })
  }
}

function postClosure(tariff: Tariff | undefined, at: string, add: Add): void {
  const years = tariff?.inputs?.postClosureYears
  const { value: least, source } = cra720('cra720PostClosureYears')
  if (years === undefined || years >= least) return
  add(problem('post-closure-short', { pointer: `${at}/inputs/postClosureYears`, received: years }, least, source))
}

interface Place {
  at: string
  users: Municipality['users']
  add: Add
}

function factors(subsidies: Subsidies | undefined, { at, users, add }: Place): void {
  const known = new Set<string>(users.map((row) => row.class))
  for (const [userClass, factor] of Object.entries(subsidies?.factors ?? {})) {
    if (factor === undefined || known.has(userClass)) continue
    add(problem('factor-without-users', { pointer: `${at}/factors/${userClass}`, received: factor }, userClass))
  }
}

/** Resolución CRA 720 is for towns above a number of urban subscribers; the smaller ones have a norm of their own. */
export function tariffWarnings(scenario: Scenario, add: Add): void {
  const uses = (tariff: Tariff | undefined) => tariff?.method === 'cra-720-2015'
  const { value: most } = cra720('cra720MinimumSubscribers')
  for (const { municipality, at } of municipalities(scenario)) {
    const subscribers = municipality.users
      .filter((row) => row.zone === 'urban')
      .reduce((sum, row) => sum + row.served, 0)
    if (subscribers > most) continue
    const name = municipality.name ?? municipality.id
    if (uses(municipality.tariff)) add(small(`${at}/tariff/method`))
    for (const { alternative, at: own } of alternatives(scenario)) {
      if (uses(alternative.tariff)) add(small(`${own}/tariff/method`))
    }
    function small(pointer: string) {
      return problem('cra-720-small', { pointer, received: 'cra-720-2015' }, name, subscribers, most)
    }
  }
}
