import { shapleyValues } from '../../numeric/search/shapley.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { studyProblems } from '../../text/studies/sensitivity.ts'
import type { Sentence } from '../../text/viability.ts'
import type { GroupAsked, Groups } from './bridge-groups.ts'
import { namedGroups, usualGroups } from './bridge-groups.ts'
import type { Version } from './bridge-mix.ts'
import { mixed, sameVersion, scenarioOf, versionOf } from './bridge-mix.ts'
import { tryAlternative } from './evaluation.ts'
import type { StudyFigure } from './figures.ts'
import { readFigure } from './figures.ts'
import { refusal } from './inputs.ts'

/** An alternative of a scenario, at one end of a bridge. */
export interface BridgeEnd {
  readonly scenario: Scenario
  readonly index: number
}

export interface BridgeAsked {
  readonly from: BridgeEnd
  readonly to: BridgeEnd
  readonly figure: string
  /** Groups of inputs; the usual ones where absent. */
  readonly groups?: readonly GroupAsked[] | undefined
}

export interface BridgePart {
  readonly id: string
  readonly label: Sentence
  /** How much of the difference is due to the group, in the unit of the figure. */
  readonly amount: number
  /** Of the whole difference; null where there is none. */
  readonly share: number | null
}

export interface Bridge {
  readonly figure: { readonly id: string; readonly unit: string; readonly label: Sentence }
  readonly from: { readonly alternative: string; readonly value: number }
  readonly to: { readonly alternative: string; readonly value: number }
  readonly difference: number
  /** Only groups whose inputs differ, the greatest first; they add up to the difference. */
  readonly parts: readonly BridgePart[]
  /** How many combinations of groups were evaluated. */
  readonly evaluations: number
}

export type BridgeAnswer =
  | { readonly ok: true; readonly bridge: Bridge }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const mostGroups = 10

/**
 * Puente entre dos alternativas o dos versiones: the difference of a figure attributed to groups of inputs.
 *
 * Exact Shapley values over all combinations of the groups that differ, so that the order in which inputs change does
 * not matter and the parts add up to the difference. Problems: an unknown figure, more than ten groups, a combination
 * that cannot be evaluated or in which the figure is undefined.
 */
export function bridgeOf({ from, to, figure, groups }: BridgeAsked): BridgeAnswer {
  const [a, b] = [versionOf(from.scenario, from.index), versionOf(to.scenario, to.index)]
  const base = tryAlternative(scenarioOf(a), 0)
  if (!base.ok) throw new Error(`a scenario that was read does not evaluate: ${base.because.en}`)
  const read = readFigure(base.of, figure, '/figure')
  if (!read.ok) return { ok: false, problems: [read.problem] }
  const found = differingGroups([a, b], groups)
  if (found.differing.length > mostGroups) {
    const words = studyProblems.tooMany(found.differing.join(', '), mostGroups)
    return { ok: false, problems: [refusal('/groups', 'too-many', words)] }
  }
  const worths = worthsOf([a, b], found, read.figure)
  if (!Array.isArray(worths)) return { ok: false, problems: [worths] }
  return { ok: true, bridge: answer([a, b], { worths, found, figure: read.figure }) }
}

interface Found {
  readonly groups: Groups
  /** Ids of the groups whose inputs are not the same at both ends. */
  readonly differing: readonly string[]
}

type Ends = readonly [Version, Version]

function differingGroups(ends: Ends, asked: readonly GroupAsked[] | undefined): Found {
  if (asked) return withDiffering(ends, namedGroups(asked, ends))
  const fine = withDiffering(ends, usualGroups({ costsTogether: false }))
  return fine.differing.length <= mostGroups ? fine : withDiffering(ends, usualGroups({ costsTogether: true }))
}

function withDiffering([a, b]: Ends, groups: Groups): Found {
  const taking = (id: string | null) => mixed(a, b, { grouping: groups, takes: (group) => group === id })
  const before = taking(null)
  const differing = groups.ids.filter((id) => !sameVersion(before, taking(id)))
  return { groups, differing }
}

/** The figure in every combination: bit i of its place says that group i is as at the far end. */
function worthsOf([a, b]: Ends, { groups, differing }: Found, figure: StudyFigure): number[] | Problem {
  const worths: number[] = []
  const all = 2 ** differing.length - 1
  for (let set = 0; set <= all; set += 1) {
    const taken = differing.filter((_, i) => set & (1 << i))
    const version =
      set === 0 ? a : set === all ? b : mixed(a, b, { grouping: groups, takes: (group) => taken.includes(group) })
    const trial = tryAlternative(scenarioOf(version), 0)
    const names = set === 0 || set === all ? version.alternative.id : taken.join(', ')
    if (!trial.ok) return refusal('/groups', 'bridge-broken', studyProblems.bridgeBroken(names, trial.because))
    const value = figure.read(trial.of)
    if (value === null) return refusal('/figure', 'figure-undefined', studyProblems.bridgeUndefined(names))
    worths.push(value)
  }
  return worths
}

function answer(
  [a, b]: Ends,
  { worths, found, figure }: { worths: readonly number[]; found: Found; figure: StudyFigure },
): Bridge {
  const [start, end] = [worths[0] as number, worths.at(-1) as number]
  const difference = end - start
  const amounts = shapleyValues(worths)
  const parts = found.differing.map((id, i) => {
    const amount = amounts[i] as number
    return { id, label: found.groups.labelOf(id), amount, share: difference === 0 ? null : amount / difference }
  })
  const { id, unit, label } = figure
  return {
    figure: { id, unit, label },
    from: { alternative: a.alternative.id, value: start },
    to: { alternative: b.alternative.id, value: end },
    difference,
    parts: parts.toSorted((x, y) => Math.abs(y.amount) - Math.abs(x.amount)),
    evaluations: worths.length,
  }
}
