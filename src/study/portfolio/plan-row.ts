import { Fault } from '../../formula/interpret.ts'
import { book } from '../../model/book.ts'
import { criteria } from '../../scenario/document/ranking.ts'
import type { Problem } from '../../scenario/problem.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { portfolioWords } from '../../text/jobs/portfolio.ts'
import type { Locale } from '../../text/numbers.ts'
import { contenderOf } from '../choice/contest.ts'
import { rank } from '../ranking.ts'
import { readPlan } from '../read-plan.ts'
import type { AlternativeRun } from '../run.ts'
import { runAlternative } from '../run.ts'
import { readFigure } from '../sensitivity/figures.ts'
import { viabilityOf } from '../viability.ts'

/** A plan of a portfolio as it is handed in. */
export interface PortfolioItem {
  readonly id: string
  readonly document: unknown
}

export interface PlanProblem {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

/** One plan of a portfolio: its first alternative, or why it could not be evaluated. */
export interface PlanRow {
  readonly id: string
  readonly name: string | null
  readonly municipalities: readonly { readonly name: string; readonly divipola: string | null }[]
  /** Whether the first alternative is viable; null where the plan was not evaluated. */
  readonly viable: boolean | null
  readonly alternative: { readonly id: string; readonly name: string } | null
  /** By output: of the first alternative, null where undefined. */
  readonly figures: Readonly<Record<string, number | null>>
  /** Tests of viability that the first alternative fails, in words. */
  readonly failed: readonly { readonly id: string; readonly message: string }[]
  readonly problems: readonly PlanProblem[]
}

/** Outputs of which the year is said as `first` (the base year) or `last` (the last financial year). */
export const usualOutputs: readonly string[] = [
  'population:first',
  'users:first',
  'collected:first',
  ...['planNpv', 'pvCosts', 'pvFunding', 'territorialContribution', 'averageTariff', 'costCoverage', 'meanCoverage'],
  ...['landfillCapacityYears', 'jobYears'],
]

const mostProblems = 20

/** Whether an output can be a figure at all; which years and rows a plan has is told in its row. */
export function isOutput(text: string): boolean {
  const [name = ''] = text.split(':')
  return text === 'viable' || name === 'test' || criteria.some((c) => c === text) || book.byId.has(name)
}

/** Una fila del portafolio: a plan read, its alternatives evaluated and ranked, and the outputs of the first. Pure; never throws. */
export function planRow({ id, document }: PortfolioItem, outputs: readonly string[], locale: Locale): PlanRow {
  const read = readPlan(document)
  if (!read.ok) return emptyRow(id, read.problems, locale)
  const { scenario } = read
  try {
    return evaluated({ id, scenario }, outputs, locale)
  } catch (error) {
    const where = error instanceof Fault ? portfolioWords.beyond(error.line) : portfolioWords.fault
    const problem = { pointer: '', code: error instanceof Fault ? 'beyond-any-number' : 'fault', ...where }
    return { ...emptyRow(id, [problem], locale), ...headOf(scenario) }
  }
}

/** The row of a plan that could not be evaluated. */
export const emptyRow = (id: string, problems: readonly Problem[], locale: Locale): PlanRow => ({
  id,
  ...{ name: null, municipalities: [], viable: null, alternative: null, figures: {}, failed: [] },
  problems: problems.slice(0, mostProblems).map((p) => toldProblem(p, locale)),
})

/** The row of a plan that stopped, again and again, the process that evaluated it. */
export const crashedRow = (id: string, locale: Locale): PlanRow =>
  emptyRow(id, [{ pointer: '', code: 'crashed', ...portfolioWords.crashed }], locale)

const toldProblem = (p: Problem, locale: Locale): PlanProblem => ({
  pointer: p.pointer,
  code: p.code,
  message: p[locale],
})

const headOf = (scenario: Scenario): Pick<PlanRow, 'name' | 'municipalities'> => ({
  name: scenario.name,
  municipalities: scenario.territory.municipalities.map(({ name, id, divipola }) => ({
    name: name ?? id,
    divipola: divipola ?? null,
  })),
})

function evaluated(
  { id, scenario }: { id: string; scenario: Scenario },
  outputs: readonly string[],
  locale: Locale,
): PlanRow {
  const runs = scenario.alternatives.map((_, i) => runAlternative(scenario, i))
  const { order } = rank(runs.map(contenderOf), scenario.ranking, locale)
  const first = runs.find((of) => of.id === order[0]?.alternative)
  if (!first) {
    const none = { pointer: '/alternatives', code: 'all-set-aside', ...portfolioWords.allSetAside }
    return { ...emptyRow(id, [none], locale), ...headOf(scenario) }
  }
  const tests = viabilityOf(first)
  const failed = tests.filter((t) => t.passed === false).map((t) => ({ id: t.id, message: t.message[locale] }))
  return {
    ...{ id, ...headOf(scenario), viable: failed.length === 0 },
    alternative: { id: first.id, name: first.name },
    ...figuresOf(first, outputs, locale),
    failed,
  }
}

function figuresOf(
  of: AlternativeRun,
  outputs: readonly string[],
  locale: Locale,
): Pick<PlanRow, 'figures' | 'problems'> {
  const figures: Record<string, number | null> = {}
  const problems: PlanProblem[] = []
  const { baseYear, horizon } = of.scenario
  const years = { first: baseYear, last: baseYear + horizon.financial }
  for (const output of outputs) {
    const text = output.replace(/(?<=^[^:]+:)(first|last)(?=$|:)/u, (word) => String(years[word as keyof typeof years]))
    const found = readFigure(of, text, '/outputs')
    figures[output] = found.ok ? found.figure.read(of) : null
    if (!found.ok) problems.push(toldProblem(found.problem, locale))
  }
  return { figures, problems }
}
