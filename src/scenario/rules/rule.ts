import type { Municipality } from '../document/municipality.ts'
import type { Problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'

export type Add = (found: Problem) => void

/** A rule across fields: it adds a problem for each place that breaks it. */
export type Rule = (scenario: Scenario, add: Add) => void

/** What is wrong with the document though no rule is broken; `raw` shows what was left out before the defaults. */
export type Warning = (scenario: Scenario, add: Add, raw: unknown) => void

/** The years in which money may move: the base year and the financial horizon. */
export function financialYears(scenario: Scenario): { first: number; last: number } {
  return { first: scenario.baseYear, last: scenario.baseYear + scenario.horizon.financial }
}

/** Each municipality with its JSON Pointer. */
export function municipalities(scenario: Scenario): { municipality: Municipality; at: string }[] {
  return scenario.territory.municipalities.map((municipality, place) => ({
    municipality,
    at: `/territory/municipalities/${place}`,
  }))
}

/** Each alternative with its JSON Pointer. */
export function alternatives(scenario: Scenario) {
  return scenario.alternatives.map((alternative, place) => ({ alternative, at: `/alternatives/${place}` }))
}
