import type { Problem } from './problem.ts'
import { costs } from './rules/costs.ts'
import { funding } from './rules/funding.ts'
import { growth } from './rules/growth.ts'
import { ids } from './rules/ids.ts'
import { planning } from './rules/planning.ts'
import { population } from './rules/population.ts'
import { references } from './rules/references.ts'
import type { Rule, Warning } from './rules/rule.ts'
import { tariffs, tariffWarnings } from './rules/tariffs.ts'
import { territory } from './rules/territory.ts'
import { alternativeWarnings, planWarnings, territoryWarnings } from './rules/warnings.ts'
import type { Scenario } from './scenario.ts'

const rules: readonly Rule[] = [planning, ids, population, territory, tariffs, references, costs, funding, growth]
const warnings: readonly Warning[] = [planWarnings, territoryWarnings, alternativeWarnings, tariffWarnings]

/** Every rule across fields that a well-shaped document breaks. */
export function brokenRules(scenario: Scenario): Problem[] {
  const found: Problem[] = []
  for (const rule of rules) rule(scenario, (broken) => found.push(broken))
  return found
}

/** What a reader of a valid document should know. */
export function documentWarnings(scenario: Scenario, raw: unknown): Problem[] {
  const found: Problem[] = []
  for (const warning of warnings) warning(scenario, (notice) => found.push(notice), raw)
  return found
}
