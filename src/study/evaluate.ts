import type { Line } from '../formula/entry.ts'
import type { Computed } from '../formula/order.ts'
import { programmeCoverage, projectCoverage } from '../model/7-evaluation/coverage.ts'
import { fiscalEffort, monthlyCostPerUser, projectFlow } from '../model/7-evaluation/flows.ts'
import { book, bookCatalogue, modelHash } from '../model/book.ts'
import type { Check } from '../model/checks.ts'
import { checks, costRecoveryCheck } from '../model/checks.ts'
import { irrRoots } from '../numeric/irr.ts'
import { scenarioHash } from '../scenario/canonical.ts'
import { scenarioVariants } from '../scenario/read.ts'
import { documentWarnings } from '../scenario/rules.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Locale } from '../text/numbers.ts'
import { criteriaOf, failedScreening } from './criteria.ts'
import { deadlinesOf } from './deadlines.ts'
import { rank } from './ranking.ts'
import type { AlternativeResult, Figure, Result, ResultLine, VariantResult } from './result.ts'
import { engineVersion } from './result.ts'
import type { AlternativeRun } from './run.ts'
import { orNull, rowsOf, runAlternative, series } from './run.ts'
import { budgetOf } from './statements/budget.ts'
import { corkscrewsOf } from './statements/corkscrews.ts'
import { entitiesOf } from './statements/entities.ts'
import { sourcesAndUses, stagesOf } from './statements/sources-uses.ts'
import { isViable, viabilityOf } from './viability.ts'
import { warningsOf } from './warnings.ts'

export interface EvaluateOptions {
  /** The document as it came: its canonical hash names the scenario. Default: the scenario with its defaults. */
  readonly document?: unknown
  readonly locale?: Locale
  /** Also the lines of intermediate steps and single items. */
  readonly details?: boolean
}

const computed = bookCatalogue().map((e) => book.byId.get(e.id) as Computed)
/** Lines that a result carries: every public line of the book that has years. */
const yearlyLines = computed.filter((e): e is Line => e.type === 'line' && e.axis !== 'once')
const publicLines = yearlyLines.filter((line) => !line.detail)
const singleFigures = computed.filter(
  (e) => e.axis === 'once' && e.over.length === 0 && !(e.type === 'line' && e.detail),
)

/** Evalúa un Plan Financiero Viable: base and variants, every alternative, and their ranking. Pure. Throws Fault for faults of ours. */
export function evaluate(scenario: Scenario, options: EvaluateOptions = {}): Result {
  const { baseYear, horizon, norm } = scenario
  const years = (count: number) => Array.from({ length: count + 1 }, (_, t) => baseYear + t)
  return {
    engine: { version: engineVersion, model: modelHash, norm },
    scenario: { name: scenario.name, hash: scenarioHash(options.document ?? scenario) },
    years: { base: baseYear, financial: years(horizon.financial), waste: years(horizon.waste) },
    variants: scenarioVariants(scenario).map((v) => evaluateVariant(v, options)),
  }
}

function evaluateVariant(
  { id, scenario }: { id: string; scenario: Scenario },
  options: EvaluateOptions,
): VariantResult {
  const evaluated = scenario.alternatives.map((_, i) => evaluateAlternative(runAlternative(scenario, i), options))
  const contenders = evaluated.map(({ result, of }) => ({
    id: result.id,
    viable: result.viable,
    criteria: criteriaOf(of),
    setAside: failedScreening(of),
  }))
  return { id, alternatives: evaluated.map((e) => e.result), ranking: rank(contenders, scenario.ranking) }
}

function evaluateAlternative(
  of: AlternativeRun,
  { locale = 'es', details = false }: EvaluateOptions,
): { of: AlternativeRun; result: AlternativeResult } {
  const tests = viabilityOf(of)
  const warnings = [
    ...documentWarnings(of.scenario, of.scenario)
      .filter((w) => isOwn(of, w.pointer))
      .map((w) => ({
        pointer: w.pointer,
        code: w.code,
        message: w[locale],
      })),
    ...[...deadlinesOf(of), ...warningsOf(of, [...publicLines, ...singleFigures], tests)].map((w) => ({
      ...w,
      message: w.message[locale],
    })),
  ]
  const result: AlternativeResult = {
    id: of.id,
    name: of.name,
    viable: isViable(tests),
    lines: Object.fromEntries((details ? yearlyLines : publicLines).map((line) => [line.id, lineOf(of, line)])),
    figures: figuresOf(of),
    indicators: [],
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
    })),
    entities: entitiesOf(of),
    corkscrews: corkscrewsOf(of),
    sourcesAndUses: sourcesAndUses(of),
    stages: stagesOf(of),
    budget: budgetOf(of),
    warnings,
  }
  return { of, result }
}

/** A warning of the document belongs to every alternative but those of another one. */
function isOwn(of: AlternativeRun, pointer: string): boolean {
  const own = of.places.find('alternative', {}) ?? ''
  return !pointer.startsWith('/alternatives/') || pointer === own || pointer.startsWith(`${own}/`)
}

/** Every row of a line; an additive line of a plan of several municipalities also has the consolidated rows. */
function lineOf(of: AlternativeRun, line: Line): ResultLine {
  const rows = rowsOf(of, line).map(({ at, values }) => ({ at, values: Array.from(values, orNull) }))
  const severalTowns = of.scenario.territory.municipalities.length > 1
  if (!line.additive || !severalTowns || !line.over.some((d) => d.id === 'municipality'))
    return { unit: line.unit, rows }
  const joined = new Map<string, { at: Record<string, string>; values: (number | null)[] }>()
  for (const row of rows) {
    const { municipality: _, ...at } = row.at
    const sofar = joined.get(JSON.stringify(at))
    if (!sofar) joined.set(JSON.stringify(at), { at, values: [...row.values] })
    else
      row.values.forEach((v, t) => {
        sofar.values[t] = v === null || sofar.values[t] === null ? null : (sofar.values[t] as number) + v
      })
  }
  return { unit: line.unit, rows: [...joined.values(), ...rows] }
}

function figuresOf(of: AlternativeRun): Record<string, Figure> {
  const single = singleFigures.map((e) => [e.id, orNull(rowsOf(of, e)[0]?.values[0] as number)] as const)
  const keyed = (line: Line, dimension: string) =>
    Object.fromEntries(
      rowsOf(of, line).map(({ at, values }) => [
        at[dimension] as string,
        line.axis === 'once' ? orNull(values[0] as number) : Array.from(values, orNull),
      ]),
    )
  const timing = of.scenario.economy.discountTiming
  return {
    ...Object.fromEntries(single),
    irrRoots: irrRoots(Array.from(series(of, projectFlow)), timing),
    monthlyCostPerUser: keyed(monthlyCostPerUser, 'category'),
    fiscalEffort: keyed(fiscalEffort, 'municipality'),
    programmeCoverage: keyed(programmeCoverage, 'program'),
    projectCoverage: keyed(projectCoverage, 'project'),
  }
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
