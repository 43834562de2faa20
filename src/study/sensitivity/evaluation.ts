import { Fault } from '../../formula/interpret.ts'
import type { Problem } from '../../scenario/problem.ts'
import { brokenRules } from '../../scenario/rules.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { trialWords } from '../../text/studies/sensitivity.ts'
import type { Sentence } from '../../text/viability.ts'
import type { AlternativeRun } from '../run.ts'
import { runAlternative } from '../run.ts'

/** An alternative evaluated with changed inputs, or why it cannot be. */
export type Trial =
  | { readonly ok: true; readonly of: AlternativeRun }
  | { readonly ok: false; readonly because: Sentence }

/**
 * Evaluates an alternative of a scenario whose inputs a study has changed.
 *
 * The one place where these studies run the book. A change that breaks a rule of the document, or that takes a figure
 * beyond any number, is told and not evaluated.
 */
export function tryAlternative(scenario: Scenario, index: number): Trial {
  const broken = firstBroken(scenario)
  if (broken) return { ok: false, because: trialWords.broken(broken) }
  try {
    return { ok: true, of: runAlternative(scenario, index) }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, because: trialWords.beyond(error.line) }
    throw error
  }
}

const judged = new WeakMap<Scenario, { readonly broken: Problem | undefined }>()

/** The rules are those of the whole document, so the alternatives of one scenario need them only once. */
function firstBroken(scenario: Scenario): Problem | undefined {
  const known = judged.get(scenario) ?? { broken: brokenRules(scenario)[0] }
  judged.set(scenario, known)
  return known.broken
}
