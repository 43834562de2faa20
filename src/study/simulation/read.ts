import { bind } from '../../model/bind.ts'
import { placesOf } from '../../model/places.ts'
import { distributionFault } from '../../numeric/random/distributions.ts'
import { copulaOf } from '../../numeric/random/rank-correlation.ts'
import type { Problem } from '../../scenario/problem.ts'
import { brokenRules } from '../../scenario/rules.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { plain } from '../../text/numbers.ts'
import { studyProblems } from '../../text/studies/sensitivity.ts'
import { simulationProblems as words } from '../../text/studies/simulation.ts'
import { runAlternative } from '../run.ts'
import { readDrivers, refusal } from '../sensitivity/inputs.ts'
import { cornersOf, probesOf } from './draw.ts'
import type { Job, Output, SimulationAsked, UncertainAsked, UncertainInput } from './job.ts'
import { limits, widthOf } from './job.ts'
import { readOutput } from './outputs.ts'
import { usualInputs } from './usual.ts'

export type SimulationReading =
  | { readonly ok: true; readonly job: Job }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const usualOutputs = ['cash', 'planNpv']

/**
 * The simulation that is asked for, or every problem of the question.
 *
 * `pointer-missing`, `pointer-not-numeric`, `pointer-not-uncertain`, `distribution-impossible`, `correlation-shape`,
 * `correlation-not-positive-semidefinite`, `too-many-draws`, `draws`, `seed`, `too-many`, `too-many-values`, those of
 * figures, and `draw-breaks-rule` where an end of the distributions breaks a rule of the document.
 */
export function readSimulation(
  scenario: Scenario,
  asked: SimulationAsked,
  mostDraws: number = limits.draws,
): SimulationReading {
  const { draws, seed, outputs = usualOutputs } = asked
  const problems = [...numberProblems(asked, mostDraws), ...countProblems(asked)]
  const read = problems.length > 0 ? [] : readOutputs(scenario, outputs, problems)
  const inputs = asked.inputs ? readInputs(scenario, asked.inputs, problems) : usualInputs(scenario)
  const copula = readCorrelation(asked.correlation, inputs.length, problems)
  if (problems.length > 0) return { ok: false, problems }
  const illustrative = asked.inputs === undefined
  const job: Job = { scenario, inputs, seed, draws, outputs: read, illustrative, ...(copula ? { copula } : {}) }
  const later = [...sizeProblems(job), ...drawProblems(job)]
  return later.length > 0 ? { ok: false, problems: later } : { ok: true, job }
}

function numberProblems({ draws, seed }: SimulationAsked, mostDraws: number): Problem[] {
  const problems: Problem[] = []
  const most = plain(mostDraws, 0)
  if (!Number.isInteger(draws) || draws < 1) problems.push(refusal('/draws', 'draws', words.draws(most), draws))
  else if (draws > mostDraws) problems.push(refusal('/draws', 'too-many-draws', words.draws(most), draws))
  if (!Number.isSafeInteger(seed) || seed < 0) problems.push(refusal('/seed', 'seed', words.seed, seed))
  return problems
}

function countProblems({ inputs, outputs }: SimulationAsked): Problem[] {
  const problems: Problem[] = []
  if (inputs?.length === 0) problems.push(refusal('/inputs', 'pointer-missing', words.noInputs))
  for (const [name, list, most] of [
    ['inputs', inputs, limits.inputs],
    ['outputs', outputs, limits.outputs],
  ] as const)
    if (list && list.length > most)
      problems.push(refusal(`/${name}`, 'too-many', studyProblems.tooMany(String(list.length), most)))
  return problems
}

/** The outputs, which every alternative must have. */
function readOutputs(scenario: Scenario, outputs: readonly string[], problems: Problem[]): Output[] {
  const runs = scenario.alternatives.map((_, a) => runAlternative(scenario, a))
  return outputs.flatMap((text, i) => {
    const found = runs.map((of) => readOutput(of, text, `/outputs/${i}`))
    const failed = found.find((f) => !f.ok)
    if (failed && !failed.ok) problems.push(failed.problem)
    return found.slice(0, 1).flatMap((f) => {
      if (!f.ok) return []
      const { id, unit, label, years } = f.reader
      return [{ id, unit, label, years }]
    })
  })
}

function readInputs(scenario: Scenario, asked: readonly UncertainAsked[], problems: Problem[]): UncertainInput[] {
  const effectOf = ({ effect = 'factor' }: UncertainAsked) => effect
  const drivers = readDrivers(
    scenario,
    asked.map((a) => ({ ...a, step: effectOf(a) === 'addition' ? 1 : undefined })),
    '/inputs',
  )
  problems.push(...drivers.problems)
  return asked.map((a, i) => {
    const driver = drivers.drivers[i] as UncertainInput['driver']
    const fault = distributionFault(a.distribution)
    if (fault) {
      const at = `/inputs/${i}/distribution`
      problems.push(refusal(at, 'distribution-impossible', words.distribution[fault], a.distribution.kind))
    }
    for (const pointer of driver.pointers)
      if (/^\/(?:baseYear|horizon|schemaVersion)(?:\/|$)/u.test(pointer))
        problems.push(refusal(`/inputs/${i}`, 'pointer-not-uncertain', words.notUncertain(pointer), pointer))
    return { driver, distribution: a.distribution, effect: effectOf(a) }
  })
}

function readCorrelation(
  matrix: SimulationAsked['correlation'],
  count: number,
  problems: Problem[],
): number[][] | undefined {
  if (!matrix) return undefined
  const proper =
    matrix.length === count &&
    matrix.every(
      (row, i) =>
        row.length === count && row.every((x, j) => Math.abs(x) <= 1 && (i !== j || x === 1) && x === matrix[j]?.[i]),
    )
  if (!proper) {
    problems.push(refusal('/correlation', 'correlation-shape', words.correlationShape(count)))
    return undefined
  }
  const copula = copulaOf(matrix)
  if (!copula)
    problems.push(refusal('/correlation', 'correlation-not-positive-semidefinite', words.correlationImpossible))
  return copula
}

function sizeProblems({ scenario, outputs, draws }: Job): Problem[] {
  const numbers = scenario.alternatives.length * draws * outputs.reduce((sum, output) => sum + widthOf(output), 0)
  if (numbers <= limits.numbers) return []
  const told = words.tooManyNumbers(plain(numbers, 0), plain(limits.numbers, 0))
  return [refusal('/draws', 'too-many-values', told, numbers)]
}

function drawProblems(job: Job): Problem[] {
  const broken = cornersOf(job).flatMap((scenario) => brokenRules(scenario).slice(0, 1))
  const [first] = broken
  if (first) return [refusal('/inputs', 'draw-breaks-rule', words.breaksRule(first))]
  const shape = (scenario: Scenario) =>
    JSON.stringify(scenario.alternatives.map((_, a) => bind(placesOf(scenario, a)).binding.space))
  const standing = shape(job.scenario)
  return probesOf(job).some((probe) => shape(probe) !== standing)
    ? [refusal('/inputs', 'pointer-not-uncertain', words.changesRows)]
    : []
}
