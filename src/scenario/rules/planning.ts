import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { yearOrder } from './costs.ts'
import { type Add, alternatives } from './rule.ts'

const shortestUnder1045 = 15

/** Horizon, terms, sites and ranking: rules that hold for the plan as a whole. */
export function planning(scenario: Scenario, add: Add): void {
  const { financial } = scenario.horizon
  if (scenario.norm === 'resolution-1045-2003' && financial < shortestUnder1045) {
    add(problem('horizon-financial', { pointer: '/horizon/financial', received: financial }, shortestUnder1045))
  }
  for (const [place, term] of (scenario.plan?.terms ?? []).entries()) {
    yearOrder(term.from, term.to, { at: `/plan/terms/${place}/to`, add })
  }
  for (const { alternative, at } of alternatives(scenario)) {
    for (const [place, site] of alternative.sites.entries()) {
      yearOrder(site.opens ?? scenario.baseYear, site.closes, { at: `${at}/sites/${place}/closes`, add })
    }
  }
  const weights = Object.values(scenario.ranking.weights ?? {})
  if (weights.length > 0 && !weights.some((weight) => weight !== undefined && weight > 0)) {
    add(problem('no-weight', { pointer: '/ranking/weights', received: weights }))
  }
}
