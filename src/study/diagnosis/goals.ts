import type { Line } from '../../formula/entry.ts'
import { indicators } from '../../model/2-diagnosis/catalogue.ts'
import { book } from '../../model/book.ts'
import { territoriesOf } from '../../model/places.ts'
import type { Plan } from '../../scenario/document/plan.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { goalWords } from '../../text/diagnosis/indicators.ts'
import type { Locale } from '../../text/numbers.ts'
import type { Sentence } from '../../text/viability.ts'
import type { AlternativeRun } from '../run.ts'
import { orNull, rowsOf } from '../run.ts'

type Goal = Plan['goals'][number]

/** A goal in one year: what was to be reached and what the alternative reaches. */
export interface GoalYear {
  readonly year: number
  /** The target in force: the latest up to that year. */
  readonly target: number | null
  readonly value: number | null
  /** What is left to reach, in the direction of the goal; 0 or less where it is met. */
  readonly missing: number | null
  readonly met: boolean | null
  readonly note: string | null
}

/** Línea base → meta → brecha [5.6, 7, 8] of one goal in one alternative. */
export interface GoalResult {
  readonly id: string
  readonly kind: string
  readonly program: string | null
  readonly objective: string | null
  readonly policy: string | null
  readonly indicator: string | null
  readonly unit: string | null
  readonly baseline: number | null
  /** The plan says the baseline, or the diagnosis does. */
  readonly baselineFrom: 'plan' | 'diagnosis' | null
  readonly goal: number | null
  readonly goalYear: number | null
  readonly gap: number | null
  readonly years: readonly GoalYear[]
}

const terms = [3, 6, 15]

/** Objetivos y metas [5.6, 7, 8] of the plan, judged at years 3, 6 and 15 and in every year that has a target. */
export const goalsOf = (of: AlternativeRun, locale: Locale = 'es'): readonly GoalResult[] =>
  (of.scenario.plan?.goals ?? []).map((goal) => goalOf(of, goal, locale))

function goalOf(of: AlternativeRun, goal: Goal, locale: Locale): GoalResult {
  const { baseYear, horizon } = of.scenario
  const measured = measuredBy(of, goal)
  const targets = Object.entries(goal.targets)
    .map(([year, target]) => ({ year: Number(year), target }))
    .sort((a, b) => a.year - b.year)
  const last = targets.at(-1)
  const found = 'reason' in measured ? null : orNull(measured.first)
  const baseline = goal.baseline ?? found
  const years = [...terms.map((t) => baseYear + t), ...targets.map((t) => t.year)]
    .filter((year) => year >= baseYear && year <= baseYear + horizon.financial)
    .sort((a, b) => a - b)
  const rising = last === undefined || baseline === null || last.target >= baseline
  return {
    id: goal.id,
    kind: goal.kind,
    program: goal.program ?? null,
    objective: goal.objective ?? null,
    policy: goal.policy ?? null,
    indicator: goal.indicator ?? null,
    unit: 'reason' in measured ? null : measured.line.unit,
    baseline,
    baselineFrom: baseline === null ? null : goal.baseline === undefined ? 'diagnosis' : 'plan',
    goal: last?.target ?? null,
    goalYear: last?.year ?? null,
    gap: last === undefined || baseline === null ? null : last.target - baseline,
    years: [...new Set(years)].map((year) => {
      const target = targets.findLast((t) => t.year <= year)?.target ?? null
      const value = 'reason' in measured ? null : orNull(measured.at(year - baseYear))
      return judged({ year, target, value, rising, reason: 'reason' in measured ? measured.reason : null, locale })
    }),
  }
}

function judged(of: {
  year: number
  target: number | null
  value: number | null
  rising: boolean
  reason: Sentence | null
  locale: Locale
}): GoalYear {
  const { year, target, value, rising, locale } = of
  const reason = of.reason ?? (target === null ? goalWords.noTarget : value === null ? goalWords.noValue : null)
  const missing = target === null || value === null ? null : rising ? target - value : value - target
  const slack = 1e-9 * Math.max(1, Math.abs(target ?? 0))
  return {
    year,
    target,
    value,
    missing,
    met: missing === null ? null : missing <= slack,
    note: reason === null ? null : reason[locale],
  }
}

type Measured =
  | { readonly line: Line; readonly first: number; readonly at: (t: number) => number }
  | { readonly reason: Sentence }

/** Lines by class whose total is an indicator. */
const totals: Readonly<Record<string, string>> = {
  coverage: 'CRU',
  billingEfficiency: 'EF',
  municipalContinuity: 'serviceContinuity',
  collectionEfficiency: 'ER',
  jobs: 'employment',
}

/** What a goal is measured by: an indicator or a line, with the members of its row after colons; rural goals ask for the rural zone. */
function measuredBy(of: AlternativeRun, goal: Goal): Measured {
  if (goal.indicator === undefined) return { reason: goalWords.noIndicator }
  const [name = '', ...asked] = goal.indicator.split(':').map((part) => part.trim())
  const id = totals[name] ?? name
  const indicator = indicators.find((i) => i.line.id === id)
  const line = indicator?.projected ?? book.byId.get(id)
  if (line?.type !== 'line') return { reason: goalWords.unknownIndicator(goal.indicator) }
  const zoned = goal.program === 'rural' && !asked.some((m) => zones.includes(m)) ? [...asked, 'rural'] : asked
  const values = chosen(of, line, zoned)
  if (values === undefined) return { reason: goalWords.severalRows(goal.indicator) }
  const measured = indicator && indicator.line !== line ? chosen(of, indicator.line, zoned)?.[0] : undefined
  const first = measured !== undefined && !Number.isNaN(measured) ? measured : (values[0] as number)
  return { line, first, at: (t) => values[values.length === 1 ? 0 : t] as number }
}

const zones = ['urban', 'rural', 'total']

/** The row of a line that has these members, or the sum of its rows where they add up; undefined where they do not. */
function chosen(of: AlternativeRun, line: Line, members: readonly string[]): readonly number[] | undefined {
  const defaults: Readonly<Record<string, string>> = {
    territory: territoriesOf(of.scenario)[0]?.id ?? '',
    scope: 'total',
  }
  const known = Object.values(of.run.domains.space.members)
  const real = members.filter((m) => known.some((list) => list.includes(m)))
  const rows = rowsOf(of, line)
  const usable = real.filter((m) => rows.some(({ at }) => Object.values(at).includes(m)))
  const left = usable
    .reduce((some, m) => some.filter(({ at }) => Object.values(at).includes(m)), rows)
    .filter(({ at }, _, all) =>
      Object.entries(defaults).every(
        ([dimension, member]) =>
          at[dimension] === undefined || at[dimension] === member || !all.some((row) => row.at[dimension] === member),
      ),
    )
  const [only] = left
  if (only === undefined) return undefined
  if (left.length === 1) return Array.from(only.values)
  return line.additive
    ? Array.from(only.values, (_, t) => left.reduce((s, row) => s + (row.values[t] as number), 0))
    : undefined
}

/** Matriz DOFA [5.6]: what the diagnosis found, by kind. */
export interface Dofa {
  readonly weaknesses: readonly Gap[]
  readonly opportunities: readonly Gap[]
  readonly strengths: readonly Gap[]
  readonly threats: readonly Gap[]
}

export interface Gap {
  readonly component: string | null
  readonly problem: string | null
  readonly causes: readonly string[]
  readonly consequences: readonly string[]
  readonly measure: string | null
}

/** Análisis de brecha [5.6]: the matrix of weaknesses, opportunities, strengths and threats of the plan. */
export function dofaOf({ plan }: Scenario): Dofa {
  const list = (words: string | readonly string[] | undefined) => (words === undefined ? [] : [words].flat())
  const of = (kind: string) =>
    (plan?.gaps ?? [])
      .filter((gap) => (gap.kind ?? 'weakness') === kind)
      .map((gap) => ({
        component: gap.component ?? null,
        problem: gap.problem ?? null,
        causes: list(gap.causes),
        consequences: list(gap.consequences),
        measure: gap.measure ?? null,
      }))
  return {
    weaknesses: of('weakness'),
    opportunities: of('opportunity'),
    strengths: of('strength'),
    threats: of('threat'),
  }
}
