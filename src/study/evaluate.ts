import type { Line } from '../formula/entry.ts'
import { cra720Lines } from '../model/4-tariffs/cra-720.ts'
import { usesCra720 } from '../model/4-tariffs/cra-720-inputs.ts'
import { programmeCoverage, projectCoverage } from '../model/7-evaluation/coverage.ts'
import { fiscalEffort, monthlyCostPerUser, projectFlow } from '../model/7-evaluation/flows.ts'
import { modelHash } from '../model/book.ts'
import type { Check } from '../model/checks.ts'
import { checks, costRecoveryCheck } from '../model/checks.ts'
import { shareCommon } from '../model/common.ts'
import { irrRoots } from '../numeric/irr.ts'
import { scenarioHash } from '../scenario/canonical.ts'
import type { Problem } from '../scenario/problem.ts'
import { scenarioVariants } from '../scenario/read.ts'
import { documentWarnings } from '../scenario/rules.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Locale } from '../text/numbers.ts'
import { criteriaOf, failedScreening } from './criteria.ts'
import { indicatorsOf } from './diagnosis/indicators.ts'
import type { Money } from './money.ts'
import { inBaseYearMoney } from './money.ts'
import { rank } from './ranking.ts'
import { publicLines, singleFigures, yearlyLines } from './reading/catalogue.ts'
import { deadlinesOf } from './reading/deadlines.ts'
import { lineOf } from './reading/lines.ts'
import type { AlternativeResult, Figure, Result, VariantResult } from './result.ts'
import { engineVersion } from './result.ts'
import type { AlternativeRun } from './run.ts'
import { orNull, orNulls, rowsOf, runAlternative, series } from './run.ts'
import { budgetOf } from './statements/budget.ts'
import { corkscrewsOf } from './statements/corkscrews.ts'
import { entitiesOf } from './statements/entities.ts'
import { sourcesAndUses, stagesOf } from './statements/sources-uses.ts'
import { startingCensusOf } from './variants/population-findings.ts'
import type { BuiltVariant } from './variants/population-variants.ts'
import { withPopulationVariants } from './variants/population-variants.ts'
import { spreadOf } from './variants/spread.ts'
import { isViable, viabilityOf } from './viability.ts'
import { warningsOf } from './warnings.ts'

export interface EvaluateOptions {
  /** The document as it came: its canonical hash names the scenario. Default: the scenario with its defaults. */
  readonly document?: unknown
  readonly locale?: Locale
  /** Pesos of each year, as is the default, or of the base year. */
  readonly money?: Money
  /** Where the plan has no variants, also those of the lowest and the highest permitted population. */
  readonly populationVariants?: boolean
  /** Also the lines of intermediate steps and single items. */
  readonly details?: boolean
}

/** Evalúa un Plan Financiero Viable: base and variants, every alternative, and their ranking. Pure. Throws Fault for faults of ours. */
export function evaluate(scenario: Scenario, options: EvaluateOptions = {}): Result {
  const { baseYear, horizon, norm } = scenario
  const years = (count: number) => Array.from({ length: count + 1 }, (_, t) => baseYear + t)
  const asked = options.populationVariants ? withPopulationVariants(scenario) : scenarioVariants(scenario)
  shareCommon(asked.map((v) => v.scenario))
  const variants = asked.map((v) => evaluateVariant(v, options))
  return {
    engine: { version: engineVersion, model: modelHash, norm },
    scenario: { name: scenario.name, hash: scenarioHash(options.document ?? scenario) },
    years: { base: baseYear, financial: years(horizon.financial), waste: years(horizon.waste) },
    variants,
    ...(variants.length > 1 ? { spread: spreadOf(variants) } : {}),
  }
}

function evaluateVariant({ id, scenario, because }: BuiltVariant, options: EvaluateOptions): VariantResult {
  const said = documentWarnings(scenario, scenario)
  const evaluated = scenario.alternatives.map((_, i) => evaluateAlternative(runAlternative(scenario, i), options, said))
  const contenders = evaluated.map(({ result, of }) => ({
    id: result.id,
    name: result.name,
    viable: result.viable,
    criteria: criteriaOf(of),
    setAside: failedScreening(of),
  }))
  if (because) {
    const message = because[options.locale ?? 'es']
    for (const { result } of evaluated)
      result.warnings.unshift({ pointer: '/variants', code: 'population-variant', message })
  }
  return {
    id,
    alternatives: evaluated.map((e) => e.result),
    ranking: rank(contenders, scenario.ranking, options.locale),
  }
}

function evaluateAlternative(
  of: AlternativeRun,
  { locale = 'es', details = false, money = 'current' }: EvaluateOptions,
  said: readonly Problem[],
): { of: AlternativeRun; result: AlternativeResult } {
  const tests = viabilityOf(of)
  const moved = sourcesAndUses(of)
  const shown = details ? yearlyLines : publicLines.filter((line) => !cra720Lines.has(line) || followsCra720(of))
  const warnings = [
    ...said
      .filter((w) => isOwn(of, w.pointer))
      .map((w) => ({
        pointer: w.pointer,
        code: w.code,
        message: w[locale],
      })),
    ...[
      ...deadlinesOf(of),
      ...warningsOf(
        of,
        [...shown.filter((line) => !line.detail), ...singleFigures, programmeCoverage, projectCoverage],
        tests,
      ),
    ].map((w) => ({
      ...w,
      message: w.message[locale],
    })),
  ]
  const result: AlternativeResult = {
    id: of.id,
    name: of.name,
    viable: isViable(tests),
    lines: Object.fromEntries(shown.map((line) => [line.id, lineOf(of, line)])),
    figures: figuresOf(of),
    indicators: indicatorsOf(of, locale),
    checks: checksOf(of),
    viability: tests.map((t) => ({ ...t, message: t.message[locale] })),
    criteria: criteriaOf(of),
    populationMethods: of.bound.populations.map((p) => ({
      municipality: p.municipality,
      zone: p.zone,
      level: p.level,
      chosen: p.chosen,
      because: p.because[locale],
      methods: p.methods.map((m) => ({
        id: m.id,
        permitted: m.permitted,
        error: m.error,
        values: m.values === null ? [] : [...m.values],
      })),
      startingCensus: startingCensusOf(of.scenario, p).map((run) => ({ ...run, values: [...run.values] })),
    })),
    entities: entitiesOf(of),
    corkscrews: corkscrewsOf(of),
    sourcesAndUses: moved,
    stages: stagesOf(of, moved),
    budget: budgetOf(of),
    warnings,
  }
  return { of, result: money === 'baseYear' ? inBaseYearMoney(result, of) : result }
}

const followsCra720 = (of: AlternativeRun): boolean =>
  rowsOf(of, usesCra720).some(({ values }) => values.some((v) => v > 0))

/** A warning of the document belongs to every alternative but those of another one. */
function isOwn(of: AlternativeRun, pointer: string): boolean {
  const own = of.places.find('alternative', {}) ?? ''
  return !pointer.startsWith('/alternatives/') || pointer === own || pointer.startsWith(`${own}/`)
}

function figuresOf(of: AlternativeRun): Record<string, Figure> {
  const single = singleFigures.map((e) => [e.id, orNull(rowsOf(of, e)[0]?.values[0] as number)] as const)
  const keyed = (line: Line, dimension: string) =>
    Object.fromEntries(
      rowsOf(of, line).map(({ at, values }) => [
        at[dimension] as string,
        line.axis === 'once' ? orNull(values[0] as number) : orNulls(values),
      ]),
    )
  return {
    ...Object.fromEntries(single),
    irrRoots: rootsOf(of),
    monthlyCostPerUser: keyed(monthlyCostPerUser, 'category'),
    fiscalEffort: keyed(fiscalEffort, 'municipality'),
    programmeCoverage: keyed(programmeCoverage, 'program'),
    projectCoverage: keyed(projectCoverage, 'project'),
  }
}

/** Every rate that makes the present value nil; none where a year of the flow has no value. */
function rootsOf(of: AlternativeRun): number[] {
  const flows = Array.from(series(of, projectFlow))
  return flows.some(Number.isNaN) ? [] : irrRoots(flows, of.scenario.economy.discountTiming)
}

/** Every identity with its worst year; the master verdict is that all hold. */
function checksOf(of: AlternativeRun): AlternativeResult['checks'] {
  const tariffs = of.scenario.territory.municipalities
    .map((m) => of.places.alternative.tariff ?? m.tariff)
    .filter((t) => t?.method === 'costRecovery')
  const asked = tariffs.length > 0 && tariffs.every((t) => !t?.transition) ? [...checks, costRecoveryCheck] : checks
  const items = asked.map((check) => checkOf(of, check))
  return { ok: items.every((i) => i.ok), items }
}

function checkOf(of: AlternativeRun, check: Check): AlternativeResult['checks']['items'][number] {
  const scale = series(of, check.scale)
  let worst = { value: 0, share: 0, t: 0 }
  for (const { values } of rowsOf(of, check.line)) {
    values.forEach((value, t) => {
      const share = Math.abs(value) / Math.max(1, Math.abs(scale[t] as number))
      if (share > worst.share) worst = { value, share, t }
    })
  }
  const { id, tolerance } = check
  const year = check.line.axis === 'once' ? null : of.scenario.baseYear + worst.t
  return { id, worst: worst.value, year, tolerance, ok: worst.share <= tolerance }
}
